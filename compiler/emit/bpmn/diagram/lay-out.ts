// The diagram of a scope: where every step, border event, label and flow stands, measured from the scope's upper left corner.
// What is inside a sub-process is laid out first and then stands in its cell as one large step.
import type { Lane, MessageFlow, Scope, Step } from "../process/process.ts";
import { type Cells, placeInCells } from "./cells.ts";
import {
  type Box,
  borderPitch,
  borderStart,
  bordersOn,
  eventRadius,
  isGateway,
  isSmall,
  labelSize,
  lineHeight,
  outsideLabel,
  type Point,
  stepSize,
  titleWidth,
} from "./sizes.ts";
import { type Bend, findRiser, findWays, type Riser, Tracks, type Way } from "./ways.ts";

/** Boxes of steps and border events, ways of flows, and labels, by id. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labels: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
  /** Messages that leave the scope: their way from the step to the scope's upper or lower edge. */
  readonly risers: ReadonlyMap<string, readonly Point[]>;
  /** Top and height of each lane's band. */
  readonly bands: readonly { readonly y: number; readonly height: number }[];
}

/** A message that a step of a scope takes part in. */
export interface Leaving {
  readonly message: MessageFlow;
  /** Towards the applicant, above; else towards the partners, below. */
  readonly up: boolean;
}

const trackHeight = 20;
const gutterTrack = 12;

/** Lays a scope out. `leaving` are the messages of its steps, those inside sub-processes included. */
export function layOut(scope: Scope, lanes: readonly Lane[], leaving: readonly Leaving[]): Diagram {
  const cells = placeInCells(scope, lanes);
  const tracks = new Tracks(cells.columns, cells.rows);
  const inside = new Map(
    scope.steps.flatMap((step) => (step.inner ? [[step.id, layOut(step.inner, [], leaving)] as const] : [])),
  );
  const holders = holdersOf(scope, inside);
  const ways = findWays(scope, cells, tracks);
  const risers = leaving.flatMap(({ message, up }) => {
    const holder = holders.get(message.step);
    return holder ? [findRiser(message.id, holder, up, cells, tracks)] : [];
  });
  const sizes = new Map(scope.steps.map((step) => [step.id, sizeWith(step, inside.get(step.id))]));
  const grid = measure(scope, cells, tracks, ways, sizes);
  return drawAll(scope, cells, grid, ways, risers, sizes, inside, leaving);
}

/** For each step whose messages leave: the step of this scope that it stands in. Border events stand at their host. */
function holdersOf(scope: Scope, inside: ReadonlyMap<string, Diagram>): Map<string, string> {
  const holders = new Map<string, string>();
  for (const step of scope.steps) {
    holders.set(step.id, step.id);
    for (const { id } of step.borders) holders.set(id, step.id);
    for (const id of inside.get(step.id)?.boxes.keys() ?? []) holders.set(id, step.id);
  }
  return holders;
}

/** Free space inside a sub-process around its grid. */
const inset = { x: 8, top: 26, bottom: 8 };

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeWith(step: Step, inside: Diagram | undefined): Size {
  const own = stepSize(step);
  if (!inside) return own;
  const title = titleWidth(step);
  const most = [true, false].map((isTop) => {
    const count = bordersOn(step, isTop).length;
    const events = borderStart + count * borderPitch + (count > 0 ? inside.risers.size * 52 : 0);
    // Events on the upper side stand before the title, which is in the middle.
    return isTop && count > 0 ? 2 * events + title : events;
  });
  return {
    width: Math.max(inside.width + 2 * inset.x, title + 40, ...most),
    height: inside.height + inset.top + inset.bottom,
  };
}

interface Grid {
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly rows: readonly { readonly y: number; readonly above: number; readonly below: number }[];
  readonly gutter: (at: number, track: number) => number;
  readonly channel: (at: number, track: number) => number;
  readonly width: number;
  readonly height: number;
  readonly bands: Diagram["bands"];
}

