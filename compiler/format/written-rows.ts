// What each row says in canonical form: words in small letters, one space between them, bars of a table in line.
import * as T from "../syntax/tokens.ts";
import type { Line, Span, Token } from "../syntax/tree.ts";
import type { Row } from "./rows.ts";
import { writeToken } from "./written-token.ts";

/** The text of each row without its line break. A row in which something was reported stays as it is. */
export function writeRows(rows: readonly Row[], columns: readonly (number | undefined)[]): string[] {
  const cells = alignCells(rows);
  return rows.map((row, at) => {
    const column = columns[at];
    if (row.line?.isReported) return row.text;
    const start = column === undefined ? row.text.slice(0, firstOffset(row) - row.start) : " ".repeat(column);
    const words = cells.get(row) ?? (row.line ? writeTokens(meaningful(row, row.line), row.line, row) : "");
    const comment = row.comment?.image.trimEnd() ?? "";
    return `${start}${words}${words !== "" && comment !== "" ? "  " : ""}${comment}`;
  });
}

function firstOffset(row: Row): number {
  return (row.tokens[0] ?? row.comment)?.startOffset ?? row.start;
}

/** The tokens of a row without the colon or full stop that means nothing. */
function meaningful(row: Row, line: Line): Token[] {
  return row.tokens.filter((token) => !line.endMarks.includes(token));
}

function writeTokens(tokens: readonly Token[], line: Line, row: Row): string {
  const kept = wordsAsWritten(line);
  let written = "";
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const gap = before ? gapBetween(before, token, line, row) : "";
    written += gap + (isIn(kept, token) ? token.image : writeToken(token));
  }
  return written;
}

const tightBefore = new Set([T.Comma, T.Possessive, T.RParen]);

function gapBetween(before: Token, token: Token, line: Line, row: Row): string {
  if (tightBefore.has(token.tokenType) || before.tokenType === T.LParen) return "";
  // In free words a number and a word may stand so far apart that they are not read as one length of time: so it stays.
  const isFree = line.parts.some((part) => part.slot === "ws" && isIn([part.span], before));
  if (!isFree || before.tokenType !== T.Num) return " ";
  return row.text.slice(before.startOffset + before.image.length - row.start, token.startOffset - row.start) || " ";
}

/** Languages and days of the week keep their capital letters. */
const formsWithProperNames = ["words <n> for <n> version <num>", "languages <ns>", "working days are <ns>"];

/** Where words stand that keep the author's letters: free words, and names of languages and days. */
function wordsAsWritten(line: Line): Span[] {
  return [...properNamesIn(line), ...line.parts.filter(({ slot }) => slot === "ws").map((part) => part.span)];
}

/** Where names of languages and days stand. */
export function properNamesIn(line: Line): Span[] {
  if (!formsWithProperNames.includes(line.form ?? "")) return [];
  const names = line.parts.filter(({ slot }) => slot === "n" || slot === "ns");
  return names.slice(0, 1).map((part) => part.span);
}

function isIn(spans: readonly Span[], { startOffset }: Token): boolean {
  return spans.some(({ start, end }) => start <= startOffset && startOffset < end);
}

/** The rows of each table with their bars in line. */
function alignCells(rows: readonly Row[]): Map<Row, string> {
  const tables = new Map<Line | undefined, { row: Row; cells: string[] }[]>();
  for (const row of rows) {
    const line = row.line;
    if (line?.word !== "|" || line.isReported || row.tokens.length !== line.tokens.length) continue;
    const table = tables.get(line.parent) ?? [];
    table.push({ row, cells: cellsOf(row, line) });
    tables.set(line.parent, table);
  }
  const aligned = new Map<Row, string>();
  for (const table of tables.values()) {
    const widths: number[] = [];
    for (const { cells } of table)
      for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length);
    for (const { row, cells } of table) {
      const padded = cells.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - [...cell].length));
      aligned.set(row, `| ${padded.join(" | ")} |`);
    }
  }
  return aligned;
}

function cellsOf(row: Row, line: Line): string[] {
  const cells: Token[][] = [];
  for (const token of meaningful(row, line)) {
    if (token.tokenType === T.Pipe) cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return cells.slice(0, -1).map((cell) => writeTokens(cell, line, row));
}
