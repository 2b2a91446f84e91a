// FW411: answers that no row of a table fits, shown by an example, with ready rows for all of them.
import { writtenMoney } from "#support/currencies.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { CellNode } from "../../syntax/tree.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { sayExample } from "../proof/example.ts";
import type { Found } from "../proof/solve.ts";
import { insertAt, lineBelow, textAt } from "../text-edits.ts";
import { cellWords } from "./cell-words.ts";
import { type Column, formulaOf, type Grid, wholeOf } from "./grid.ts";
import { covers, highestOf, lowestOf, piecesOf, type Ranges, sizeOf } from "./ranges.ts";
import { type Box, eachUncovered, type Steps, usualSteps } from "./sweep.ts";
import type { WrittenTable } from "./table-lines.ts";

/** So many gaps are tried for one that somebody can fall into; so many are mended by ready rows. */
const mostTried = 60;
const mostMended = 8;

/** The first result speaks for all: whether a row fits is the same for each. */
export function checkTableGap(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  apart: boolean,
): { problems: Problem[]; undecided: Undecided[] } {
  const steps: Steps = { left: usualSteps };
  const gaps: Box[] = [];
  let first: Found | undefined;
  let tried = 0;
  let isOpen = false;
  const ended = eachUncovered(wholeOf(grid), grid.rows, apart, steps, (box) => {
    tried += 1;
    const answer = grid.prover.canBe(formulaOf(grid, box));
    if (answer.verdict === "found") {
      first ??= answer;
      gaps.push(box);
    }
    isOpen ||= answer.verdict === "open";
    return gaps.length <= mostMended && tried < mostTried;
  });
  if (first) return { problems: [gapProblem(model, table, grid, gaps, first)], undecided: [] };
  const isDecided = ended === "ended" && !isOpen;
  const undecided = { what: `whether a row of ${table.name} fits all answers`, at: table.nameSpan };
  return { problems: [], undecided: isDecided ? [] : [undecided] };
}

function gapProblem(model: Model, table: WrittenTable, grid: Grid, gaps: readonly Box[], found: Found): Problem {
  const [gap = []] = gaps;
  const example = sayExample(grid.prover.t, [formulaOf(grid, gap)], found);
  const edge = gaps.length === 1 ? edgeFix(table, grid, gap, model) : undefined;
  const fixes = [...(edge ? [edge.fix] : []), ...rowFix(model, table, grid, gaps), ...noneFix(model, table)];
  const explanation = [`Nothing fits when ${example === "" ? "no answer is given" : example}.`];
  return problems.tableGap(table.nameSpan, {}, { related: edge ? [edge.related] : [], explanation, fixes });
}

/** A cell that starts just above, or ends just below, exactly what is missing. */
function edgeFix(
  table: WrittenTable,
  grid: Grid,
  gap: Box,
  model: Model,
): { readonly fix: Fix; readonly related: Related } | undefined {
  for (const [index, row] of grid.rows.entries())
    for (const [at, column] of grid.columns.entries()) {
      const cell = cellOf(table, index, column);
      const missing = gap[at];
      const others = gap.every((ranges, other) => other === at || covers(row[other] ?? [], ranges));
      if (cell?.kind !== "order" || !missing || sizeOf(missing) !== 1 || !others) continue;
      const words = cellWords(grid.prover.t, column, missing);
      const own = textAt(model.trees, cell.value.span);
      if (words !== own || (cell.test !== "over" && cell.test !== "under")) continue;
      const isOver = cell.test === "over";
      const next = isOver ? startOfNext(table, grid, index, column, model) : undefined;
      const text = isOver ? (next === undefined ? `${own} or more` : `${own} to under ${next}`) : `at most ${own}`;
      const said = isOver ? `starts just above ${own}` : `ends just below ${own}`;
      const title = `change  ${textAt(model.trees, cell.span)}  to  ${text}`;
      return { fix: { title, edits: [{ span: cell.span, text }] }, related: { span: cell.span, words: said } };
    }
  return undefined;
}

/** Where the next row begins that says the same in all other columns: `over £500` above `£900 or more` was meant to end there. */
function startOfNext(table: WrittenTable, grid: Grid, row: number, column: Column, model: Model): string | undefined {
  const at = headAt(table, column);
  const inputs = grid.columns.map((one) => headAt(table, one)).filter((one) => one !== at);
  const own = startOf(cellOf(table, row, column)) ?? Number.POSITIVE_INFINITY;
  const words = (index: number, one: number): string => {
    const cell = table.rows[index]?.cells[one];
    return cell ? textAt(model.trees, cell.span) : "";
  };
  const starts = table.rows.flatMap((_, index) => {
    const cell = cellOf(table, index, column);
    const start = startOf(cell);
    const isLike = index !== row && inputs.every((one) => words(index, one) === words(row, one));
    if (!isLike || start === undefined || start <= own) return [];
    const value = cell?.kind === "range" ? cell.from : cell?.kind === "order" ? cell.value : undefined;
    return value ? [{ start, text: textAt(model.trees, value.span) }] : [];
  });
  return starts.sort((one, two) => one.start - two.start)[0]?.text;
}

