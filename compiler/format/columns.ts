// Where each row starts: two columns for each level. A big block in which something was reported keeps its columns, because there nobody
// can say what belongs under what.
import type { Line, Tree } from "../syntax/tree.ts";
import type { Row } from "./rows.ts";

/** How many spaces each level of lines stands further to the right. */
const step = 2;

/** The column of each row; undefined: it keeps what stands before its first word. */
export function columnsOf(tree: Tree, rows: readonly Row[]): (number | undefined)[] {
  const columns = columnsOfLines(tree);
  const placed = rows.map((row) => (row.line ? columnOfRow(row, row.line, columns.get(row.line)) : undefined));
  return placeComments(rows, placed);
}

function columnsOfLines(tree: Tree): Map<Line, number> {
  const columns = new Map<Line, number>();
  const place = (line: Line, column: number): void => {
    columns.set(line, column);
    for (const below of [...line.bullets, ...line.children]) place(below, column + step);
  };
  const readable = tree.lines.filter((line) => !hasReported(line));
  const margin =
    readable.length === tree.lines.length
      ? 0
      : tree.lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  for (const line of readable) place(line, margin);
  return columns;
}

function hasReported(line: Line): boolean {
  return line.isReported || line.bullets.some(hasReported) || line.children.some(hasReported);
}

/** Rows that continue a line stand one level deeper; not where that would put them under a line that stands between. */
function columnOfRow(row: Row, line: Line, column: number | undefined): number | undefined {
  const isFirst = row.tokens[0] === line.tokens[0];
  if (column === undefined || isFirst) return column;
  const isCutOff = line.children.some(
    (child) => child.word !== "-" && child.word !== ">" && child.span.start < row.start,
  );
  return isCutOff ? column : column + step;
}

/** A row with words: where it stands, and where it will stand. */
interface Neighbour {
  readonly before: number;
  readonly after: number;
}

/**
 * A comment stands with the line right below it. Further right than that line, or set off by a blank row, it stands with the line around it that
 * it lines up with, or below the one it is further right than: a line that was taken out for a while keeps its place.
 */
function placeComments(rows: readonly Row[], placed: readonly (number | undefined)[]): (number | undefined)[] {
  const columns = [...placed];
  const below = linesBelow(rows, placed);
  // The row above and the rows it stands below, columns rising.
  const above: Neighbour[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.line) {
      while ((above.at(-1)?.before ?? -1) >= row.indent) above.pop();
      above.push({ before: row.indent, after: placed[at] ?? row.indent });
      continue;
    }
    const next = below[at];
    if (!row.comment) continue;
    columns[at] =
      next?.isDirect && row.indent <= next.before
        ? next.after
        : fitting([...above, ...(next ? [next] : [])], row.indent);
  }
  return columns;
}

/** For each row the next one with words; direct: only comments stand between. */
function linesBelow(
  rows: readonly Row[],
  placed: readonly (number | undefined)[],
): (undefined | (Neighbour & { isDirect: boolean }))[] {
  const found: (undefined | (Neighbour & { isDirect: boolean }))[] = [];
  let next: (Neighbour & { isDirect: boolean }) | undefined;
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    found[at] = next;
    if (row?.line) next = { before: row.indent, after: placed[at] ?? row.indent, isDirect: true };
    else if (!row?.comment && next) next = { ...next, isDirect: false };
  }
  return found;
}

/** Where the nearest of these rows that stands no further right will stand; one level deeper when it stands further left. */
function fitting(around: readonly Neighbour[], indent: number): number {
  let nearest: Neighbour | undefined;
  for (const row of around) if (row.before <= indent && row.before >= (nearest?.before ?? 0)) nearest = row;
  if (!nearest) return 0;
  return nearest.before < indent ? nearest.after + step : nearest.after;
}
