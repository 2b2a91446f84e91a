// Calendar days as ISO text ("2026-04-01"): adding to them and counting between them. Knows no clock, no time zone and
// no working days. Rulings of language.md 3.6.17: a month's length ends on the same number or the last day of a shorter
// month; a year counted forward from 29 February ends on 1 March in other years; a calendar may say otherwise.
import type { Calendar } from "#contract";

/** Where years and months end whose day is missing, as a calendar says; what it does not say follows the rulings. */
export type LengthEnds = Pick<Calendar, "yearsFrom29FebruaryEndOn" | "monthsEndOn">;

const rulings: LengthEnds = {};

/** Whether a calendar lets lengths of this unit end elsewhere than the rulings. */
export function endsOtherwise(unit: string, ends: LengthEnds): boolean {
  if (unit === "years") return ends.yearsFrom29FebruaryEndOn === "--02-28";
  return unit === "months" && ends.monthsEndOn === "first-day-after";
}

/** The parts of a day of the Gregorian calendar. `month` and `day` count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const hyphen = 45;
const zero = 48;
const daysPerEra = 146_097;

/** True for a year that has 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads "2026-04-01"; nothing for text that is not a day of the calendar ("2026-02-31"). */
export function readDate(text: unknown): DateParts | undefined {
  const number = inDigits(text);
  if (number === undefined) return undefined;
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) - year * 100;
  return { year, month, day: number - year * 10_000 - month * 100 };
}

/** "2026-04-01" as 20260401, which keeps the order of days; nothing for text that is not a day of the calendar. */
function inDigits(text: unknown): number | undefined {
  if (typeof text !== "string" || text.length !== 10) return undefined;
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  return year * 10_000 + month * 100 + day;
}

/** The number that two digits say; far below any part of a date when they are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}

function padded(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

/** The parts as ISO text; nothing when they are no day of the calendar or the year leaves 1 to 9999. */
export function writeDate({ year, month, day }: DateParts): string | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  if (!(day <= daysInMonth(year, month))) return undefined;
  return `${year > 999 ? year : String(year).padStart(4, "0")}-${padded(month)}-${padded(day)}`;
}

/** Days since 1 January 1970, which is day 0; nothing for text that is not a day. */
export function dayNumber(text: unknown): number | undefined {
  const parts = readDate(text);
  if (!parts) return undefined;
  // Years that begin in March put the leap day last, so that whole eras of 400 years can be counted.
  const year = parts.month > 2 ? parts.year : parts.year - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - 719_468;
}

/** The day with this number as ISO text; nothing when the year leaves 1 to 9999. */
export function dateOfNumber(number: number): string | undefined {
  if (!Number.isSafeInteger(number)) return undefined;
  const shifted = number + 719_468;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return writeDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** ISO weekday of a day number: Monday is 1, Sunday is 7. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The day so many days later (earlier when negative). */
export function addDays(date: string, days: number): string | undefined {
  const number = dayNumber(date);
  return number === undefined ? undefined : dateOfNumber(number + days);
}

/**
 * The day so many months later (earlier when negative): the same number, or the last day of a shorter month. Where months end
 * on the first day after a shorter month, they do so forward only: backward the last day is the latest from which they are over.
 */
export function addMonths(date: string, months: number, ends = rulings): string | undefined {
  const parts = readDate(date);
  return parts && Number.isSafeInteger(months) ? writeDate(monthsLater(parts, months, ends)) : undefined;
}

function monthsLater(from: DateParts, months: number, ends: LengthEnds): DateParts {
  const total = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const last = daysInMonth(year, month);
  if (from.day <= last) return { year, month, day: from.day };
  // A shorter month is never December, so the month after it is in the same year.
  if (months > 0 && ends.monthsEndOn === "first-day-after") return { year, month: month + 1, day: 1 };
  return { year, month, day: last };
}

/**
 * The day so many years later (earlier when negative). Forward from 29 February the missing day is 1 March, or 28 February
 * where a calendar says so: an age is reached then. Backward it is the latest day from which so many years have passed, so that
 * "at least 18 years ago" says the same: 28 February for 29 February, and 29 February for a 28 February on which its years end.
 */
export function addYears(date: string, years: number, ends = rulings): string | undefined {
  const parts = readDate(date);
  return parts && Number.isSafeInteger(years) ? writeDate(yearsLater(parts, years, ends)) : undefined;
}

function yearsLater({ year: from, month, day }: DateParts, years: number, ends: LengthEnds): DateParts {
  const year = from + years;
  const isEarlier = ends.yearsFrom29FebruaryEndOn === "--02-28";
  if (day > daysInMonth(year, month)) {
    return years > 0 && !isEarlier ? { year, month: 3, day: 1 } : { year, month: 2, day: 28 };
  }
  const endsHere = isEarlier && years < 0 && month === 2 && day === 28 && !isLeapYear(from) && isLeapYear(year);
  return { year, month, day: endsHere ? 29 : day };
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: unknown, to: unknown): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/** Whole months from one day to another; negative when the second is earlier. */
export function monthsBetween(from: unknown, to: unknown, ends = rulings): number | undefined {
  const [start, end] = [readDate(from), readDate(to)];
  if (!start || !end) return undefined;
  return isAfter(start, end) ? 0 - wholeMonths(end, start, ends) : wholeMonths(start, end, ends);
}

/**
 * Whole years from one day to another, as ages are counted; negative when the second is earlier. Days in digits are as far apart
 * as their years from the same month and day on; those of 29 February are reached on 1 March of other years, unless a calendar
 * says 28 February.
 */
export function yearsBetween(from: unknown, to: unknown, ends = rulings): number | undefined {
  const start = inDigits(from);
  const end = inDigits(to);
  if (start === undefined || end === undefined) return undefined;
  return start > end ? 0 - yearsApart(end, start, ends) : yearsApart(start, end, ends);
}

function wholeMonths(start: DateParts, end: DateParts, ends: LengthEnds): number {
  const count = (end.year - start.year) * 12 + end.month - start.month;
  return isAfter(monthsLater(start, count, ends), end) ? count - 1 : count;
}

function yearsApart(earlier: number, later: number, ends: LengthEnds): number {
  const isLeapEnd = later % 10_000 === 228 && ends.yearsFrom29FebruaryEndOn === "--02-28";
  const reached = isLeapEnd && !isLeapYear(Math.floor(later / 10_000)) ? later + 1 : later;
  return Math.floor((reached - earlier) / 10_000);
}

function isAfter(one: DateParts, other: DateParts): boolean {
  if (one.year !== other.year) return one.year > other.year;
  return one.month === other.month ? one.day > other.day : one.month > other.month;
}
