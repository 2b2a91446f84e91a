// "x is at least 3 months ago" and "months since x is at least 3" say the same on every day, in all three targets; so do the wordings
// around it: over, under, at most, within the last.
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Facts, Rulebook } from "#contract/facts.ts";
import { addDays, addMonths } from "#support/dates.ts";
import { createRulebook } from "#support/evaluate.ts";
import { compile } from "../../compile.ts";
import { emitConditions } from "../conditions/conditions.ts";
import { emitJsonata, ruleText } from "../jsonata/jsonata.ts";
import { loadModule } from "./parking.ts";

const calendars = [
  "",
  "  months end on the first day after a shorter month\n",
  "  years from 29 February end on 28 February\n",
] as const;

function serviceOf(unit: string, amount: number, ends: string) {
  const one = `${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit}`;
  const text = `service boiler "Boiler"
calendar days "Days"
  working days are monday, tuesday, wednesday, thursday, friday
  closed on 6 April 2026 "Easter Monday"
${ends}
section boiler "Boiler"
  ask fitted "When was it fitted?" as date

decide t-at-least when fitted is at least ${one} ago
decide t-since when ${unit.replace("-", " ")} since fitted is at least ${amount}
decide t-over when fitted is over ${one} ago
decide t-under when fitted is under ${one} ago
decide t-at-most when fitted is at most ${one} ago
decide t-same when fitted is ${one} ago
decide t-within when fitted is within the last ${one}

role officer "an officer"
route
  calendar days
  stage review "Review" by officer
    can approve then go to granted
    finish within 5 days
outcome granted "Granted"
`;
  const { service, problems } = compile("boiler.service", new Map([["boiler.service", text]]));
  if (!service) throw new Error(problems.map(({ title }) => title).join("; "));
  return service;
}

const monthEnd = fc
  .record({ year: fc.integer({ min: 2019, max: 2033 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: -3, max: 1 }).map((day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)),
  );
const nearby = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2026-01-01", days) ?? "");
const anyDay = fc.oneof(monthEnd, nearby);

/** A day close to that on which the length is over. */
function around(from: string, unit: string, amount: number, days: number): string {
  const length = { days: amount, weeks: amount * 7, "working days": Math.round(amount * 1.4) }[unit] ?? 0;
  const months = { months: amount, years: amount * 12 }[unit] ?? 0;
  return addDays(addMonths(from, months) ?? "", length + days) ?? "";
}

/** Ends of months behind which a shorter one may come. */
const ends: readonly (readonly [string, number])[] = [
  ["2026-01-31", 0],
  ["2026-01-29", 0],
  ["2026-03-31", 0],
  ["2024-02-29", 0],
  ["2026-02-28", 3],
];

test.each(["days", "weeks", "months", "years", "working days"])("%s", async (unit) => {
  const lengths = fc.record({
    amount: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 30 })),
    calendar: fc.constantFrom(...calendars),
    days: fc.array(fc.tuple(anyDay, fc.integer({ min: -3, max: 3 })), { minLength: 8, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(lengths, async ({ amount, calendar, days }) => {
      const service = serviceOf(unit, amount, calendar);
      const walked = createRulebook(service);
      const emitted = (await loadModule(emitConditions(service)))["rulebook"] as Rulebook;
      const document = emitJsonata(service);
      const ids = ["at-least", "since", "over", "under", "at-most", "same", "within"] as const;
      const texts = new Map(ids.map((id) => [id, jsonata(ruleText(document, `t-${id}`))]));
      for (const [from, more] of [...ends, ...days]) {
        const to = around(from, unit, amount, more);
        const values = { fitted: from };
        const facts: Facts = { values, asked: new Set(["fitted"]), corrected: new Set(), dateApplied: to, today: to };
        const input = { answers: values, asked: ["fitted"], corrected: [], today: to, dateApplied: to, items: {} };
        const said = new Map<string, unknown>();
        for (const id of ids) {
          const value = walked.evaluate(`t-${id}`, facts);
          said.set(id, value);
          expect(emitted.evaluate(`t-${id}`, facts), `${id} ${from} ${to}`).toBe(value);
          expect(await texts.get(id)?.evaluate(input), `${id} ${from} ${to}`).toBe(value);
        }
        const is = (id: (typeof ids)[number]) => said.get(id);
        const when = `${amount} ${unit}, ${from} on ${to}`;
        expect(is("at-least"), when).toBe(is("since"));
        expect(is("under"), when).toBe(is("at-least") !== true);
        if (unit === "years") continue;
        expect(is("at-least"), when).toBe(is("over") === true || is("same") === true);
        expect(is("at-most"), when).toBe(is("over") !== true);
        expect(is("within"), when).toBe(is("at-most") === true && from <= to);
      }
    }),
    { numRuns: 8 },
  );
});
