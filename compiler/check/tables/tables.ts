// The checks of decision tables in the order they need each other: rows that contradict each other, rows that nobody can
// use, and answers that no row fits. A table is looked at once for all of its results.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { tellUndecided, type Undecided } from "../logic/not-decided.ts";
import { createProvers, type Provers } from "../proof/prove.ts";
import { compareAsConditions } from "./compared-as-conditions.ts";
import { buildGrid } from "./grid.ts";
import { checkRowNeverUsed } from "./row-never-used.ts";
import { checkRowsAsOne } from "./rows-as-one.ts";
import { checkRowsDiffer } from "./rows-differ.ts";
import { eachOverlap } from "./sweep.ts";
import { checkTableGap } from "./table-gap.ts";
import { findTables, type WrittenTable } from "./table-lines.ts";

/** FW409, FW411, FW412 and FW413, and FW415 for what could not be decided. */
export function checkTables(model: Model): Problem[] {
  const provers = createProvers(model);
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  for (const table of findTables(model)) {
    const result = checkTable(model, provers, table);
    found.push(...result.problems);
    undecided.push(...result.undecided);
  }
  return [...found, ...tellUndecided(model, undecided)];
}

/** So many overlapping pairs are kept; a table with more is one that was meant to overlap. */
const mostPairs = 20_000;

function checkTable(
  model: Model,
  provers: Provers,
  table: WrittenTable,
): { problems: Problem[]; undecided: Undecided[] } {
  const [result] = table.results;
  if (!result || table.rows.length === 0) return { problems: [], undecided: [] };
  const grid = buildGrid(provers, result.table);
  if (!grid) return compareAsConditions(model, provers, table);
  const pairs: [number, number][] = [];
  eachOverlap(grid.rows, (first, later) => {
    pairs.push([first, later]);
    return pairs.length < mostPairs;
  });
  const mustMatchOnce = result.table.policy === "exactly-one";
  const none = { problems: [], undecided: [] };
  const differ = mustMatchOnce ? checkRowsDiffer(model, table, grid, pairs) : none;
  const told = new Set(
    table.rows.flatMap(({ line }, index) => (differ.problems.some(({ at }) => at === line.span) ? [index] : [])),
  );
  const unused = checkRowNeverUsed(model, table, grid, told);
  const needless = new Set(
    table.rows.flatMap(({ line }, index) => (unused.problems.some(({ at }) => at === line.span) ? [index] : [])),
  );
  // While rows contradict each other it is open which of them is meant.
  const asOne = differ.problems.length > 0 ? [] : checkRowsAsOne(model, table, grid, new Set([...told, ...needless]));
  const gap = result.table.otherwise ? none : checkTableGap(model, table, grid, pairs.length === 0);
  return {
    problems: [...gap.problems, ...differ.problems, ...unused.problems, ...asOne],
    undecided: [...differ.undecided, ...unused.undecided, ...gap.undecided],
  };
}
