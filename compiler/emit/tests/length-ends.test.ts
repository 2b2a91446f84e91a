// Where years and months end whose day is missing: the tree walker, the emitted JavaScript and the emitted JSONata agree by any
// calendar, over days at the ends of months.
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { emitConditions } from "../conditions/conditions.ts";
import { emitJsonata, ruleText } from "../jsonata/jsonata.ts";
import { loadModule, parking } from "./parking.ts";

const born: Expression = { op: "fact", path: ["born"] };
const today: Expression = { op: "today" };
const calendars: Service["calendars"] = Object.fromEntries(
  ([undefined, "--02-28", "--03-01"] as const).flatMap((years) =>
    ([undefined, "last-day", "first-day-after"] as const).map((months) => [
      `${years}-${months}`,
      {
        title: { en: "Days" },
        workingDays: [1, 2, 3, 4, 5],
        closed: [],
        ...(years && { yearsFrom29FebruaryEndOn: years }),
        ...(months && { monthsEndOn: months }),
      },
    ]),
  ),
);

/** Rules of one length: shifts there and back, and what is counted. */
function rulesOf(unit: "months" | "years", amount: number): Record<string, Expression> {
  const length: Expression = { op: "length", length: { amount, unit } };
  return {
    after: { op: "after", length, date: born },
    before: { op: "before", length, date: today },
    since: { op: "since", unit, from: born, to: today },
    reached: { op: "at-most", left: born, right: { op: "before", length, date: today } },
  };
}

function serviceBy(calendar: string, rules: Record<string, Expression>): Service {
  return {
    ...parking,
    calendars,
    route: { calendar, first: "", rights: [], stages: [] },
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, expression]) => [id, { gives: { kind: "text" }, expression, reads: [] }]),
    ),
  };
}

const anyMonthEnd = fc
  .record({ year: fc.integer({ min: 2019, max: 2033 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: -3, max: 1 }).map((day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)),
  );

const aroundLeapDays = fc.constantFrom(
  "2020-02-29",
  "2024-02-29",
  "2025-02-28",
  "2025-03-01",
  "2028-02-28",
  "2028-02-29",
);
const monthEnd = fc.oneof(anyMonthEnd, aroundLeapDays);

function factsOf(from: string, to: string): Facts {
  return { values: { born: from }, asked: new Set(), corrected: new Set(), dateApplied: to, today: to };
}

test.each(Object.keys(calendars))("by the calendar %s all three agree", async (calendar) => {
  const lengths = fc.record({
    unit: fc.constantFrom("months", "years" as const),
    amount: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })),
    days: fc.array(fc.tuple(monthEnd, monthEnd), { minLength: 12, maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(lengths, async ({ unit, amount, days }) => {
      const rules = rulesOf(unit, amount);
      const service = serviceBy(calendar, rules);
      const walked = createRulebook(service);
      const emitted = (await loadModule(emitConditions(service)))["rulebook"] as Rulebook;
      const document = emitJsonata(service);
      for (const id of Object.keys(rules)) {
        const text = jsonata(ruleText(document, id));
        for (const [from, to] of days) {
          const facts = factsOf(from, to);
          const value = walked.evaluate(id, facts);
          expect(value, `${id} ${from} ${to}`).toBeDefined();
          expect(emitted.evaluate(id, facts), `${id} ${from} ${to}`).toBe(value);
          const input = { answers: facts.values, asked: [], corrected: [], today: to, dateApplied: to, items: {} };
          expect(JSON.stringify(await text.evaluate(input)), `${id} ${from} ${to}`).toBe(JSON.stringify(value));
        }
      }
    }),
    { numRuns: 25 },
  );
});

test("on the day that a calendar names, and on no day before it", () => {
  const age = rulesOf("years", 18);
  const reached = (calendar: string, to: string) =>
    createRulebook(serviceBy(calendar, age)).evaluate("reached", factsOf("2008-02-29", to));
  expect(reached("undefined-undefined", "2026-02-28")).toBe(false);
  expect(reached("undefined-undefined", "2026-03-01")).toBe(true);
  expect(reached("--02-28-undefined", "2026-02-27")).toBe(false);
  expect(reached("--02-28-undefined", "2026-02-28")).toBe(true);
});
