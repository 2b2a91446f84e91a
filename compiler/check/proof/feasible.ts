// Whether linear lines can all hold at once, and for which values: elimination of one variable after the other
// (Fourier–Motzkin) over exact fractions, and branching where a variable must be a whole number. Bounded in steps.
import { constant, holds, type Line, type Linear, scaled, sumOf, variable } from "./linear.ts";
import {
  compared,
  divided,
  floorOf,
  greatestDivisor,
  isWhole,
  minus,
  multiplied,
  negative,
  plus,
  type Rational,
  rational,
  zero,
} from "./rational.ts";

/** What may still be spent; elimination and search draw on one budget. */
export interface Budget {
  steps: number;
}

/** Values for every variable, `none`, or `open` when the budget ended first. */
export type Solution = ReadonlyMap<string, Rational> | "none" | "open";

/** How the search for whole numbers ends at the latest. */
const deepest = 40;

/** `isWholeNumber` says which variables have no fractions; `near` is the value that an example would like best. */
export function solveLines(
  lines: readonly Line[],
  isWholeNumber: (name: string) => boolean,
  near: (name: string) => Rational,
  budget: Budget,
): Solution {
  return branch(lines, isWholeNumber, near, budget, 0);
}

function branch(
  lines: readonly Line[],
  isWholeNumber: (name: string) => boolean,
  near: (name: string) => Rational,
  budget: Budget,
  depth: number,
): Solution {
  const found = eliminate(
    lines.map((line) => tightened(line, isWholeNumber)),
    near,
    isWholeNumber,
    budget,
  );
  if (found === "none" || found === "open") return found;
  const broken = [...found].find(([name, value]) => isWholeNumber(name) && !isWhole(value));
  if (!broken) return found;
  if (depth > deepest) return "open";
  const [name, value] = broken;
  const floor = rational(floorOf(value));
  const atMost: Line = { sum: sumOf(constant(floor), variable(name, rational(-1n))), strict: false };
  const over = plus(floor, rational(1n));
  const atLeast: Line = { sum: sumOf(variable(name, rational(1n)), constant(negative(over))), strict: false };
  const low = branch([...lines, atMost], isWholeNumber, near, budget, depth + 1);
  if (low !== "none" && low !== "open") return low;
  const high = branch([...lines, atLeast], isWholeNumber, near, budget, depth + 1);
  return high === "none" ? low : high;
}

/** A line over whole numbers only, in whole factors without a common divisor: its constant can be rounded down. */
function tightened(line: Line, isWholeNumber: (name: string) => boolean): Line {
  const { factors } = line.sum;
  if (factors.size === 0 || ![...factors.keys()].every(isWholeNumber)) return line;
  const common = [...factors.values()].reduce(
    (total, { below }) => (total / greatestDivisor(total, below)) * below,
    1n,
  );
  const divisor = [...factors.values()].reduce((total, { above, below }) => {
    const whole = (above * common) / below;
    return total === 0n ? whole : greatestDivisor(total, whole);
  }, 0n);
  const scale = rational(common, divisor < 0n ? -divisor : divisor);
  const sum = scaled(line.sum, scale);
  // Over 0 in whole numbers is at least 1.
  const least = line.strict ? ceilOf(sum.constant) - 1n : floorOf(sum.constant);
  return { sum: { factors: sum.factors, constant: rational(least) }, strict: false };
}

function ceilOf(value: Rational): bigint {
  return -floorOf(negative(value));
}

/** Takes the variable with the fewest combinations away, solves the rest, then gives it a value between its bounds. */
function eliminate(
  all: readonly Line[],
  near: (name: string) => Rational,
  isWholeNumber: (name: string) => boolean,
  budget: Budget,
): Solution {
  const lines: Line[] = [];
  for (const line of all) {
    if (line.sum.factors.size > 0) lines.push(line);
    else if (!holds(line)) return "none";
  }
  const name = cheapest(lines);
  if (name === undefined) return new Map();
  const lower = lines.filter((line) => (line.sum.factors.get(name)?.above ?? 0n) > 0n);
  const upper = lines.filter((line) => (line.sum.factors.get(name)?.above ?? 0n) < 0n);
  budget.steps -= lower.length * upper.length + 1;
  if (budget.steps < 0) return "open";
  const rest = lines.filter((line) => !line.sum.factors.has(name));
  for (const low of lower) for (const high of upper) rest.push(tightened(combined(low, high, name), isWholeNumber));
  const found = eliminate(withoutRepeats(rest), near, isWholeNumber, budget);
  if (found === "none" || found === "open") return found;
  // A variable that nothing bounds any more has the value an example likes best, also where it counts for this one.
  const values = new Map(found);
  for (const { sum } of [...lower, ...upper])
    for (const other of sum.factors.keys()) if (other !== name && !values.has(other)) values.set(other, near(other));
  return values.set(name, between(lower, upper, name, values, near(name), isWholeNumber(name)));
}

