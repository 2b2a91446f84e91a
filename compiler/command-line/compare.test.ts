// `formwork compare`: differences between two files, as people call it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const parking = "examples/resident-parking-permit/parking.service";
const { file } = createFolder();
const text = readFileSync(parking, "utf8");
const line = text.split("\n").findIndex((one) => one.includes("| £90")) + 1;

test("a fee that went up is told in words, with the line of the new text", () => {
  const now = file("parking.service", text.replace("| £90 ", "| £95 ").replace('  - diesel "Diesel"\n', ""));
  const { code, out } = formwork("compare", parking, now, "--libraries", "examples/shared");
  expect(code).toBe(0);
  expect(out).toContain(
    `Rules and amounts\n  ${line - 1} | table permit-price, price when fuel is electric and permits-held is 1 or more: £90 → £95`,
  );
  expect(out).toMatch(/^The form\n {5}\| .*diesel.*taken away/);
  expect(out).toContain(`${parking} → ${now}: 2 differences`);
});

test("the same text says the same, as JSON too", () => {
  expect(formwork("compare", parking, parking).out).toBe(`${parking} and ${parking} say the same.\n`);
  expect(JSON.parse(formwork("compare", parking, parking, "--format", "json").out)).toEqual({ differences: [] });
});

const dog = readFileSync("compiler/tests/texts/dog-licence/dog.service", "utf8");
const pets = readFileSync("compiler/tests/texts/dog-licence/pets.shared", "utf8");

test("what stands in a check is told with the check, and not with its stage alone", () => {
  const old = file("check/old.service", dog);
  const now = file("check/now.service", dog.replace("finish within 15 working days", "finish within 20 working days"));
  expect(formwork("compare", old, now).out).toContain(
    "| stage checks, check record-check, finish within: 15 working days → 20 working days",
  );
});

test("a line that cannot be read is told whole, as it stands, and counted", () => {
  const old = file("unread/old.service", dog);
  const now = file(
    "unread/now.service",
    dog.replace('ask chip "What', "ask chip What").replace("\nroute\n", "\nrout\n"),
  );
  const { code, out } = formwork("compare", old, now);
  expect(code).toBe(0);
  expect(out).toContain(
    `| question chip: ask chip "What is the dog's microchip number?" as chip-number → ask chip What is the dog's microchip number?" as chip-number (cannot be read)\n`,
  );
  expect(out).toContain("| route: route → rout (cannot be read)\n");
  expect(out).toContain("now.service: 2 differences\n");
  expect(out).toContain("now.service: 2 lines could not be read; formwork check says why\n");
});

test.each(["", "Hello everyone,\nthis is a letter.\n"])(
  "a text that is no service has nothing to compare: %j",
  (text) => {
    const [old, now] = [file("letter/old.service", dog), file("letter/letter.service", text)];
    for (const words of [
      [old, now],
      [now, old],
    ]) {
      const { code, out, err } = formwork("compare", ...words);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("letter.service does not say which service it is");
      expect(err).not.toContain("--format");
    }
  },
);

test("two libraries, each difference once", () => {
  const [old, now] = [file("lib/pets.shared", pets), file("lib2/pets.shared", pets.replace("has 15 digits", "has 16"))];
  const { code, out } = formwork("compare", old, now);
  expect(code).toBe(0);
  expect(out).toContain("type chip-number");
  expect(out).toContain("lib2/pets.shared: 1 difference\n");
});

test("two folders: each service with the one of its place, else of its name; what only one has", () => {
  const [old] = [
    file("one/a/dog.service", dog),
    file("one/pets.shared", pets),
    file("one/cat.service", renamed("cat")),
  ];
  file("one/same.service", renamed("same"));
  file("one/gone.service", renamed("gone"));
  const now = file("two/dog.service", dog.replace("£14 from", "£15 from"));
  file("two/cat.service", renamed("cat").replace("£14 from", "£16 from"));
  file("two/same.service", renamed("same"));
  file("two/fresh.service", renamed("fresh"));
  const [one, two] = [old.replace("/a/dog.service", ""), now.replace("/dog.service", "")];
  const { code, out } = formwork("compare", one, two);
  expect(code).toBe(0);
  expect(out).toContain("amount base-fee, from 1 January 2027: £14 → £16");
  expect(out).toContain(`${one}/a/dog.service → ${two}/dog.service: 1 difference`);
  expect(out).toContain(`${two}/fresh.service: new\n${one}/gone.service: taken away\n\nsame.service says the same.\n`);
  const { services } = JSON.parse(formwork("compare", one, two, "--format", "json").out);
  expect(services).toHaveLength(5);
  expect(services[0].differences[0].words).toBe("amount base-fee, from 1 January 2027: £14 → £16");
});

function renamed(name: string): string {
  return dog.replace("service dog-licence", `service ${name}-licence`);
}

test("a text as git keeps it, with its library, against the text as it is now or was in another version", () => {
  const now = file("kept/services/dog.service", dog);
  const folder = now.replace("/services/dog.service", "");
  const git = (...words: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=Jo", "-c", "user.email=jo@example.org", ...words]);
  file("kept/shared/pets.shared", pets);
  git("init", "--quiet", "--initial-branch=main");
  const keep = (tag: string) => {
    git("add", ".");
    git("commit", "--quiet", "--message", tag);
    git("tag", tag);
  };
  keep("first");
  file("kept/services/dog.service", dog.replace("£14 from", "£15 from"));
  file("kept/shared/pets.shared", pets.replace("has 15 digits", "has 16"));
  keep("second");
  file("kept/services/dog.service", dog.replace("£14 from", "£17 from"));
  expect(formwork("compare", now, "--since", "first").out).toMatch(/£14 → £17\n.*Library pets.*has 16.*2 differences/s);
  const both = formwork("compare", now, "--since", "first", "--until", "second");
  expect(both.out).toContain("£14 → £15");
  expect(both.out).toContain(`${now} in first → ${now} in second: 2 differences`);
  expect(formwork("compare", now, "--since", "third")).toMatchObject({ code: 2, out: "" });
  expect(formwork("compare", now, "--until", "first").err).toContain("the version to begin from");
});
