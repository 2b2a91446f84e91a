// FW412: two rows of a table that must match exactly once fit the same answers and give different results.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { CellNode } from "../../syntax/tree.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { sayExample } from "../proof/example.ts";
import { allOf, anyOf } from "../proof/formula.ts";
import { lineBelow, lineNumber, textAt } from "../text-edits.ts";
import { cellWords } from "./cell-words.ts";
import { formulaOf, type Grid } from "./grid.ts";
import { difference, sizeOf } from "./ranges.ts";
import { common } from "./sweep.ts";
import type { WrittenTable } from "./table-lines.ts";

/** So many are told of one table; mending them shows the rest. */
const mostTold = 5;
/** So many pairs are asked about before the search says that it did not end. */
const mostAsked = 400;

/** `pairs` fit some answers both. */
export function checkRowsDiffer(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  pairs: readonly (readonly [first: number, later: number])[],
): { problems: Problem[]; undecided: Undecided[] } {
  const found: Problem[] = [];
  const told = new Set<number>();
  let asked = 0;
  let isOpen = false;
  for (const [first, later] of [...pairs].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const result = told.has(later) || found.length >= mostTold ? undefined : differing(table, grid, first, later);
    if (!result) continue;
    asked += 1;
    if (asked > mostAsked) isOpen = true;
    if (isOpen) break;
    const { t, canBe } = grid.prover;
    const formula = formulaOf(grid, common(grid.rows[first] ?? [], grid.rows[later] ?? []));
    const answer = canBe(allOf([formula, result.formula]));
    isOpen = answer.verdict === "open";
    if (answer.verdict !== "found") continue;
    told.add(later);
    found.push(problemAt(model, table, grid, first, later, result.column, sayExample(t, [formula], answer)));
  }
  const undecided = { what: `whether two rows of ${table.name} fit the same answers`, at: table.nameSpan };
  return { problems: found, undecided: isOpen && found.length === 0 ? [undecided] : [] };
}

/** The results that are not the same, and when; undefined when all are. */
function differing(table: WrittenTable, grid: Grid, first: number, later: number) {
  const { t } = grid.prover;
  const different = table.results.flatMap(({ table: { rows }, rule }) => {
    const [one, two] = [rows[first]?.value, rows[later]?.value];
    if (!one || !two || JSON.stringify(one) === JSON.stringify(two)) return [];
    const areLiterals = one.op === "literal" && two.op === "literal";
    return [{ name: rule.name ?? "", formula: areLiterals ? allOf([]) : t.no({ op: "is", left: one, right: two }) }];
  });
  const [result] = different;
  const column = table.head.findIndex(
    (cell) => cell.kind === "heading" && cell.role === "then" && cell.path.words[0]?.name === result?.name,
  );
  return result && { column, formula: anyOf(different.map(({ formula }) => formula)) };
}

function problemAt(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  first: number,
  later: number,
  column: number,
  example: string,
): Problem {
  const [one, two] = [table.rows[first], table.rows[later]];
  const says = (row: typeof one) => {
    const cell: CellNode | undefined = row?.cells[column];
    return `line ${row ? lineNumber(model.trees, row.line.span) : ""} says ${cell ? textAt(model.trees, cell.span) : ""}`;
  };
  const when = example === "" ? "For all answers" : `When ${example}`;
  return problems.rowsDiffer(
    two?.line.span ?? table.nameSpan,
    {},
    {
      related: one ? [{ span: one.line.span, words: "this row fits too" }] : [],
      explanation: [`${when}, ${says(one)} and ${says(two)}.`],
      fixes: [...narrowFix(model, table, grid, first, later), ...firstFix(table)],
    },
  );
}

/** An `any` that can give way to the other row's cell. */
function narrowFix(model: Model, table: WrittenTable, grid: Grid, first: number, later: number): Fix[] {
  for (const [own, other] of [
    [first, later],
    [later, first],
  ] as const)
    for (const [at, column] of grid.columns.entries()) {
      const head = table.head.findIndex(
        (cell) =>
          cell.kind === "heading" &&
          cell.role === "input" &&
          cell.path.words.map(({ name }) => name).join("'s ") === column.said,
      );
      const cell = table.rows[own]?.cells[head];
      const left = difference(grid.rows[own]?.[at] ?? [], grid.rows[other]?.[at] ?? []);
      if (cell?.kind !== "any" || sizeOf(left) === 0) continue;
      const text = cellWords(grid.prover.t, column, left);
      if (text === undefined) continue;
      const line = lineNumber(model.trees, cell.span);
      return [{ title: `change  any  to  ${text}  on line ${line}`, edits: [{ span: cell.span, text }] }];
    }
  return [];
}

function firstFix(table: WrittenTable): Fix[] {
  const last = table.rows.at(-1);
  const text = "when several match use the first";
  return last
    ? [{ title: `let the first row win: add  ${text}`, edits: [lineBelow(table.line, last.line.indent, text)] }]
    : [];
}