/** How wide columns and gutters and how high rows and channels are. */
function measure(
  scope: Scope,
  cells: Cells,
  tracks: Tracks,
  ways: readonly Way[],
  sizes: ReadonlyMap<string, Size>,
): Grid {
  const widths = Array.from({ length: cells.columns }, () => 36);
  const heights = Array.from({ length: cells.rows }, () => ({ above: 30, below: 30 }));
  for (const step of scope.steps) {
    const cell = cells.of.get(step.id);
    const size = sizes.get(step.id);
    const row = cell && heights[cell.row];
    if (!cell || !size || !row) continue;
    const label = outsideLabel(step);
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, size.width, label?.width ?? 0);
    const outside = label ? label.height + 6 : 0;
    const borderLabels = Math.max(0, ...bordersOn(step, false).map(({ name }) => labelSize(name, 84).height));
    row.above = Math.max(
      row.above,
      size.height / 2 + (bordersOn(step, true).length > 0 ? 40 : 0) + (isGateway(step) ? outside : 0),
    );
    row.below = Math.max(
      row.below,
      size.height / 2 + outside + (borderLabels > 0 ? Math.max(22, borderLabels + 6) : 0),
    );
  }
  const gutterWidths = tracks.gutters.map((count) => 30 + count * gutterTrack);
  for (const { flow, from, bends } of ways) {
    const cell = cells.of.get(from.step.id);
    if (!cell || bends.length > 0 || from.side !== "right" || !flow.name) continue;
    const wanted = labelSize(flow.name, 90).width + 24;
    gutterWidths[cell.column + 1] = Math.max(gutterWidths[cell.column + 1] ?? 0, wanted);
  }
  return gridOf(cells, tracks, widths, heights, gutterWidths);
}

function gridOf(
  cells: Cells,
  tracks: Tracks,
  widths: readonly number[],
  heights: readonly { above: number; below: number }[],
  gutterWidths: readonly number[],
): Grid {
  const gutterStarts: number[] = [];
  const columns: { x: number; width: number }[] = [];
  let x = 0;
  gutterWidths.forEach((width, at) => {
    gutterStarts.push(x);
    x += width;
    const column = widths[at];
    if (column === undefined) return;
    columns.push({ x, width: column });
    x += column;
  });
  const channelStarts: number[] = [];
  const rows: { y: number; above: number; below: number }[] = [];
  let y = 0;
  for (let at = 0; at <= cells.rows; at += 1) {
    channelStarts.push(y);
    y += 16 + tracks.channelCount(at) * trackHeight + 10;
    const row = heights[at];
    if (!row) continue;
    rows.push({ y: y + row.above, above: row.above, below: row.below });
    y += row.above + row.below;
  }
  const edges = cells.laneRows.map(({ first }) =>
    first === 0 ? 0 : (rows[first]?.y ?? 0) - (rows[first]?.above ?? 0) - 5,
  );
  return {
    columns,
    rows,
    gutter: (at, track) => (gutterStarts[at] ?? 0) + 18 + track * gutterTrack,
    channel: (at, track) => (channelStarts[at] ?? 0) + 18 + track * trackHeight,
    width: x,
    height: y,
    bands: edges.map((edge, at) => ({ y: edge, height: (edges[at + 1] ?? y) - edge })),
  };
}

