// Money, numbers, days, lengths and yes or no as a locale writes them, each through Intl. Must not know services' types.
import type { Duration, Service } from "#contract";
import { coinDigits } from "./currencies.ts";
import { readDate } from "./dates.ts";
import { monthName, sayDay, spokenLocale } from "./days-in-words.ts";

/**
 * The locale to write a language in. A tag with a region is taken as it is; plain English is British, except where
 * money is in US dollars: Intl would else write the month before the day.
 */
export function localeOf(language: string, service: Pick<Service, "currency">): string {
  if (language !== "en") return language;
  return service.currency === "USD" ? "en-US" : "en-GB";
}

/** Whole coins as an amount: 12000 pence are £120, 1250 are £12.50. `currency` is its ISO 4217 code. */
export function showMoney(coins: number, locale: string, currency: string): string {
  const whole = new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return whole.format(coins / 10 ** coinDigits(currency));
}

/** A plain number: 1,234.5 */
export function showNumber(number: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(number);
}

/** "2026-04-01" → 1 April 2026. Text that is not a day stays as it is; of an instant, the day it is in UTC. */
export function showDate(date: string, locale: string): string {
  const day = date.slice(0, 10);
  return readDate(day) ? sayDay(day, locale) : date;
}

/** "2026-04" → April 2026. */
export function showMonth(month: string, locale: string): string {
  const parts = readDate(`${month}-01`);
  if (!parts) return month;
  return `${monthName(parts.month, locale)} ${parts.year}`;
}

/** "14:30" → 14:30 or 2:30 pm, as the locale writes it. */
export function showTime(time: string, locale: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) return time;
  const at = Date.UTC(2000, 0, 1, Number(match[1]), Number(match[2]));
  return new Intl.DateTimeFormat(spokenLocale(locale), { timeStyle: "short", timeZone: "UTC" }).format(at);
}

const intlUnits = {
  minutes: "minute",
  hours: "hour",
  days: "day",
  "working-days": "day",
  weeks: "week",
  months: "month",
  years: "year",
} as const;

const workingDayWords: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  en: { one: "working day", other: "working days" },
  cy: { one: "diwrnod gwaith", other: "diwrnod gwaith" },
};

/** {amount: 10, unit: "working-days"} → 10 working days. */
export function showLength(length: Duration, locale: string): string {
  if (length.unit === "working-days") {
    const words = workingDayWords[locale.split("-")[0] ?? ""] ?? workingDayWords["en"];
    const fitting = length.amount === 1 ? words?.one : words?.other;
    return `${showNumber(length.amount, locale)} ${fitting}`;
  }
  const unit = intlUnits[length.unit];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(length.amount);
}

const yesAndNo: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  en: ["Yes", "No"],
  cy: ["Ie", "Na"],
  fr: ["Oui", "Non"],
};

/** Yes or No in a language; in English where we do not know the language's words. */
export function yesOrNo(value: boolean, language: string): string {
  const [yes, no] = yesAndNo[language.split("-")[0] ?? ""] ?? ["Yes", "No"];
  return value ? yes : no;
}