function cheapest(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, [lower: number, upper: number]>();
  for (const { sum } of lines)
    for (const [name, factor] of sum.factors) {
      const count = counts.get(name) ?? [0, 0];
      count[factor.above > 0n ? 0 : 1] += 1;
      counts.set(name, count);
    }
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [name, [lower, upper]] of counts) {
    if (lower * upper >= least) continue;
    least = lower * upper;
    best = name;
  }
  return best;
}

/** The two lines added so that the variable is gone. */
function combined(low: Line, high: Line, name: string): Line {
  const up = low.sum.factors.get(name) ?? zero;
  const down = negative(high.sum.factors.get(name) ?? zero);
  return { sum: sumOf(scaled(low.sum, down), scaled(high.sum, up)), strict: low.strict || high.strict };
}

function withoutRepeats(lines: readonly Line[]): Line[] {
  const seen = new Map<string, Line>();
  for (const line of lines) seen.set(keyOf(line), line);
  return [...seen.values()];
}

function keyOf({ sum, strict }: Line): string {
  const [first] = sum.factors.values();
  const size = first ? rational(first.above < 0n ? -first.above : first.above, first.below) : zero;
  const by = (value: Rational) => {
    const share = size.above === 0n ? value : divided(value, size);
    return `${share.above}/${share.below}`;
  };
  const names = [...sum.factors].map(([name, factor]) => `${name} ${by(factor)}`).sort();
  return `${names.join(" ")} ${by(sum.constant)} ${strict}`;
}

interface Bound {
  readonly value: Rational;
  readonly strict: boolean;
}

/** A value that all lines of the variable allow, as near to the wished one as can be, whole where it must be whole. */
function between(
  lower: readonly Line[],
  upper: readonly Line[],
  name: string,
  found: ReadonlyMap<string, Rational>,
  wished: Rational,
  whole: boolean,
): Rational {
  const low = tightest(
    lower.map((line) => boundOf(line, name, found)),
    1,
  );
  const high = tightest(
    upper.map((line) => boundOf(line, name, found)),
    -1,
  );
  const fits = (value: Rational) =>
    (!low || compared(value, low.value) > (low.strict ? 0 : -1)) &&
    (!high || compared(value, high.value) < (high.strict ? 0 : 1));
  if (fits(wished)) return wished;
  const candidates = [low, high].flatMap((bound) => (bound ? around(bound.value) : []));
  const steps = whole ? candidates.filter(isWhole) : candidates;
  const best = steps.filter(fits).sort((a, b) => compared(distance(a, wished), distance(b, wished)))[0];
  if (best) return best;
  if (low && high) return divided(plus(low.value, high.value), rational(2n));
  return low ? plus(low.value, rational(1n)) : high ? minus(high.value, rational(1n)) : wished;
}

/** The bound itself, the whole numbers beside it, and round hundreds, so that examples read well. */
function around(value: Rational): Rational[] {
  const floor = floorOf(value);
  const hundred = (floorOf({ above: value.above, below: value.below * 100n }) + 0n) * 100n;
  return [
    value,
    rational(floor),
    rational(floor + 1n),
    rational(floor - 1n),
    rational(hundred),
    rational(hundred + 100n),
  ];
}

function distance(one: Rational, two: Rational): Rational {
  const difference = minus(one, two);
  return difference.above < 0n ? negative(difference) : difference;
}

function tightest(bounds: readonly Bound[], direction: 1 | -1): Bound | undefined {
  return bounds.reduce<Bound | undefined>((best, bound) => {
    if (!best) return bound;
    const order = compared(bound.value, best.value) * direction;
    return order > 0 || (order === 0 && bound.strict) ? bound : best;
  }, undefined);
}

/** The line solved for the variable, with the others put in. */
function boundOf({ sum, strict }: Line, name: string, found: ReadonlyMap<string, Rational>): Bound {
  const own = sum.factors.get(name) ?? zero;
  const rest = valueIn(sum, found, name);
  return { value: divided(negative(rest), own), strict };
}

/** The value of a sum, one variable left out. Variables that no line bound any more count as 0. */
export function valueIn(sum: Linear, found: ReadonlyMap<string, Rational>, without?: string): Rational {
  let total = sum.constant;
  for (const [name, factor] of sum.factors)
    if (name !== without) total = plus(total, multiplied(factor, found.get(name) ?? zero));
  return total;
}
