// The form's script: the same bytes each time, small, with what the service asks and nothing that it does not.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { emitConditions } from "../conditions/conditions.ts";
import { emitForm } from "./emit-form.ts";
import {
  asksLongLists,
  kindsAsked,
  partsAsked,
  rulesUsed,
  withOnlyKinds,
  withOnlyRules,
  withOnlyWords,
} from "./only-what-is-used.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);

test("the same service gives the same files, and the manifest names those that are there", async () => {
  const [one, other] = await Promise.all([
    emitForm(parking, emitConditions(parking)),
    emitForm(parking, emitConditions(parking)),
  ]);
  expect([...one]).toEqual([...other]);
  const manifest = JSON.parse(new TextDecoder().decode(one.get("manifest.json")));
  expect([...one.keys()]).toEqual(
    expect.arrayContaining([manifest.script, manifest.languages.en, manifest.languages.cy]),
  );
  expect(manifest.element).toBe("resident-parking-permit-form");
  // The first page of each language links its styles by their hash, and nothing that is not there.
  for (const tag of ["en", "cy"]) {
    const page = new TextDecoder().decode(one.get(manifest.firstPages[tag]));
    const linked = [...page.matchAll(/<link [^>]*href="([^"]+)"(?: integrity="([^"]+)")?/g)];
    expect(linked.length).toBeGreaterThan(1);
    for (const [, file = ""] of linked) expect(one.has(file), file).toBe(true);
    expect(linked.flatMap(([, , sum]) => sum ?? [])).toEqual(
      Object.entries(manifest.integrity).flatMap(([file, sum]) => (file.endsWith(".css") ? [sum] : [])),
    );
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/);
  }
});

test("the script holds no eval, and with one language weighs no more than 21.2 kB as it travels", async () => {
  const files = await emitForm(parking, emitConditions(parking));
  const manifest = JSON.parse(new TextDecoder().decode(files.get("manifest.json")));
  const texts = [manifest.script, manifest.languages.en].map((name: string) => files.get(name) ?? new Uint8Array());
  const code = texts.map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  expect(code).not.toMatch(/\beval\(|new Function|innerHTML\s*=\s*[^.]*location/);
  expect(texts.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0)).toBeLessThan(21_200);
});

test("kinds, rules and sentences without a use are left out; those with one stay", () => {
  expect(kindsAsked(parking)).toContain("vehicle-registration");
  expect(kindsAsked(parking)).not.toContain("money");
  // Parking declares on the check page only, which the script never takes over; a declaration before another page is one of its parts.
  expect([...partsAsked(parking)]).toEqual([]);
  const turned = { ...parking, sections: parking.sections.toReversed() };
  expect([...partsAsked(turned)]).toEqual(["confirmation"]);
  expect(asksLongLists(parking)).toBe(false);
  expect(rulesUsed(parking)).toContain("ask keeper-letter/show when");
  expect(rulesUsed(parking)).not.toContain("stage register-check/when 1");
  const table = 'const kinds = {\n  text,\n  "long-text": longText,\n  money,\n};';
  expect(withOnlyKinds(table, new Set(["text", "long-text"]))).toBe(
    'const kinds = {\n  text,\n  "long-text": longText,\n};',
  );
  expect(withOnlyWords('x = {\n  tag: "en",\n  yes: "Yes",\n  no: "No",\n};', "words.yes")).toBe(
    'x = {\n  tag: "en",\n  yes: "Yes",\n};',
  );
});

test("of the rules those without a use are left out of what conditions.js gives to the form, kept ones too", () => {
  const file = new URL("../../../examples/winter-warmth-payment/expected/service.json", import.meta.url);
  const warmth: Service = JSON.parse(readFileSync(file, "utf8"));
  const whole = emitConditions(warmth);
  expect(withOnlyRules(whole, new Set(Object.keys(warmth.rules)))).toBe(whole);
  const less = withOnlyRules(whole, new Set(["ask partner-pay/show when"]));
  expect(less).toContain('"ask partner-pay/show when": askPartnerPayShowWhen,');
  expect(less).not.toMatch(/^ {4}"(children|household-income|stage checks\/when 1)"|= kept\.plain/m);
});
