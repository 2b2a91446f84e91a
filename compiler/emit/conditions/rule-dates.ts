// Dates in emitted rules: values that may be missing go in, so the emitted text need not test each. Pure.
import type { Duration } from "#contract";
import { plainWeek, type WorkingCalendar } from "#support/calendars.ts";
import { asLength, countBetween, shiftDate } from "#support/lengths.ts";
import { asText, type Maybe } from "#support/operators.ts";

/** Whole units from one day to another, when both are there. */
export function since(
  unit: "days" | "working-days" | "weeks" | "months" | "years",
  from: Maybe,
  to: Maybe,
  calendar: WorkingCalendar = plainWeek,
): number | undefined {
  const [start, end] = [asText(from), asText(to)];
  return start === undefined || end === undefined ? undefined : countBetween(unit, start, end, calendar);
}

/** The day a length after (1) or before (-1) a day, when both are there. */
export function shifted(
  length: Maybe,
  direction: 1 | -1,
  date: Maybe,
  calendar: WorkingCalendar = plainWeek,
): string | undefined {
  const by: Duration | undefined = asLength(length);
  const day = asText(date);
  return by && day !== undefined ? shiftDate(day, by, direction, calendar) : undefined;
}
