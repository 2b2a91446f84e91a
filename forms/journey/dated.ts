// The date that stands on an uploaded document, asked beside the upload where a limit speaks of it: `must be dated within …`.
import type { Field } from "#contract";
import type { FileAnswer, Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import type { Asking, PostedParts, Reading, Texts } from "../fields/answer-kind.ts";
import { date } from "../fields/date/answer.ts";
import { datedEnding, datedEndings } from "./dated-endings.ts";

/** True when a question asks for the date on the document. */
export function asksDate({ musts }: Pick<Field, "musts">): boolean {
  return musts?.some((must) => must.within?.dated) === true;
}

/** Files with the date that was posted beside them; without a date the files are asked about again. */
export function withDate(
  files: readonly FileAnswer[],
  posted: PostedParts,
  asking: Asking,
): { readonly files: readonly Value[] } | { readonly problem: Reading } {
  if (!asking.dated || files.length === 0) return { files };
  const parts = Object.fromEntries(date.endings.map((ending) => [ending, posted[datedEnding + ending] ?? []]));
  const read = date.read(parts, asking);
  if ("value" in read) return { files: files.map((file) => ({ ...file, datedOn: read.value })) };
  const at = `${datedEnding}${"at" in read ? (read.at ?? ":day") : ":day"}`;
  const problem = "problem" in read ? read.problem : asking.setting.words.enterDatedOn({ label: asking.label });
  return { problem: { problem, at } };
}

/** What the date's controls show: the date of the first file. */
export function datedTexts(value: Value | undefined, currency: string): Texts {
  const first = Array.isArray(value) ? value[0] : value;
  const day = own(first, "datedOn");
  if (day === undefined) return {};
  return Object.fromEntries(
    Object.entries(date.texts(day, currency)).map(([ending, text]) => [datedEnding + ending, text]),
  );
}

/** What is done about the date on a document, as one part. */
export const dated = { endings: datedEndings, asks: asksDate, with: withDate, texts: datedTexts };
