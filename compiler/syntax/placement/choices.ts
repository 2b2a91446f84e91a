// FW104: choices without their bullets: `petrol "Petrol"` below a list or a question. The first of them speaks for all.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Block } from "../blocks.ts";
import type { FileReading } from "../file-reading.ts";
import { rowsInColumn } from "../rows-of-text.ts";
import { firstToken, type Placed } from "./placed.ts";
import { capital, nameOfBlock } from "./shown.ts";

const choice = /^([\p{L}][\p{L}\d-]*):? "[^"]*"$/u;

/** What is told at the first of these lines; the lines that begin before `until` are answered for. */
export function tellChoices(
  { line }: Placed,
  block: Block,
  reader: FileReading,
): { readonly problem: Problem; readonly until: number } | undefined {
  const first = firstToken(line);
  const span = reader.nodes.spanOf(first);
  const rows = rowsInColumn(reader, span.start);
  const isChoice = (text: string): boolean => {
    const name = choice.exec(text)?.[1];
    return name !== undefined && !block.byWord.has(name.toLowerCase());
  };
  const other = rows.findIndex(({ text }) => !isChoice(text));
  const choices = other < 0 ? rows : rows.slice(0, other);
  const last = choices.at(-1);
  // A single one below a question may be any line that is misspelt.
  if (!last || (choices.length < 2 && block.heading !== "list")) return undefined;
  const edits = choices.map(({ start }) => ({ span: { file: reader.file, start, end: start }, text: "- " }));
  const title = choices.length === 1 ? `add  -  before  ${first.image}` : "begin each of these lines with  -";
  const explanation = ["A choice is a bullet: it begins with  -."];
  const A = capital(nameOfBlock(block.heading));
  const problem = say.lineStartsWithUnknownWord(
    span,
    { A, word: first.image },
    { explanation, fixes: [{ title, edits }] },
  );
  return { problem, until: last.end };
}
