// What rests on the day alone is worked out once: rules that read it from values say the same as rules that work it out themselves.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Rule, Service } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
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
  const from = { op: "after", length: { op: "length", length: { amount: 3, unit: "months" } } };
  expect(Object.values(whole.parts)).toEqual([{ from, reaches: { op: "today" }, past: false }]);
  expect(JSON.stringify(whole.rules)).not.toContain('"op":"after"');
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

const lengths = fc.record({
  amount: fc.nat(40),
  unit: fc.constantFrom("days" as const, "weeks" as const, "months" as const, "years" as const),
});

test("however an answer and a length after it are compared with today, a comparison with the day that was worked out says the same", () => {
  const ops = fc.constantFrom("at-least" as const, "under" as const, "over" as const, "at-most" as const);
  fc.assert(
    fc.property(lengths, ops, days, fc.option(days, { nil: undefined }), (length, op, today, born) => {
      const left: Expression = { op: "after", length: { op: "length", length }, date: { op: "fact", path: ["born"] } };
      const rule: Rule = {
        gives: { kind: "yes-or-no" },
        reads: ["born"],
        expression: { op, left, right: { op: "today" } },
      };
      const service: Service = { ...warmth, rules: { compared: rule } };
      const whole = byDay(service);
      const [plain, split] = [createRulebook(service), createRulebook({ ...service, rules: whole.rules })];
      const values: Answers = born === undefined ? {} : { born };
      const facts: Facts = { values, asked: new Set(["born"]), corrected: new Set(), dateApplied: today, today };
      const ofTheDay = dayConstants(whole, (part) => evaluateExpression(part, service, plain, facts));
      const said = split.evaluate("compared", { ...facts, values: { ...values, [dayConstantsKey]: ofTheDay } });
      expect(said).toBe(plain.evaluate("compared", facts));
    }),
    { numRuns: 2000 },
  );
});
