// Everything that emitted rules may call, in one place, so that it can be bundled once into generated/helpers.ts.
// Only support functions; nothing of the compiler.

export {
  add,
  average,
  combineRows,
  dividedBy,
  highest,
  lowest,
  neverAbove,
  neverBelow,
  percent,
  rounded,
  subtract,
  sum,
  times,
  wholeCoins,
} from "#support/amounts.ts";
export { daysBetween, monthsBetween, yearsBetween } from "#support/dates.ts";
export { itemsAt, itemsIn, own } from "#support/facts.ts";
export { keepResults } from "#support/kept-results.ts";
export {
  allOf,
  anyOf,
  atLeast,
  atMost,
  characters,
  datedOn,
  differ,
  entries,
  everyOf,
  includes,
  isNoneOf,
  isOneOf,
  judge,
  lacks,
  matches,
  opposite,
  over,
  same,
  under,
  wordCount,
} from "#support/operators.ts";
export { noItems } from "#support/rulebook.ts";
export { hasState } from "#support/states.ts";
export { shifted, since } from "./rule-dates.ts";
