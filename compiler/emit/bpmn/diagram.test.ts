// The picture holds for every route that fits the contract: every step a shape, every flow an edge, nothing on top of anything else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../tests/parking.ts";
import { type Box, labelSize, type Point } from "./diagram/sizes.ts";
import { emitBpmn } from "./emit-bpmn.ts";
import { randomService } from "./tests/random-route.ts";
import { type Read, readDiagram, type Shape } from "./tests/read.ts";

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const isOnBorder = ({ x, y }: Point, box: Box): boolean =>
  x >= box.x &&
  x <= box.x + box.width &&
  y >= box.y &&
  y <= box.y + box.height &&
  [x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y].some((distance) => Math.abs(distance) <= 1);

/** A level or upright piece of an edge as a box without thickness, a little shortened at both ends. */
function piecesOf(points: readonly Point[]): Box[] {
  return points.slice(1).flatMap((point, at) => {
    const before = points[at];
    if (!before) return [];
    const box = {
      x: Math.min(point.x, before.x),
      y: Math.min(point.y, before.y),
      width: Math.abs(point.x - before.x),
      height: Math.abs(point.y - before.y),
    };
    if (box.width > 0 && box.height > 0) throw new Error("A flow runs aslant.");
    return [box];
  });
}

const drawn = /(Task|Event|Gateway|SubProcess|Lane|Participant|SequenceFlow|MessageFlow)$/;
const isStep = ({ type }: Shape): boolean => type !== "bpmn:Participant" && type !== "bpmn:Lane";

function expectPicture({ shapes, edges, byId }: Read): void {
  const steps = shapes.filter(isStep);
  const boxes = new Map(shapes.map(({ id, box }) => [id, box]));
  const parents = parentsIn(steps);
  const known = new Map(steps.map((step) => [step.id, step]));
  const drawnEdges = new Set(edges.map(({ id }) => id));
  for (const [id, element] of Object.entries(byId)) {
    const isDrawn = boxes.has(id) || drawnEdges.has(id);
    if (drawn.test(element.$type) && !isDrawn) throw new Error(`${id} is not drawn.`);
  }
  steps.forEach((one, at) => {
    for (const other of steps.slice(at + 1)) {
      if (one.host === other.id || other.host === one.id) continue;
      if (!overlap(one.box, other.box)) continue;
      if (parents.get(one.id)?.includes(other.id) || parents.get(other.id)?.includes(one.id)) continue;
      throw new Error(`${one.id} lies on ${other.id}.`);
    }
  });
  for (const step of steps) {
    const around = boxes.get(step.parent);
    if (around && !step.host) expect(isInside(step.box, around), `${step.id} leaves ${step.parent}`).toBe(true);
  }
  // A modeller writes the title of a sub-process in the middle of its upper edge.
  for (const { id, type, name, box } of steps.filter(({ type, host }) => type === "bpmn:SubProcess" && !host)) {
    const { width } = labelSize(name, 1000);
    const title = { x: box.x + (box.width - width) / 2, y: box.y, width, height: 22 };
    const upon = steps.find(({ host, box: event }) => host === id && overlap(event, title));
    expect([type, name, upon?.id]).toEqual([type, name, undefined]);
  }
  for (const { id, from, to, points } of edges) {
    const [first, last] = [points[0], points.at(-1)];
    const [source, target] = [boxes.get(from), boxes.get(to)];
    if (!first || !last || !source || !target) throw new Error(`${id} has no ends`);
    expect(isOnBorder(first, source), `${id} begins beside ${from}`).toBe(true);
    expect(isOnBorder(last, target), `${id} ends beside ${to}`).toBe(true);
    for (const piece of piecesOf(points)) {
      const through = steps.find((step) => crosses(piece, step.box) && !isEnd(step, [from, to], known, parents));
      if (through) throw new Error(`${id} runs through ${through.id}.`);
    }
  }
}

type Parents = ReadonlyMap<string, readonly string[]>;

/** What each step stands in, from the inside out; a border event stands in what its host stands in. */
function parentsIn(steps: readonly Shape[]): Parents {
  const known = new Map(steps.map((step) => [step.id, step]));
  const parentsOf = (step: Shape): string[] => {
    const around = known.get(step.host ? (known.get(step.host)?.parent ?? "") : step.parent);
    return around ? [around.id, ...parentsOf(around)] : [];
  };
  return new Map(steps.map((step) => [step.id, parentsOf(step)]));
}

/** Ends of an edge, what they stand on and in: those it may touch. */
function isEnd(step: Shape, ends: readonly string[], known: ReadonlyMap<string, Shape>, parents: Parents): boolean {
  return ends.some((id) => {
    const host = known.get(id)?.host;
    return step.id === id || step.id === host || step.host === id || parents.get(id)?.includes(step.id) === true;
  });
}

function crosses(piece: Box, box: Box): boolean {
  return (
    piece.x < box.x + box.width &&
    piece.x + piece.width > box.x &&
    piece.y < box.y + box.height &&
    piece.y + piece.height > box.y
  );
}

test("parking: every step a shape, every flow an edge, nothing on top of anything else", async () => {
  expectPicture(await readDiagram(await emitBpmn(parking)));
});

test("so does any route", async () => {
  await fc.assert(
    fc.asyncProperty(randomService, async (service) => {
      const read = await readDiagram(await emitBpmn(service));
      expect(read.warnings).toEqual([]);
      expectPicture(read);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
