// Tokens to logical lines to a tree by column. Never fails: every line finds a place; what does not line up is marked for the reader to report.
import type { IToken } from "chevrotain";
import type { Blocks } from "./blocks.ts";
import { plainName } from "./lexer.ts";
import { wordOf } from "./line-word.ts";
import { Minus, Newline, Pipe, Prose, Sign, Text } from "./tokens.ts";

/** One logical line of the outline: the tokens of a line and of the lines that continue it. */
export interface OutlineLine {
  readonly tokens: IToken[];
  /** The word or sign it is known by: its first. */
  readonly word: string;
  /** Colons and full stops at the ends of its rows, which mean nothing. */
  readonly endMarks: readonly IToken[];
  /** Spaces before the first token; a tab counts as two. */
  readonly indent: number;
  readonly children: OutlineLine[];
  /** The column its siblings stand in, when this line does not stand there. */
  readonly shouldStandAt?: number;
  /** It stood deeper than lines may be nested; it was put beside the deepest line allowed. */
  readonly isTooDeep: boolean;
  /** The lines right above and right below it in the text, wherever they belong. */
  readonly previous: OutlineLine | undefined;
  readonly next: OutlineLine | undefined;
}

/** How deep lines may stand below each other. Real texts need about six levels. */
export const deepestLevel = 40;

/** Groups tokens into lines, joins continuations, and nests them by column. `mayStandHere` is the same for files of this kind only. */
export function buildOutline(
  tokens: readonly IToken[],
  text: string,
  mayStandUnder: Blocks["mayStandUnder"],
  mayStandHere: Blocks["mayStandUnder"] = mayStandUnder,
): OutlineLine[] {
  return nest(joinLines(splitLines(tokens), text), mayStandUnder, mayStandHere);
}

interface FlatLine {
  readonly tokens: IToken[];
  readonly word: string;
  readonly endMarks: IToken[];
  readonly indent: number;
}

function splitLines(tokens: readonly IToken[]): IToken[][] {
  const lines: IToken[][] = [];
  let start = 0;
  // Cut out whole: a line that grows token by token takes twice the room.
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.tokenType !== Newline) continue;
    if (at > start) lines.push(tokens.slice(start, at));
    start = at + 1;
  }
  if (start < tokens.length) lines.push(tokens.slice(start));
  return lines;
}

/** Section 3.6.3: `and`, `or` continue the line above; `otherwise say`, `then go to`, `say "…"` the statement they stand under. */
function joinLines(lines: readonly IToken[][], text: string): FlatLine[] {
  const joined: FlatLine[] = [];
  // Lines that others may still continue, columns rising: the last one that stands no further right is the nearest.
  const open: FlatLine[] = [];
  for (const tokens of lines) {
    const endMarks = takeEndMark(tokens);
    const first = tokens[0];
    if (!first) continue;
    const indent = indentOf(first.startOffset, text);
    const word = wordOf(first);
    const onto = continuesLineAbove(word)
      ? joined.at(-1)
      : continuesStatement(word, tokens)
        ? nearest(open, indent)
        : undefined;
    if (onto) {
      for (const token of tokens) onto.tokens.push(token);
      onto.endMarks.push(...endMarks);
      continue;
    }
    const line = { tokens, word, endMarks, indent };
    joined.push(line);
    if (first.tokenType === Minus || first.tokenType === Prose) continue;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    open.push(line);
  }
  return joined;
}

function nearest(open: readonly FlatLine[], indent: number): FlatLine | undefined {
  return open.findLast((line) => line.indent <= indent);
}

function continuesLineAbove(word: string): boolean {
  return word === "and" || word === "or";
}

function continuesStatement(first: string, tokens: readonly IToken[]): boolean {
  if (first === "otherwise") return wordAt(tokens, 1) === "say";
  if (first === "then") return wordAt(tokens, 1) === "go" && wordAt(tokens, 2) === "to";
  return first === "say" && tokens[1]?.tokenType === Text;
}

function wordAt(tokens: readonly IToken[], at: number): string {
  return plainName(tokens[at]?.image ?? "");
}

