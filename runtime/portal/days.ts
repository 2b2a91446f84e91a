// Days as people read them. Days are ISO days ("2026-06-24"); instants are turned into a day with dayOf first.
import { dayOf, localeOf } from "#journey/setting.ts";

/** The last day on which something can still be done: a time limit that ends at midnight ends the day before. */
export function lastDay(instant: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(instant) - 1).toISOString(), timeZone);
}

/** "Wednesday 24 June", with the year when it is not this one. */
export function longDay(day: string, language: string, today: string): string {
  return format(day, language, { weekday: "long", day: "numeric", month: "long", ...yearUnless(day, today) });
}

/** "24 June", with the year when it is not this one. */
export function plainDay(day: string, language: string, today: string): string {
  return format(day, language, { day: "numeric", month: "long", ...yearUnless(day, today) });
}

/** "Wed 24 June", for lists. */
export function shortDay(day: string, language: string): string {
  return format(day, language, { weekday: "short", day: "numeric", month: "long" });
}

/** "24 June, 8:41" in the service's time zone. */
export function dayAndTime(instant: string, language: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat(localeOf(language), { hour: "numeric", minute: "2-digit", timeZone }).format(
    new Date(instant),
  );
  return `${format(dayOf(instant, timeZone), language, { day: "numeric", month: "long" })}, ${time.replace(/^0/, "")}`;
}

function yearUnless(day: string, today: string): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" };
}

function format(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: "UTC" });
  const date = new Date(`${day}T12:00:00Z`);
  // British English puts a comma after the weekday, and Welsh tables put a lone month before its day; people do neither.
  if (!dayFirst.has(language.split("-")[0] ?? "")) return formatter.format(date);
  const parts = formatter.formatToParts(date);
  return (["weekday", "day", "month", "year"] as const)
    .flatMap((type) => parts.find((part) => part.type === type)?.value ?? [])
    .join(" ");
}

/** Languages whose dates are said weekday, day, month, year, with nothing between them. */
const dayFirst: ReadonlySet<string> = new Set(["en", "cy"]);
