// The pieces that a column of a table is cut into, and which of them fit a comparison. A long table has as many pieces as rows, so those that
// fit are found by halving, never one by one.
import { compared, type Rational } from "../proof/rational.ts";
import { allPieces, difference, type Ranges } from "./ranges.ts";

/** A stretch of a column: one choice, no answer, or the numbers between two bounds. */
export type Piece =
  | { readonly kind: "choice"; readonly value: string }
  | { readonly kind: "absent" }
  | { readonly kind: "amounts"; readonly low?: Bound; readonly high?: Bound };

/** Numbers between two bounds. */
export type Amounts = Extract<Piece, { kind: "amounts" }>;

export interface Bound {
  readonly value: Rational;
  readonly included: boolean;
}

const comparisons = ["is", "is-not", "at-least", "at-most", "over", "under"] as const;
export type Comparison = (typeof comparisons)[number];

export function isComparison(op: string): op is Comparison {
  return comparisons.some((one) => one === op);
}

/**
 * The amounts that fit, of those that stand in order and are cut at the value: all from one place on, all up to one, or the one that is the
 * value.
 */
export function stretchOf(amounts: readonly Amounts[], op: Comparison, value: Rational): Ranges {
  if (op === "is-not") return difference(allPieces(amounts.length), stretchOf(amounts, "is", value));
  const first = (wanted: Comparison, fits: boolean): number =>
    firstWhere(amounts.length, (at) => {
      const piece = amounts[at];
      return piece !== undefined && amountFits(wanted, piece, value) === fits;
    });
  const from = op === "is" ? first("at-least", true) : op === "at-least" || op === "over" ? first(op, true) : 0;
  const to =
    op === "is" ? first("at-most", false) : op === "at-most" || op === "under" ? first(op, false) : amounts.length;
  return from < to ? [from, to - 1] : [];
}

/** The first place from which on it holds, by halving; the count where it holds nowhere. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether all of these amounts fit. Pieces are cut so that they fit wholly or not at all. */
export function amountFits(op: string, { low, high }: Amounts, value: Rational): boolean {
  const isPoint = low?.included === true && compared(low.value, value) === 0;
  const isAbove =
    low !== undefined && (compared(low.value, value) > 0 || (compared(low.value, value) === 0 && !low.included));
  const isBelow =
    high !== undefined && (compared(high.value, value) < 0 || (compared(high.value, value) === 0 && !high.included));
  switch (op) {
    case "is":
      return isPoint;
    case "is-not":
      return !isPoint;
    case "at-least":
      return isPoint || isAbove;
    case "at-most":
      return isPoint || isBelow;
    case "over":
      return isAbove;
    case "under":
      return isBelow;
    default:
      return false;
  }
}
