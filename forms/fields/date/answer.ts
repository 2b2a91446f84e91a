// A date as an answer: day, month and year in three controls, kept as "2026-04-01". Months may be typed as words.
import type { Value } from "#contract/facts.ts";
import { readDate, writeDate } from "#support/dates.ts";
import { monthName } from "#support/days-in-words.ts";
import {
  type AnswerKind,
  type Asking,
  type PostedParts,
  postedText,
  type Reading,
  type Texts,
} from "../answer-kind.ts";

const parts = ["day", "month", "year"] as const;

/** What tells one kind of date from another. */
export interface DateShape {
  readonly wrong: (asking: Asking) => string;
  /** Words when a date in the calendar is still not of this kind. */
  readonly refuse?: (date: string, asking: Asking) => string | undefined;
}

/** A kind of date. */
export function dateKind(shape: DateShape): AnswerKind {
  return {
    endings: parts.map((part) => `:${part}`),
    read: (posted, asking) => readParts(posted, asking, shape),
    texts: (value: Value): Texts => {
      const date = readDate(value);
      return date ? { ":day": String(date.day), ":month": String(date.month), ":year": String(date.year) } : {};
    },
    normal: (value) => String(value),
  };
}

function readParts(posted: PostedParts, asking: Asking, shape: DateShape): Reading {
  const { words, language } = asking.setting;
  const texts = parts.map((part) => postedText(posted, `:${part}`));
  if (texts.every((text) => text === "")) return { missing: shape.wrong(asking), at: ":day" };
  const absent = texts.indexOf("");
  if (absent >= 0) {
    const part = parts[absent] ?? "day";
    return { problem: words.enterDatePart({ part: words[part].toLowerCase(), label: asking.label }), at: `:${part}` };
  }
  const [day, month, year] = texts;
  const date = writeDate({
    day: wholeOf(day),
    month: monthOf(month ?? "", language),
    year: /^\d{4}$/.test(year ?? "") ? wholeOf(year) : Number.NaN,
  });
  if (date === undefined) return { problem: words.enterRealDate({ example: exampleDate() }), at: ":day" };
  const refused = shape.refuse?.(date, asking);
  return refused === undefined ? { value: date } : { problem: refused, at: ":year" };
}

function wholeOf(text: string | undefined): number {
  return text && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function monthOf(text: string, language: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const typed = text.toLowerCase().replace(/\.$/, "");
  if (typed.length < 3) return Number.NaN;
  for (let month = 1; month <= 12; month += 1)
    for (const tag of [language, "en"]) {
      const name = monthName(month, tag).toLowerCase();
      if (name.startsWith(typed)) return month;
    }
  return Number.NaN;
}

/** The example in hints and problems, as it is typed: 27 3 2027. */
export function exampleDate(): string {
  return "27 3 2027";
}

/** Any date. */
export const date = dateKind({ wrong: (asking) => asking.setting.words.enterDate({ label: asking.label }) });
