// FW204: a word of the language that stands as a name in several lines is one slip: told once, where the name is given, with all its places.
import type { Edit, Fix, Problem } from "../diagnostics/problem.ts";
import type { LineIndex } from "../source/line-index.ts";

/** The problems, those of one name joined; the others stay as they are, in their order. */
export function reservedOnce(problems: readonly Problem[], index: LineIndex): Problem[] {
  const byWord = Map.groupBy(problems.filter(isReserved), wordOf);
  if (byWord.size === 0) return [...problems];
  // Where the name stands in a rule, it does not fit for the same reason.
  const inRules = Map.groupBy(
    problems.filter((problem) => problem.code === "FW103" && byWord.has(wordOf(problem))),
    wordOf,
  );
  return problems.flatMap((problem) => {
    if (problem.code === "FW103" && byWord.has(wordOf(problem))) return [];
    const same = isReserved(problem) ? byWord.get(wordOf(problem)) : undefined;
    const rules = inRules.get(wordOf(problem)) ?? [];
    if (!same || same.length + rules.length < 2) return [problem];
    const told = same.find(({ at }) => givesName(index, at.start)) ?? same[0];
    return told === problem ? [joined(problem, same, rules, index)] : [];
  });
}

function isReserved({ code }: Problem): boolean {
  return code === "FW204";
}

function wordOf({ args }: Problem): string {
  return String(args["word"]).toLowerCase();
}

/** `outcome yes "…"`: the name stands before words in quotes. */
function givesName(index: LineIndex, offset: number): boolean {
  const { line, column } = index.positionAt(offset);
  return /^\s*\S+ +$/.test(index.textOf(line).slice(0, column - 1)) && index.textOf(line).includes('"');
}

/** `expect outcome is yes` can be read, and means the name all the same. */
function inExamples({ edits: [edit] }: Fix, index: LineIndex): Edit[] {
  if (!edit) return [];
  const { line, column } = index.positionAt(edit.span.start);
  const word = index.textOf(line).slice(column - 1, column - 1 + edit.span.end - edit.span.start);
  if (!/^\s*outcome\b/.test(index.textOf(line))) return [];
  const pattern = new RegExp(`^\\s*expect .*\\boutcome is (${word})\\b`, "di");
  return Array.from({ length: index.lineCount }, (_, at) => at + 1).flatMap((number) => {
    const [start, end] = pattern.exec(index.textOf(number))?.indices?.[1] ?? [];
    if (start === undefined || end === undefined) return [];
    const from = index.startOf(number);
    return [{ span: { ...edit.span, start: from + start, end: from + end }, text: edit.text }];
  });
}

function joined(told: Problem, same: readonly Problem[], rules: readonly Problem[], index: LineIndex): Problem {
  const others = same.filter((one) => one !== told);
  const places = [...others, ...rules].map(({ at }) => index.positionAt(at.start).line);
  const lines = [...new Set(places)].sort((one, two) => one - two);
  const also = `It stands also on ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}.`;
  const fixes = told.fixes.map((fix, at) => ({
    ...fix,
    edits: [
      ...fix.edits,
      ...others.flatMap((one) => one.fixes[at]?.edits ?? []),
      ...rules.flatMap((one) => fix.edits.slice(0, 1).map(({ text }) => ({ span: one.at, text }))),
      ...inExamples(fix, index),
    ],
  }));
  return { ...told, explanation: [...told.explanation, also], fixes };
}
