// Ids and words of the drawn process, from the author's names: the same for the same text, and never two alike.
import type { Duration, Name, Service } from "#contract";
import { showLength } from "#support/show-parts.ts";
import { wordsIn } from "#support/words.ts";
import type { Timer } from "./process.ts";

/** An id from parts that may hold anything. Tools read only plain Latin letters in ids: all others become their code. */
export function idOf(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[^\w.-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16) ?? ""}.`))
    .join("_");
}

/** The key under which the value of a name stands: "register-check" → "registerCheck". */
export function keyOf(name: Name): string {
  return name.replace(/-([^-])/g, (_, letter: string) => letter.toUpperCase());
}

/** A name as words: "permit-refused" → "permit refused". */
export function spoken(name: Name): string {
  return name.replaceAll("-", " ");
}

/** With a capital letter at the beginning. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Words in the language that the service is written in. */
export function wordsOf(service: Service, words: Parameters<typeof wordsIn>[0]): string {
  const language = service.languages[0]?.tag ?? "en";
  return wordsIn(words, language, language);
}

/** A length in words: 5 working days. */
export function lengthOf(length: Duration): string {
  return showLength(length, "en-GB");
}

const isoUnits = { minutes: "M", hours: "H", days: "D", weeks: "W", months: "M", years: "Y" } as const;

/** A length as a timer. Working days have no ISO form: their instant is worked out by the runtime and read by its name. */
export function timerOf(length: Duration, instant: string, calendar: Name | undefined): Timer {
  const { amount, unit } = length;
  if (unit === "working-days" || !Number.isInteger(amount)) {
    return { instant, amount, unit, ...(calendar ? { calendar } : {}) };
  }
  const isTime = unit === "minutes" || unit === "hours";
  return { iso: `P${isTime ? "T" : ""}${amount}${isoUnits[unit]}`, amount, unit };
}

/** How exactly a length is counted (R9), for documentation. */
export function countingNote(length: Duration, service: Service): string {
  if (length.unit === "minutes" || length.unit === "hours") return `Exactly ${lengthOf(length)}.`;
  const counted = `${lengthOf(length)}, ending at the end of the last day in ${service.timeZone}`;
  return length.unit === "working-days" ? `${counted}; the instant is worked out from the calendar.` : `${counted}.`;
}
