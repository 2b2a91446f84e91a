// What the small words of a rule mean for values that may be missing: is, under, includes, and, or. Emitted rules and the
// tree walker both call these. A missing or unfitting value makes a test neither yes nor no. Amounts: see amounts.ts.
import type { Value } from "#contract/facts.ts";
import { isRecord } from "./facts.ts";
import { asLength, compareLengths } from "./lengths.ts";

/** A value that may not be there. */
export type Maybe = Value | undefined;

/** True when both are there and the same, records and lists part by part. */
export function same(left: Maybe, right: Maybe): boolean {
  // Nearly all answers are texts, numbers, yes or no: one look settles those.
  if (typeof left !== "object" || typeof right !== "object") return left !== undefined && left === right;
  const [length, other] = [asLength(left), asLength(right)];
  return length && other ? compareLengths(length, other) === 0 : equal(left, right);
}

/** True when both are there and not the same: not the opposite of `same`. */
export function differ(left: Maybe, right: Maybe): boolean {
  if (typeof left !== "object" || typeof right !== "object")
    return left !== undefined && right !== undefined && left !== right;
  const [length, other] = [asLength(left), asLength(right)];
  // 4 weeks are 28 days; of 1 month and 30 days nobody can say whether they are the same.
  return length && other ? (compareLengths(length, other) ?? 0) !== 0 : !equal(left, right);
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
  if (typeof left === "string" && typeof right === "string") return left < right;
  const order = compare(left, right);
  return order !== undefined && order < 0;
}

/** True when both are there and the first is not more (not later). */
export function atMost(left: Maybe, right: Maybe): boolean {
  if (typeof left === "string" && typeof right === "string") return left <= right;
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

/** The date a document bears, as the applicant gave it beside the file; of several files the earliest. */
export function datedOn(value: Maybe): string | undefined {
  if (isList(value)) {
    const dates = value.map((one) => datedOn(one));
    return dates.every((one) => one !== undefined) ? dates.toSorted()[0] : undefined;
  }
  const date = isRecord(value) ? value["datedOn"] : undefined;
  return typeof date === "string" ? date : undefined;
}

/** The value as a day's text when it may be one. */
export function asText(value: Maybe): string | undefined {
  return typeof value === "string" ? value : undefined;
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
