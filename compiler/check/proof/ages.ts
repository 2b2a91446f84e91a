// "Born at least 18 years ago" and "years since born" say the same (a length counts from the answer on): what is said in one way is
// known in the other, as far as it is played so: at the ends of months the days themselves decide. Days and weeks are exact by themselves.
import type { ComparisonExpression } from "#contract";
import type { Expression } from "../../model/shapes.ts";
import { allOf, anyOf, type Formula, lineHolds, opposite } from "./formula.ts";
import { constant, differenceOf, type Linear, scaled } from "./linear.ts";
import { rational } from "./rational.ts";
import type { Sides, Translation } from "./translation.ts";

type Compared = ComparisonExpression["op"];
type Shifted = Expression & { op: "before" | "after" };

/** The comparison of a day with a day so many months or years before (or after) another, by the time between. */
export function withAge(t: Translation, { op, left, right }: ComparisonExpression, sides: Sides): Sides {
  const age = ageIn(left, right, op);
  if (!age) return sides;
  const since = t.amounts({ op: "since", unit: age.unit, from: age.from, to: age.to });
  const amount = constant(rational(BigInt(age.amount)));
  const is = (of: (more: Linear) => Formula): Formula =>
    anyOf(since.map(({ when, sum }) => allOf([when, of(differenceOf(sum, amount))])));
  const isOver = is((more) => lineHolds({ sum: more, strict: false }));
  const isShort = is((more) => lineHolds({ sum: scaled(more, minusOne), strict: true }));
  const isMore = is((more) => lineHolds({ sum: more, strict: true }));
  // In the month or year in which the time is just over, the days themselves decide.
  const isJust = (formula: Formula) => allOf([isOver, opposite(isMore), formula]);
  const isLate = { yes: anyOf([isMore, isJust(sides.yes)]), no: anyOf([isShort, isJust(sides.no)]) };
  const isSoon = { yes: anyOf([isShort, isJust(sides.yes)]), no: anyOf([isMore, isJust(sides.no)]) };
  switch (age.op) {
    case "at-most":
      return age.isExact ? { yes: isOver, no: isShort } : isLate;
    case "over":
      return age.isExact ? { yes: isShort, no: isOver } : isSoon;
    case "under":
      return isLate;
    case "at-least":
      return isSoon;
    default:
      return sides;
  }
}

const minusOne = rational(-1n);

interface Age {
  readonly unit: "months" | "years";
  readonly amount: number;
  readonly from: Expression;
  readonly to: Expression;
  /**
   * The day stands just where so much time is over. Not so of months counted back: from 31 January to 28 February a month passes, and one month
   * before 28 February is 28 January.
   */
  readonly isExact: boolean;
  /** The first day stands on the left, as in `born is at most 18 years before today`. */
  readonly op: Compared;
}

const turned: Partial<Record<Compared, Compared>> = {
  "at-most": "at-least",
  "at-least": "at-most",
  over: "under",
  under: "over",
};

function ageIn(left: Expression, right: Expression, op: Compared): Age | undefined {
  const other = turned[op] ?? op;
  // born … 18 years before today; 18 years after born … today; and both the other way round.
  return (
    ofShift(right, "before", op, (date) => ({ from: left, to: date })) ??
    ofShift(left, "after", op, (date) => ({ from: date, to: right })) ??
    ofShift(left, "before", other, (date) => ({ from: right, to: date })) ??
    ofShift(right, "after", other, (date) => ({ from: date, to: left }))
  );
}

function ofShift(
  value: Expression,
  wanted: Shifted["op"],
  op: Compared,
  days: (date: Expression) => { readonly from: Expression; readonly to: Expression },
): Age | undefined {
  if (value.op !== wanted || value.length.op !== "length") return undefined;
  const { amount, unit } = value.length.length;
  if ((unit !== "months" && unit !== "years") || amount < 1) return undefined;
  return { unit, amount, op, isExact: unit === "years" || wanted === "after", ...days(value.date) };
}
