// FW809: a line of a words file for words that the text does not have: nobody would ever see it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { calledLine } from "../../locks/words-lock.ts";
import type { Model } from "../../model/model.ts";
import type { Said, WordsFile } from "../../model/words/words-book.ts";
import { removeLine } from "../text-edits.ts";

export function checkWordsNotShown(model: Model): Problem[] {
  return model.wordsFiles.flatMap((file) => ofFile(model, file));
}

function ofFile(model: Model, file: WordsFile): Problem[] {
  // Of a library only what is used was built; what else it has may be translated as well.
  const said = model.said.get(file.for) ?? new Map<string, Said>();
  const known = new Set([...said.values()].map(({ owner }) => owner));
  return [...file.entries].flatMap(([at, { span, line }]) => {
    const slash = at.indexOf("/");
    const [owner, slot] = [at.slice(0, slash), at.slice(slash + 1)];
    const isShown = said.has(at) || file.named.has(at) || (slot === "title" && !known.has(owner));
    if (isShown || (!known.has(owner) && !hasNamed(file, owner))) return [];
    const isAlone = slot !== "title" && slot !== "prose" && line.children.every((child) => child.word === ">");
    const fixes = isAlone ? [{ title: "take these words away", edits: [removeLine(model.trees, line)] }] : [];
    return [problems.wordsNotShown(span, { line: calledLine({ owner, slot }), text: file.for }, { fixes })];
  });
}

function hasNamed(file: WordsFile, owner: string): boolean {
  return [...file.named].some((at) => at.startsWith(`${owner}/`));
}
