// What people are asked in the form, as the author wrote it: not what a line below a question adds ("sent later", "I do not know").
import { nameAt, wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";

/** The answers to the questions of the form. */
export function askedAnswers(model: Model): Datum[] {
  return model.data.filter(isAsked);
}

/** Whether it is the answer that its own `ask` line names. */
export function isAsked({ from, order, line, said }: Datum): boolean {
  if (from !== "question" || order === undefined || !line || wordOf(line) !== "ask") return false;
  return nameAt(line)?.name === said.split("'s ").at(-1);
}