function drawAll(
  scope: Scope,
  cells: Cells,
  grid: Grid,
  ways: readonly Way[],
  risers: readonly Riser[],
  sizes: ReadonlyMap<string, Size>,
  inside: ReadonlyMap<string, Diagram>,
  leaving: readonly Leaving[],
): Diagram {
  const boxes = new Map<string, Box>();
  const labels = new Map<string, Box>();
  const lines = new Map<string, readonly Point[]>();
  for (const step of scope.steps) {
    const box = boxOf(step, cells, grid, sizes);
    boxes.set(step.id, box);
    const inner = inside.get(step.id);
    for (const isTop of [true, false])
      drawBorders(step, isTop, box, inner ? crossings(inner, box, isTop) : [], boxes, labels);
    if (inner) addMoved(inner, { x: box.x + inset.x, y: box.y + inset.top }, boxes, labels, lines);
  }
  for (const way of ways) {
    const points = pointsOf(way, boxes, grid);
    lines.set(way.flow.id, points);
    const label = way.flow.name ? flowLabel(way.flow.name, points) : undefined;
    if (label) labels.set(way.flow.id, label);
  }
  for (const step of scope.steps) {
    const box = boxes.get(step.id);
    const label = box && stepLabel(step, box, ways);
    if (label) labels.set(step.id, label);
  }
  const outward = new Map(
    risers.map((riser) => [riser.message, riserPoints(riser, boxes, grid, inside, leaving)] as const),
  );
  return { width: grid.width, height: grid.height, boxes, labels, ways: lines, risers: outward, bands: grid.bands };
}

function boxOf(step: Step, cells: Cells, grid: Grid, sizes: ReadonlyMap<string, Size>): Box {
  const cell = cells.of.get(step.id) ?? { column: 0, row: 0 };
  const { width, height } = sizes.get(step.id) ?? { width: 0, height: 0 };
  const column = grid.columns[cell.column] ?? { x: 0, width: 0 };
  const row = grid.rows[cell.row] ?? { y: 0 };
  return { x: Math.round(column.x + (column.width - width) / 2), y: Math.round(row.y - height / 2), width, height };
}

/** Where messages from inside a sub-process cross its upper or lower side. */
function crossings(inner: Diagram, host: Box, isTop: boolean): number[] {
  return [...inner.risers.values()].flatMap((points) => {
    const last = points.at(-1);
    return last && (last.y === 0) === isTop ? [last.x + host.x + inset.x] : [];
  });
}

/** Border events stand side by side, clear of the messages that cross the side. */
function drawBorders(
  step: Step,
  isTop: boolean,
  host: Box,
  crossed: readonly number[],
  boxes: Map<string, Box>,
  labels: Map<string, Box>,
): void {
  let next = host.x + borderStart;
  bordersOn(step, isTop).forEach((border) => {
    const x = [...crossed]
      .sort((one, other) => one - other)
      .reduce((at, line) => (line > at - 8 && line < at + 44 ? line + 8 : at), next);
    next = x + borderPitch;
    const y = (isTop ? host.y : host.y + host.height) - eventRadius;
    boxes.set(border.id, { x, y, width: 2 * eventRadius, height: 2 * eventRadius });
    const size = labelSize(border.name, 84);
    const top = isTop ? host.y - size.height - 6 : host.y + host.height + 4;
    const left = isTop ? x + 2 * eventRadius + 16 : x + 2 * eventRadius;
    labels.set(border.id, { x: left, y: top, ...size });
  });
}

function addMoved(
  inner: Diagram,
  by: Point,
  boxes: Map<string, Box>,
  labels: Map<string, Box>,
  lines: Map<string, readonly Point[]>,
): void {
  for (const [id, box] of inner.boxes) boxes.set(id, { ...box, x: box.x + by.x, y: box.y + by.y });
  for (const [id, box] of inner.labels) labels.set(id, { ...box, x: box.x + by.x, y: box.y + by.y });
  for (const [id, points] of inner.ways) {
    lines.set(
      id,
      points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    );
  }
}

function sideOf(box: Box, side: Way["from"]["side"]): Point {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (side === "left") return { x: box.x, y: middle.y };
  if (side === "right") return { x: box.x + box.width, y: middle.y };
  return { x: middle.x, y: side === "top" ? box.y : box.y + box.height };
}

function pointsOf({ flow, from, to, bends }: Way, boxes: ReadonlyMap<string, Box>, grid: Grid): Point[] {
  const source = boxes.get(from.border === undefined ? from.step.id : flow.from);
  const target = boxes.get(to.step.id);
  if (!source || !target) return [];
  const start = sideOf(source, from.side);
  const points = bent(start, bends, grid);
  const end = sideOf(target, to.side);
  const last = points.at(-1) ?? start;
  if (last.x !== end.x && last.y !== end.y) {
    points.push(to.side === "left" ? { x: last.x, y: end.y } : { x: end.x, y: last.y });
  }
  points.push(end);
  return withoutDoubles(points);
}

