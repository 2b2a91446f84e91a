// Two values joined by plus, minus, times, divided by, "of": which kind comes out, and what does not go together.

import type { Span, ValueNode } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import type { Expression, Type } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { type Family, familyOf } from "../types/families.ts";
import { saidDifferently, sameKinds } from "./kinds.ts";
import { shiftedBy } from "./lengths.ts";
import { broken, type Typed } from "./typed.ts";

type ArithmeticNode = ValueNode & { kind: "arithmetic" };

const ops = { plus: "add", minus: "subtract", times: "times", "divided by": "divided-by" } as const;

/** `left plus right` and the like; "else" stands elsewhere. */
export function joinValues(building: Building, node: ArithmeticNode, left: Typed, right: Typed): Typed {
  if (node.operator === "else" || isDecimalShare(building, node, left, right)) return broken(node.span);
  const type = resultType(building, node.operator, left, right);
  if (!type) return broken(node.span);
  const expression = expressionOf(building, node.operator, left, right, type);
  return { expression, type, span: node.span, said: sourceText(building.trees, node.span) };
}

function expressionOf(
  building: Building,
  operator: keyof typeof ops,
  left: Typed,
  right: Typed,
  type: Type,
): Expression {
  if (type.kind === "date")
    return shiftedBy(building, operator === "plus" ? "after" : "before", right.expression, left.expression);
  const share = type.kind === "percentage" ? undefined : [left, right].find((side) => side.type?.kind === "percentage");
  // A percentage is kept as 25, not as 0.25: fee times 25% is 25% of fee.
  if (operator === "times" && share) {
    const whole = share === left ? right : left;
    return { op: "percent-of", left: share.expression, right: whole.expression };
  }
  return { op: ops[operator], left: left.expression, right: right.expression };
}

/** The kind that comes out; a finding and undefined when the two do not go together. */
function resultType(building: Building, operator: keyof typeof ops, left: Typed, right: Typed): Type | undefined {
  if (!left.type || !right.type) return undefined;
  const [one, two] = [familyOf(left.type), familyOf(right.type)];
  if (operator === "times" && one === "percentage" && two === "number") return left.type;
  if (operator === "times" && isFactor(two) && isQuantity(one)) return resultOf(left, right);
  if (operator === "times" && isFactor(one) && isQuantity(two)) return resultOf(right, left);
  if (operator === "divided by" && two === "number" && isQuantity(one))
    return one === "money" ? left.type : { kind: "number" };
  if (operator === "divided by" && one === "money" && two === "money") return { kind: "number" };
  const isSum = operator === "plus" || operator === "minus";
  if (isSum && one === "date" && two === "duration") return { kind: "date" };
  if (isSum && one === two && (isQuantity(one) || one === "percentage")) return resultOf(left, right);
  sameKinds(building, left, right, operator, true);
  return undefined;
}

function isFactor(family: Family): boolean {
  return family === "number" || family === "percentage";
}

function isQuantity(family: Family): boolean {
  return family === "money" || family === "number";
}

function resultOf(main: Typed, other: Typed): Type | undefined {
  const whole = main.type?.kind === "whole-number" && other.type?.kind === "whole-number";
  if (main.type && familyOf(main.type) === "number") return { kind: whole ? "whole-number" : "number" };
  return main.type;
}

/** `25% of fee`; `0.25 of fee` is a share said as a decimal. */
export function partOf(building: Building, node: ValueNode & { kind: "part-of" }, part: Typed, whole: Typed): Typed {
  if (!part.type || !whole.type) return broken(node.span);
  const share = part.literal?.kind === "number" ? inPercent(Number(part.literal.value)) : undefined;
  if (share !== undefined) {
    saidDifferently(building, { written: part.said, meant: share, span: part.span, text: share });
    return broken(node.span);
  }
  const percentage: Typed = { ...part, said: "", type: { kind: "percentage" } };
  if (familyOf(part.type) !== "percentage") {
    sameKinds(building, part, { ...percentage, said: `what stands before "of"` }, "of");
    return broken(node.span);
  }
  if (!isQuantity(familyOf(whole.type))) {
    sameKinds(
      building,
      whole,
      {
        ...whole,
        literal: undefined,
        datum: undefined,
        said: `what a percentage is taken of`,
        type: { kind: "money" },
      },
      "of",
    );
    return broken(node.span);
  }
  const type: Type = whole.type.kind === "whole-number" ? { kind: "number" } : whole.type;
  const expression: Expression = { op: "percent-of", left: part.expression, right: whole.expression };
  return { expression, type, span: node.span, said: sourceText(building.trees, node.span) };
}

/** `fee times 0.25` is said `25% of fee`, so that nobody has to count decimals (3.1). */
function isDecimalShare(building: Building, node: ArithmeticNode, left: Typed, right: Typed): boolean {
  if (node.operator !== "times") return false;
  for (const [share, whole] of [
    [left, right],
    [right, left],
  ] as const) {
    const percent = share.literal?.kind === "number" ? inPercent(Number(share.literal.value)) : undefined;
    if (percent === undefined || !whole.type || familyOf(whole.type) !== "money") continue;
    const of = isOneWord(whole) ? whole.said : `(${whole.said})`;
    const meant = `${percent} of ${of}`;
    saidDifferently(building, { written: sourceText(building.trees, node.span), meant, span: node.span, text: meant });
    return true;
  }
  return false;
}

function isOneWord({ datum, literal }: Typed): boolean {
  return datum !== undefined || literal !== undefined;
}

/** 0.25 → 25%; undefined for what is no share below one. */
function inPercent(number: number): string | undefined {
  if (!(number > 0 && number < 1)) return undefined;
  return `${Number((number * 100).toPrecision(12))}%`;
}

/** Brackets are needed where "else" stands beside another sign: both readings can be meant. */
export function elseWithoutBrackets(building: Building, node: ArithmeticNode): boolean {
  const readings = readingsOf(node);
  if (!readings) return false;
  building.findings.push({ kind: "else-needs-brackets", span: readings.at, readings: readings.brackets });
  return true;
}

function readingsOf({ operator, left, right, operatorSpan, span }: ArithmeticNode) {
  const around = (first: ValueNode, last: ValueNode): Span => ({
    ...span,
    start: first.span.start,
    end: last.span.end,
  });
  if (operator === "else") {
    if (left.kind === "arithmetic" && left.operator !== "else")
      return { at: operatorSpan, brackets: [around(left.right, right), left.span] };
    if (right.kind === "arithmetic") return { at: operatorSpan, brackets: [around(left, right.left), right.span] };
    return undefined;
  }
  if (left.kind === "arithmetic" && left.operator === "else")
    return { at: left.operatorSpan, brackets: [left.span, around(left.right, right)] };
  return undefined;
}
