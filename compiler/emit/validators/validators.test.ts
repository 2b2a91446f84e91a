// The emitted checks accept what is sent, refuse what is not, and say the same as the schema beside them.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, Service } from "#contract";
import { emitAnswersSchema } from "../json-schema/answers-schema.ts";
import { complete, letter, loadModule, parking, randomApplication } from "../tests/parking.ts";
import { emitValidators } from "./validators.ts";

type Check = ((data: unknown) => boolean) & { errors?: { instancePath: string; keyword: string }[] | null };

const text = emitValidators(parking);
const module = await loadModule(text);
const validate = module["validateApplication"] as Check;
const gives = module["validateGives"] as Readonly<Record<string, Check>>;

test("a complete application is accepted, and a keeper's letter exactly when it is asked", () => {
  expect(validate(complete), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...complete, phone: "01632 960 001" })).toBe(true);
  expect(validate({ ...complete, keeper: false })).toBe(false);
  expect(validate({ ...complete, keeper: false, keeperLetter: letter })).toBe(true);
  expect(validate({ ...complete, keeperLetter: letter })).toBe(false);
});

test.each([
  ["an answer that nobody asked for", { ...complete, forged: true }, "", "additionalProperties"],
  ["a choice that is not in the list", { ...complete, zone: "zone-c" }, "/zone", "enum"],
  ["a number over the limit", { ...complete, permitsHeld: 4 }, "/permitsHeld", "maximum"],
  ["text where a number belongs", { ...complete, permitsHeld: "1" }, "/permitsHeld", "type"],
  ["a declaration that was not made", { ...complete, answersTrue: false }, "/answersTrue", "const"],
  ["null for an answer", { ...complete, blueBadge: null }, "/blueBadge", "type"],
  [
    "a file that is too large",
    { ...complete, keeper: false, keeperLetter: { ...letter, size: 10_000_001 } },
    "/keeperLetter/size",
    "maximum",
  ],
  ["a part of a set that is missing", { ...complete, home: { line1: "1", town: "Ashby" } }, "/home", "required"],
])("%s is refused at its place", (_, application, place, keyword) => {
  expect(validate(application)).toBe(false);
  expect(validate.errors).toContainEqual(expect.objectContaining({ instancePath: place, keyword }));
});

test("a register's answer of another kind is refused; a part that it does not know may be missing", () => {
  const check = gives["vehicle-register/find-vehicle"];
  expect(check?.({ make: "Volt", fuel: "electric", taxed: true })).toBe(true);
  expect(check?.({ make: "Volt", fuel: "steam" })).toBe(false);
  expect(check?.({ make: "Volt", taxed: "yes" })).toBe(false);
  expect(check?.({ make: "Volt", owner: "Mo" })).toBe(false);
  expect(check?.("Volt")).toBe(false);
});

test("the checks agree with answers.schema.json on any application", () => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  for (const format of ["date", "email", "uri"]) ajv.addFormat(format, true);
  const schema = ajv.compile(JSON.parse(JSON.stringify(emitAnswersSchema(parking))));
  let accepted = 0;
  fc.assert(
    fc.property(randomApplication, (application) => {
      const verdict = validate(application);
      if (verdict) accepted += 1;
      expect(verdict).toBe(schema(application));
    }),
    { numRuns: 1000 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test("days are days of the calendar", async () => {
  const fields: Field = {
    kind: "field",
    path: ["day"],
    name: "day",
    label: { en: "Day" },
    type: { kind: "date" },
    optional: false,
  };
  const service: Service = {
    ...parking,
    eligibility: { title: { en: "E" }, steps: [], requirements: [] },
    sections: [{ name: "s", title: { en: "S" }, steps: [{ kind: "page", name: "day", parts: [fields] }] }],
  };
  const dated = (await loadModule(emitValidators(service)))["validateApplication"] as Check;
  for (const day of ["2024-02-29", "2000-02-29", "2026-12-31", "2026-04-30"]) expect(dated({ day }), day).toBe(true);
  for (const day of ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "today", "2026-04-30\n"])
    expect(dated({ day }), day).toBe(false);
});

test("the text stands alone: nothing is required, nothing is evaluated, the same service gives the same bytes", () => {
  expect(text).not.toMatch(/\brequire\(|\bimport\b|\beval\(|new Function/);
  expect(emitValidators(structuredClone(parking))).toBe(text);
});