/** The number a cell begins with: £900 or more, £500 to under £900, over £500. */
function startOf(cell: CellNode | undefined): number | undefined {
  const value = cell?.kind === "range" ? cell.from : cell?.kind === "order" ? cell.value : undefined;
  const isFrom =
    cell?.kind === "range" || (cell?.kind === "order" && (cell.test === "at-least" || cell.test === "over"));
  return isFrom && value && "value" in value && typeof value.value === "number" ? value.value : undefined;
}

function cellOf(table: WrittenTable, row: number, column: Column): CellNode | undefined {
  const at = headAt(table, column);
  return table.rows[row]?.cells[at];
}

function headAt(table: WrittenTable, column: Column): number {
  return table.head.findIndex(
    (cell) => cell.kind === "heading" && cell.role === "input" && saidOf(cell) === column.said,
  );
}

function saidOf(cell: Extract<CellNode, { kind: "heading" }>): string {
  return cell.path.words.map((word) => word.name).join("'s ");
}

/** Rows for everything that is missing, with the results of the row that comes nearest. */
function rowFix(model: Model, table: WrittenTable, grid: Grid, gaps: readonly Box[]): Fix[] {
  const boxes = gaps.flatMap((gap) => writable(grid, gap));
  const last = table.rows.at(-1);
  if (!last || boxes.length === 0 || gaps.length > mostMended || boxes.length > mostMended) return [];
  const nearest = nearestRow(grid, gaps[0] ?? []);
  const likewise = table.rows[nearest];
  const texts = boxes.map((box) => rowText(model, table, grid, box, likewise?.cells ?? []));
  if (texts.some((text) => text === undefined)) return [];
  const text = texts.map((row) => `\n${" ".repeat(last.line.indent)}${row}`).join("");
  const rows = boxes.length === 1 ? "a row for these answers" : `${boxes.length} rows for all missing answers`;
  const result = resultWords(model, table, likewise?.cells ?? []);
  return [{ title: `add ${rows}, with ${result}`, edits: [insertAt(last.line.span, last.line.span.end, text)] }];
}

/** A cell holds one stretch, one choice or all but one: a box that says more is taken apart. */
function writable(grid: Grid, box: Box): Box[] {
  let boxes: Box[] = [box];
  grid.columns.forEach((column, at) => {
    if (cellWords(grid.prover.t, column, box[at] ?? []) !== undefined) return;
    const parts: Ranges[] = partsOf(column, box[at] ?? []);
    boxes = boxes.flatMap((one) => parts.map((part) => one.map((ranges, other) => (other === at ? part : ranges))));
  });
  return boxes;
}

/** Stretches of numbers each for itself; choices and missing answers one by one. */
function partsOf(column: Column, ranges: Ranges): Ranges[] {
  const parts: [number, number][] = [];
  for (const piece of piecesOf(ranges)) {
    const before = parts.at(-1);
    const isAmount = column.pieces[piece]?.kind === "amounts";
    if (before && isAmount && before[1] === piece - 1 && column.pieces[before[1]]?.kind === "amounts")
      before[1] = piece;
    else parts.push([piece, piece]);
  }
  return parts;
}

function rowText(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  box: Box,
  likewise: readonly CellNode[],
): string | undefined {
  const cells = table.head.map((cell, at) => {
    if (cell.kind !== "heading") return undefined;
    if (cell.role !== "input") return textOf(model, likewise[at]);
    const column = grid.columns.findIndex((one) => one.said === saidOf(cell));
    const own = grid.columns[column];
    return own ? cellWords(grid.prover.t, own, box[column] ?? []) : "any";
  });
  return cells.includes(undefined) ? undefined : `| ${cells.join(" | ")} |`;
}

function textOf(model: Model, cell: CellNode | undefined): string | undefined {
  return cell && textAt(model.trees, cell.span);
}

/** The row whose pieces lie nearest to those that are missing; of two, the later. */
function nearestRow(grid: Grid, gap: Box): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, row] of grid.rows.entries()) {
    const away = gap.reduce((sum, ranges, at) => sum + awayFrom(row[at] ?? [], ranges), 0);
    if (away > least) continue;
    least = away;
    best = index;
  }
  return best;
}

/** 0 when the row covers the missing pieces, else how many pieces lie between the two. */
function awayFrom(row: Ranges, missing: Ranges): number {
  if (covers(row, missing)) return 0;
  return 1 + Math.max(0, lowestOf(missing) - highestOf(row) - 1, lowestOf(row) - highestOf(missing) - 1);
}

function resultWords(model: Model, table: WrittenTable, cells: readonly CellNode[]): string {
  const words = table.head.flatMap((cell, at) =>
    cell.kind === "heading" && cell.role === "then" ? [`${saidOf(cell)} ${textOf(model, cells[at]) ?? ""}`] : [],
  );
  return words.join(", ");
}

/** Nothing, when the results are amounts. */
function noneFix(model: Model, table: WrittenTable): Fix[] {
  const [only] = table.results;
  const kind = only?.rule.gives.kind;
  const last = table.rows.at(-1);
  const nothing =
    kind === "money"
      ? writtenMoney("0", model.currency)
      : kind === "whole-number" || kind === "number"
        ? "0"
        : kind === "percentage"
          ? "0%"
          : undefined;
  if (nothing === undefined || table.results.length !== 1 || !last) return [];
  const text = `when none match use ${nothing}`;
  return [{ title: `add  ${text}`, edits: [lineBelow(table.line, last.line.indent, text)] }];
}
