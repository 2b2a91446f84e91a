// What is said about a broken line: one problem where it stands, or not. Pure.
import { createLineIndex } from "../source/line-index.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Mutation } from "./mutations.ts";

/** "nothing told": the line still says something that can be read; whether it makes sense is for the checks of meaning. */
export type Verdict = "nothing told" | "one problem" | "several problems" | "far away";

/** Reads the mutation as a file of that name. */
export function judgeMutation(file: string, { text, near }: Mutation): Verdict {
  const { problems } = parseTree(file, text);
  const [first] = problems;
  if (!first) return "nothing told";
  if (problems.length > 1) return "several problems";
  const { line } = createLineIndex(text).positionAt(first.at.start);
  return near.includes(line) ? "one problem" : "far away";
}
