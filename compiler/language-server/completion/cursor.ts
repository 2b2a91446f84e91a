// Where a cursor stands: the block it writes in, the line above its own in the outline, and what is written in front of it.
import type { IToken } from "chevrotain";
import { wordOf } from "../../model/line.ts";
import { bulletsHeading, fileHeading } from "../../syntax/blocks.ts";
import { plainName, readTokens } from "../../syntax/lexer.ts";
import { grammar } from "../../syntax/parse.ts";
import * as T from "../../syntax/tokens.ts";
import type { PlacedLine } from "../placed-line.ts";
import { offsetAt, type Position } from "../snapshot.ts";
import { type Chunk, chunkAt, type TextFile } from "../text-file.ts";

/** A cursor in a file. */
export interface Cursor {
  readonly file: TextFile;
  readonly offset: number;
  readonly chunk: Chunk;
  /** Headings of the blocks whose lines may stand here: of a condition's bullets too. */
  readonly headings: readonly string[];
  /** The line that this one stands under. */
  readonly parent?: PlacedLine;
  /** The line as written up to the cursor, without its indentation. */
  readonly before: string;
  /** Its tokens, without the word that is being written. */
  readonly tokens: IToken[];
  /** The word being written, and where it starts. */
  readonly word: string;
  readonly wordStart: number;
}

/** Nobody completes a longer one; looking for its start through an endless line would take quadratic time. */
const longestWord = 200;

/** Reads what stands around a position. */
export function readCursor(file: TextFile, position: Position): Cursor | undefined {
  const offset = offsetAt(file, position);
  const start = file.index.startOf(position.line + 1);
  const written = file.text.slice(start, offset);
  const before = written.trimStart();
  const indent = [...written.slice(0, written.length - before.length)].reduce(
    (sum, sign) => sum + (sign === "\t" ? 2 : 1),
    0,
  );
  const chunk = chunkAt(file, indent > 0 ? Math.max(start - 1, 0) : offset);
  if (!chunk) return undefined;
  const parent = indent === 0 ? undefined : parentOf(chunk, start - chunk.start, indent);
  const word = /[\p{L}\p{M}\d]*(?:[-‐‑][\p{L}\p{M}\d]*)*$/u.exec(before.slice(-longestWord))?.[0] ?? "";
  const { tokens } = readTokens(before.slice(0, before.length - word.length), grammar.words);
  return {
    file,
    offset,
    chunk,
    headings: indent === 0 ? [fileHeading] : headingsUnder(parent),
    ...(parent && { parent }),
    before,
    tokens: tokens.filter((token) => token.tokenType !== T.Newline),
    word,
    wordStart: offset - word.length,
  };
}

/** The nearest line above that stands further left. */
function parentOf(chunk: Chunk, lineStart: number, indent: number): PlacedLine | undefined {
  const above = chunk.read.lines.filter(({ line }) => line.span.start < lineStart);
  return above.findLast(({ line }) => line.indent < indent);
}

function headingsUnder(parent: PlacedLine | undefined): string[] {
  if (!parent) return [];
  const { line } = parent;
  const waits =
    line.parts.some((part) => part.slot === "c" && part.condition.kind === "bullets") || line.bullets.length > 0;
  const opens = line.opens ? [line.opens] : [];
  return waits || endsWithOf(line.tokens.map((token) => token.image)) ? [bulletsHeading, ...opens] : opens;
}

function endsWithOf(words: readonly string[]): boolean {
  const [mode = "", of] = words.slice(-2).map(plainName);
  return of === "of" && ["all", "any", "none"].includes(mode);
}

/** Whether the cursor stands in words that people see, in a comment, or in prose: there is nothing to complete but names in braces. */
export function isInWords(cursor: Cursor): boolean {
  const quotes = cursor.before.match(/["“”„]/g)?.length ?? 0;
  return (
    quotes % 2 === 1 || cursor.before.startsWith(">") || cursor.before.replace(/["“”„][^"“”„]*["“”]/g, "").includes("#")
  );
}

/** The first word of the line being written, as forms know it. */
export function firstWord(cursor: Cursor): string {
  const [first] = cursor.tokens;
  if (!first) return "";
  return first.tokenType === T.Minus ? "-" : first.tokenType === T.Pipe ? "|" : plainName(first.image);
}

/** Whether a line under `parent` is in a block with that first word, from the inside out. */
export function nearestLine(parent: PlacedLine | undefined, word: string): PlacedLine | undefined {
  for (let at = parent; at; at = at.parent) if (wordOf(at.line) === word) return at;
  return undefined;
}
