// A length of time in the form's own words. Browsers lack some languages' units, so Intl is not asked.
import type { Duration } from "#contract";
import type { Setting } from "./shapes.ts";

/** 6 months. */
export function lengthText({ amount, unit }: Duration, { words }: Setting): string {
  const forms = {
    minutes: words.minutes,
    hours: words.hours,
    days: words.days,
    "working-days": words.workingDays,
    weeks: words.weeks,
    months: words.months,
    years: words.years,
  };
  return forms[unit]({ count: amount });
}

/** The unit alone, as it stands in a list: months. */
export function unitWord(unit: Duration["unit"], setting: Setting): string {
  // Ten takes the plain plural in the languages we speak.
  return lengthText({ amount: 10, unit }, setting).replace(/^\D*\d+\s*/, "");
}
