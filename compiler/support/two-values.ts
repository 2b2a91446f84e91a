// One operator on two values, either of which may be missing. No expressions, no facts.
import type { ArithmeticExpression, ComparisonExpression } from "#contract";
import * as amount from "./amounts.ts";
import type { Maybe } from "./operators.ts";
import * as operator from "./operators.ts";

/** The value of `left op right`; a comparison gives yes, no, or nothing while it is not known. */
export function ofTwo(op: (ArithmeticExpression | ComparisonExpression)["op"], left: Maybe, right: Maybe): Maybe {
  switch (op) {
    case "add":
      return amount.add(left, right);
    case "subtract":
      return amount.subtract(left, right);
    case "times":
      return amount.times(left, right);
    case "divided-by":
      return amount.dividedBy(left, right);
    case "percent-of":
      return amount.percent(left, right);
    case "else":
      return left ?? right;
    case "is":
      return operator.judge(operator.same, operator.differ, left, right);
    case "is-not":
      return operator.judge(operator.differ, operator.same, left, right);
    case "includes":
      return operator.judge(operator.includes, operator.lacks, left, right);
    default:
      return ordered(op, operator.compare(left, right));
  }
}

function ordered(op: "at-least" | "at-most" | "over" | "under", order: number | undefined): boolean | undefined {
  if (order === undefined) return undefined;
  if (op === "at-least") return order >= 0;
  if (op === "at-most") return order <= 0;
  return op === "over" ? order > 0 : order < 0;
}
