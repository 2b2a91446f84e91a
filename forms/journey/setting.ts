// When and in which language a journey is walked. The host gives the instant; nothing here looks at a clock.
import type { Service } from "#contract";
import { sayDay, spokenLocale } from "#support/days-in-words.ts";
import { wordsOf } from "../words/form-words.ts";
import type { Setting } from "./shapes.ts";

/**
 * The setting of a service at an instant ("2026-04-01T08:41:00Z"), in a language it speaks; another language, or none,
 * gives the service's first.
 */
export function buildSetting(service: Service, instant: string, language?: string): Setting {
  const spoken = service.languages.find((one) => one.tag === language) ?? service.languages[0];
  const tag = spoken?.tag ?? "en";
  return { today: dayOf(instant, service.timeZone), instant, language: tag, words: wordsOf(tag) };
}

/** The day of an instant in a time zone: "2026-04-01". */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );
}

/** An instant as people say it beside today: "today at 8:41", "16 June 2026 at 8:41". */
export function whenText(instant: string, setting: Setting, timeZone: string): string {
  const locale = spokenLocale(setting.words.tag);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone })
    .format(new Date(instant))
    .replace(/^0(?=\d)/, "");
  const day = dayOf(instant, timeZone);
  if (day === setting.today) return setting.words.todayAt({ time });
  return setting.words.dateAt({ date: sayDay(day, setting.words.tag), time });
}
