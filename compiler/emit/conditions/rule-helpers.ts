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
export { itemsAt, own } from "#support/facts.ts";
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
export { buildRulebook } from "#support/rulebook.ts";
export { hasState } from "#support/states.ts";
export { shifted, since } from "./rule-dates.ts";
