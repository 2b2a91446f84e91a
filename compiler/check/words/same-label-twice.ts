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
    ...questionBlocks(model).flatMap((block) => sameIn(model, alwaysAsked(block, ""))),
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
  const first = new Map<string, Line>();
  return labelled.flatMap(({ line, label }) => {
    const same = first.get(label);
    first.set(label, same ?? line);
    const at = quotedAt(line)?.span ?? line.span;
    if (!same) return [];
    const name = nameAt(same)?.name ?? "";
    const related = [{ span: quotedAt(same)?.span ?? same.span, words: "the same words" }];
    return [problems.sameLabelTwice(at, { name, number: lineNumber(model.trees, same.span) }, { related })];
  });
}

/**
 * Questions that stand side by side in a block. What stands in a group or a repeat is told apart by its heading, and of questions that are
 * only sometimes asked people may see one.
 */
function alwaysAsked(block: Line, heading: string): Labelled[] {
  return block.children.flatMap((line) => {
    if (lineUnder(line, "show")) return [];
    if (isQuestion(line)) {
      const shown = quotedAt(lineUnder(line, "short") ?? line)?.words ?? "";
      return [{ line, label: `${heading}/${heard(shown)}` }];
    }
    if (wordOf(line) === "page") return alwaysAsked(line, heading);
    if (wordOf(line) === "group") return alwaysAsked(line, nameAt(line)?.name ?? "");
    return ["repeat", "for"].includes(wordOf(line)) ? alwaysAsked(line, `${line.span.start}`) : [];
  });
}
