// `formwork test`: examples played, with their working and what they do not reach.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const parking = "examples/resident-parking-permit/parking.service";
const { file } = createFolder();
const withoutLapse = readFileSync(parking, "utf8").replace(/example "Approved, and never paid"[\s\S]*?\n\n/, "");

test("all as expected ends with 0 and counts what they reach", () => {
  const { code, out } = formwork("test", parking);
  expect(code).toBe(0);
  expect(out).toContain("  ✓ An electric car, first permit\n");
  expect(out).toContain("9 examples, all as expected.\n  They reach everything: 5 of 5 outcomes");
});

test("one that fails ends with 1 and shows its working; what none reaches is named", () => {
  const changed = withoutLapse.replace("expect permit-fee is £60", "expect permit-fee is £50");
  const { code, out } = formwork("test", file("parking.service", changed), "--libraries", "examples/shared");
  expect(code).toBe(1);
  expect(out).toContain("  ✗ An electric car, first permit\n");
  expect(out).toContain("the service gives £60");
  expect(out).toMatch(/permit-fee +£60 +/);
  expect(out).toContain("8 examples, 7 as expected, 1 not.");
  expect(out).toMatch(
    /No example reaches\n {4}outcome lapsed\n {4}review: approve → pay\n {4}pay: not paid in time → lapsed\n?$/,
  );
});

test("as JSON, with the line of each example", () => {
  const { code, out } = formwork("test", parking, "--format", "json");
  const [service] = JSON.parse(out).services;
  expect(code).toBe(0);
  expect(service).toMatchObject({ file: parking, played: true });
  expect(service.examples[0]).toMatchObject({ title: "An electric car, first permit", passed: true });
  expect(service.parts[0]).toMatchObject({ kind: "outcome", of: "granted", reached: true });
});

test("a text with a Stop is not played, and says why", () => {
  const { code, out } = formwork("test", file("bad.service", 'service p "P"\n  agenci x "X"\n'));
  expect(code).toBe(1);
  expect(out).toContain("Fix: change  agenci  to  agency");
  expect(out).toContain("the examples were not played; mend this first");
});

test("a text without examples is told what one looks like", () => {
  const { code, out } = formwork(
    "test",
    file("plain.service", 'service p "P"\nsection you "You"\n  ask age "Age?" as number\n'),
  );
  expect(code).toBe(0);
  expect(out).toContain('example "Somebody under 18"');
});

const dog = readFileSync("compiler/tests/texts/dog-licence/dog.service", "utf8");

test("ready examples, pasted as they are shown, come out as they say and reach everything", () => {
  file("ready/pets.shared", readFileSync("compiler/tests/texts/dog-licence/pets.shared", "utf8"));
  const text = file("ready/dog.service", dog);
  expect(formwork("test", text).out).toContain(`formwork test ${text} --ready  shows an example`);
  const { code, out } = formwork("test", text, "--ready");
  expect(code).toBe(0);
  expect(out).toContain("    checks: when home-visit is deny → review\n");
  const shown = out.slice(out.indexOf("\nexample "));
  const { services } = JSON.parse(formwork("test", text, "--ready", "--format", "json").out);
  expect(services[0].ready.map((one: string) => one.trim()).join("\n\n")).toBe(shown.trim());
  const pasted = formwork("test", file("ready/pasted.service", dog + shown));
  expect(pasted.code).toBe(0);
  expect(pasted.out).toContain("They reach everything: 5 of 5 outcomes, 12 of 12 ways between places, 5 of 5 rows");
});

test("where an example fails, none is offered", () => {
  const { code, out } = formwork(
    "test",
    file("ready/wrong.service", dog.replace("fee is £14", "fee is £13")),
    "--ready",
  );
  expect(code).toBe(1);
  expect(out).not.toContain("Ready to paste");
});
