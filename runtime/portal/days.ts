// Days as people read them. Days are ISO days ("2026-06-24"); instants are turned into a day with dayOf first.
import { dayOf } from "#journey/setting.ts";
import { type DayParts, sayDay, spokenLocale } from "#support/days-in-words.ts";

/** The last day on which something can still be done: a time limit that ends at midnight ends the day before. */
export function lastDay(instant: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(instant) - 1).toISOString(), timeZone);
}

/** "Wednesday 24 June", with the year when it is not this one. */
export function longDay(day: string, language: string, today: string): string {
  return sayDay(day, language, { weekday: "long", ...yearUnless(day, today) });
}

/** "24 June", with the year when it is not this one. */
export function plainDay(day: string, language: string, today: string): string {
  return sayDay(day, language, yearUnless(day, today));
}

/** "Wed 24 June", for lists. */
export function shortDay(day: string, language: string): string {
  return sayDay(day, language, { weekday: "short" });
}

/** "24 June, 8:41" in the service's time zone. */
export function dayAndTime(instant: string, language: string, timeZone: string): string {
  const time = new Intl.DateTimeFormat(spokenLocale(language), { hour: "numeric", minute: "2-digit", timeZone }).format(
    new Date(instant),
  );
  return `${sayDay(dayOf(instant, timeZone), language, {})}, ${time.replace(/^0(?=\d)/, "")}`;
}

function yearUnless(day: string, today: string): DayParts {
  return { year: day.slice(0, 4) !== today.slice(0, 4) };
}
