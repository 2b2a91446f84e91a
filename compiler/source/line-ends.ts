// Line ends in edits: what a fix writes ends its lines as the text around it does, so that no text gets two kinds of line ends. Pure.
import type { Edit, Problem } from "../diagnostics/problem.ts";

/** The problems with fixes that keep the line ends of their texts; the same ones where every line ends in a plain line feed. */
export function keepLineEnds(problems: readonly Problem[], texts: ReadonlyMap<string, string>): readonly Problem[] {
  const withReturns = new Map([...texts].filter(([, text]) => text.includes("\r\n")));
  if (withReturns.size === 0) return problems;
  const kept = (edit: Edit): Edit => {
    const text = withReturns.get(edit.span.file);
    const isKept = text === undefined || !edit.text.includes("\n") || !endsInReturn(text, edit.span.start);
    return isKept ? edit : { ...edit, text: edit.text.replace(/\r?\n/g, "\r\n") };
  };
  return problems.map((problem) => ({
    ...problem,
    fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(kept) })),
  }));
}

/** Whether the line of this place, or else the one above, ends in carriage return and line feed. */
function endsInReturn(text: string, place: number): boolean {
  const below = text.indexOf("\n", place);
  const end = below < 0 ? text.lastIndexOf("\n", place - 1) : below;
  return end > 0 && text.charAt(end - 1) === "\r";
}
