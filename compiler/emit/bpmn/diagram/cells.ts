// Which column and row each step stands in: stages left to right in the order of the text, outcomes below each other at
// the end, every lane with rows of its own. No two steps share a cell.
import type { Lane, Scope, Step } from "../process/process.ts";

export interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface Cells {
  readonly of: ReadonlyMap<string, Cell>;
  readonly columns: number;
  readonly rows: number;
  /** For each lane, its first row; one lane where there are none. */
  readonly laneRows: readonly { readonly first: number; readonly count: number }[];
  readonly taken: (column: number, row: number) => boolean;
}

/** Cells for the steps of a scope. Without lanes all rows belong together. */
export function placeInCells(scope: Scope, lanes: readonly Lane[]): Cells {
  const columns = columnsOf(scope.steps);
  const laneOf = (step: Step): number =>
    Math.max(
      0,
      lanes.findIndex(({ role }) => role === step.lane),
    );
  const grids = Array.from({ length: Math.max(1, lanes.length) }, () => new Set<string>());
  // Outcomes never share a row, so that each reads as a line of its own.
  const below = grids.map(() => 0);
  const found: { step: Step; lane: number; column: number; row: number }[] = [];
  for (const group of groupsOf(scope.steps)) {
    const lane = laneOf(group[0] ?? scope.steps[0] ?? noStep);
    const grid = grids[lane] ?? new Set();
    const spots = group.map((step) => columns.get(step.id) ?? 0);
    const isFree = (row: number): boolean => spots.every((column) => !grid.has(`${column} ${row}`));
    let row = group[0]?.standing.kind === "beside" && hostLane(group[0], scope, laneOf) === lane ? 1 : 0;
    const isRow = group[0]?.standing.kind === "row";
    if (isRow) row = below[lane] ?? 0;
    while (!isFree(row)) row += 1;
    group.forEach((step) => {
      let own = row;
      const column = columns.get(step.id) ?? 0;
      while (grid.has(`${column} ${own}`)) own += 1;
      grid.add(`${column} ${own}`);
      if (isRow) below[lane] = Math.max(below[lane] ?? 0, own + 1);
      found.push({ step, lane, column, row: own });
    });
  }
  return tally(found, grids.length);
}

const noStep: Step = { id: "", kind: "end", name: "", lane: "", notes: [], standing: { kind: "line" }, borders: [] };

function hostLane(step: Step, scope: Scope, laneOf: (step: Step) => number): number | undefined {
  const { standing } = step;
  if (standing.kind !== "beside") return undefined;
  const host = scope.steps.find(({ id }) => id === standing.host);
  return host && laneOf(host);
}

/** Steps that stand in one row together: those beside the same host, those of the same outcome; all others alone. */
function groupsOf(steps: readonly Step[]): Step[][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const { standing } = step;
    const key =
      standing.kind === "row"
        ? `row ${standing.row}`
        : standing.kind === "beside"
          ? `beside ${standing.host} ${standing.chain}`
          : step.id;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  // Lines first: what stands beside them or in rows finds its place around them.
  const isLine = (group: Step[]): number => (group[0]?.standing.kind === "line" ? 0 : 1);
  return [...groups.values()].sort((one, other) => isLine(one) - isLine(other));
}

function columnsOf(steps: readonly Step[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const step of steps) if (step.standing.kind === "line") columns.set(step.id, columns.size);
  for (const step of steps) {
    const { standing } = step;
    if (standing.kind === "beside") columns.set(step.id, (columns.get(standing.host) ?? 0) + Math.ceil(standing.step));
  }
  const lines = Math.max(0, ...[...columns.values()].map((column) => column + 1));
  const stepsOfRows = steps.flatMap(({ standing }) => (standing.kind === "row" ? [standing.step] : []));
  const order = [...new Set(stepsOfRows)].sort((one, other) => one - other);
  for (const step of steps) {
    if (step.standing.kind === "row") columns.set(step.id, lines + order.indexOf(step.standing.step));
  }
  return columns;
}

function tally(found: { step: Step; lane: number; column: number; row: number }[], lanes: number): Cells {
  const counts = Array.from({ length: lanes }, (_, lane) =>
    Math.max(1, ...found.filter((one) => one.lane === lane).map(({ row }) => row + 1)),
  );
  const firsts = counts.map((_, lane) => counts.slice(0, lane).reduce((sum, count) => sum + count, 0));
  const of = new Map(found.map(({ step, lane, column, row }) => [step.id, { column, row: row + (firsts[lane] ?? 0) }]));
  const takenCells = new Set([...of.values()].map(({ column, row }) => `${column} ${row}`));
  return {
    of,
    columns: Math.max(1, ...found.map(({ column }) => column + 1)),
    rows: counts.reduce((sum, count) => sum + count, 0),
    laneRows: counts.map((count, lane) => ({ first: firsts[lane] ?? 0, count })),
    taken: (column, row) => takenCells.has(`${column} ${row}`),
  };
}
