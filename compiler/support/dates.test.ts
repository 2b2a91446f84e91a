// Days: held to the platform's own calendar, and to the rulings of language.md 3.6.17.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  dateOfNumber,
  dayNumber,
  type LengthEnds,
  monthsBetween,
  readDate,
  weekdayOfNumber,
  writeDate,
  yearsBetween,
} from "./dates.ts";

const day = fc.integer({ min: -719_162, max: 2_932_896 });
const recent = fc.integer({ min: -20_000, max: 40_000 }).map((number) => dateOfNumber(number) ?? "");
const early: LengthEnds = { yearsFrom29FebruaryEndOn: "--02-28", monthsEndOn: "first-day-after" };
const anyEnds = fc.constantFrom<LengthEnds>({}, early, {
  yearsFrom29FebruaryEndOn: "--03-01",
  monthsEndOn: "last-day",
});
/** A day near which months and years have no such day more often than elsewhere. */
const monthEnd = fc
  .record({ year: fc.integer({ min: 1895, max: 2105 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: -4, max: 1 }).map((days) => addDays(writeDate({ year, month, day: 1 }) ?? "", days) ?? ""),
  );
const anyDay = fc.oneof(recent, monthEnd);

test("day numbers and dates agree with the platform over all years", () => {
  fc.assert(
    fc.property(day, (number) => {
      const date = dateOfNumber(number) ?? "";
      const platform = new Date(number * 86_400_000);
      expect(date).toBe(platform.toISOString().slice(0, 10));
      expect(dayNumber(date)).toBe(number);
      expect(weekdayOfNumber(number)).toBe(platform.getUTCDay() || 7);
    }),
    { numRuns: 1000 },
  );
  expect([dateOfNumber(-719_163), dateOfNumber(2_932_897), dateOfNumber(0.5)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  "2026-02-29",
  "1900-02-29",
  "2026-04-31",
  "2026-00-01",
  "2026-13-01",
  "2026-1-1",
  "0000-01-01",
  "",
  "2026-04-01T00:00:00Z",
  20260401,
  undefined,
])("%s is no day", (text) => {
  expect(readDate(text)).toBeUndefined();
  expect(dayNumber(text)).toBeUndefined();
});

test("parts that are no day are not written", () => {
  expect(writeDate({ year: 2026, month: 2, day: 29 })).toBeUndefined();
  expect(writeDate({ year: 2026, month: Number.NaN, day: 1 })).toBeUndefined();
  expect(writeDate({ year: 10_000, month: 1, day: 1 })).toBeUndefined();
  expect(writeDate({ year: 987, month: 6, day: 5 })).toBe("0987-06-05");
});

test("a month ends on the same number, or on the last day of a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-05-31", -3)).toBe("2026-02-28");
  expect(addMonths("2026-11-15", 3)).toBe("2027-02-15");
  expect(addMonths("9999-12-01", 1)).toBeUndefined();
});

test("a calendar can let months end on the first day after a shorter month", () => {
  expect(addMonths("2026-01-31", 1, early)).toBe("2026-03-01");
  expect(addMonths("2026-01-31", 2, early)).toBe("2026-03-31");
  expect(addMonths("2026-01-28", 1, early)).toBe("2026-02-28");
  expect(addMonths("2026-10-31", 1, early)).toBe("2026-12-01");
  expect(addMonths("2026-03-31", -1, early)).toBe("2026-02-28");
  expect(monthsBetween("2026-01-31", "2026-02-28", early)).toBe(0);
  expect(monthsBetween("2026-01-31", "2026-03-01", early)).toBe(1);
});

test("someone born on 29 February reaches an age on 1 March in other years", () => {
  expect(addYears("2008-02-29", 18)).toBe("2026-03-01");
  expect(yearsBetween("2008-02-29", "2026-02-28")).toBe(17);
  expect(yearsBetween("2008-02-29", "2026-03-01")).toBe(18);
  expect(yearsBetween("2008-02-29", "2028-02-29")).toBe(20);
});

test("a calendar can let somebody born on 29 February reach an age on 28 February", () => {
  expect(addYears("2008-02-29", 18, early)).toBe("2026-02-28");
  expect(addYears("2008-02-29", 20, early)).toBe("2028-02-29");
  expect(addYears("2026-02-28", -18, early)).toBe("2008-02-29");
  expect(addYears("2028-02-28", -20, early)).toBe("2008-02-28");
  expect(yearsBetween("2008-02-29", "2026-02-27", early)).toBe(17);
  expect(yearsBetween("2008-02-29", "2026-02-28", early)).toBe(18);
  expect(addYears("2008-03-01", 18, early)).toBe("2026-03-01");
});

test("at least so many years ago says the same as the age, by any calendar", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 90 }), anyEnds, (born, today, age, ends) => {
      const limit = addYears(today, -age, ends) ?? "";
      expect(born <= limit).toBe((yearsBetween(born, today, ends) ?? 0) >= age);
      expect(born <= limit).toBe((addYears(born, age, ends) ?? "9999") <= today);
    }),
    {
      numRuns: 4000,
      examples: [{}, early].flatMap((ends): [string, string, number, LengthEnds][] => [
        ["2010-03-01", "2028-02-29", 18, ends],
        ["2008-02-29", "2026-02-28", 18, ends],
        ["2008-02-28", "2026-02-28", 18, ends],
        ["2008-02-29", "2026-03-01", 18, ends],
        ["2008-02-29", "2028-02-28", 20, ends],
      ]),
    },
  );
});

test("where months end on the first day after a shorter one, at least so many months ago says the same as the months since", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 90 }), (from, today, months) => {
      const limit = addMonths(today, -months, early) ?? "";
      expect(from <= limit).toBe((monthsBetween(from, today, early) ?? 0) >= months);
    }),
    { numRuns: 4000 },
  );
});

test("whole months: the last one is reached, the next is not", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyEnds, (from, to, ends) => {
      const months = monthsBetween(from, to, ends) ?? 0;
      if (from <= to) {
        expect((addMonths(from, months, ends) ?? "") <= to).toBe(true);
        expect((addMonths(from, months + 1, ends) ?? "") > to).toBe(true);
      }
      expect(monthsBetween(to, from, ends)).toBe(0 - months);
    }),
    { numRuns: 4000 },
  );
});

test("adding days goes over months, years and leap days", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(addDays("not a day", 1)).toBeUndefined();
});
