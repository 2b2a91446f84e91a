// Pieces of a column as an author writes a cell: £500 to under £900, not electric, any. Only words.

import { amountWords } from "../proof/example.ts";
import { isWholeType } from "../proof/kind-of.ts";
import { compared, one, plus } from "../proof/rational.ts";
import type { Translation } from "../proof/translation.ts";
import { otherWords } from "../proof/vocabulary.ts";
import type { Column } from "./grid.ts";
import type { Bound, Piece } from "./pieces.ts";
import { piecesOf, type Ranges, sizeOf } from "./ranges.ts";

/** The cell; undefined when no single cell says it. */
export function cellWords(t: Translation, column: Column, ranges: Ranges): string | undefined {
  if (sizeOf(ranges) === column.pieces.length) return "any";
  const pieces = piecesOf(ranges).flatMap((at) => column.pieces[at] ?? []);
  const [first] = pieces;
  if (!first) return undefined;
  if (pieces.length === 1 && first.kind === "absent") return "not asked";
  if (pieces.every((piece) => piece.kind === "amounts"))
    return ranges.length === 2 ? stretchWords(t, column, pieces) : undefined;
  if (pieces.length === 1 && first.kind === "choice")
    return first.value === otherWords ? undefined : choiceWords(column, first);
  // "not x" fits every choice but one, and no missing answer.
  const choices = column.pieces.filter((piece) => piece.kind === "choice");
  const missing = choices.filter((piece) => !pieces.includes(piece));
  const [only] = missing;
  return only && missing.length === 1 && pieces.every((piece) => piece.kind === "choice")
    ? `not ${choiceWords(column, only)}`
    : undefined;
}

function choiceWords(column: Column, { value }: Extract<Piece, { kind: "choice" }>): string {
  return column.type.kind === "one-of" || column.type.kind === "yes-or-no" ? value : `"${value}"`;
}

function stretchWords(t: Translation, column: Column, pieces: readonly Piece[]): string | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first?.kind !== "amounts" || last?.kind !== "amounts") return undefined;
  const { low } = first;
  const { high } = last;
  const say = (bound: Bound) => amountWords(t, bound.value, column.type);
  const isDate = column.type.kind === "date" || column.type.kind === "date-of-birth";
  if (!low && !high) return undefined;
  if (!low) return high && `${high.included ? "at most" : isDate ? "before" : "under"} ${say(high)}`;
  if (!high)
    return low.included
      ? isDate
        ? `at least ${say(low)}`
        : `${say(low)} or more`
      : `${isDate ? "after" : "over"} ${say(low)}`;
  if (low.included && high.included && compared(low.value, high.value) === 0) return say(low);
  const start = low.included ? low : wholeAfter(column, low);
  return start && `${say(start)} to ${high.included ? "" : "under "}${say(high)}`;
}

/** A range includes its start; over £500 starts at £500.01. */
function wholeAfter(column: Column, { value }: Bound): Bound | undefined {
  return isWholeType(column.type) ? { value: plus(value, one), included: true } : undefined;
}
