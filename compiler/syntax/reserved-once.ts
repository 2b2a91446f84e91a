// FW204: a word of the language that stands as a name in several lines is one slip: told once, where the name is given, with all its places.
import type { Problem } from "../diagnostics/problem.ts";
import type { LineIndex } from "../source/line-index.ts";

/** The problems, those of one name joined; the others stay as they are, in their order. */
export function reservedOnce(problems: readonly Problem[], index: LineIndex): Problem[] {
  const byWord = Map.groupBy(
    problems.filter(({ code }) => code === "FW204"),
    ({ args }) => String(args["word"]).toLowerCase(),
  );
  return problems.flatMap((problem) => {
    const same = problem.code === "FW204" ? byWord.get(String(problem.args["word"]).toLowerCase()) : undefined;
    if (!same || same.length < 2) return [problem];
    const told = same.find(({ at }) => givesName(index, at.start)) ?? same[0];
    return told === problem ? [joined(problem, same, index)] : [];
  });
}

/** `outcome yes "…"`: the name stands before words in quotes. */
function givesName(index: LineIndex, offset: number): boolean {
  const { line, column } = index.positionAt(offset);
  return /^\s*\S+ +$/.test(index.textOf(line).slice(0, column - 1)) && index.textOf(line).includes('"');
}

function joined(told: Problem, same: readonly Problem[], index: LineIndex): Problem {
  const others = same.filter((one) => one !== told);
  const lines = [...new Set(others.map(({ at }) => index.positionAt(at.start).line))];
  const also = `It stands also on ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}.`;
  const fixes = told.fixes.map((fix, at) => ({
    ...fix,
    edits: [...fix.edits, ...others.flatMap((one) => one.fixes[at]?.edits ?? [])],
  }));
  return { ...told, explanation: [...told.explanation, also], fixes };
}
