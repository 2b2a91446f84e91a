// An appointment as an answer: a day, from when to when, and where: { start, startTime, end, endTime, place }. Where a register
// gave free appointments, one of them is chosen.
import type { Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { type AnswerKind, type Asking, type PostedParts, plainText, postedText, type Reading } from "../answer-kind.ts";
import { date } from "../date/answer.ts";
import { time } from "../time/answer.ts";

const days = date.endings.map((ending) => `:start${ending}`);
const keys = ["start", "startTime", "end", "endTime", "place"] as const;

export const appointment: AnswerKind = {
  endings: [...days, ":startTime", ":endTime", ":place", ""],
  read: (posted, asking) =>
    asking.options.some((option) => option.answer !== undefined) ? chosen(posted, asking) : typed(posted, asking),
  texts: (value, currency) => ({
    ...Object.fromEntries(
      Object.entries(date.texts(own(value, "start") ?? "", currency)).map(([ending, text]) => [
        `:start${ending}`,
        text,
      ]),
    ),
    ":startTime": String(own(value, "startTime") ?? ""),
    ":endTime": String(own(value, "endTime") ?? ""),
    ":place": String(own(value, "place") ?? ""),
  }),
  normal: (value) => keys.map((key) => plainText(own(value, key) ?? "")).join("/"),
};

function chosen(posted: PostedParts, { options, setting, label }: Asking): Reading {
  const picked = postedText(posted);
  if (picked === "") return { missing: setting.words.chooseAnswer({ label }), at: "" };
  const answer = options.find((option) => option.value === picked)?.answer;
  return answer === undefined ? { forged: true } : { value: answer };
}

function typed(posted: PostedParts, asking: Asking): Reading {
  const { words } = asking.setting;
  const parts = Object.fromEntries(date.endings.map((ending) => [ending, posted[`:start${ending}`] ?? []]));
  const day = date.read(parts, asking);
  const start = timeAt(posted, ":startTime", asking);
  const end = timeAt(posted, ":endTime", asking);
  if ("missing" in day && start === "" && end === "") return { missing: day.missing, at: ":start:day" };
  if (!("value" in day)) return { problem: "problem" in day ? day.problem : words.enterDate(asking), at: atDay(day) };
  if (start === undefined || start === "") return { problem: words.enterTime, at: ":startTime" };
  if (end === undefined) return { problem: words.enterTime, at: ":endTime" };
  if (end !== "" && end <= start) return { problem: words.appointmentInOrder, at: ":endTime" };
  const place = postedText(posted, ":place").replace(/\s+/g, " ");
  if (place.length > 200) return { problem: words.atMostCharacters({ count: 200, label: words.where }), at: ":place" };
  const value: Record<string, Value> = { start: day.value, startTime: start };
  if (end !== "") Object.assign(value, { end: day.value, endTime: end });
  if (place !== "") value["place"] = place;
  return { value };
}

function atDay(reading: Reading): string {
  return `:start${"at" in reading ? (reading.at ?? ":day") : ":day"}`;
}

/** "" when none was typed; undefined when what was typed is no time. */
function timeAt(posted: PostedParts, ending: string, asking: Asking): string | undefined {
  const read = time.read({ "": posted[ending] ?? [] }, asking);
  if ("value" in read) return String(read.value);
  return "missing" in read ? "" : undefined;
}
