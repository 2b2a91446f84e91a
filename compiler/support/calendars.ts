// Working days by a calendar of the contract: is this one, which comes next, adding and counting them.
// Knows days only, no clock and no time zone. A calendar without any working day gives nothing, never an endless search.
import type { Calendar, Service } from "#contract";
import { dateOfNumber, dayNumber, type LengthEnds, weekdayOfNumber } from "./dates.ts";

/** Monday to Friday, nothing closed: what counts where a service names no calendar. */
export const plainWeek: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5], closed: [] };

/** The part of a calendar that counting needs: its working days, and where years and months end whose day is missing. */
export type WorkingCalendar = Pick<Calendar, "workingDays" | "closed"> & LengthEnds;

/** The calendar by which a service counts everywhere: the one its route names, else plain weeks. */
export function calendarOf({
  route,
  calendars,
}: Pick<Service, "route" | "calendars">): WorkingCalendar & Pick<Calendar, "moveDeadlines"> {
  const named = route?.calendar;
  return (named === undefined ? undefined : calendars[named]) ?? plainWeek;
}

/** The first and last day numbers of the calendar we count in: 1 January 1 and 31 December 9999. */
const firstDay = -719_162;
const lastDay = 2_932_896;

/** True when the day is a working day. False for text that is not a day. */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  const number = dayNumber(date);
  return number !== undefined && isWorking(number, calendar);
}

/** This day if it is a working day, else the next one. */
export function nextWorkingDay(date: string, calendar: WorkingCalendar): string | undefined {
  const number = dayNumber(date);
  if (number === undefined || calendar.workingDays.length === 0) return undefined;
  let day = number;
  while (!isWorking(day, calendar)) {
    if (day > lastDay) return undefined;
    day += 1;
  }
  return dateOfNumber(day);
}

/**
 * The day that is so many working days after the given one, which itself does not count (before it, when negative).
 * Zero gives the day itself, working or not.
 */
export function addWorkingDays(date: string, count: number, calendar: WorkingCalendar): string | undefined {
  const number = dayNumber(date);
  const perWeek = new Set(calendar.workingDays).size;
  if (number === undefined || perWeek === 0 || !Number.isSafeInteger(count)) return undefined;
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let day = number;
  // Whole weeks first, with at least one day left to count, so that the end is a working day. Closed days only ever make
  // a stretch hold fewer working days, so this never goes too far.
  while (left > perWeek) {
    const jump = Math.floor((left - 1) / perWeek) * 7 * step;
    if (day + jump > lastDay || day + jump < firstDay) return undefined;
    left -= step > 0 ? countAfter(day, day + jump, calendar) : countAfter(day + jump - 1, day - 1, calendar);
    day += jump;
  }
  while (left > 0) {
    day += step;
    if (day > lastDay || day < firstDay) return undefined;
    if (isWorking(day, calendar)) left -= 1;
  }
  return dateOfNumber(day);
}

/** Working days after the first day up to and with the second; negative when the second is earlier. */
export function workingDaysBetween(from: unknown, to: unknown, calendar: WorkingCalendar): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  if (start === undefined || end === undefined) return undefined;
  return start <= end ? countAfter(start, end, calendar) : 0 - countAfter(end, start, calendar);
}

function isWorking(day: number, calendar: WorkingCalendar): boolean {
  if (!calendar.workingDays.includes(weekdayOfNumber(day))) return false;
  const date = dateOfNumber(day);
  return !calendar.closed.some((closed) => closed.on === date);
}

/** Working days in (from, to], by whole weeks and a rest of at most six days. */
function countAfter(from: number, to: number, calendar: WorkingCalendar): number {
  const weekdays = new Set(calendar.workingDays);
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * weekdays.size;
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (weekdays.has(weekdayOfNumber(day))) count += 1;
  for (const on of new Set(calendar.closed.map((closed) => closed.on))) {
    const closed = dayNumber(on);
    if (closed !== undefined && closed > from && closed <= to && weekdays.has(weekdayOfNumber(closed))) count -= 1;
  }
  return count;
}
