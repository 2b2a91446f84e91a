// FW809: a line of a words file for words that the text does not have: nobody would ever see it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { calledLine } from "../../locks/words-lock.ts";
import type { Model } from "../../model/model.ts";
import type { Said, WordsFile } from "../../model/words/words-book.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { lineNumber, removeLine } from "../text-edits.ts";

export function checkWordsNotShown(model: Model): Problem[] {
  return model.wordsFiles.flatMap((file) => ofFile(model, file));
}

function ofFile(model: Model, file: WordsFile): Problem[] {
  // Of a library only what is used was built; what else it has may be translated as well.
  const said = model.said.get(file.for) ?? new Map<string, Said>();
  const known = new Set([...said.values()].map(({ owner }) => owner));
  const isShown = (at: string, owner: string, slot: string): boolean =>
    said.has(at) ||
    file.named.has(at) ||
    (slot === "title" && !known.has(owner)) ||
    (!known.has(owner) && !hasNamed(file, owner));
  const found: Unshown[][] = [];
  let before: Unshown | undefined;
  for (const [at, { span, line }] of file.entries) {
    const slash = at.indexOf("/");
    const [owner, slot] = [at.slice(0, slash), at.slice(slash + 1)];
    const one = isShown(at, owner, slot) ? undefined : { owner, slot, span, line };
    if (one && before?.owner === owner) found.at(-1)?.push(one);
    else if (one) found.push([one]);
    before = one;
  }
  return found.flatMap((run) => ofRun(model, file, run));
}

/** Words that are never shown. */
interface Unshown {
  readonly owner: string;
  readonly slot: string;
  readonly span: Span;
  readonly line: Line;
}

/** Lines that follow each other below the same thing: the line that they belong to may be missing, so they are told together. */
function ofRun(model: Model, file: WordsFile, run: readonly Unshown[]): Problem[] {
  const [first, ...others] = run;
  if (!first) return [];
  const isAlone = run.every(
    ({ slot, line }) => slot !== "title" && slot !== "prose" && line.children.every((child) => child.word === ">"),
  );
  const edits = [...new Set(run.map(({ line }) => line))].map((line) => removeLine(model.trees, line));
  const fixes = isAlone ? [{ title: "take these words away", edits }] : [];
  const also = others.map((one) => `${calledLine(one)}  (line ${lineNumber(model.trees, one.span)})`);
  const above = lineNumber(model.trees, first.span);
  const explanation =
    also.length === 0
      ? []
      : [`Nor at  ${also.join(",  ")}.`, `Perhaps the line that they belong to is missing above line ${above}.`];
  return [problems.wordsNotShown(first.span, { line: calledLine(first), text: file.for }, { explanation, fixes })];
}

function hasNamed(file: WordsFile, owner: string): boolean {
  return [...file.named].some((at) => at.startsWith(`${owner}/`));
}
