// Tables of two versions, row by row: a row is known by its conditions, and what it gives is compared cell by cell.
import type { CellNode, Line } from "../syntax/tree.ts";
import type { Found } from "./difference.ts";
import { saidText, textWithin } from "./line-text.ts";
import { staysInOrder } from "./moved.ts";

interface Row {
  readonly line: Line;
  /** `fuel is electric and permits-held is 1 or more` */
  readonly when: string;
  /** What it gives, by the name of the column. */
  readonly gives: ReadonlyMap<string, { readonly text: string; readonly cell: CellNode }>;
}

/** What differs between the rows of two tables. `place` is what the table is called. */
export function compareRows(place: string, before: readonly Line[], after: readonly Line[]): Found[] {
  const [oldHead, ...oldLines] = before;
  const [newHead, ...newLines] = after;
  const found: Found[] = [];
  if (oldHead && newHead && saidText(oldHead) !== saidText(newHead))
    found.push({
      change: "changed",
      about: `${place}, columns`,
      before: saidText(oldHead),
      after: saidText(newHead),
      beforeAt: oldHead.span,
      afterAt: newHead.span,
    });
  const left = readRows(oldHead, oldLines);
  const now = readRows(newHead, newLines);
  const pairs: (readonly [Row, Row])[] = [];
  for (const row of now) {
    const at = left.findIndex((one) => one.when === row.when);
    const [old] = at < 0 ? [] : left.splice(at, 1);
    if (old) {
      pairs.push([old, row]);
      found.push(...compareCells(place, old, row));
    } else
      found.push({
        change: "added",
        about: `${place}, row when ${row.when}`,
        after: said(row),
        afterAt: row.line.span,
      });
  }
  for (const row of left)
    found.push({
      change: "removed",
      about: `${place}, row when ${row.when}`,
      before: said(row),
      beforeAt: row.line.span,
    });
  return [...found, ...movedRows(place, pairs)];
}

/** Rows in another order decide otherwise only where the first that fits is used. */
function movedRows(place: string, pairs: readonly (readonly [Row, Row])[]): Found[] {
  const table = pairs[0]?.[1].line.parent;
  if (!table?.children.some((line) => saidText(line) === "when several match use the first")) return [];
  const stays = staysInOrder(pairs.map(([old]) => old.line.span.start));
  return pairs.flatMap(([old, row], at) => {
    if (stays.has(at)) return [];
    const earlier = pairs.map(([one]) => one).filter((one) => one.line.span.start < old.line.span.start);
    const [before, after] = [earlier.sort(byPlace).at(-1), pairs[at - 1]?.[1]].map((one) =>
      one ? `below ${one.when}` : "first",
    );
    const places = { beforeAt: old.line.span, afterAt: row.line.span };
    return [{ change: "moved" as const, about: `${place}, row when ${row.when}`, before, after, ...places }];
  });
}

function byPlace(one: Row, other: Row): number {
  return one.line.span.start - other.line.span.start;
}

function compareCells(place: string, old: Row, row: Row): Found[] {
  return [...row.gives].flatMap(([column, { text, cell }]) => {
    const was = old.gives.get(column);
    if (!was || was.text === text) return [];
    const about = `${place}, ${column} when ${row.when}`;
    return [
      { change: "changed" as const, about, before: was.text, after: text, beforeAt: was.cell.span, afterAt: cell.span },
    ];
  });
}

function readRows(head: Line | undefined, lines: readonly Line[]): Row[] {
  const columns = cellsOf(head).map((cell) =>
    cell.kind === "heading"
      ? { name: cell.path.words.map((word) => word.name).join("'s "), isInput: cell.role === "input" }
      : { name: "", isInput: true },
  );
  return lines.map((line) => {
    const conditions: string[] = [];
    const gives = new Map<string, { text: string; cell: CellNode }>();
    for (const [at, cell] of cellsOf(line).entries()) {
      const column = columns[at];
      const text = textWithin(line, cell.span);
      if (column && !column.isInput) gives.set(column.name, { text, cell });
      else if (cell.kind !== "any") conditions.push(`${column?.name ?? ""} is ${text}`.trim());
    }
    return { line, when: conditions.length > 0 ? conditions.join(" and ") : "nothing else fits", gives };
  });
}

function cellsOf(line: Line | undefined): readonly CellNode[] {
  return line?.parts.flatMap((part) => (part.slot === "row" ? part.cells : [])) ?? [];
}

function said(row: Row): string {
  return [...row.gives].map(([column, { text }]) => `${column} ${text}`).join(", ");
}
