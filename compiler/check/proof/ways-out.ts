// A formula without some of its variables: the ways in which there can be a value for them, each as a formula over the others.
// Of a number only the ends of its limits have to be tried (every limit is linear), of a choice each of its values.

import { valueIn } from "./feasible.ts";
import { allOf, anyOf, type Formula, lineHolds, variablesOf } from "./formula.ts";
import { constant, type Line, type Linear, scaled, sumOf, variable } from "./linear.ts";
import { compared, divided, isWhole, negative, one, type Rational, zero } from "./rational.ts";
import type { Found } from "./solve.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** More ways than this are not written out. */
const mostWays = 400;

/**
 * When one of them is true there is a value for all variables of `inner`. When none is true there is none, but for several
 * choices out of one list, of which only each alone, all, and none are tried. Undefined when there are too many ways.
 */
export function waysOut(
  vocabulary: Vocabulary,
  formula: Formula,
  inner: ReadonlySet<string>,
): readonly Formula[] | undefined {
  let ways: readonly Formula[] = [formula];
  for (const tries of choicesToTry(vocabulary, inner)) {
    ways = ways.flatMap((way) => tries.map((values) => chosen(way, values))).filter(isPossible);
    if (ways.length > mostWays) return undefined;
  }
  for (const name of inner) {
    if (!vocabulary.hasAmount(name)) continue;
    ways = ways.flatMap((way) => withoutNumber(vocabulary, way, name)).filter(isPossible);
    if (ways.length > mostWays) return undefined;
  }
  return ways;
}

function isPossible(formula: Formula): boolean {
  return formula.kind !== "or" || formula.parts.length > 0;
}

type Values = ReadonlyMap<string, string>;

/** For each variable, or for all choices of one list, the values to try together. */
function choicesToTry(vocabulary: Vocabulary, inner: ReadonlySet<string>): Values[][] {
  const single: Values[][] = [];
  const together = new Map<string, string[]>();
  for (const name of inner) {
    const [whole = name, option] = name.split(" includes ");
    if (option !== undefined) together.set(whole, [...(together.get(whole) ?? []), name]);
    else if (vocabulary.valuesOf(name).length > 0)
      single.push(vocabulary.valuesOf(name).map((value) => new Map([[name, value]])));
  }
  const several = [...together.values()].map((names) => [
    ...names.map((chosen) => new Map(names.map((name) => [name, name === chosen ? "yes" : "no"]))),
    new Map(names.map((name) => [name, "yes"])),
    new Map(names.map((name) => [name, "no"])),
  ]);
  return [...single, ...several];
}

/** The formula with these values of choices. */
export function chosen(formula: Formula, values: Values): Formula {
  if (formula.kind === "line") return formula;
  if (formula.kind === "and") return allOf(formula.parts.map((part) => chosen(part, values)));
  if (formula.kind === "or") return anyOf(formula.parts.map((part) => chosen(part, values)));
  const value = values.get(formula.variable);
  if (value === undefined) return formula;
  return formula.values.includes(value) !== formula.negated ? allOf([]) : anyOf([]);
}

/** Where a number is tried: at a limit, just above it, or far below all of them. */
type Point = { readonly at: Linear; readonly isAbove: boolean } | "far below";

function withoutNumber(vocabulary: Vocabulary, formula: Formula, name: string): Formula[] {
  if (!variablesOf(formula).has(name)) return [formula];
  return pointsOf(vocabulary, formula, name).map((point) => putIn(formula, name, point));
}

function pointsOf(vocabulary: Vocabulary, formula: Formula, name: string): Point[] {
  const points = new Map<string, Point>([["far below", "far below"]]);
  for (const line of linesOf(formula)) {
    const factor = line.sum.factors.get(name);
    if (!factor || factor.above <= 0n) continue;
    const at = scaled(withoutName(line.sum, name), divided(negative(one), factor));
    // Whole numbers over a whole number begin one further on.
    const isStep = line.strict && vocabulary.isWholeNumber(name) && isWholeSum(vocabulary, at);
    const point = { at: isStep ? sumOf(at, constant(one)) : at, isAbove: line.strict && !isStep };
    points.set(keyOf(point), point);
  }
  return [...points.values()];
}

