// Gaps, overlaps and covered rows of a table as boxes: each row is a box over numbered pieces, one set of pieces for each
// column. Never counts the answers one by one: rows are compared as boxes, and a box is cut only along a row that it meets
// (after Calvanese and others, "Semantics and Analysis of DMN Decision Tables", 2016). Bounded in steps.
import { covers, difference, hasCommon, highestOf, intersection, lowestOf, type Ranges, sizeOf } from "./ranges.ts";

/** One set of pieces for each column. */
export type Box = readonly Ranges[];

/** What may still be spent. */
export interface Steps {
  left: number;
}

/** Some ten times what 2,000 rows over 15 columns need. */
export const usualSteps = 30_000_000;

/** Pairs of rows that fit some answers both, the earlier first. `visit` ends the search by answering false. */
export function eachOverlap(rows: readonly Box[], visit: (first: number, later: number) => boolean): void {
  const columns = rows[0]?.length ?? 0;
  const column = sharpest(rows, columns);
  const order = rows.map((_, row) => row).sort((a, b) => lowest(rows, a, column) - lowest(rows, b, column));
  for (let at = 0; at < order.length; at++) {
    const one = order[at] ?? 0;
    const end = highestOf(rows[one]?.[column] ?? []);
    for (let next = at + 1; next < order.length; next++) {
      const two = order[next] ?? 0;
      if (lowest(rows, two, column) > end) break;
      if (meets(rows[one] ?? [], rows[two] ?? []) && !visit(Math.min(one, two), Math.max(one, two))) return;
    }
  }
}

/** For each row the earlier ones that meet it, in their order; undefined when more of them meet than can be looked at. */
export function earlierMeeting(rows: readonly Box[]): ReadonlyMap<number, readonly number[]> | undefined {
  const earlier = new Map<number, number[]>();
  let count = 0;
  eachOverlap(rows, (first, later) => {
    const own = earlier.get(later);
    if (own) own.push(first);
    else earlier.set(later, [first]);
    count += 1;
    return count <= mostMeeting;
  });
  for (const own of earlier.values()) own.sort((one, two) => one - two);
  return count > mostMeeting ? undefined : earlier;
}

/** All pairs of 2,000 rows, and more. */
const mostMeeting = 4_000_000;

function lowest(rows: readonly Box[], row: number, column: number): number {
  return lowestOf(rows[row]?.[column] ?? []);
}

/** The column in which rows are narrowest, so that few pairs need a closer look. */
function sharpest(rows: readonly Box[], columns: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let column = 0; column < columns; column++) {
    let most = 1;
    let total = 0;
    for (const row of rows) {
      const ranges = row[column] ?? [];
      most = Math.max(most, highestOf(ranges) + 1);
      total += highestOf(ranges) - lowestOf(ranges) + 1;
    }
    if (total / most < least) {
      least = total / most;
      best = column;
    }
  }
  return best;
}

/** Some answers fit both. */
export function meets(one: Box, two: Box): boolean {
  for (let column = 0; column < one.length; column++)
    if (!hasCommon(one[column] ?? [], two[column] ?? [])) return false;
  return true;
}

/** What fits both. */
export function common(one: Box, two: Box): Box {
  return one.map((ranges, column) => intersection(ranges, two[column] ?? []));
}

/** Every answer of the second fits the first. */
export function contains(one: Box, two: Box): boolean {
  return two.every((ranges, column) => covers(one[column] ?? [], ranges));
}

function volumeOf(box: Box): bigint {
  return box.reduce((volume, ranges) => volume * BigInt(sizeOf(ranges)), 1n);
}

/** How a search for uncovered boxes ended: `open` when the steps ran out. */
export type Outcome = "ended" | "stopped" | "open";

/**
 * Every part of `whole` that no row covers, as boxes that do not overlap. `visit` ends the search by answering false. When no
 * two rows overlap (`apart`), parts whose rows fill them are left out at once by comparing volumes.
 */
export function eachUncovered(
  whole: Box,
  rows: readonly Box[],
  apart: boolean,
  steps: Steps,
  visit: (box: Box) => boolean,
): Outcome {
  const isLong = rows.length > manyRows;
  const search = (box: Box, among: readonly Box[]): Outcome => {
    steps.left -= among.length * box.length + 1;
    if (steps.left < 0) return "open";
    const inside = among.filter((row) => meets(row, box));
    if (inside.length === 0) return visit(box) ? "ended" : "stopped";
    if (apart && inside.reduce((sum, row) => sum + volumeOf(common(row, box)), 0n) === volumeOf(box)) return "ended";
    const halves = isLong && inside.length > fewRows ? halvesOf(box, inside) : undefined;
    if (halves) {
      for (const half of halves) {
        const outcome = search(half, inside);
        if (outcome !== "ended") return outcome;
      }
      return "ended";
    }
    const row = widest(inside, box);
    if (contains(row, box)) return "ended";
    const others = inside.filter((one) => one !== row);
    let rest = box;
    for (const column of cutOrder(row, box)) {
      const ranges = rest[column] ?? [];
      const outside = difference(ranges, row[column] ?? []);
      if (outside.length === 0) continue;
      const outcome = search(replaced(rest, column, outside), others);
      if (outcome !== "ended") return outcome;
      rest = replaced(rest, column, intersection(ranges, row[column] ?? []));
    }
    return "ended";
  };
  return search(whole, rows);
}

/** Tables with more rows are cut in halves, each with its own rows; one gap may then be found in two pieces. */
const manyRows = 2000;
/** So few rows are no longer parted. */
const fewRows = 64;

/** The box cut in two where that parts the rows best; undefined when nearly all of them lie on both sides everywhere. */
function halvesOf(box: Box, rows: readonly Box[]): readonly [Box, Box] | undefined {
  let best: readonly [Box, Box] | undefined;
  let fewest = rows.length * 0.75;
  for (const [column, ranges] of box.entries()) {
    const starts = rows.map((row) => lowestOf(row[column] ?? [])).sort((one, two) => one - two);
    const cut = starts[starts.length >> 1] ?? 0;
    if (cut <= lowestOf(ranges) || cut > highestOf(ranges)) continue;
    const before = starts.filter((start) => start < cut).length;
    const after = rows.filter((row) => highestOf(row[column] ?? []) >= cut).length;
    if (Math.max(before, after) >= fewest) continue;
    fewest = Math.max(before, after);
    best = [
      replaced(box, column, intersection(ranges, [0, cut - 1])),
      replaced(box, column, intersection(ranges, [cut, highestOf(ranges)])),
    ];
  }
  return best;
}

function replaced(box: Box, at: number, ranges: Ranges): Box {
  return box.map((own, column) => (column === at ? ranges : own));
}

/** The row that leaves least of the box over. */
function widest(rows: readonly Box[], box: Box): Box {
  let best: Box = rows[0] ?? [];
  let most = -1;
  for (const row of rows) {
    let share = 1;
    for (let column = 0; column < box.length; column++) {
      const own = box[column] ?? [];
      share *= sizeOf(intersection(row[column] ?? [], own)) / Math.max(1, sizeOf(own));
    }
    if (share > most) {
      most = share;
      best = row;
    }
  }
  return best;
}

/** Columns in which the row leaves something over, the one that cuts most away first. */
function cutOrder(row: Box, box: Box): number[] {
  const share = (column: number) =>
    sizeOf(intersection(row[column] ?? [], box[column] ?? [])) / sizeOf(box[column] ?? []);
  return box
    .map((_, column) => column)
    .filter((column) => share(column) < 1)
    .sort((a, b) => share(a) - share(b));
}
