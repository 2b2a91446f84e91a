// Days and deadlines as one service counts them: its time zone and its route's calendar. Knows no clock.
import type { Duration, Service } from "#contract";
import { addWorkingDays, calendarOf, plainWeek, type WorkingCalendar, workingDaysBetween } from "#support/calendars.ts";
import { addDays, daysBetween } from "#support/dates.ts";
import { createZone, deadlineAfter, type Zone } from "#support/zoned.ts";
import type { Deadline } from "./case.ts";

/** How one service counts time. Make it once for many steps: time zone tables take time to open. */
export interface Days {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar & { readonly moveDeadlines?: boolean };
  /** The instant a length after a happening is over. A calendar without such a day must not make a wait endless: plain days count then. */
  after(instant: string, length: Duration): string;
}

/** Beyond the calendar we count in. */
const lastInstant = "9999-12-31T00:00:00.000Z";

/** The days of a service: the calendar its route names, else plain weeks. */
export function buildDays(service: Service): Days {
  const calendar = calendarOf(service);
  const zone = keepEnds(createZone(service.timeZone));
  return {
    zone,
    calendar,
    after: (instant, length) =>
      deadlineAfter(instant, length, zone, calendar) ??
      deadlineAfter(instant, { amount: length.amount, unit: "days" }, zone, plainWeek) ??
      lastInstant,
  };
}

/** More days than any service counts towards at one time. */
const mostEnds = 1000;

/** Finding the end of a local day asks the time zone's tables some thirty times (130 µs); most deadlines end on the same few days. */
function keepEnds(zone: Zone): Zone {
  const ends = new Map<string, string>();
  return {
    ...zone,
    endOf(date) {
      const end = ends.get(date) ?? zone.endOf(date);
      if (ends.size >= mostEnds) ends.clear();
      ends.set(date, end);
      return end;
    },
  };
}

/** The unit in which a stopped clock keeps what is left of a length. */
export function unitOf(length: Duration): Deadline["unit"] {
  if (length.unit === "working-days") return "working-days";
  return length.unit === "minutes" || length.unit === "hours" ? "milliseconds" : "days";
}

/** What is left of a deadline when clocks stop: from the day after the request nothing counts (R6, R9). */
export function leftOf(deadline: Deadline, now: string, days: Days): NonNullable<Deadline["left"]> {
  if (deadline.unit === "milliseconds") {
    return { unit: "milliseconds", amount: Math.max(0, Date.parse(deadline.at) - Date.parse(now)) };
  }
  const [from, to] = [days.zone.dayOf(now), days.zone.dayOf(deadline.at)];
  const amount = deadline.unit === "working-days" ? workingDaysBetween(from, to, days.calendar) : daysBetween(from, to);
  return { unit: deadline.unit, amount: Math.max(0, amount ?? 0) };
}

/** When a deadline is that was stopped and runs again now: the day of the answer does not count. */
export function resumedAt(left: NonNullable<Deadline["left"]>, now: string, days: Days): string {
  if (left.unit === "milliseconds") return new Date(Date.parse(now) + left.amount).toISOString();
  const from = days.zone.dayOf(now);
  const last =
    left.unit === "working-days" ? addWorkingDays(from, left.amount, days.calendar) : addDays(from, left.amount);
  return days.zone.endOf(last ?? from);
}
