// The form's script: the same bytes each time, small, with what the service asks and nothing that it does not.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Field, Page, Part, Service } from "#contract";
import { compile } from "../../compile.ts";
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

function exampleOf(name: string): Service {
  return JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8"));
}

const parking = exampleOf("resident-parking-permit");

test("the same service gives the same files, and the manifest names those that are there", async () => {
  const [one, other] = await Promise.all([emitForm(parking), emitForm(parking)]);
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

/** What a person's browser loads of a form in one language: the script and its sentences, as they travel. */
async function weightOf(service: Service): Promise<{ readonly code: string; readonly bytes: number }> {
  const files = await emitForm(service);
  const manifest = JSON.parse(new TextDecoder().decode(files.get("manifest.json")));
  const language = service.languages[0]?.tag ?? "en";
  const texts = [manifest.script, manifest.languages[language]].map(
    (name: string) => files.get(name) ?? new Uint8Array(),
  );
  return {
    code: texts.map((bytes) => new TextDecoder().decode(bytes)).join("\n"),
    bytes: texts.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0),
  };
}

/** Twenty-five questions of many kinds, with what forms usually have: a list of people, files, a register, limits, conditions. */
const twentyFive = readFileSync(new URL("./tests/twenty-five-questions.service", import.meta.url), "utf8");

test("the script of a service with 25 questions weighs at most 15 kB as it travels, that of each example too, and holds no eval", async () => {
  const { service } = compile(
    "twenty-five-questions.service",
    new Map([["twenty-five-questions.service", twentyFive]]),
  );
  if (!service) throw new RangeError("the text does not compile");
  const asked = JSON.stringify(service.sections).match(/"kind":"field"/g) ?? [];
  expect(asked.length).toBe(25);
  for (const one of [service, parking, exampleOf("food-business"), exampleOf("winter-warmth-payment")]) {
    const { code, bytes } = await weightOf(one);
    expect(code).not.toMatch(/\beval\(|new Function|innerHTML\s*=\s*[^.]*location/);
    expect([one.name, bytes, bytes <= 15_000]).toEqual([one.name, bytes, true]);
  }
});

test("kinds, rules and sentences without a use are left out; those with one stay", () => {
  expect(kindsAsked(parking)).toContain("vehicle-registration");
  expect(kindsAsked(parking)).not.toContain("money");
  // Parking has answers that may be corrected, and no words that change while a page is filled in.
  expect([...partsAsked(parking)]).toEqual(["corrections", "own"]);
  expect(asksLongLists(parking)).toBe(false);
  // Whether a letter is asked for rests on an answer of the page before, and comes with the page; the limit of an answer does not.
  expect([...rulesUsed(parking)]).toEqual(["ask permits-held/must 1"]);
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

test("prose that holds an answer of its page is kept in step by the script, wherever on the page it stands; other prose is not", () => {
  const words = (en: string) => ({ en });
  const partsWith = (said: string) => {
    const question: Field = {
      kind: "field",
      path: ["pet"],
      name: "pet",
      label: words("Which pet?"),
      type: { kind: "text" },
      optional: false,
    };
    const guidance: Part = { kind: "guidance", prose: words(said) };
    const group: Part = { kind: "group", name: "pets", title: words("Pets"), parts: [guidance] };
    const page: Page = { kind: "page", name: "page", title: words("Page"), parts: [question, group] };
    const fills: Service["fills"] = { pet: { path: ["pet"], type: { kind: "text" } } };
    const { eligibility: _, ...others } = parking;
    return partsAsked({ ...others, fills, sections: [{ name: "one", title: words("One"), steps: [page] }] });
  };
  expect([...partsWith("You said {pet}.")]).toContain("prose");
  expect([...partsWith("You said nothing.")]).not.toContain("prose");
});
