// Everything that emitted rules may call, in one place, so that it can be bundled once into generated/helpers.ts.
// Only support functions; nothing of the compiler.
export { itemsAt, own } from "#support/facts.ts";
export {
  add,
  allOf,
  anyOf,
  atLeast,
  atMost,
  average,
  characters,
  combineRows,
  datedOn,
  differ,
  dividedBy,
  entries,
  everyOf,
  highest,
  includes,
  isNoneOf,
  isOneOf,
  judge,
  lacks,
  lowest,
  matches,
  neverAbove,
  neverBelow,
  opposite,
  over,
  percent,
  rounded,
  same,
  subtract,
  sum,
  times,
  under,
  wholeCoins,
  wordCount,
} from "#support/operators.ts";
export { buildRulebook } from "#support/rulebook.ts";
export { hasState } from "#support/states.ts";
export { shifted, since } from "./rule-dates.ts";
