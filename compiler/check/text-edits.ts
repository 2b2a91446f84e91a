// Edits that fixes are made of, and where a line stands in its file. Works on the author's text, never on meaning.
import type { Edit, Fix, Span } from "../diagnostics/problem.ts";
import type { Line, Tree } from "../syntax/tree.ts";

/** The tree that a place is in. */
export function treeOf(trees: readonly Tree[], span: Span): Tree | undefined {
  return trees.find((tree) => tree.file === span.file);
}

/** The text at a place. */
export function textAt(trees: readonly Tree[], span: Span): string {
  return treeOf(trees, span)?.text.slice(span.start, span.end) ?? "";
}

/** The line number of a place, from 1. */
export function lineNumber(trees: readonly Tree[], span: Span): number {
  return treeOf(trees, span)?.index.positionAt(span.start).line ?? 1;
}

/** `change  old  to  new`: one replacement. */
export function change(trees: readonly Tree[], span: Span, text: string): Fix {
  return { title: `change  ${textAt(trees, span)}  to  ${text}`, edits: [{ span, text }] };
}

/** Puts text in front of a place. */
export function insertAt(span: Span, at: number, text: string): Edit {
  return { span: { file: span.file, start: at, end: at }, text };
}

/** The end of a line and of everything below it. */
export function endOfBlock(line: Line): number {
  let end = line.span.end;
  // Bullets below a condition are read into it and stand in no line of their own.
  for (const part of line.parts) if (part.slot === "c") end = Math.max(end, part.condition.span.end);
  for (const child of line.children) end = Math.max(end, endOfBlock(child));
  return end;
}

/** A new line below this one and all it holds, as deep as `indent`. */
export function lineBelow(line: Line, indent: number, text: string): Edit {
  return insertAt(line.span, endOfBlock(line), `\n${" ".repeat(indent)}${text}`);
}

/** The place of whole lines, their line break included, from the first character of the first. */
export function wholeLines(trees: readonly Tree[], line: Line): Span {
  const text = treeOf(trees, line.span)?.text ?? "";
  const start = text.lastIndexOf("\n", line.span.start - 1) + 1;
  const breakAt = text.indexOf("\n", endOfBlock(line));
  return { file: line.span.file, start, end: breakAt < 0 ? text.length : breakAt + 1 };
}

/** Takes away a line with everything below it. */
export function removeLine(trees: readonly Tree[], line: Line): Edit {
  return { span: wholeLines(trees, line), text: "" };
}

/** The innermost line that holds a place. */
export function lineHolding(lines: readonly Line[], span: Span): Line | undefined {
  for (const line of lines) {
    if (line.span.file !== span.file) return undefined;
    if (line.span.start <= span.start && span.end <= line.span.end) return line;
    const below = lineHolding(line.children, span);
    if (below) return below;
  }
  return undefined;
}
