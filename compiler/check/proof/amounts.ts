// Values into sums of variables: each way a number can come about, with the condition under which it does. What is not
// linear (a product of two answers, working days) becomes a variable of its own with what is certain about it.
import type { AggregateExpression } from "#contract";
import { dayNumber } from "#support/dates.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Expression } from "../../model/shapes.ts";
import { declareDays, shiftedDay, timeSince } from "./days.ts";
import { factVariable, ruleVariable, variablesRead } from "./facts.ts";
import { allOf, always, among, anyOf, type Formula, implies, lineHolds, opposite } from "./formula.ts";
import { kindOfType } from "./kind-of.ts";
import { leavesOf } from "./leaves.ts";
import { constant, differenceOf, isConstant, type Linear, scaled, sumOf, variable } from "./linear.ts";
import {
  isWithin,
  ofProduct,
  rangeOfItems,
  rangeOfProduct,
  rangeOfShare,
  rangeOfWays,
  sumByCount,
} from "./products.ts";
import { divided, multiplied, one, type Range, type Rational, rational, rationalOf, zero } from "./rational.ts";
import { isNeverSo } from "./refine.ts";
import type { Amount, Choice, Translation } from "./translation.ts";
import { absent, otherWords, there } from "./vocabulary.ts";

/** More ways than this are not multiplied out. */
const mostWays = 64;

export function amountsOf(t: Translation, value: Expression): readonly Amount[] {
  switch (value.op) {
    case "literal": {
      const number = numberIn(value.value);
      return number ? [{ when: always, sum: constant(number) }] : [];
    }
    case "today":
    case "date-applied":
      return [{ when: always, sum: dayVariable(t, value.op) }];
    case "fact": {
      const name = factVariable(t, value.path, value.item);
      const type = t.datumOf(value.path, value.item)?.type;
      if (!type || kindOfType(type) !== "number") return own(t, value);
      return [{ when: among(name, [there]), sum: variable(name, one) }];
    }
    case "rule": {
      const rule = t.model.rules.get(value.id);
      if (!rule || rule.broken || kindOfType(rule.gives) !== "number") return own(t, value);
      // A dated amount is a constant on each day: kept open, so that a product with it stays linear.
      if (rule.form === "amount") return t.amounts(rule.expression);
      const name = ruleVariable(t, value.id);
      return [{ when: among(name, [there]), sum: variable(name, one) }];
    }
    case "add":
    case "subtract":
    case "times":
    case "divided-by":
    case "percent-of":
      return arithmetic(t, value);
    case "exceptions":
    case "table":
    case "dated":
    case "else": {
      const leaves = leavesOf(t, value);
      if (!leaves) return own(t, value);
      const ways = leaves.flatMap((leaf) =>
        t.amounts(leaf.value).map(({ when, sum }) => ({ when: allOf([leaf.when, when]), sum })),
      );
      return ways.length > mostWays ? own(t, value) : ways;
    }
    case "bounded":
      return bounded(t, value);
    case "rounded":
      return rounded(t, value);
    case "since":
      return timeSince(t, value) ?? own(t, value);
    case "before":
    case "after":
      return shiftedDay(t, value) ?? own(t, value);
    case "count":
      return counted(t, value);
    case "sum":
      // The sum of nothing is 0, so it is always there.
      return [{ when: always, sum: ofList(t, value) }];
    case "highest":
    case "lowest":
    case "average":
      return own(t, value, ofList(t, value));
    case "characters":
    case "word-count":
    case "entries":
      return [{ when: t.isThere(value.of), sum: notBelowZero(t, value) }];
    default:
      return own(t, value);
  }
}

/** Money, numbers and percentages as they are; days counted from 1970; times in minutes. */
function numberIn(value: string | number | boolean): Rational | undefined {
  if (typeof value === "number") return rationalOf(value);
  if (typeof value !== "string") return undefined;
  const time = /^(\d\d):(\d\d)$/.exec(value);
  if (time) return rational(BigInt(time[1] ?? 0) * 60n + BigInt(time[2] ?? 0));
  const day = dayNumber(value);
  return day === undefined ? undefined : rational(BigInt(day));
}

/** The day the rule runs. */
function dayVariable(t: Translation, name: "today" | "date-applied"): Linear {
  declareDays(t);
  return variable(name, one);
}

/** A number of its own, which may be there or not. */
function own(t: Translation, value: Expression, sum: Linear = roughAmount(t, value)): readonly Amount[] {
  const name = `? ${JSON.stringify(value)}`;
  t.vocabulary.choice(name, [there, absent]);
  return [{ when: among(name, [there]), sum }];
}

