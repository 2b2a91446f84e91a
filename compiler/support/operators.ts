// What the small words of a rule mean for values that may be missing: is, under, includes, plus, sum. Emitted rules and
// the tree walker both call these. A missing or unfitting value makes a test neither yes nor no, and a value unknown.
import type { Value } from "#contract/facts.ts";
import { isRecord } from "./facts.ts";
import { asLength, compareLengths } from "./lengths.ts";
import { percentOf, roundHalfUp, roundTo, tidy } from "./numbers.ts";

/** A value that may not be there. */
export type Maybe = Value | undefined;

/** True when both are there and the same, records and lists part by part. */
export function same(left: Maybe, right: Maybe): boolean {
  return left !== undefined && right !== undefined && equal(left, right);
}

/** True when both are there and not the same: not the opposite of `same`. */
export function differ(left: Maybe, right: Maybe): boolean {
  return left !== undefined && right !== undefined && !equal(left, right);
}

function equal(left: Value | undefined, right: Value | undefined): boolean {
  if (left === right) return true;
  if (isList(left)) {
    return isList(right) && left.length === right.length && left.every((part, at) => equal(part, right[at]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]))
  );
}

function isList(value: Maybe): value is readonly Value[] {
  return Array.isArray(value);
}

/** Below, at or above zero as the first is less, the same or more; nothing for what has no order between the two. */
export function compare(left: Maybe, right: Maybe): number | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    return Number.isNaN(difference) ? undefined : difference;
  }
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  const [length, other] = [asLength(left), asLength(right)];
  return length && other ? compareLengths(length, other) : undefined;
}

/** True when both are there and the first is less (earlier). */
export function under(left: Maybe, right: Maybe): boolean {
  const order = compare(left, right);
  return order !== undefined && order < 0;
}

/** True when both are there and the first is not more (not later). */
export function atMost(left: Maybe, right: Maybe): boolean {
  const order = compare(left, right);
  return order !== undefined && order <= 0;
}

/** True when both are there and the first is more (later). */
export function over(left: Maybe, right: Maybe): boolean {
  return under(right, left);
}

/** True when both are there and the first is not less (not earlier). */
export function atLeast(left: Maybe, right: Maybe): boolean {
  return atMost(right, left);
}

/** Yes, no or not known, from a test that says yes and one that says no. Neither: not known. */
export function judge(
  yes: (left: Maybe, right: Maybe) => boolean,
  no: (left: Maybe, right: Maybe) => boolean,
  left: Maybe,
  right: Maybe,
): boolean | undefined {
  return yes(left, right) ? true : no(left, right) ? false : undefined;
}

/** True when the list is there and holds the value. */
export function includes(list: Maybe, value: Maybe): boolean {
  return isList(list) && value !== undefined && list.some((entry) => equal(entry, value));
}

/** True when the list is there and does not hold the value. */
export function lacks(list: Maybe, value: Maybe): boolean {
  return isList(list) && value !== undefined && !list.some((entry) => equal(entry, value));
}

/** True when the value is one of these. */
export function isOneOf(value: Maybe, options: readonly Maybe[]): boolean {
  return options.some((option) => same(value, option));
}

/** True when all are there and the value is none of these. */
export function isNoneOf(value: Maybe, options: readonly Maybe[]): boolean {
  return value !== undefined && options.every((option) => differ(value, option));
}

/** The sum of two numbers, when both are there. */
export function add(left: Maybe, right: Maybe): number | undefined {
  return typeof left === "number" && typeof right === "number" ? tidy(left + right) : undefined;
}

/** The first less the second, when both are there. */
export function subtract(left: Maybe, right: Maybe): number | undefined {
  return typeof left === "number" && typeof right === "number" ? tidy(left - right) : undefined;
}

/** The product, when both are there. */
export function times(left: Maybe, right: Maybe): number | undefined {
  return typeof left === "number" && typeof right === "number" ? tidy(left * right) : undefined;
}

/** The first divided by the second; by nothing or by zero gives nothing. */
export function dividedBy(left: Maybe, right: Maybe): number | undefined {
  return typeof left === "number" && typeof right === "number" && right !== 0 ? tidy(left / right) : undefined;
}

/** So many percent of an amount, when both are there. */
export function percent(share: Maybe, amount: Maybe): number | undefined {
  return typeof share === "number" && typeof amount === "number" ? percentOf(share, amount) : undefined;
}

