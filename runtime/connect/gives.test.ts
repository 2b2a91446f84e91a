// What readGives lets through is what the bundle's own check lets through: two ways to say it, one meaning.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service, Type } from "#contract";
import { emitValidators } from "../../compiler/emit/validators/validators.ts";
import { readGives } from "./gives.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);

const kinds: readonly Type["kind"][] = [
  "text",
  "number",
  "whole-number",
  "money",
  "date",
  "yes-or-no",
  "one-of",
  "postcode",
  "vehicle-registration",
];
const gives = kinds.map((kind) => ({
  key: kind,
  name: kind,
  type: kind === "one-of" ? { kind, list: "fuels" } : { kind },
}));
const some = parking.sources["vehicle-register"]?.operations["find-vehicle"];
if (!some) throw new Error("The parking service has lost its source.");
const operation = { ...some, needs: [], gives };
const service: Service = { ...parking, sources: { all: { title: { en: "All" }, operations: { kinds: operation } } } };

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constantFrom("petrol", "coal", "2026-02-29", "2024-02-29", "2026-04-01", "AS1 4QT", null, ""),
  fc.array(fc.integer(), { maxLength: 2 }),
  fc.record({ line1: fc.string() }),
);
const answers = fc.record(Object.fromEntries(kinds.map((kind) => [kind, value])), { requiredKeys: [] });

test("for random answers, what is kept passes the emitted validator, and what is refused would not all have passed", async () => {
  const text = emitValidators(service);
  const module: { validateGives: Record<string, (data: unknown) => boolean> } = await import(
    `data:text/javascript,${encodeURIComponent(text)}`
  );
  const validate = module.validateGives["all/kinds"];
  if (!validate) throw new Error("The bundle has no check of this operation.");
  fc.assert(
    fc.property(answers, (answer) => {
      const kept = readGives(service, gives, answer);
      if (kept) expect(validate(kept)).toBe(true);
      else {
        const given = Object.fromEntries(
          Object.entries(answer).filter(([, one]) => one !== null && one !== "" && !isEmptyRecord(one)),
        );
        // Refused for want of anything, for control characters (which the forms cannot send either), or because a value is wrong.
        const odd =
          Object.values(given).some((one) => typeof one === "string" && /\p{Cc}/u.test(one)) ||
          Object.keys(given).length === 0;
        expect(
          odd ||
            !validate(given) ||
            Object.values(given).some((one) => typeof one === "number" && !Number.isSafeInteger(one)),
        ).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

function isEmptyRecord(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((part) => part === "")
  );
}

test("names that every object has are not answers, and an answer without a prototype is read", () => {
  const declared = [{ key: "constructor", name: "constructor", type: { kind: "text" as const } }];
  expect(readGives(service, declared, {})).toBeUndefined();
  expect(readGives(service, gives, JSON.parse('{"__proto__": {"text": "x"}}'))).toBeUndefined();
  const bare = Object.assign(Object.create(null), { text: "x" });
  expect(readGives(service, gives, bare)).toEqual({ text: "x" });
});