function bent(start: Point, bends: readonly Bend[], grid: Grid): Point[] {
  const points = [start];
  let { x, y } = start;
  for (const bend of bends) {
    if (bend.to === "channel") y = grid.channel(bend.at, bend.track);
    else x = bend.to === "gutter" ? grid.gutter(bend.at, bend.track) : x + bend.by;
    points.push({ x, y });
  }
  return points;
}

function withoutDoubles(points: readonly Point[]): Point[] {
  return points.filter((point, at) => {
    const before = points[at - 1];
    return !before || before.x !== point.x || before.y !== point.y;
  });
}

/** The label of a flow stands above the first long level part of it. */
function flowLabel(name: string, points: readonly Point[]): Box | undefined {
  const isStraight = points.length === 2;
  const size = labelSize(name, isStraight ? 90 : 1000);
  for (let at = 1; at < points.length; at += 1) {
    const [one, other] = [points[at - 1], points[at]];
    if (!one || !other || one.y !== other.y || one.x === other.x) continue;
    const x = other.x > one.x ? one.x + 6 : one.x - size.width - 6;
    return { x, y: one.y - size.height - 2, ...size };
  }
  const [first, second] = points;
  return first && second ? { x: first.x + 6, y: (first.y + second.y) / 2 - lineHeight / 2, ...size } : undefined;
}

/** Below events; beside gateways where no flow runs: above, else below, else aside. */
function stepLabel(step: Step, box: Box, ways: readonly Way[]): Box | undefined {
  const size = outsideLabel(step);
  if (!size || !isSmall(step)) return undefined;
  const x = Math.round(box.x + box.width / 2 - size.width / 2);
  if (!isGateway(step)) return { x, y: box.y + box.height + 4, ...size };
  const used = new Set(ways.filter(({ from }) => from.step === step).map(({ from }) => from.side));
  if (!used.has("top")) return { x, y: box.y - size.height - 3, ...size };
  if (!used.has("bottom")) return { x, y: box.y + box.height + 3, ...size };
  return { x: box.x + box.width / 2 + 8, y: box.y - size.height + 6, ...size };
}

/** From the step, or from where the message leaves the sub-process that holds it, to the edge of this grid. */
function riserPoints(
  { message, step, up, bends }: Riser,
  boxes: ReadonlyMap<string, Box>,
  grid: Grid,
  inside: ReadonlyMap<string, Diagram>,
  leaving: readonly Leaving[],
): Point[] {
  const host = boxes.get(step) ?? { x: 0, y: 0, width: 0, height: 0 };
  const own = leaving.find((one) => one.message.id === message)?.message.step ?? step;
  const nested = inside.get(step)?.risers.get(message);
  const begin = nested
    ? nested.map(({ x, y }) => ({ x: x + host.x + inset.x, y: y + host.y + inset.top }))
    : [risingFrom(own, message, boxes.get(own) ?? host, up, leaving)];
  const last = begin.at(-1) ?? { x: host.x, y: host.y };
  const edge = nested ? { x: last.x, y: up ? host.y : host.y + host.height } : last;
  const points = [...begin, ...bent(edge, bends, grid)];
  const end = points.at(-1) ?? edge;
  points.push({ x: end.x, y: up ? 0 : grid.height });
  return withoutDoubles(points);
}

/** Several messages of one step stand beside each other, right of the middle, where flows run. */
function risingFrom(step: string, message: string, box: Box, up: boolean, leaving: readonly Leaving[]): Point {
  const all = leaving.filter((one) => one.message.step === step && one.up === up);
  const at = all.findIndex((one) => one.message.id === message);
  const isRound = box.width <= 2 * eventRadius;
  const x = box.x + box.width / 2 + (isRound ? 0 : 20 + at * 20);
  return { x, y: up ? box.y : box.y + box.height };
}
