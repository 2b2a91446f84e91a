// Where an offset stands: line and column, and back. Knows only one text; counts UTF-16 code units, as editors do.

/** A place as people count: the first line and the first column are 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Answers for one text. Offsets outside the text are moved to its nearest end. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  /** Offset of the first character of a line (from 1). */
  startOf(line: number): number;
  /** Offset behind the last character of a line, before its line break. */
  endOf(line: number): number;
  /** The line without its line break. */
  textOf(line: number): string;
}

/** Lines end at \n, \r\n or a lone \r. Built in one pass; answers take logarithmic time. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const clampLine = (line: number): number => Math.min(Math.max(line, 1), starts.length);
  const startOf = (line: number): number => starts[clampLine(line) - 1] ?? 0;
  const endOf = (line: number): number => {
    let end = clampLine(line) === starts.length ? text.length : startOf(clampLine(line) + 1);
    while (end > startOf(line) && "\r\n".includes(text.charAt(end - 1))) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    startOf,
    endOf,
    textOf: (line) => text.slice(startOf(line), endOf(line)),
    positionAt(offset) {
      const place = Math.min(Math.max(offset, 0), text.length);
      const line = lastStartNotAfter(starts, place);
      return { line: line + 1, column: place - (starts[line] ?? 0) + 1 };
    },
    offsetAt: ({ line, column }) => Math.min(startOf(line) + Math.max(column, 1) - 1, text.length),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const lineBreak = text.includes("\r") ? /\r\n?|\n/g : /\n/g;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return starts;
}

function lastStartNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