/** A value over the items of a list, within what the limits of each item say. */
function ofList(t: Translation, value: AggregateExpression): Linear {
  const sum = roughAmount(t, value);
  const range = () => rangeOfItems(t, value);
  bind(t, sum, range, () => allOf([isWithin(sum, range()), value.op === "sum" ? sumByCount(t, sum, value) : always]));
  return sum;
}

/** What is certain of a variable of its own. */
function bind(t: Translation, sum: Linear, range: () => Range, known?: () => Formula): void {
  for (const name of sum.factors.keys()) {
    t.vocabulary.range(name, range);
    t.vocabulary.axiom(name, known ?? (() => isWithin(sum, range())));
  }
}

function roughAmount(t: Translation, value: Expression): Linear {
  const name = `? ${JSON.stringify(value)}`;
  t.vocabulary.amount(name, false, rational(0n));
  t.vocabulary.unread(name, variablesRead(value));
  return variable(name, one);
}

/** A whole number that is at least 0; within `limits`, when more is known of it. */
function notBelowZero(t: Translation, value: Expression, limits?: (own: Linear) => Formula): Linear {
  const name = `? ${JSON.stringify(value)}`;
  const own = variable(name, one);
  t.vocabulary.amount(name, true, rational(0n));
  t.vocabulary.axiom(name, () => allOf([lineHolds({ sum: own, strict: false }), ...(limits ? [limits(own)] : [])]));
  return own;
}

/** Items are counted; how many there may be is known of the list. */
function counted(t: Translation, value: AggregateExpression): readonly Amount[] {
  const [least, most] = t.itemsOf(value.list);
  const hasAll = value.where === undefined && value.of === undefined;
  const sum = notBelowZero(t, value, (own) =>
    allOf([
      ...(value.where && isNeverSo(t, value.where) ? [isAtMost(own, constant(zero))] : []),
      ...(most === undefined ? [] : [isAtMost(own, constant(rational(BigInt(most))))]),
      ...(least === undefined || !hasAll ? [] : [isAtMost(constant(rational(BigInt(least))), own)]),
    ]),
  );
  const list = t.model.data.find((datum) => dottedOf(datum) === value.list.join("."));
  const words = hasAll && list ? `count of ${list.said}` : undefined;
  for (const name of sum.factors.keys()) t.vocabulary.count(name, words);
  return [{ when: always, sum }];
}

function isAtMost(left: Linear, right: Linear): Formula {
  return lineHolds({ sum: differenceOf(right, left), strict: false });
}

function arithmetic(
  t: Translation,
  value: Extract<Expression, { op: "add" | "subtract" | "times" | "divided-by" | "percent-of" | "else" }>,
): readonly Amount[] {
  const [left, right] = [t.amounts(value.left), t.amounts(value.right)];
  const isOpenDivision = value.op === "divided-by" && right.some(({ sum }) => !isConstant(sum));
  if (left.length * right.length > mostWays || isOpenDivision) {
    const [a, b] = [left[0], right[0]];
    const sum = roughAmount(t, value);
    if (isOpenDivision && a && b && left.length * right.length === 1) bind(t, sum, () => rangeOfShare(t, a.sum, b.sum));
    return own(t, value, sum);
  }
  const ways: Amount[] = [];
  for (const a of left)
    for (const b of right) {
      const sum = combined(value.op, a.sum, b.sum);
      if (!sum) {
        const product = roughAmount(t, value);
        const when = bothThere(left, right);
        const share = value.op === "percent-of" ? rational(1n, 100n) : one;
        if (left.length * right.length === 1 && value.op !== "divided-by") {
          const range = () => rangeOfProduct(t, a.sum, b.sum, share);
          bind(t, product, range, () => implies(when, ofProduct(t, product, a.sum, b.sum, share)));
          const ofFirst = () => rangeOfWays(t, [a.sum]);
          for (const name of product.factors.keys())
            t.vocabulary.product(name, { own: product, left: a.sum, right: b.sum, share, range: ofFirst });
        }
        return [{ when, sum: product }];
      }
      if (sum !== "nothing") ways.push({ when: allOf([a.when, b.when]), sum });
    }
  return ways;
}

function bothThere(left: readonly Amount[], right: readonly Amount[]): Formula {
  return allOf([left, right].map((ways) => anyOf(ways.map(({ when }) => when))));
}

