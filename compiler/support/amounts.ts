// Arithmetic of a rule on values that may be missing: plus, percent of, sums, rounding. Emitted rules and the tree walker
// both call these. A missing or unfitting value gives nothing; it never throws.
import { percentOf, roundHalfUp, roundTo, tidy } from "./numbers.ts";
import { compare, type Maybe, over, under } from "./operators.ts";

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
  // Nearly all amounts are whole already. Adding nothing makes -0 zero.
  if (typeof value === "number") return Number.isInteger(value) ? value + 0 : roundHalfUp(value);
  return value;
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
