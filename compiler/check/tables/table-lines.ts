// A decision table with its lines in the text: which line is which row, what stands in a cell, and the rules of its results.
// Reads the model and the tree; decides nothing.
import type { TableExpression } from "#contract";
import { nameAt } from "../../model/line.ts";
import type { BuiltRule, Model } from "../../model/model.ts";
import type { CellNode, Line, Span } from "../../syntax/tree.ts";
import { dataByRule } from "../proof/guards.ts";

/** One result column with its rule. */
export interface Result {
  readonly rule: BuiltRule;
  readonly table: TableExpression;
}

export interface WrittenTable {
  readonly line: Line;
  readonly name: string;
  readonly nameSpan: Span;
  readonly head: readonly CellNode[];
  /** Row n of every result stands on rows[n]. */
  readonly rows: readonly { readonly line: Line; readonly cells: readonly CellNode[] }[];
  readonly results: readonly Result[];
}

/** All tables whose rows were read without trouble, in the order of the text. */
export function findTables(model: Model): WrittenTable[] {
  const byLine = new Map<Line, Result[]>();
  const data = dataByRule(model);
  for (const rule of model.rules.values()) {
    const line = rule.form === "table" && !rule.broken ? data.get(rule.id)?.line : undefined;
    if (!line || rule.expression.op !== "table") continue;
    const result = { rule, table: rule.expression };
    const results = byLine.get(line);
    if (results) results.push(result);
    else byLine.set(line, [result]);
  }
  return [...byLine].flatMap(([line, results]) => {
    const [head, ...rows] = line.children.flatMap((child) =>
      child.parts.flatMap((part) => (part.slot === "row" ? [{ line: child, cells: part.cells }] : [])),
    );
    const isWhole = head && results.every(({ table }) => table.rows.length === rows.length);
    const name = nameAt(line);
    return isWhole
      ? [{ line, name: name?.name ?? "", nameSpan: name?.span ?? line.span, head: head.cells, rows, results }]
      : [];
  });
}
