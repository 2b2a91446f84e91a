// How each flow runs through the grid: straight where nothing stands between, else along the channels between rows and the
// gutters between columns, where no step stands, each on a track of its own. So no flow ever crosses a step.
import type { Flow, Scope, Step } from "../process/process.ts";
import type { Cell, Cells } from "./cells.ts";
import { bordersOn, isGateway } from "./sizes.ts";

/** One bend: into a track of a gutter (left of the column with this number), of a channel (above the row), or a small step aside. */
export type Bend =
  | { readonly to: "gutter"; readonly at: number; readonly track: number }
  | { readonly to: "channel"; readonly at: number; readonly track: number }
  | { readonly to: "aside"; readonly by: number };

export type Side = "left" | "right" | "top" | "bottom";

/** The way of a flow from a side of its source to a side of its target. */
export interface Way {
  readonly flow: Flow;
  readonly from: { readonly step: Step; readonly side: Side; readonly border?: number };
  readonly to: { readonly step: Step; readonly side: Side };
  readonly bends: readonly Bend[];
}

/** The way of a message from a step to the upper or lower edge of the grid. */
export interface Riser {
  readonly message: string;
  readonly step: string;
  readonly up: boolean;
  readonly bends: readonly Bend[];
}

/** Tracks that were given out: how many each gutter and channel holds. */
export class Tracks {
  readonly gutters: number[];
  readonly #channels: { from: number; to: number }[][][];

  constructor(columns: number, rows: number) {
    this.gutters = Array.from({ length: columns + 1 }, () => 0);
    this.#channels = Array.from({ length: rows + 1 }, () => []);
  }

  /** A track of its own in a gutter. */
  gutter(at: number): Bend {
    const track = this.gutters[at] ?? 0;
    this.gutters[at] = track + 1;
    return { to: "gutter", at, track };
  }

  /** A track in a channel that is free between two places, counted in halves of columns. */
  channel(at: number, one: number, other: number): Bend {
    const span = { from: Math.min(one, other), to: Math.max(one, other) };
    const tracks = this.#channels[at] ?? [];
    let track = tracks.findIndex((spans) => spans.every(({ from, to }) => to < span.from || from > span.to));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]?.push(span);
    return { to: "channel", at, track };
  }

  /** How many tracks a channel holds. */
  channelCount(at: number): number {
    return this.#channels[at]?.length ?? 0;
  }
}

/** The ways of all flows of a scope. */
export function findWays(scope: Scope, cells: Cells, tracks: Tracks): Way[] {
  const steps = new Map(scope.steps.map((step) => [step.id, step]));
  const borders = new Map(
    scope.steps.flatMap((step) =>
      [true, false].flatMap((isTop) => bordersOn(step, isTop).map(({ id }, at) => [id, { step, isTop, at }] as const)),
    ),
  );
  return scope.flows.flatMap((flow): Way[] => {
    const target = steps.get(flow.to);
    const to = target && cells.of.get(target.id);
    const border = borders.get(flow.from);
    const source = border?.step ?? steps.get(flow.from);
    const from = source && cells.of.get(source.id);
    if (!target || !to || !source || !from) return [];
    return [
      border
        ? borderWay(flow, source, border, from, target, to, tracks)
        : stepWay(flow, source, from, target, to, cells, tracks),
    ];
  });
}

/** Gateways where flows meet have no name: they ask nothing. */
function isJoin(step: Step): boolean {
  return step.kind === "gateway" && step.name === "";
}

/** In halves of columns: the middle of a column is odd, the gutter left of it even. */
const middle = (column: number): number => 2 * column + 1;
const gutterAt = (column: number): number => 2 * column;

function borderWay(
  flow: Flow,
  source: Step,
  border: { isTop: boolean; at: number },
  from: Cell,
  target: Step,
  to: Cell,
  tracks: Tracks,
): Way {
  const channel = border.isTop ? from.row : from.row + 1;
  const side = border.isTop ? "right" : "bottom";
  const end = enter(target, to, channel, middle(from.column), tracks);
  return {
    flow,
    from: { step: source, side, border: border.at },
    to: { step: target, side: end.side },
    bends: [...(border.isTop ? [{ to: "aside", by: 12 } as const] : []), ...end.bends],
  };
}

function stepWay(flow: Flow, source: Step, from: Cell, target: Step, to: Cell, cells: Cells, tracks: Tracks): Way {
  const way = (side: Side, toSide: Side, bends: readonly Bend[]): Way => ({
    flow,
    from: { step: source, side },
    to: { step: target, side: toSide },
    bends,
  });
  if (from.row === to.row && to.column > from.column && isClear(cells, from, to)) return way("right", "left", []);
  if (from.column === to.column && to.row === from.row + 1 && isGateway(source)) return way("bottom", "top", []);
  if (isGateway(source) && !isJoin(source)) {
    const side = to.row < from.row ? "top" : "bottom";
    const end = enter(target, to, side === "top" ? from.row : from.row + 1, middle(from.column), tracks);
    return way(side, end.side, end.bends);
  }
  const gutter = tracks.gutter(from.column + 1);
  if (to.column === from.column + 1) return way("right", "left", [gutter]);
  const channel = to.row > from.row ? from.row + 1 : from.row;
  const end = enter(target, to, channel, gutterAt(from.column + 1), tracks);
  return way("right", end.side, [gutter, ...end.bends]);
}

/** From a channel into a step: gateways from above or below where the channel lies beside them, else by the gutter before it. */
function enter(target: Step, to: Cell, channel: number, start: number, tracks: Tracks): { side: Side; bends: Bend[] } {
  if (isJoin(target) && (channel === to.row || channel === to.row + 1)) {
    return {
      side: channel === to.row ? "top" : "bottom",
      bends: [tracks.channel(channel, start, middle(to.column))],
    };
  }
  return {
    side: "left",
    bends: [tracks.channel(channel, start, gutterAt(to.column)), tracks.gutter(to.column)],
  };
}

function isClear(cells: Cells, from: Cell, to: Cell): boolean {
  for (let column = from.column + 1; column < to.column; column += 1) if (cells.taken(column, from.row)) return false;
  return true;
}

/** The way of a message out of the grid, straight up or down where the column is free. */
export function findRiser(message: string, step: string, up: boolean, cells: Cells, tracks: Tracks): Riser {
  const cell = cells.of.get(step) ?? { column: 0, row: 0 };
  const rows = Array.from({ length: cells.rows }, (_, row) => row).filter((row) =>
    up ? row < cell.row : row > cell.row,
  );
  if (rows.every((row) => !cells.taken(cell.column, row))) return { message, step, up, bends: [] };
  const channel = tracks.channel(up ? cell.row : cell.row + 1, middle(cell.column), gutterAt(cell.column + 1));
  return { message, step, up, bends: [channel, tracks.gutter(cell.column + 1)] };
}
