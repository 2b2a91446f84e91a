// FW814: two questions of one section, or two choices of one list, with the same words: nobody can tell them apart.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, quotedAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineNumber } from "../text-edits.ts";
import { isQuestion, lineUnder, questionBlocks, questionsAsked } from "./questions.ts";

export function checkSameLabelTwice(model: Model): Problem[] {
  const lists = [...model.tree.lines.filter((line) => wordOf(line) === "list"), ...questionsAsked(model)];
  return [
    ...questionBlocks(model).flatMap((block) => sameIn(model, alwaysAsked(model, block, ""))),
    ...lists.flatMap((list) => sameIn(model, choicesOf(list))),
  ];
}

function choicesOf(list: Line): Labelled[] {
  return list.children
    .filter((line) => line.form !== undefined && wordOf(line) === "-" && nameAt(line) && !lineUnder(line, "show"))
    .map((line) => ({ line, label: heard(quotedAt(line)?.words ?? "") }));
}

interface Labelled {
  readonly line: Line;
  readonly label: string;
  /** The question of a set, as it is called where the set is included: `home's phone`. */
  readonly inSet?: string;
}

/** What a screen reader says: capitals and the sign at the end make no difference. */
function heard(words: string): string {
  const heard = words
    .trim()
    .toLowerCase()
    .replace(/[\s?.:!…]+$/, "");
  return /\s\s|[^\S ]/.test(heard) ? heard.replace(/\s+/g, " ") : heard;
}

function sameIn(model: Model, labelled: readonly Labelled[]): Problem[] {
  if (labelled.length < 2) return [];
  const first = new Map<string, Labelled>();
  return labelled.flatMap((one) => {
    const { line, label, inSet } = one;
    const same = first.get(label);
    first.set(label, same ?? one);
    // One set that is included twice says the same both times: what it is included for tells them apart.
    if (!same || (inSet !== undefined && same.inSet !== undefined)) return [];
    const at = inSet === undefined ? wordsSpan(line) : line.span;
    const name = same.inSet ?? nameAt(same.line)?.name ?? "";
    const related = [
      { span: same.inSet === undefined ? wordsSpan(same.line) : same.line.span, words: "the same words" },
    ];
    const set = inSet ?? same.inSet;
    const explanation = set === undefined ? [] : [otherWords(set)];
    const args = { name, number: lineNumber(model.trees, same.line.span) };
    return [problems.sameLabelTwice(at, args, { related, explanation })];
  });
}

function wordsSpan(line: Line): Line["span"] {
  return quotedAt(line)?.span ?? line.span;
}

function otherWords(inSet: string): string {
  const [as = "", ...path] = inSet.split("'s ");
  return `The words of a set are changed where it is included, below  include … as ${as}:  worded ${path.at(-1)} "…"`;
}

/** The questions of a set that is included there, with the words that the include gives them. */
function questionsOfSet(model: Model, include: Line, heading: string): Labelled[] {
  const [set, as] = [nameAt(include)?.name, nameAt(include, 1)?.name];
  const block = questionBlocks(model).find((one) => wordOf(one) === "question-set" && nameAt(one)?.name === set);
  if (!block || as === undefined) return [];
  const worded = new Map(
    include.children
      .filter((line) => wordOf(line) === "worded")
      .map((line) => [nameAt(line)?.name, quotedAt(line)?.words ?? ""]),
  );
  return alwaysAsked(model, block, heading).flatMap((one): Labelled[] => {
    const name = nameAt(one.line)?.name;
    // What the sets of a set ask is compared where they are included.
    if (one.inSet !== undefined || name === undefined) return [];
    const other = worded.get(name);
    const label = other === undefined ? one.label : `${heading}/${heard(other)}`;
    return [{ line: include, label, inSet: `${as}'s ${name}` }];
  });
}

/**
 * Questions that stand side by side in a block. What stands in a group or a repeat is told apart by its heading, and of questions that are
 * only sometimes asked people may see one.
 */
function alwaysAsked(model: Model, block: Line, heading: string): Labelled[] {
  return block.children.flatMap((line) => {
    if (lineUnder(line, "show")) return [];
    if (isQuestion(line)) {
      const shown = quotedAt(lineUnder(line, "short") ?? line)?.words ?? "";
      return [{ line, label: `${heading}/${heard(shown)}` }];
    }
    if (wordOf(line) === "page") return alwaysAsked(model, line, heading);
    if (wordOf(line) === "group") return alwaysAsked(model, line, nameAt(line)?.name ?? "");
    if (wordOf(line) === "include" && wordOf(block) !== "question-set") return questionsOfSet(model, line, heading);
    return ["repeat", "for"].includes(wordOf(line)) ? alwaysAsked(model, line, `${line.span.start}`) : [];
  });
}
