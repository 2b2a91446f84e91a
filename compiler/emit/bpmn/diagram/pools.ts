// The whole picture: the applicant's pool above, the agency's with its lanes in the middle, other agencies below, and the
// messages between them. Every pool further down reaches further right, so that no message crosses a pool that it is not for.
import type { MessageFlow, Process } from "../process/process.ts";
import { type Diagram, layOut } from "./lay-out.ts";
import type { Box, Point } from "./sizes.ts";

/** Boxes, labels and ways by id, pools and lanes included. */
export interface Picture {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labels: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly Point[]>;
}

/** Id of the pool that is the agency itself. */
export const agencyPool = "pool_agency";

const margin = 40;
const poolHeight = 60;
const gap = 50;
/** Headings at the left of pools and lanes, whose names stand upright. */
const heading = 30;
const reach = 40;

/** The picture of the process. */
export function drawPicture(process: Process): Picture {
  const leaving = process.messageFlows.map((message) => ({ message, up: message.pool === process.applicant.id }));
  const diagram = layOut(process.scope, process.lanes, leaving);
  const origin = { x: margin + 2 * heading, y: margin + poolHeight + gap };
  const width = diagram.width + 2 * heading;
  const boxes = new Map<string, Box>();
  const further = process.partners.length > 1 ? (process.partners.length - 1) * reach : 0;
  boxes.set(process.applicant.id, { x: margin, y: margin, width: width + further, height: poolHeight });
  boxes.set(agencyPool, { x: margin, y: origin.y, width, height: diagram.height });
  process.lanes.forEach(({ id }, at) => {
    const band = diagram.bands[at];
    if (band) boxes.set(id, { x: margin + heading, y: origin.y + band.y, width: width - heading, height: band.height });
  });
  const below =
    origin.y + diagram.height + gap + 14 * process.messageFlows.length * Number(process.partners.length > 1);
  process.partners.forEach(({ id }, at) => {
    const y = below + at * (poolHeight + 20);
    boxes.set(id, { x: margin, y, width: width + at * reach, height: poolHeight });
  });
  const move = ({ x, y }: Point): Point => ({ x: x + origin.x, y: y + origin.y });
  const moved = (box: Box): Box => ({ ...box, ...move(box) });
  for (const [id, box] of diagram.boxes) boxes.set(id, moved(box));
  const labels = new Map([...diagram.labels].map(([id, box]) => [id, moved(box)]));
  const ways = new Map([...diagram.ways].map(([id, points]) => [id, points.map(move)]));
  drawMessages(process, diagram, move, boxes, ways);
  return { boxes, labels, ways };
}

function drawMessages(
  process: Process,
  diagram: Diagram,
  move: (point: Point) => Point,
  boxes: ReadonlyMap<string, Box>,
  ways: Map<string, readonly Point[]>,
): void {
  let track = 0;
  for (const message of process.messageFlows) {
    const path = diagram.risers.get(message.id)?.map(move);
    const pool = boxes.get(message.pool);
    const last = path?.at(-1);
    if (!path || !pool || !last) continue;
    path.pop();
    const partner = process.partners.findIndex(({ id }) => id === message.pool);
    if (partner > 0) {
      const y = last.y + 18 + track * 14;
      track += 1;
      const x = pool.x + pool.width - reach / 2 - (track % 3) * 8;
      path.push({ x: last.x, y }, { x, y }, { x, y: pool.y });
    } else {
      path.push({ x: last.x, y: message.pool === process.applicant.id ? pool.y + pool.height : pool.y });
    }
    ways.set(message.id, directed(message, path));
  }
}

function directed({ way }: MessageFlow, path: readonly Point[]): readonly Point[] {
  return way === "to-pool" ? path : [...path].reverse();
}