/** A colon or a full stop at the end of a line means nothing and is forgiven. */
function takeEndMark(tokens: IToken[]): IToken[] {
  const last = tokens.at(-1);
  const isEndMark = last?.tokenType === Sign && (last.image === ":" || last.image === ".") && tokens.length > 1;
  return isEndMark ? tokens.splice(-1) : [];
}

function indentOf(offset: number, text: string): number {
  let indent = 0;
  for (let at = offset - 1; at >= 0; at--) {
    const character = text.charAt(at);
    if (character === "\n" || character === "\r") break;
    indent += character === "\t" ? 2 : isUnseen(character) ? 0 : 1;
  }
  return indent;
}

/** A byte order mark, a mark of the reading direction: they take no room. */
function isUnseen(character: string): boolean {
  return character !== " " && /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.test(character);
}

type Open = { -readonly [K in keyof OutlineLine]: OutlineLine[K] };

/** An open line, and the column at which its siblings are taken to stand: its own, or theirs where it is out of line with them. */
interface Level {
  readonly line: Open;
  readonly column: number;
}

function nest(
  lines: readonly FlatLine[],
  mayStandUnder: Blocks["mayStandUnder"],
  mayStandHere: Blocks["mayStandUnder"],
): OutlineLine[] {
  const step = commonStep(lines);
  const root: Open = {
    tokens: [],
    word: "",
    endMarks: [],
    indent: -1,
    children: [],
    isTooDeep: false,
    previous: undefined,
    next: undefined,
  };
  let previous: Open | undefined;
  const stack: Level[] = [{ line: root, column: -1 }];
  const isEven = lines.filter((line) => line.indent % 2 === 1).length * 5 < lines.length;
  for (let at = 0; at < lines.length; at++) {
    const { tokens, word, endMarks, indent } = lines[at] as FlatLine;
    const meant = belowWords(root, indent) ?? (isEven ? takenColumn(lines, at, stack, mayStandUnder) : indent);
    const isTooFar = meant === indent && isOneStepTooFar(lines, at, stack, step, mayStandHere);
    const taken = isTooFar ? indent - step : meant;
    while (stack.length > 1 && (stack.at(-1)?.column ?? -1) >= taken) stack.pop();
    const isTooDeep = stack.length > deepestLevel;
    const parent = (isTooDeep ? stack[deepestLevel - 1] : stack.at(-1))?.line ?? root;
    const line: Open = { tokens, word, endMarks, indent, children: [], isTooDeep, previous, next: undefined };
    if (isTooFar) line.shouldStandAt = taken;
    if (previous) previous.next = line;
    previous = line;
    parent.children.push(line);
    if (!isTooDeep) stack.push({ line, column: taken });
  }
  markMisaligned(
    root,
    lines.reduce((least, line) => Math.min(least, line.indent), lines[0]?.indent ?? 0),
    step,
    mayStandHere,
  );
  return root.children;
}

/** In a file of words everything stands below its first line, so a line at the margin was meant to stand where the first one below does. */
function belowWords({ children: [first] }: Open, indent: number): number | undefined {
  if (first?.word !== "words" || first.indent !== indent) return undefined;
  return first.children[0]?.indent;
}

/**
 * In a text whose columns are even, as nearly all are, a line in an odd column was meant to stand one column beside it: so a slip of the
 * space bar does not change what the lines around it belong to. Below the line above or beside it, as the words say; where they do not,
 * with a neighbour.
 */
function takenColumn(
  lines: readonly FlatLine[],
  at: number,
  stack: readonly Level[],
  mayStandUnder: Blocks["mayStandUnder"],
): number {
  const { indent = 0, word = "" } = lines[at] ?? {};
  if (indent % 2 === 0) return indent;
  const above = stack.findLast(({ column }) => column < indent);
  const isBelow = above && mayStandUnder(above.line.word, word);
  if (above?.column === indent - 1 && isBelow !== undefined) return isBelow ? indent + 1 : indent - 1;
  if (above?.column === indent - 3 && isBelow === true) return indent - 1;
  const neighbours = [lines[at + 1]?.indent, lines[at - 1]?.indent];
  return neighbours.find((other) => other !== undefined && other > 0 && Math.abs(other - indent) === 1) ?? indent;
}

