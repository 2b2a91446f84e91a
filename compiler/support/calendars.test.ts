// Working days, against counting one day after the other.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  plainWeek,
  type WorkingCalendar,
  workingDaysBetween,
} from "./calendars.ts";
import { addDays, dateOfNumber } from "./dates.ts";

const april: WorkingCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  closed: [
    { on: "2026-04-03", title: { en: "Good Friday" } },
    { on: "2026-04-06", title: { en: "Easter Monday" } },
  ],
};

test("the day of the event does not count, weekends and closed days neither", () => {
  expect(addWorkingDays("2026-04-02", 1, april)).toBe("2026-04-07");
  expect(addWorkingDays("2026-04-02", 5, april)).toBe("2026-04-13");
  expect(addWorkingDays("2026-04-04", 1, april)).toBe("2026-04-07");
  expect(addWorkingDays("2026-04-07", -1, april)).toBe("2026-04-02");
  expect(addWorkingDays("2026-04-04", 0, april)).toBe("2026-04-04");
  expect(nextWorkingDay("2026-04-03", april)).toBe("2026-04-07");
  expect(isWorkingDay("2026-04-06", april)).toBe(false);
  expect(workingDaysBetween("2026-04-02", "2026-04-13", april)).toBe(5);
});

const calendars = fc.record({
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  closed: fc.array(
    fc.integer({ min: 20_000, max: 20_400 }).map((number) => ({ on: dateOfNumber(number) ?? "", title: {} })),
    { maxLength: 20 },
  ),
});
const date = fc.integer({ min: 20_000, max: 20_400 }).map((number) => dateOfNumber(number) ?? "");

function countedOneByOne(from: string, count: number, calendar: WorkingCalendar): string {
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, count < 0 ? -1 : 1) ?? "";
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

test("adding and counting by weeks is adding and counting day by day", () => {
  fc.assert(
    fc.property(calendars, date, fc.integer({ min: -60, max: 60 }), (calendar, from, count) => {
      const end = countedOneByOne(from, count, calendar);
      expect(addWorkingDays(from, count, calendar)).toBe(end);
      // Counting leaves the first day out, so from a closed day backwards the far end itself may count.
      if (count >= 0) expect(workingDaysBetween(from, end, calendar)).toBe(count);
    }),
    { numRuns: 1000 },
  );
});

test("counting backwards is counting forwards with a minus", () => {
  fc.assert(
    fc.property(calendars, date, date, (calendar, from, to) => {
      expect(workingDaysBetween(to, from, calendar)).toBe(0 - (workingDaysBetween(from, to, calendar) ?? 0));
    }),
  );
});

test("a calendar without working days, endless lengths and what is no day give nothing, at once", () => {
  const never: WorkingCalendar = { workingDays: [], closed: [] };
  expect(addWorkingDays("2026-04-01", 1, never)).toBeUndefined();
  expect(nextWorkingDay("2026-04-01", never)).toBeUndefined();
  expect(addWorkingDays("2026-04-01", Number.MAX_SAFE_INTEGER, plainWeek)).toBeUndefined();
  expect(addWorkingDays("2026-04-01", -10_000_000, plainWeek)).toBeUndefined();
  expect(addWorkingDays("soon", 1, plainWeek)).toBeUndefined();
  expect(addWorkingDays("2026-04-01", 1.5, plainWeek)).toBeUndefined();
});
