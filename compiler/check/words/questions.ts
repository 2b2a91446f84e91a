// The questions people are asked, as lines: of the service, and of the question sets of its libraries that it uses.
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { madeOnce } from "../made-once.ts";

/** Blocks at the left margin that hold questions for people. */
export function questionBlocks(model: Model): Line[] {
  const own = model.tree.lines.filter((line) => ["eligibility", "section", "question-set"].includes(wordOf(line)));
  const shared = model.libraries.flatMap(({ tree, names }) =>
    tree.lines.filter((line) => wordOf(line) === "question-set" && names.has(nameAt(line)?.name ?? "")),
  );
  return [...own, ...shared];
}

/** Every question that people are asked, in the order of the blocks. */
export const questionsAsked = madeOnce((model: Model): readonly Line[] => questionBlocks(model).flatMap(questionsIn));

/** Every `ask` line in a block, at any depth. */
function questionsIn(block: Line): Line[] {
  return block.children.flatMap((line) => (isQuestion(line) ? [line] : questionsIn(line)));
}

export function isQuestion(line: Line): boolean {
  return line.form === "ask <n> <t> as <ty>";
}

/** The line below with this first word. */
export function lineUnder(line: Line, word: string): Line | undefined {
  for (const child of line.children) if (wordOf(child) === word) return child;
  return undefined;
}

/** The type as written: vehicle registration. */
export function typeWords(line: Line): string {
  const part = line.parts.find((one) => one.slot === "ty");
  return part?.slot === "ty" ? part.type.words.map(({ name }) => name).join(" ") : "";
}