/** An amount of money in whole coins, a half coin rounded up; anything else as it is. */
export function wholeCoins(value: Maybe): Maybe {
  return typeof value === "number" ? roundHalfUp(value) : value;
}

/** Rounded to a multiple of `step`, when both are there. */
export function rounded(value: Maybe, mode: "up" | "down" | "nearest", step: Maybe): number | undefined {
  return typeof value === "number" && typeof step === "number" ? roundTo(value, mode, step) : undefined;
}

/** The value, but never below (`least`) another; nothing when one of them is not there. */
export function neverBelow(value: Maybe, least: Maybe): Maybe {
  const order = compare(value, least);
  return order === undefined ? undefined : order < 0 ? least : value;
}

/** The value, but never above another; nothing when one of them is not there. */
export function neverAbove(value: Maybe, most: Maybe): Maybe {
  const order = compare(value, most);
  return order === undefined ? undefined : order > 0 ? most : value;
}

/** The most (latest) of the values that are there; nothing of nothing. */
export function highest(values: readonly Maybe[]): Maybe {
  return values.reduce((most, value) => (most === undefined || over(value, most) ? value : most), undefined);
}

/** The least (earliest) of the values that are there; nothing of nothing. */
export function lowest(values: readonly Maybe[]): Maybe {
  return values.reduce((least, value) => (least === undefined || under(value, least) ? value : least), undefined);
}

/** The sum of the numbers that are there; 0 of nothing. */
export function sum(values: readonly Maybe[]): number | undefined {
  return values.reduce<number | undefined>(
    (total, value) => (typeof value === "number" ? add(total, value) : total),
    0,
  );
}

/** The mean of the numbers that are there; nothing of nothing. */
export function average(values: readonly Maybe[]): number | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  return dividedBy(sum(numbers), numbers.length);
}

/** True when the whole text fits the pattern (a regular expression without anchors, flag u); nothing when there is no text. */
export function matches(value: Maybe, pattern: RegExp): boolean | undefined {
  return typeof value === "string" ? pattern.test(value) : undefined;
}

/** How many characters a text has, as people count: an emoji of one code point is one. */
export function characters(value: Maybe): number | undefined {
  return typeof value === "string" ? [...value].length : undefined;
}

/** How many words a text has. */
export function wordCount(value: Maybe): number | undefined {
  return typeof value === "string" ? (value.match(/\S+/gu)?.length ?? 0) : undefined;
}

/** How many entries a list has. */
export function entries(value: Maybe): number | undefined {
  return isList(value) ? value.length : undefined;
}

/** The date a document bears, as the applicant gave it beside the file. */
export function datedOn(value: Maybe): string | undefined {
  const date = isRecord(value) ? value["datedOn"] : undefined;
  return typeof date === "string" ? date : undefined;
}

/** The value as a day's text when it may be one. */
export function asText(value: Maybe): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** One value out of the rows of a table that fit; nothing when one of them is not known, `otherwise` when none fits. */
export function combineRows(
  policy: "highest" | "lowest" | "add" | "list",
  values: readonly Maybe[],
  otherwise?: () => Maybe,
): Maybe {
  if (values.length === 0) return otherwise?.();
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  switch (policy) {
    case "highest":
      return highest(known);
    case "lowest":
      return lowest(known);
    case "add":
      return sum(known);
    case "list":
      return known;
  }
}

/** "and" of tests that may be open (Kleene): one no settles it. */
export function allOf(tests: readonly Maybe[]): boolean | undefined {
  if (tests.includes(false)) return false;
  return tests.every((test) => test === true) ? true : undefined;
}

/** "or" of tests that may be open (Kleene): one yes settles it. */
export function anyOf(tests: readonly Maybe[]): boolean | undefined {
  if (tests.includes(true)) return true;
  return tests.every((test) => test === false) ? false : undefined;
}

/** "every" over the tests of a list's items: of none it is no (language.md 3.6.6). */
export function everyOf(tests: readonly Maybe[]): boolean | undefined {
  return tests.length === 0 ? false : allOf(tests);
}

/** no for yes and yes for no; what is open stays open. */
export function opposite(test: Maybe): boolean | undefined {
  return typeof test === "boolean" ? !test : undefined;
}
