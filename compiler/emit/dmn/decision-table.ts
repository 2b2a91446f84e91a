// A table of the text as a decision table of DMN 1.3: the same rows, its columns found again, the hit policy that means the same.
import type { Expression, Rule, TableExpression } from "#contract";
import { type Cell, cellOf, joinCells } from "../feel/cells.ts";
import { isUnsaid, type Operand, ruleName, type Unsaid, valueText } from "../feel/feel.ts";

/** A decision table, before it becomes XML. */
export interface DecisionTable {
  readonly rule: string;
  readonly name: string;
  readonly because?: string;
  readonly hitPolicy: "UNIQUE" | "ANY" | "FIRST" | "COLLECT";
  readonly aggregation?: "MAX" | "MIN" | "SUM";
  readonly inputs: readonly Operand[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly result: string }[];
  readonly otherwise?: string;
  readonly type: "string" | "number" | "boolean" | "date" | undefined;
}

/** The decision table of a table rule, or why there is none. */
export function decisionTableOf(id: string, rule: Rule): DecisionTable | Unsaid {
  const { expression } = rule;
  if (expression.op !== "table") return { why: "it is no table" };
  const rows = expression.rows.map(({ when, value }) => rowOf(when, value));
  const unsaid = rows.find(isUnsaid);
  if (unsaid && isUnsaid(unsaid)) return unsaid;
  const said = rows.filter((row): row is Row => !isUnsaid(row));
  const otherwise = expression.otherwise && valueText(expression.otherwise);
  if (otherwise !== undefined && typeof otherwise !== "string") return otherwise;
  const inputs = operandsOf(said);
  const because = rule.because && Object.values(rule.because)[0];
  return {
    rule: id,
    name: ruleName(id),
    ...(because !== undefined && { because }),
    ...policyOf(expression, said),
    inputs,
    rows: said.map(({ cells, result }) => ({
      cells: inputs.map((input) => joinCells(cells.filter(({ operand }) => operand.text === input.text))),
      result,
    })),
    ...(otherwise !== undefined && { otherwise }),
    type: types[rule.gives.kind],
  };
}

interface Row {
  readonly cells: readonly Cell[];
  readonly result: string;
}

function rowOf(when: Expression, value: Expression): Row | Unsaid {
  const result = valueText(value);
  if (typeof result !== "string") return result;
  const cells: Cell[] = [];
  for (const part of conjuncts(when)) {
    const cell = cellOf(part);
    if (isUnsaid(cell)) return cell;
    cells.push(cell);
  }
  return { cells, result };
}

/** The tests that must all be yes; "yes" itself is none. */
function conjuncts(expression: Expression): Expression[] {
  if (expression.op === "and") return expression.parts.flatMap(conjuncts);
  return expression.op === "literal" && expression.value === true ? [] : [expression];
}

function operandsOf(rows: readonly Row[]): Operand[] {
  const found = new Map<string, Operand>();
  for (const { cells } of rows)
    for (const { operand } of cells) found.set(operand.text, found.get(operand.text) ?? operand);
  return [...found.values()];
}

/**
 * Where exactly one row must fit, rows may overlap as long as they say the same: then DMN's word is ANY. UNIQUE is
 * written only where every two rows are apart in some column for all to see.
 */
function policyOf({ policy }: TableExpression, rows: readonly Row[]): Pick<DecisionTable, "hitPolicy" | "aggregation"> {
  switch (policy) {
    case "exactly-one":
      return {
        hitPolicy: rows.every((one, at) => rows.slice(at + 1).every((other) => areApart(one, other)))
          ? "UNIQUE"
          : "ANY",
      };
    case "first":
      return { hitPolicy: "FIRST" };
    case "highest":
      return { hitPolicy: "COLLECT", aggregation: "MAX" };
    case "lowest":
      return { hitPolicy: "COLLECT", aggregation: "MIN" };
    case "add":
      return { hitPolicy: "COLLECT", aggregation: "SUM" };
    case "list":
      return { hitPolicy: "COLLECT" };
  }
}

function areApart(one: Row, other: Row): boolean {
  return one.cells.some((cell) =>
    other.cells.some(
      (against) => cell.operand.text === against.operand.text && (isApart(cell, against) || isApart(against, cell)),
    ),
  );
}

function isApart(one: Cell, other: Cell): boolean {
  if (one.cell === `not(${other.cell}, null)`) return true;
  const value = Number(one.cell);
  const isPlain = (cell: Cell): boolean => !cell.bound && /^("[^"]*"|-?[0-9.]+|true|false|null)$/.test(cell.cell);
  if (isPlain(one) && isPlain(other)) return one.cell !== other.cell;
  if (isPlain(one) && other.bound && Number.isFinite(value)) return !isInside(value, other.bound);
  if (!one.bound || !other.bound || one.bound.end !== "to" || other.bound.end !== "from") return false;
  const [to, from] = [Number(one.bound.at), Number(other.bound.at)];
  if (Number.isNaN(to) || Number.isNaN(from)) return false;
  return to < from || (to === from && !(one.bound.isIncluded && other.bound.isIncluded));
}

function isInside(value: number, { end, isIncluded, at }: NonNullable<Cell["bound"]>): boolean {
  const limit = Number(at);
  if (Number.isNaN(limit)) return true;
  if (value === limit) return isIncluded;
  return end === "from" ? value > limit : value < limit;
}

const types: Readonly<Partial<Record<Rule["gives"]["kind"], DecisionTable["type"]>>> = {
  money: "number",
  number: "number",
  "whole-number": "number",
  percentage: "number",
  measurement: "number",
  year: "number",
  "yes-or-no": "boolean",
  text: "string",
  "one-of": "string",
  date: "date",
};
