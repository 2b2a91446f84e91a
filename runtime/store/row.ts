// Reading columns of a row with their types. A column of another type than asked is a defect of a query: it throws.
import type { SQLOutputValue } from "node:sqlite";

/** A row as node:sqlite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** A text column. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`Column ${column} holds no text.`);
  return value;
}

/** A text column that may be empty. */
export function maybeText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** A column of whole numbers. */
export function whole(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`Column ${column} holds no number.`);
  return value;
}

/** Milliseconds of an instant. Throws RangeError for text that is none. */
export function milliseconds(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`"${instant}" is not an instant, such as 2026-04-01T08:41:00Z.`);
  return time;
}

/** An instant of milliseconds. */
export function instantOf(time: number): string {
  return new Date(time).toISOString();
}
