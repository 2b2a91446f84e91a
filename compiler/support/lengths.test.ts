// Lengths of time: shifting days by them, comparing them, counting them.
import { expect, test } from "vitest";
import type { Duration } from "#contract";
import { plainWeek } from "./calendars.ts";
import { asLength, compareLengths, countBetween, shiftDate } from "./lengths.ts";

const length = (amount: number, unit: Duration["unit"]): Duration => ({ amount, unit });

test.each([
  ["2026-04-02", length(28, "days"), "2026-04-30", "2026-03-05"],
  ["2026-04-02", length(2, "weeks"), "2026-04-16", "2026-03-19"],
  ["2026-05-31", length(3, "months"), "2026-08-31", "2026-02-28"],
  ["2028-02-29", length(1, "years"), "2029-03-01", "2027-02-28"],
  ["2026-04-03", length(1, "working-days"), "2026-04-06", "2026-04-02"],
  ["2026-04-03", length(5, "hours"), undefined, undefined],
])("from %s, %j: after and before", (date, by, after, before) => {
  expect(shiftDate(date, by, 1, plainWeek)).toBe(after);
  expect(shiftDate(date, by, -1, plainWeek)).toBe(before);
});

test("lengths compare where they have a common measure", () => {
  expect(compareLengths(length(2, "weeks"), length(14, "days"))).toBe(0);
  expect(compareLengths(length(1, "years"), length(11, "months"))).toBeGreaterThan(0);
  expect(compareLengths(length(3, "months"), length(90, "days"))).toBeUndefined();
  expect(compareLengths(length(5, "working-days"), length(5, "days"))).toBeUndefined();
});

test("whole units between days, backwards with a minus", () => {
  const count = (unit: "days" | "weeks" | "working-days" | "years"): (number | undefined)[] => [
    countBetween(unit, "2026-04-01", "2026-04-15", plainWeek),
    countBetween(unit, "2026-04-15", "2026-04-01", plainWeek),
  ];
  expect(count("days")).toEqual([14, -14]);
  expect(count("weeks")).toEqual([2, -2]);
  expect(count("working-days")).toEqual([10, -10]);
  expect(count("years")).toEqual([0, 0]);
});

test("only a record with a whole amount and a unit is a length", () => {
  expect(asLength({ amount: 3, unit: "months" })).toEqual({ amount: 3, unit: "months" });
  for (const other of [
    "3 months",
    3,
    null,
    {},
    { amount: "3", unit: "months" },
    { amount: 1.5, unit: "days" },
    { amount: 3, unit: "moons" },
  ]) {
    expect(asLength(other)).toBeUndefined();
  }
});
