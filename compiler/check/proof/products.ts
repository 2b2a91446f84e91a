// What is certain of values that are not linear: a product of two answers within limits lies between four planes (McCormick,
// 1976), the highest of several items within the limits of each. Bounds only: between them the value is open.
import type { AggregateExpression } from "#contract";
import { mayBeReplaced } from "../../model/line.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Expression } from "../../model/shapes.ts";
import { allOf, type Formula, lineHolds } from "./formula.ts";
import { constant, differenceOf, type Linear, scaled, sumOf } from "./linear.ts";
import { compared, divided, multiplied, plus, type Range, type Rational, rational, zero } from "./rational.ts";
import type { Translation } from "./translation.ts";

/** `product` is `share` times the two sums: each limit of one with each limit of the other says something of it. */
export function ofProduct(t: Translation, product: Linear, left: Linear, right: Linear, share: Rational): Formula {
  const [a, b] = [rangeOfSum(t, left), rangeOfSum(t, right)];
  const plane = (x: Rational, y: Rational) =>
    scaled(
      sumOf(sumOf(scaled(right, x), scaled(left, y)), constant(multiplied(rational(-1n), multiplied(x, y)))),
      share,
    );
  const known: Formula[] = [];
  const atLeast = (x: Rational | undefined, y: Rational | undefined) => {
    if (x && y) known.push(lineHolds({ sum: differenceOf(product, plane(x, y)), strict: false }));
  };
  const atMost = (x: Rational | undefined, y: Rational | undefined) => {
    if (x && y) known.push(lineHolds({ sum: differenceOf(plane(x, y), product), strict: false }));
  };
  atLeast(a.low, b.low);
  atLeast(a.high, b.high);
  atMost(a.high, b.low);
  atMost(a.low, b.high);
  return allOf(known);
}

/** Between the products of the limits. */
export function rangeOfProduct(t: Translation, left: Linear, right: Linear, share: Rational): Range {
  const [a, b] = [rangeOfSum(t, left), rangeOfSum(t, right)];
  return between(a, b, (x, y) => multiplied(multiplied(x, y), share));
}

/** Between the shares of the limits; open where the divisor may be 0. */
export function rangeOfShare(t: Translation, left: Linear, right: Linear): Range {
  const [a, b] = [rangeOfSum(t, left), rangeOfSum(t, right)];
  if (!b.low || compared(b.low, zero) <= 0) return {};
  // However great the divisor, a share keeps its sign.
  const low = a.low && compared(a.low, zero) >= 0 ? zero : undefined;
  return b.high ? between(a, b, divided) : { low, high: a.high && low && divided(a.high, b.low) };
}

function between(a: Range, b: Range, of: (x: Rational, y: Rational) => Rational): Range {
  if (!a.low || !a.high || !b.low || !b.high) {
    const isPositive = [a.low, b.low].every((low) => low && compared(low, zero) >= 0);
    return isPositive && a.low && b.low ? { low: zero } : {};
  }
  const corners = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)].sort(compared);
  return { low: corners[0], high: corners.at(-1) };
}

/** Within the range. */
export function isWithin(own: Linear, { low, high }: Range): Formula {
  return allOf([
    ...(low ? [lineHolds({ sum: differenceOf(own, constant(low)), strict: false })] : []),
    ...(high ? [lineHolds({ sum: differenceOf(constant(high), own), strict: false })] : []),
  ]);
}

/** From the least of all ways to the most. */
export function rangeOfWays(t: Translation, sums: readonly Linear[]): Range {
  const ranges = sums.map((sum) => rangeOfSum(t, sum));
  const lows = ranges.map(({ low }) => low);
  const highs = ranges.map(({ high }) => high);
  return {
    low: lows.every((low) => low !== undefined) ? lows.toSorted(compared)[0] : undefined,
    high: highs.every((high) => high !== undefined) ? highs.toSorted(compared).at(-1) : undefined,
  };
}

/** A sum, the highest, the lowest or the mean of what each item gives. */
export function rangeOfItems(t: Translation, { op, list, of, where }: AggregateExpression): Range {
  const [each, second] = of ? t.amounts(of) : [];
  if (!each || second || op === "count") return {};
  const { low, high } = rangeOfSum(t, each.sum);
  if (op !== "sum") return { low, high };
  const [least = 0, most] = t.itemsOf(list);
  // Items may be missing, and what was not asked of one adds nothing to a sum.
  const fewest = of && !where && isThereForEach(t, of) ? least : 0;
  const times = (value: Rational, count: number | undefined) =>
    count === undefined ? undefined : multiplied(value, rational(BigInt(count)));
  return {
    low: low && times(low, compared(low, zero) >= 0 ? fewest : most),
    high: high && times(high, compared(high, zero) <= 0 ? fewest : most),
  };
}

/** A sum goes with how many items there are: no more than the most that each can give, no less than the least. */
export function sumByCount(t: Translation, own: Linear, { list, item, of, where }: AggregateExpression): Formula {
  const [each, second] = of ? t.amounts(of) : [];
  const [count] = t.amounts({ op: "count", list, item });
  if (!of || !each || second || !count) return allOf([]);
  const { low, high } = rangeOfSum(t, each.sum);
  const isLeast = low && (compared(low, zero) <= 0 || (!where && isThereForEach(t, of)));
  const bounds = [
    ...(high && compared(high, zero) >= 0 ? [differenceOf(scaled(count.sum, high), own)] : []),
    ...(low && isLeast ? [differenceOf(own, scaled(count.sum, low))] : []),
  ];
  return allOf(bounds.map((sum) => lineHolds({ sum, strict: false })));
}

/** The question is asked of every item, and has to be answered. */
function isThereForEach(t: Translation, of: Expression): boolean {
  const datum = of.op === "fact" ? t.datumOf(of.path, of.item) : undefined;
  if (datum?.from !== "question" || datum.optional === true) return false;
  const isAlways = t.model.asked.get(dottedOf(datum))?.askedWhen === undefined;
  return isAlways && datum.line !== undefined && !mayBeReplaced(datum.line);
}

function rangeOfSum(t: Translation, sum: Linear): Range {
  let [low, high]: [Rational | undefined, Rational | undefined] = [sum.constant, sum.constant];
  for (const [name, factor] of sum.factors) {
    const own = t.rangeOf(name);
    const [least, most] = factor.above > 0n ? [own.low, own.high] : [own.high, own.low];
    low = low && least && plus(low, multiplied(least, factor));
    high = high && most && plus(high, multiplied(most, factor));
  }
  return { low, high };
}

/** The numbers that the limits of an answer name: `must be from 1 to 10`. */
export function rangeOfLimits(
  limits: readonly Expression[],
  numberOf: (value: Expression) => Rational | undefined,
): Range {
  let low: Rational | undefined;
  let high: Rational | undefined;
  const read = (limit: Expression): void => {
    if (limit.op === "and") limit.parts.forEach(read);
    if (!("left" in limit) || limit.left.op !== "fact") return;
    const value = numberOf(limit.right);
    if (!value) return;
    const isLow = limit.op === "at-least" || limit.op === "over" || limit.op === "is";
    const isHigh = limit.op === "at-most" || limit.op === "under" || limit.op === "is";
    if (isLow && (!low || compared(value, low) > 0)) low = value;
    if (isHigh && (!high || compared(value, high) < 0)) high = value;
  };
  limits.forEach(read);
  return { low, high };
}
