// What rests on the day alone is worked out once: rules that read it from values say the same as rules that work it out themselves.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Facts } from "#contract/facts.ts";
import { byDay, dayConstants, dayConstantsKey } from "./day-constants.ts";
import { createRulebook, evaluateExpression } from "./evaluate.ts";

const warmth: Service = JSON.parse(
  readFileSync(new URL("../../examples/winter-warmth-payment/expected/service.json", import.meta.url), "utf8"),
);

/** Near enough to each other that both answers come up. */
const days = fc
  .date({ min: new Date("2027-10-01"), max: new Date("2028-06-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a document of the last 3 months is one, whichever way the day 3 months ago is known", () => {
  const whole = byDay(warmth);
  expect(Object.values(whole.parts)).toEqual([
    { op: "before", length: { op: "length", length: { amount: 3, unit: "months" } }, date: { op: "today" } },
  ]);
  expect(JSON.stringify(whole.rules)).not.toContain('"op":"before"');
  const [plain, split] = [createRulebook(warmth), createRulebook({ ...warmth, rules: whole.rules })];
  const met = new Set<unknown>();
  fc.assert(
    fc.property(days, days, (today, datedOn) => {
      const energyBill = { id: "f", name: "bill.pdf", size: 1, mediaType: "application/pdf", sha256: "0", datedOn };
      const facts: Facts = {
        values: { energyBill },
        asked: new Set(["energyBill"]),
        corrected: new Set(),
        dateApplied: today,
        today,
      };
      const ofTheDay = dayConstants(whole, (part) => evaluateExpression(part, warmth, plain, facts));
      const values = { ...facts.values, [dayConstantsKey]: ofTheDay };
      const rule = "ask energy-bill/must 1";
      const said = plain.evaluate(rule, facts);
      met.add(said);
      expect(split.evaluate(rule, { ...facts, values })).toBe(said);
    }),
  );
  expect([...met].toSorted()).toEqual([false, true]);
});
