// Instants and local days of a time zone, through the platform's own tables. Instants are ISO text in UTC
// ("2026-04-01T08:41:00.000Z"); knows no clock: every instant is given.
import type { Duration } from "#contract";
import { nextWorkingDay, type WorkingCalendar } from "./calendars.ts";
import { addDays, dayNumber, writeDate } from "./dates.ts";
import { shiftDate } from "./lengths.ts";

/** One time zone's days. Make it once and keep it: its tables take time to open. */
export interface Zone {
  /** The local day an instant falls on. Throws RangeError for text that is not an instant. */
  dayOf(instant: string): string;
  /** The first instant of a local day; where clocks skip midnight, the first that there is. */
  startOf(date: string): string;
  /** The last millisecond of a local day, so that a deadline still bears its own date. */
  endOf(date: string): string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Opens an IANA time zone ("Europe/London"). Throws RangeError for a name that the platform does not know. */
export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const localDay = (time: number): string => {
    const parts = new Map(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
    const date = writeDate({
      year: parts.get("year") ?? 0,
      month: parts.get("month") ?? 0,
      day: parts.get("day") ?? 0,
    });
    if (date === undefined) throw new RangeError("This instant lies outside the years 1 to 9999.");
    return date;
  };
  const startOf = (date: string): number => {
    const number = dayNumber(date);
    if (number === undefined) throw new RangeError(`"${date}" is not a day, such as 2026-04-01.`);
    // Local days only ever go forward, so the first instant of one is found by halving; no zone is 18 hours off. Nearly all days begin on a
    // quarter of an hour of universal time, so those are tried first: asking for a local day is dear.
    let [before, from] = [number * day - 18 * hour, number * day + 18 * hour];
    const halveDownTo = (step: number): void => {
      while (from - before > step) {
        const middle = before + Math.floor((from - before) / 2 / step) * step;
        if (localDay(middle) < date) before = middle;
        else from = middle;
      }
    };
    halveDownTo(hour / 4);
    if (localDay(from - 1) < date) return from;
    halveDownTo(1);
    return from;
  };
  return {
    dayOf: (instant) => localDay(readInstant(instant)),
    startOf: (date) => new Date(startOf(date)).toISOString(),
    endOf(date) {
      return new Date(startOf(addDays(date, 1) ?? date) - 1).toISOString();
    },
  };
}

function readInstant(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`"${instant}" is not an instant, such as 2026-04-01T08:41:00Z.`);
  return time;
}

/**
 * When a length that begins with a happening is over (language.md 2.5, R9): minutes and hours are exact and ignore the
 * calendar; days and longer do not count the day of the happening and end with their last local day, moved to the next
 * working day where the calendar moves deadlines. Nothing when the calendar has no such day.
 */
export function deadlineAfter(
  instant: string,
  length: Duration,
  zone: Zone,
  calendar: WorkingCalendar & { readonly moveDeadlines?: boolean },
): string | undefined {
  if (length.unit === "minutes" || length.unit === "hours") {
    return new Date(readInstant(instant) + length.amount * (length.unit === "hours" ? hour : 60_000)).toISOString();
  }
  const last = shiftDate(zone.dayOf(instant), length, 1, calendar);
  const moved = last !== undefined && calendar.moveDeadlines ? nextWorkingDay(last, calendar) : last;
  return moved === undefined ? undefined : zone.endOf(moved);
}
