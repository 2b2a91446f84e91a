// Lengths of time as rules use them ("3 months", "10 working days"): a day shifted by one, how many lie between two
// days, and one length compared with another. Days only: instants are the affair of zoned.ts.
import type { Duration } from "#contract";
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from "./calendars.ts";
import { addDays, addMonths, addYears, daysBetween, monthsBetween, yearsBetween } from "./dates.ts";

const units: readonly string[] = ["minutes", "hours", "days", "working-days", "weeks", "months", "years"];

/** The value as a length when it is one: a record {amount, unit}. */
export function asLength(value: unknown): Duration | undefined {
  return isLength(value) ? value : undefined;
}

function isLength(value: unknown): value is Duration {
  if (typeof value !== "object" || value === null || !("amount" in value) || !("unit" in value)) return false;
  return Number.isSafeInteger(value.amount) && typeof value.unit === "string" && units.includes(value.unit);
}

/**
 * The day a length after (1) or before (-1) a day; the day itself does not count. Minutes and hours do not move a day:
 * they give nothing, as does anything that leaves the calendar.
 */
export function shiftDate(
  date: string,
  length: Duration,
  direction: 1 | -1,
  calendar: WorkingCalendar,
): string | undefined {
  const amount = length.amount * direction;
  switch (length.unit) {
    case "days":
      return addDays(date, amount);
    case "weeks":
      return addDays(date, amount * 7);
    case "months":
      return addMonths(date, amount, calendar);
    case "years":
      return addYears(date, amount, calendar);
    case "working-days":
      return addWorkingDays(date, amount, calendar);
    case "minutes":
    case "hours":
      return undefined;
  }
}

/** Whole units from one day to another; negative when the second is earlier. */
export function countBetween(
  unit: "days" | "working-days" | "weeks" | "months" | "years",
  from: string,
  to: string,
  calendar: WorkingCalendar,
): number | undefined {
  if (unit === "months") return monthsBetween(from, to, calendar);
  if (unit === "years") return yearsBetween(from, to, calendar);
  if (unit === "working-days") return workingDaysBetween(from, to, calendar);
  const days = daysBetween(from, to);
  return unit === "weeks" && days !== undefined ? Math.trunc(days / 7) + 0 : days;
}

const comparableSize: Readonly<Record<Duration["unit"], readonly [family: string, size: number]>> = {
  minutes: ["clock", 1],
  hours: ["clock", 60],
  days: ["days", 1],
  weeks: ["days", 7],
  "working-days": ["working days", 1],
  months: ["months", 1],
  years: ["months", 12],
};

/** Below zero when the first is shorter, above when it is longer; nothing where they have no common measure (months and days). */
export function compareLengths(left: Duration, right: Duration): number | undefined {
  const [family, size] = comparableSize[left.unit];
  const [otherFamily, otherSize] = comparableSize[right.unit];
  return family === otherFamily ? left.amount * size - right.amount * otherSize : undefined;
}
