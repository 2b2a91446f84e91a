// FW409: two rows with the same results that differ in one column only, and can be said in one row. Proposes only what keeps
// every result: no person who can come here gets another one.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Edit, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { lineNumber, removeLine, textAt } from "../text-edits.ts";
import { cellWords } from "./cell-words.ts";
import type { Grid } from "./grid.ts";
import { piecesOf, type Ranges, rangesOf } from "./ranges.ts";
import { type Box, contains } from "./sweep.ts";
import type { WrittenTable } from "./table-lines.ts";

/** More rows than this are a list of values, not rules that somebody wrote one by one. */
const mostRows = 200;
/** So many proposals for one table at a time: each changes what the next would be. */
const mostProposals = 2;

interface Merge {
  readonly first: number;
  readonly later: number;
  /** The cell that changes, and its new words; undefined when the later row says all that the first one does. */
  readonly cell?: { readonly at: number; readonly words: string };
}

/** `told` are rows that another check speaks of already. */
export function checkRowsAsOne(model: Model, table: WrittenTable, grid: Grid, told: ReadonlySet<number>): Problem[] {
  const policy = table.results[0]?.table.policy;
  // Rows that are added up, or listed, count each for itself.
  if (policy === undefined || policy === "add" || policy === "list" || table.rows.length > mostRows) return [];
  const taken = new Set<number>();
  const found: Problem[] = [];
  for (const merge of merges(table, grid, policy)) {
    const { first, later } = merge;
    if ([first, later].some((row) => told.has(row) || taken.has(row))) continue;
    taken.add(first).add(later);
    const problem = problemOf(model, table, merge);
    if (problem) found.push(problem);
    if (found.length === mostProposals) break;
  }
  return found;
}

function* merges(table: WrittenTable, grid: Grid, policy: string): Generator<Merge> {
  const byResult = Map.groupBy(grid.rows.keys(), (row) => resultsOf(table, row));
  for (const rows of byResult.values())
    for (const [index, first] of rows.entries())
      for (const later of rows.slice(index + 1)) {
        // Where the first row counts, rows between the two could take what moves up.
        if (policy === "first" && later !== first + 1) continue;
        const merge = mergeOf(table, grid, first, later);
        if (merge) yield merge;
      }
}

/** The results of a row, as they are written. */
function resultsOf(table: WrittenTable, row: number): string {
  return JSON.stringify(table.results.map(({ table: { rows } }) => rows[row]?.value));
}

function mergeOf(table: WrittenTable, grid: Grid, first: number, later: number): Merge | undefined {
  const [one, two] = [grid.rows[first], grid.rows[later]];
  if (!one || !two || grid.empty.has(first) || grid.empty.has(later)) return undefined;
  if (contains(two, one)) return { first, later };
  const differing = differingColumns(one, two);
  const [at] = differing;
  const column = at === undefined ? undefined : grid.columns[at];
  if (at === undefined || differing.length > 1 || !column) return undefined;
  const words = cellWords(grid.prover.t, column, together(column.pieces.length, one[at] ?? [], two[at] ?? []));
  const heads = table.head.flatMap((cell, head) =>
    cell.kind === "heading" && cell.role === "input" && saidOf(cell) === column.said ? [head] : [],
  );
  const [head] = heads;
  return words === undefined || head === undefined || heads.length > 1
    ? undefined
    : { first, later, cell: { at: head, words } };
}

function differingColumns(one: Box, two: Box): number[] {
  return [...one.keys()].filter((at) => String(one[at]) !== String(two[at]));
}

function together(count: number, one: Ranges, two: Ranges): Ranges {
  const pieces = new Set([...piecesOf(one), ...piecesOf(two)]);
  return rangesOf(count, (piece) => pieces.has(piece));
}

function saidOf(cell: Extract<WrittenTable["head"][number], { kind: "heading" }>): string {
  return cell.path.words.map((word) => word.name).join("'s ");
}

function problemOf(model: Model, table: WrittenTable, { first, later, cell }: Merge): Problem | undefined {
  const [one, two] = [table.rows[first], table.rows[later]];
  if (!one || !two) return undefined;
  const line = lineNumber(model.trees, one.line.span);
  const related = [{ span: one.line.span, words: "with this row" }];
  if (!cell) {
    const fixes = [{ title: `remove line ${line}`, edits: [removeLine(model.trees, one.line)] }];
    return problems.rowsAsOne(
      two.line.span,
      { line },
      { related, explanation: ["It says all that the other one does."], fixes },
    );
  }
  const old = one.cells[cell.at];
  if (!old) return undefined;
  const edits: Edit[] = [{ span: old.span, text: cell.words }, removeLine(model.trees, two.line)];
  const title = `change  ${textAt(model.trees, old.span)}  to  ${cell.words}  on line ${line}, and remove line ${lineNumber(model.trees, two.line.span)}`;
  return problems.rowsAsOne(
    two.line.span,
    { line },
    { related, explanation: ["They give the same, and differ in one column only."], fixes: [{ title, edits }] },
  );
}