/** Undefined when it is not linear; "nothing" for a division by 0. */
function combined(op: string, left: Linear, right: Linear): Linear | "nothing" | undefined {
  if (op === "add") return sumOf(left, right);
  if (op === "subtract") return differenceOf(left, right);
  if (op === "divided-by") {
    if (!isConstant(right)) return undefined;
    return right.constant.above === 0n ? "nothing" : scaled(left, divided(one, right.constant));
  }
  const share = op === "percent-of" ? rational(1n, 100n) : one;
  if (isConstant(left)) return scaled(right, multiplied(left.constant, share));
  return isConstant(right) ? scaled(left, multiplied(right.constant, share)) : undefined;
}

/** Never below, never above. */
function bounded(t: Translation, { value, below, above }: Expression & { op: "bounded" }): readonly Amount[] {
  let ways = t.amounts(value);
  if (below) ways = limited(ways, t.amounts(below), "below");
  if (above) ways = limited(ways, t.amounts(above), "above");
  return ways;
}

function limited(values: readonly Amount[], limits: readonly Amount[], side: "below" | "above"): Amount[] {
  return values.flatMap((value) =>
    limits.flatMap((limit) => {
      const when = allOf([value.when, limit.when]);
      const difference = side === "below" ? differenceOf(value.sum, limit.sum) : differenceOf(limit.sum, value.sum);
      const isInside = lineHolds({ sum: difference, strict: false });
      return [
        { when: allOf([when, isInside]), sum: value.sum },
        { when: allOf([when, opposite(isInside)]), sum: limit.sum },
      ];
    }),
  );
}

/** A multiple of the step: the step times a whole number that lies beside the value. */
function rounded(t: Translation, expression: Expression & { op: "rounded" }): readonly Amount[] {
  const [step] = t.amounts(expression.to);
  if (!step || !isConstant(step.sum) || step.sum.constant.above <= 0n) return own(t, expression);
  const size = step.sum.constant;
  return t.amounts(expression.value).map(({ when, sum }, index) => {
    const times = `? times ${index} ${JSON.stringify(expression)}`;
    t.vocabulary.amount(times, true, rational(0n));
    const result = variable(times, size);
    t.vocabulary.axiom(times, () => implies(when, isBeside(expression.mode, sum, result, size)));
    return { when, sum: result };
  });
}

function isBeside(mode: "up" | "down" | "nearest", sum: Linear, result: Linear, size: Rational): Formula {
  const [more, less] = [differenceOf(result, sum), differenceOf(sum, result)];
  const room = constant(mode === "nearest" ? multiplied(size, rational(1n, 2n)) : size);
  const within = (difference: Linear, strict: boolean) => lineHolds({ sum: sumOf(room, difference), strict });
  if (mode === "up") return allOf([lineHolds({ sum: more, strict: false }), within(less, true)]);
  if (mode === "down") return allOf([lineHolds({ sum: less, strict: false }), within(more, true)]);
  return allOf([within(less, false), within(more, true)]);
}

/** Every choice that a value can be. */
export function choicesOf(t: Translation, value: Expression): readonly Choice[] {
  switch (value.op) {
    case "literal":
      return typeof value.value === "string" ? [{ when: always, value: value.value }] : [];
    case "fact":
      return ofVariable(t, factVariable(t, value.path, value.item));
    case "rule": {
      const rule = t.model.rules.get(value.id);
      return rule && !rule.broken && kindOfType(rule.gives) === "choice"
        ? ofVariable(t, ruleVariable(t, value.id))
        : [];
    }
    default:
      return (leavesOf(t, value) ?? []).flatMap((leaf) =>
        t.choices(leaf.value).map(({ when, value }) => ({ when: allOf([leaf.when, when]), value })),
      );
  }
}

/** Texts are not listed: two texts may be the same without being named. */
function ofVariable(t: Translation, name: string): Choice[] {
  const values = t.vocabulary.valuesOf(name);
  if (values.includes(otherWords)) return [];
  return values.filter((value) => value !== absent).map((value) => ({ when: among(name, [value]), value }));
}

/** The value is there: one of its ways applies. */
export function isValueThere(t: Translation, value: Expression, kind: string): Formula {
  switch (value.op) {
    case "literal":
    case "length":
    case "today":
    case "date-applied":
      return always;
    case "fact":
      return among(factVariable(t, value.path, value.item), [absent], true);
    default:
      if (kind === "number") return anyOf(t.amounts(value).map(({ when }) => when));
      if (kind === "choice" && value.op === "rule") return among(ruleVariable(t, value.id), [absent], true);
      return anyOf([t.yes(value), t.no(value)]);
  }
}
