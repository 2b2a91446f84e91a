// FW413: a row that nobody can use: its answers cannot occur, or earlier rows take them all.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { allOf } from "../proof/formula.ts";
import { lineNumber, removeLine, textAt } from "../text-edits.ts";
import { formulaOf, type Grid } from "./grid.ts";
import { countsByValue, sayTakers, takes } from "./row-takers.ts";
import { type Box, common, contains, eachUncovered, earlierMeeting, type Steps, usualSteps } from "./sweep.ts";
import type { WrittenTable } from "./table-lines.ts";

/** So many pairs of rows are asked about whose results are not written as numbers. */
const mostAsked = 2000;

/** `differing` rows are told already, for giving other results than an earlier row. */
export function checkRowNeverUsed(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  differing: ReadonlySet<number>,
): { problems: Problem[]; undecided: Undecided[] } {
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  const steps: Steps = { left: usualSteps };
  let asked = 0;
  const policy = table.results[0]?.table.policy;
  const earlier = earlierMeeting(grid.rows);
  const meeting = earlier && policy !== undefined && countsByValue(policy) ? bothWays(earlier) : earlier;
  for (const [index, row] of grid.rows.entries()) {
    const line = table.rows[index]?.line;
    if (!line) continue;
    const problem = (reason: string, related: Related[]) =>
      problems.rowNeverUsed(line.span, {}, { related, explanation: [reason], fixes: removeFix(model, table, index) });
    const column = grid.empty.get(index);
    if (column) {
      found.push(problem(cannotBe(model, table, column.said, index), []));
      continue;
    }
    if (differing.has(index)) continue;
    if (!meeting && policy !== "add" && policy !== "list") {
      undecided.push({ what: "whether this row can be used", at: line.span });
      continue;
    }
    const taking = (meeting?.get(index) ?? []).filter((at) =>
      takes(grid.prover.t, table, index, at, (formula) => {
        asked += 1;
        // Taken as one that does not take: what follows is told as not decided.
        if (asked > mostAsked) return true;
        const both = formulaOf(grid, common(row, grid.rows[at] ?? []));
        return grid.prover.canBe(allOf([both, formula])).verdict !== "none";
      }),
    );
    const others = taking.map((at) => grid.rows[at] ?? []);
    const left = whatIsLeft(grid, row, others, steps);
    if (left === "open" || (left === "some" && asked > mostAsked))
      undecided.push({ what: "whether this row can be used", at: line.span });
    if (left === "nothing") found.push(problem(...takenBy(model, table, grid, row, others)));
  }
  return { problems: found, undecided };
}

/** Where the highest counts, later rows take too. */
function bothWays(earlier: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, readonly number[]> {
  const all = new Map([...earlier].map(([row, others]) => [row, [...others]]));
  for (const [later, others] of earlier)
    for (const first of others) {
      const own = all.get(first);
      if (own) own.push(later);
      else all.set(first, [later]);
    }
  return all;
}

/** Answers that only this row fits and that somebody can have. */
function whatIsLeft(grid: Grid, row: Box, earlier: readonly Box[], steps: Steps): "nothing" | "some" | "open" {
  if (earlier.length === 0 && grid.independent) return "some";
  let left: "nothing" | "some" | "open" = "nothing";
  let tried = 0;
  const ended = eachUncovered(row, earlier, false, steps, (box) => {
    const { verdict } = grid.prover.canBe(formulaOf(grid, box));
    if (verdict !== "none") left = verdict === "open" ? "open" : "some";
    tried += 1;
    return left === "nothing" && tried < 40;
  });
  return left === "nothing" && ended !== "ended" ? "open" : left;
}

/** Which rows take its answers, or that nobody gives them. */
function takenBy(
  model: Model,
  table: WrittenTable,
  grid: Grid,
  row: Box,
  others: readonly Box[],
): [reason: string, related: Related[]] {
  const lines = (boxes: readonly Box[]) => boxes.flatMap((box) => table.rows[grid.rows.indexOf(box)]?.line ?? []);
  if (others.length === 0) return ["Its answers cannot come together.", []];
  const alone = others.find((other) => contains(other, row));
  const taking = lines(alone ? [alone] : others);
  const numbers = taking.map((line) => lineNumber(model.trees, line.span));
  const reason = sayTakers(table.results[0]?.table.policy ?? "first", numbers);
  return [reason, taking.slice(0, 3).map((line) => ({ span: line.span }))];
}

function cannotBe(model: Model, table: WrittenTable, said: string, index: number): string {
  const at = table.head.findIndex(
    (cell) => cell.kind === "heading" && cell.path.words.map(({ name }) => name).join("'s ") === said,
  );
  const cell = table.rows[index]?.cells[at];
  return `${said} can never be ${cell ? textAt(model.trees, cell.span) : "that"} here.`;
}

function removeFix(model: Model, table: WrittenTable, index: number): Fix[] {
  const line = table.rows[index]?.line;
  if (!line || table.rows.length < 2) return [];
  return [{ title: `remove line ${lineNumber(model.trees, line.span)}`, edits: [removeLine(model.trees, line)] }];
}