/** The way out that the example takes: true of it, and of everybody for whom the same limits decide. Of a whole number its limit may be none. */
export function wayLike(
  vocabulary: Vocabulary,
  formula: Formula,
  inner: ReadonlySet<string>,
  { choices, numbers }: Found,
): Formula {
  const settled = chosen(formula, new Map([...choices].filter(([name]) => inner.has(name))));
  return [...inner]
    .filter((name) => vocabulary.hasAmount(name))
    .reduce((way, name) => {
      const own = valueIn(variable(name, one), numbers);
      const below = pointsOf(vocabulary, way, name).flatMap((point) => {
        if (point === "far below") return [];
        const value = valueIn(point.at, numbers);
        const order = compared(value, own);
        return order < 0 || (order === 0 && !point.isAbove) ? [{ point, value }] : [];
      });
      const [highest] = below.toSorted(
        (left, right) => compared(right.value, left.value) || Number(right.point.isAbove) - Number(left.point.isAbove),
      );
      return putIn(way, name, highest?.point ?? "far below");
    }, settled);
}

/** The formula with other variables in place of these, declared as they are and known by nothing else. */
export function copied(vocabulary: Vocabulary, formula: Formula, names: ReadonlySet<string>, mark: string): Formula {
  const other = (name: string): string => {
    if (!names.has(name)) return name;
    const copy = `${name} ${mark}`;
    if (vocabulary.valuesOf(name).length > 0) vocabulary.choice(copy, vocabulary.valuesOf(name));
    if (vocabulary.hasAmount(name)) vocabulary.amount(copy, vocabulary.isWholeNumber(name), vocabulary.near(name));
    return copy;
  };
  const copyOf = (part: Formula): Formula => {
    if (part.kind === "among") return { ...part, variable: other(part.variable) };
    if (part.kind !== "line") return { ...part, parts: part.parts.map(copyOf) };
    const { factors, constant: alone } = part.line.sum;
    const sum = { factors: new Map([...factors].map(([name, factor]) => [other(name), factor])), constant: alone };
    return { kind: "line", line: { sum, strict: part.line.strict } };
  };
  return copyOf(formula);
}

function keyOf({ at, isAbove }: Exclude<Point, "far below">): string {
  const said = ({ above, below }: Rational) => `${above}/${below}`;
  return [
    isAbove,
    said(at.constant),
    ...[...at.factors].map(([name, factor]) => `${name} ${said(factor)}`).sort(),
  ].join();
}

function isWholeSum(vocabulary: Vocabulary, { factors, constant: alone }: Linear): boolean {
  return isWhole(alone) && [...factors].every(([name, factor]) => isWhole(factor) && vocabulary.isWholeNumber(name));
}

/** Every line of a formula. */
export function linesOf(formula: Formula, found: Line[] = []): Line[] {
  if (formula.kind === "line") found.push(formula.line);
  else if (formula.kind !== "among") for (const part of formula.parts) linesOf(part, found);
  return found;
}

function withoutName({ factors, constant: alone }: Linear, name: string): Linear {
  return { factors: new Map([...factors].filter(([one]) => one !== name)), constant: alone };
}

/** The formula with the number at this point. */
export function putIn(formula: Formula, name: string, point: Point): Formula {
  if (formula.kind === "among") return formula;
  if (formula.kind === "and") return allOf(formula.parts.map((part) => putIn(part, name, point)));
  if (formula.kind === "or") return anyOf(formula.parts.map((part) => putIn(part, name, point)));
  const { sum, strict } = formula.line;
  const factor = sum.factors.get(name) ?? zero;
  if (factor.above === 0n) return formula;
  if (point === "far below") return factor.above > 0n ? anyOf([]) : allOf([]);
  const moved = sumOf(withoutName(sum, name), scaled(point.at, factor));
  // Just above: what grows with the number may now be exactly 0 before, what falls with it may not.
  return lineHolds({ sum: moved, strict: point.isAbove ? factor.above < 0n : strict });
}
