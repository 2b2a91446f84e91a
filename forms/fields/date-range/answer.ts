// A range of days as an answer: a first and a last day, each in three controls, kept as { start, end }.
import { own } from "#support/facts.ts";
import type { AnswerKind, PostedParts, Reading, Texts } from "../answer-kind.ts";
import { date } from "../date/answer.ts";

const ends = ["start", "end"] as const;

export const dateRange: AnswerKind = {
  endings: ends.flatMap((end) => date.endings.map((ending) => `:${end}${ending}`)),
  read(posted, asking): Reading {
    const { words } = asking.setting;
    const [start, end] = ends.map((one) =>
      date.read(under(posted, `:${one}`), { ...asking, label: one === "start" ? words.firstDay : words.lastDay }),
    );
    if (!start || !end || "forged" in start || "forged" in end) return { forged: true };
    if ("missing" in start && "missing" in end)
      return { missing: words.enterDateRange({ label: asking.label }), at: ":start:day" };
    if (!("value" in start)) return problemAt(start, ":start");
    if (!("value" in end)) return problemAt(end, ":end");
    if (String(end.value) < String(start.value))
      return { problem: words.rangeInOrder({ label: asking.label }), at: ":end:day" };
    return { value: { start: start.value, end: end.value } };
  },
  texts: (value, currency): Texts =>
    Object.fromEntries(
      ends.flatMap((end) =>
        Object.entries(date.texts(own(value, end) ?? "", currency)).map(([ending, text]) => [`:${end}${ending}`, text]),
      ),
    ),
  normal: (value) => ends.map((end) => String(own(value, end) ?? "")).join("/"),
};

/** The posted parts of one of the two days, as the date alone would have them. */
function under(posted: PostedParts, prefix: string): PostedParts {
  return Object.fromEntries(date.endings.map((ending) => [ending, posted[prefix + ending] ?? []]));
}

/** A day that is not there, where the other one is, is something wrong. */
function problemAt(reading: Exclude<Reading, { value: unknown } | { forged: true }>, prefix: string): Reading {
  return {
    problem: "problem" in reading ? reading.problem : reading.missing,
    at: prefix + (reading.at ?? ":day"),
  };
}
