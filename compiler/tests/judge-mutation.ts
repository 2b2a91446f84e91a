// What is said about a broken line: one problem where it stands, or not. Pure.
import type { Play } from "#contract/play.ts";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Mutation } from "./mutations.ts";

/** "nothing told": the line still says something that can be read, and, when the whole was looked at, that makes sense. */
export type Verdict = "nothing told" | "one problem" | "several problems" | "far away";

/** Reads the mutation as a file of that name, and looks no further. */
export function judgeMutation(file: string, mutation: Mutation): Verdict {
  const { tree, problems } = parseTree(file, mutation.text);
  return verdictOf(problems, ({ start }) => tree.index.positionAt(start).line, file, mutation);
}

/** Takes the mutation of one file through the whole compiler. What was said of the unbroken text does not count. */
export function judgeWhole(
  entry: string,
  files: ReadonlyMap<string, string>,
  file: string,
  before: readonly Problem[],
  mutation: Mutation,
  play: Play,
): { verdict: Verdict; problems: readonly Problem[] } {
  const { problems, trees } = compile(entry, new Map([...files, [file, mutation.text]]), { play });
  const known = new Map<string, number>();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  const added = problems.filter((problem) => {
    const left = known.get(keyOf(problem)) ?? 0;
    known.set(keyOf(problem), left - 1);
    return left <= 0;
  });
  const lineOf = (at: Problem["at"]) =>
    trees.find((tree) => tree.file === at.file)?.index.positionAt(at.start).line ?? 0;
  return { verdict: verdictOf(added, lineOf, file, mutation), problems: added };
}

function keyOf({ code, title }: Problem): string {
  return `${code} ${title}`;
}

function verdictOf(
  problems: readonly Problem[],
  lineOf: (at: Problem["at"]) => number,
  file: string,
  { near }: Mutation,
): Verdict {
  const [first] = problems;
  if (!first) return "nothing told";
  if (problems.length > 1) return "several problems";
  return first.at.file === file && near.includes(lineOf(first.at)) ? "one problem" : "far away";
}
