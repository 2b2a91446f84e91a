// Days as people say them in a language. Intl knows most languages, but browsers leave some out (Chromium has no Welsh),
// and then write American English without a word: for those the names stand here, so that server and browser agree.
import { readDate } from "./dates.ts";

/** Which parts of a day are said; a day always has its number and month. */
export interface DayParts {
  readonly weekday?: "long" | "short";
  readonly year?: boolean;
}

/** A day as it is promised: Wednesday 24 June 2026. */
export const dayWithWeekday: DayParts = { weekday: "long", year: true };

/** Names of one language, Monday and January first. */
interface Names {
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

const ownNames: Readonly<Record<string, Names>> = {
  cy: {
    months: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(" "),
    weekdays: ["Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"].map((day) => `dydd ${day}`),
    shortWeekdays: ["Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"],
  },
};

/** Languages that Intl is asked in British English for: plain English, whose dates have the day first, and those browsers leave out. */
export function spokenLocale(language: string): string {
  return language === "en" || ownNames[baseOf(language)] ? "en-GB" : language;
}

/** "2026-04-01" → 1 April 2026; with its weekday Wednesday 1 April 2026. Text that is not a day stays as it is. */
export function sayDay(date: string, language: string, parts: DayParts = { year: true }): string {
  const read = readDate(date);
  if (!read) return date;
  const own = ownNames[baseOf(language)];
  const at = new Date(Date.UTC(2000, 0, 1));
  at.setUTCFullYear(read.year, read.month - 1, read.day);
  if (own) return joinOwn(own, read, at, parts);
  const said = new Intl.DateTimeFormat(spokenLocale(language), {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...(parts.weekday ? { weekday: parts.weekday } : {}),
    ...(parts.year ? { year: "numeric" } : {}),
  });
  // British English puts a comma after the weekday; people say none.
  return baseOf(language) === "en" ? said.format(at).replace(",", "") : said.format(at);
}

function joinOwn(own: Names, read: { year: number; month: number; day: number }, at: Date, parts: DayParts): string {
  const names = parts.weekday === "long" ? own.weekdays : own.shortWeekdays;
  const weekday = parts.weekday ? names[(at.getUTCDay() + 6) % 7] : undefined;
  const words = [weekday, read.day, own.months[read.month - 1], parts.year ? read.year : undefined];
  return words.filter((word) => word !== undefined).join(" ");
}

/** "Wed" */
export function shortWeekday(date: string, language: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  const own = ownNames[baseOf(language)];
  if (own) return own.shortWeekdays[(at.getUTCDay() + 6) % 7] ?? "";
  return new Intl.DateTimeFormat(spokenLocale(language), { weekday: "short", timeZone: "UTC" }).format(at);
}

/** The name of a month, 1 to 12: April. */
export function monthName(month: number, language: string): string {
  const own = ownNames[baseOf(language)];
  if (own) return own.months[month - 1] ?? "";
  return new Intl.DateTimeFormat(spokenLocale(language), { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2026, month - 1, 15),
  );
}

function baseOf(language: string): string {
  return language.split("-")[0] ?? "";
}