/**
 * A line one step to the right of where it belongs, whose own lines stand beside it: `route`, below it `    stage …` and `    can …`, or a question
 * in the column of the lines of the question above. It was moved, and they were not.
 */
function isOneStepTooFar(
  lines: readonly FlatLine[],
  at: number,
  stack: readonly Level[],
  step: number,
  mayStandUnder: Blocks["mayStandUnder"],
): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || next?.indent !== line.indent || mayStandUnder(line.word, next.word) !== true) return false;
  // What bullets and rows belong to is said by the line above them.
  if (!/^[a-z]/.test(line.word)) return false;
  const place = stack.findLastIndex(({ column }) => column < line.indent);
  const [above, owner] = [stack[place], stack[place - 1]];
  if (!above || above.column < 0) return false;
  if (above.column === line.indent - step)
    return (
      mayStandUnder(above.line.word, line.word) === false &&
      owner !== undefined &&
      mayStandUnder(owner.line.word, line.word) === true
    );
  if (above.column !== line.indent - 2 * step || above.line.children.some(({ indent }) => indent === line.indent))
    return false;
  if (mayStandUnder(above.line.word, line.word) !== true) return false;
  if (mayStandUnder(above.line.word, next.word) === false) return true;
  // Both would do: the lines that follow say where lines of this block stand.
  const after = lines.slice(at + 2, at + 40).find(({ indent }) => indent < line.indent);
  if (!after || after.indent <= above.column) return above.line.children.length === 0;
  return after.indent === line.indent - step && mayStandUnder(above.line.word, after.word) === true;
}

/** The column of siblings is where most of them stand; at the left margin of a file, its margin. */
function markMisaligned(root: Open, margin: number, step: number, mayStandHere: Blocks["mayStandUnder"]): void {
  const waiting: { siblings: readonly Open[]; column: number }[] = [{ siblings: root.children, column: margin }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const line of next.siblings) {
      if (line.indent !== next.column && !line.isTooDeep) line.shouldStandAt ??= next.column;
      const children: readonly Open[] = line.children;
      if (children.length === 0) continue;
      // Where as many stand elsewhere, they stand where a line that belongs there does.
      const wanted = line.indent + step;
      const isWanted = children.some(({ indent, word }) => indent === wanted && mayStandHere(line.word, word) === true);
      waiting.push({ siblings: children, column: commonColumn(children, isWanted ? wanted : -1) });
    }
  }
}

/** Where most of these lines stand; where as many stand in one column as in another, the one where they are looked for. */
export function commonColumn(siblings: readonly OutlineLine[], wanted = -1): number {
  const [only, second] = siblings;
  if (only && !second) return only.indent;
  const counts = new Map<number, number>();
  for (const { indent } of siblings) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [first, other] = [...counts].sort((left, right) => right[1] - left[1] || (left[0] % 2) - (right[0] % 2));
  if (other?.[0] === wanted && other[1] === first?.[1]) return wanted;
  return first?.[0] ?? 0;
}

/** The same of lines that are not nested yet. */
function commonStep(lines: readonly FlatLine[]): number {
  let [two, other] = [1, 0];
  const counts = new Map<number, number>();
  for (let at = 1; at < lines.length; at++) {
    const more = (lines[at]?.indent ?? 0) - (lines[at - 1]?.indent ?? 0);
    if (more === 2) two++;
    else if (more > 0) counts.set(more, (counts.get(more) ?? 0) + 1);
  }
  let step = 2;
  for (const [more, count] of counts) if (count > Math.max(two, other)) [step, other] = [more, count];
  return step;
}

/** By how many columns lines stand to the right of the one they belong to, nearly everywhere in this text. */
export function stepOf(first: OutlineLine | undefined): number {
  // Where a text of a few lines leaves it open it is two, as the formatter has it.
  const counts = new Map([[2, 1]]);
  for (let line = first; line?.next; line = line.next) {
    const more = line.next.indent - line.indent;
    if (more > 0) counts.set(more, (counts.get(more) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  return commonest?.[0] ?? 2;
}

/** Whether this line is a row of a table. */
export function isRow(line: OutlineLine): boolean {
  return line.tokens[0]?.tokenType === Pipe;
}
