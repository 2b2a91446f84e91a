// Rows of the text as they stand, for those who say what several of them mean together. Knows columns only, no lines.
import type { FileReading } from "./file-reading.ts";

/** One row without its comment: spaces are single, `start` and `end` are where it stands in the text. */
export interface Row {
  readonly text: string;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** More rows than anybody writes below one line are not looked at. */
const mostRows = 50;

/** This row and those after it that stand in the same column. */
export function rowsInColumn(reader: FileReading, start: number): Row[] {
  const { line } = reader.index.positionAt(start);
  const column = start - reader.index.startOf(line);
  return takeRows(reader, line, (row) => row.column === column);
}

/** The rows below one that stand further right. */
export function deeperRows(reader: FileReading, line: number): Row[] {
  const own = rowAt(reader, line);
  return own ? takeRows(reader, line + 1, (row) => row.column > own.column) : [];
}

function takeRows(reader: FileReading, line: number, belongs: (row: Row) => boolean): Row[] {
  const rows: Row[] = [];
  for (let number = line; number - line < mostRows; number++) {
    const row = rowAt(reader, number);
    if (!row || !belongs(row)) break;
    rows.push(row);
  }
  return rows;
}

/** Undefined for an empty row, and behind the last. */
function rowAt({ text, index }: FileReading, line: number): Row | undefined {
  if (line > index.lineCount) return undefined;
  const from = index.startOf(line);
  const whole = text
    .slice(from, index.endOf(line))
    .replace(/\s+#.*$/, "")
    .trimEnd();
  const column = whole.search(/\S/);
  if (column < 0) return undefined;
  return { text: whole.slice(column).replace(/\s+/g, " "), column, start: from + column, end: from + whole.length };
}
