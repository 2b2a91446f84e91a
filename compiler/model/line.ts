// Reading the slots of one line by the words around them. Knows nothing of what the line means.
import type {
  ConditionNode,
  LengthNode,
  Line,
  LiteralNode,
  Part,
  PathNode,
  Quoted,
  Span,
  ValueNode,
  Word,
} from "../syntax/tree.ts";

/** The word the line begins with as it was meant. */
export function wordOf({ word }: Line): string {
  return word;
}

/** A question beside which a box may be ticked, or whose file may come another way, has no answer then. */
export function mayBeReplaced({ children }: Line): boolean {
  return children.some(({ form }) => form === "instead <n> <t>" || form?.startsWith("can be (") === true);
}

/** The n-th name slot of the line, counted from 0. */
export function nameAt(line: Line, index = 0): Word | undefined {
  let left = index;
  for (const part of line.parts) if (part.slot === "n" && left-- === 0) return part.name;
  return undefined;
}

/** The n-th quoted words of the line. */
export function quotedAt(line: Line, index = 0): Quoted | undefined {
  let left = index;
  for (const part of line.parts) if (part.slot === "t" && left-- === 0) return part.quoted;
  return undefined;
}

/** The part right after these literal words, which stand in a row: after(line, "go", "to"). */
export function after(line: Line, ...words: string[]): Part | undefined {
  const at = indexAfter(line, words);
  return at < 0 ? undefined : line.parts[at];
}

/** Whether these literal words stand in a row in the line. */
export function says(line: Line, ...words: string[]): boolean {
  return indexAfter(line, words) >= 0;
}

/** Asked of every line many times, so without a closure for each part. */
function indexAfter({ parts }: Line, words: readonly string[]): number {
  for (let start = 0; start + words.length <= parts.length; start++) {
    let fitting = 0;
    for (; fitting < words.length; fitting++) {
      const part = parts[start + fitting];
      if (part?.slot !== "literal" || part.word !== words[fitting]) break;
    }
    if (fitting === words.length) return start + fitting;
  }
  return -1;
}

/** The name right after these words. */
export function nameAfter(line: Line, ...words: string[]): Word | undefined {
  const part = after(line, ...words);
  if (part?.slot === "n") return part.name;
  return part?.slot === "ns" ? part.names[0] : undefined;
}

/** The names right after these words: one or several. */
export function namesAfter(line: Line, ...words: string[]): readonly Word[] {
  const part = after(line, ...words);
  if (part?.slot === "ns") return part.names;
  return part?.slot === "n" ? [part.name] : [];
}

/** The paths right after these words. */
export function pathsAfter(line: Line, ...words: string[]): readonly PathNode[] {
  const part = words.length > 0 ? after(line, ...words) : undefined;
  if (part?.slot === "ps") return part.paths;
  return part?.slot === "p" ? [part.path] : [];
}

/** The condition slot of the line. */
export function conditionOf(line: Line): ConditionNode | undefined {
  return line.parts.find((part) => part.slot === "c")?.condition;
}

/** The n-th value slot of the line. */
export function valueAt(line: Line, index = 0): ValueNode | undefined {
  return line.parts.filter((part) => part.slot === "e")[index]?.value;
}

/** The length of time (or the name of one) right after these words. */
export function lengthAfter(line: Line, ...words: string[]): LengthNode | PathNode | undefined {
  const part = after(line, ...words);
  return part?.slot === "d" ? part.length : undefined;
}

/** The literal (number, date, size …) right after these words. */
export function literalAfter(line: Line, ...words: string[]): LiteralNode | undefined {
  const part = after(line, ...words);
  return part && "literal" in part ? part.literal : undefined;
}

/** The whole number right after these words. */
export function numberAfter(line: Line, ...words: string[]): number | undefined {
  const literal = literalAfter(line, ...words);
  return literal?.kind === "number" ? literal.value : undefined;
}

/** The day right after these words: "2026-04-01". */
export function dateAfter(line: Line, ...words: string[]): string | undefined {
  const literal = literalAfter(line, ...words);
  return literal?.kind === "date" ? literal.value : undefined;
}

/** The day of every year right after these words, and where it stands. */
export function dayMonthAfter(line: Line, ...words: string[]): Extract<LiteralNode, { kind: "day-month" }> | undefined {
  const literal = literalAfter(line, ...words);
  return literal?.kind === "day-month" ? literal : undefined;
}

/** The words of all prose lines right below, one line each; empty when there are none. */
export function proseUnder(line: Line): { readonly words: string; readonly span: Span } | undefined {
  const prose = line.children.flatMap((child) => child.parts.filter((part) => part.slot === "prose"));
  const first = prose[0];
  if (!first) return undefined;
  return { words: prose.map((part) => part.words).join("\n"), span: first.span };
}

/** One span from the start of one to the end of the other. */
export function spanning(from: Span, to: Span): Span {
  return { file: from.file, start: from.start, end: to.end };
}
