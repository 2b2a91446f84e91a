// The cells of a decision table in FEEL: tests of one operand (unary tests), and several of them in one cell.
import type { Expression } from "#contract";
import { isDay, isUnsaid, type Operand, operandOf, type Unsaid, valueText } from "./feel.ts";

/** A test of one operand: its cell, and the same test as a condition on `?`. */
export interface Cell {
  readonly operand: Operand;
  /** As it stands alone in a cell: >= 1, not("electric", null) */
  readonly cell: string;
  /** As one of several tests of the same operand, never null itself: (? != null and ? >= 1) */
  readonly test: string;
  /** Of a bound: which way it goes and at what, so that two make a range. */
  readonly bound?: { readonly end: "from" | "to"; readonly isIncluded: boolean; readonly at: string };
}

const bounds = {
  "at-least": { sign: ">=", end: "from", isIncluded: true },
  over: { sign: ">", end: "from", isIncluded: false },
  "at-most": { sign: "<=", end: "to", isIncluded: true },
  under: { sign: "<", end: "to", isIncluded: false },
} as const;

/** One test of one operand. What has no answer passes no test but "not asked": null is ruled out where FEEL would let it pass. */
export function cellOf(expression: Expression): Cell | Unsaid {
  switch (expression.op) {
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
      return comparisonOf(expression.op, expression.left, expression.right);
    case "one-of": {
      const operand = operandOf(expression.value, false);
      if (isUnsaid(operand)) return operand;
      const values = expression.options.map(valueText);
      const unsaid = values.find((value) => typeof value !== "string");
      if (unsaid !== undefined && typeof unsaid !== "string") return unsaid;
      return { operand, cell: values.join(", "), test: `list contains([${values.join(", ")}], ?)` };
    }
    case "includes": {
      const [operand, value] = [operandOf(expression.left, false), valueText(expression.right)];
      if (isUnsaid(operand)) return operand;
      if (typeof value !== "string") return value;
      const test = `? != null and list contains(?, ${value})`;
      return { operand, cell: test, test: `(${test})` };
    }
    case "answered":
      return answeredOf(expression, true);
    case "not":
      return expression.of.op === "answered" ? answeredOf(expression.of, false) : { why: "a cell turns a test round" };
    case "fact":
    case "rule": {
      const operand = operandOf(expression, false);
      return isUnsaid(operand) ? operand : { operand, cell: "true", test: "? = true" };
    }
    default:
      return { why: `a cell works with "${expression.op}"` };
  }
}

function answeredOf(
  { path, item }: { readonly path: readonly string[]; readonly item?: string },
  isThere: boolean,
): Cell | Unsaid {
  const operand = operandOf({ op: "fact", path: [...path], ...(item !== undefined && { item }) }, false);
  if (isUnsaid(operand)) return operand;
  return isThere ? { operand, cell: "not(null)", test: "? != null" } : { operand, cell: "null", test: "? = null" };
}

function comparisonOf(op: keyof typeof bounds | "is" | "is-not", left: Expression, right: Expression): Cell | Unsaid {
  const isDated = right.op === "literal" && isDay(right.type);
  const [operand, value] = [operandOf(left, isDated), valueText(right)];
  if (isUnsaid(operand)) return operand;
  if (typeof value !== "string") return value;
  if (op === "is") return { operand, cell: value, test: `? = ${value}` };
  if (op === "is-not") return { operand, cell: `not(${value}, null)`, test: `(? != null and ? != ${value})` };
  const { sign, end, isIncluded } = bounds[op];
  return {
    operand,
    cell: `${sign} ${value}`,
    test: `(? != null and ? ${sign} ${value})`,
    bound: { end, isIncluded, at: value },
  };
}

/** All tests of one operand in one row, as one cell. */
export function joinCells(cells: readonly Cell[]): string {
  const [one, other, ...more] = cells;
  if (!one) return "-";
  if (!other) return one.cell;
  const from = cells.find(({ bound }) => bound?.end === "from")?.bound;
  const to = cells.find(({ bound }) => bound?.end === "to")?.bound;
  if (more.length === 0 && from && to && isInOrder(from.at, to.at))
    return `${from.isIncluded ? "[" : "("}${from.at}..${to.at}${to.isIncluded ? "]" : ")"}`;
  return cells.map(({ test }) => test).join(" and ");
}

/** A range whose end lies before its start means something else to each engine. */
function isInOrder(from: string, to: string): boolean {
  const [start, end] = [Number(from), Number(to)];
  return Number.isNaN(start) || Number.isNaN(end)
    ? from.startsWith("date(") && to.startsWith("date(") && from < to
    : start < end;
}
