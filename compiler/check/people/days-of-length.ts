// How many days a length is at least and at most, so that two of them can be compared where the calendar is not known.
import type { LengthNode, PathNode } from "../../syntax/tree.ts";

/** A length that is written out, and not the name of one. */
export function isLength(length: LengthNode | PathNode | undefined): length is LengthNode {
  return length?.kind === "length";
}

const days: Readonly<Record<LengthNode["unit"], readonly [least: number, most: number]>> = {
  minutes: [0, 1],
  hours: [0, 1],
  days: [1, 1],
  // Five in a week; holidays make it more.
  "working-days": [1, 1.6],
  weeks: [7, 7],
  months: [28, 31],
  years: [365, 366],
};

/** Days of a length: the fewest or the most that it can be. */
export function daysOf({ amount, unit }: LengthNode, end: "least" | "most"): number {
  return amount * days[unit][end === "least" ? 0 : 1];
}
