// Several uploaded files as one answer; a new choice adds to those that are there, a ticked box takes one away.
import type { Value } from "#contract/facts.ts";
import { optionalParts } from "../../journey/optional-parts.ts";
import { type AnswerKind, isFileAnswer } from "../answer-kind.ts";
import { readFiles } from "../file/answer.ts";

/** How many files one answer may hold. */
const atMost = 20;

export const files: AnswerKind = {
  get endings() {
    return ["", ":remove", ...(optionalParts.dated?.endings ?? [])];
  },
  read(parts, asking) {
    const read = readFiles(parts[""] ?? [], asking);
    if (!("files" in read)) return read;
    const removed = parts[":remove"] ?? [];
    const present = filesOf(asking.present).filter((one) => !removed.includes(one.id));
    const value = [...present, ...read.files].slice(0, atMost);
    if (value.length === 0) return { missing: asking.setting.words.uploadFile({ label: asking.label }) };
    const dated = optionalParts.dated?.with(value, parts, asking) ?? { files: value };
    return "problem" in dated ? dated.problem : { value: dated.files };
  },
  texts: (value, currency) => optionalParts.dated?.texts(value, currency) ?? {},
  normal: (value) =>
    filesOf(value)
      .map((one) => one.sha256)
      .join(),
};

/** The files of an answer, one or many. */
export function filesOf(value: Value | undefined) {
  return (Array.isArray(value) ? value : [value]).filter(isFileAnswer);
}
