// Events at the border of a step: deadlines, reminders, and what can take the case away while somebody works.
import type { Node } from "../graph.ts";
import { timerOf } from "../timer.ts";
import { type Building, labelOf } from "./building.ts";
import { isByItself } from "./chain.ts";
import { actionTo, oneLine } from "./conditions.ts";

/** The time limit of a step, and the other lines of its border. */
export interface BorderLines {
  readonly lines: string[];
  readonly actions: string[];
  /** Whether the time limit leads somewhere. */
  readonly isBounded: boolean;
}

/** How a length is said in a line: fixed, or by the name of one that has to be filled in. */
export function lengthOf(building: Building, node: Node): string | undefined {
  const timer = timerOf(node);
  switch (timer.kind) {
    case "length":
      return timer.length;
    case "expression":
      return building.stubs.length(labelOf(node.host ?? node), timer.words);
    case "refused":
      building.refuse(node, timer.reason, timer.instead);
      return undefined;
    case "day":
    case "rhythm":
      return undefined;
  }
}

/** `by` is who works on the step, and is told of its time where the drawing names nobody. */
export function borderLines(building: Building, host: Node, by: string, used: Set<string>): BorderLines {
  const lines: string[] = [];
  const actions: string[] = [];
  let isBounded = false;
  let hasFinish = false;
  for (const border of host.borders) {
    building.seen.add(border);
    if (border.event === "timer" && border.interrupting) {
      if (hasFinish) refuseSecond(building, border);
      lines.push(...deadline(building, border));
      [hasFinish, isBounded] = [true, true];
    } else if (border.event === "timer") {
      const told = toldBy(building, border, by);
      if (!told) continue;
      lines.push(...reminders(building, border, told));
    } else if (border.interrupting) {
      const what = border.event === "message" ? "hears a message" : `catches an ${border.event}`;
      const comments = [`The process ${what} here; whoever works on the case records it.`];
      actions.push(...actionTo(building.after(border), labelOf(border), used, comments));
    } else refuseBeside(building, border);
  }
  return { lines, actions, isBounded };
}

function refuseSecond(building: Building, border: Node): void {
  building.refuse(
    border,
    "A second timer would end the same step, and a stage has one time limit.",
    "one interrupting timer at the step; reminders do not interrupt.",
  );
}

export function refuseBeside(building: Building, border: Node): void {
  building.refuse(
    border,
    "It does not end the step, so that a second line of work would begin beside it.",
    "an event that interrupts the step, or a timer whose flow sends a message and ends.",
  );
}

function deadline(building: Building, border: Node): string[] {
  const timer = timerOf(border);
  const place = building.after(border);
  if (timer.kind === "day") return [`finish by ${timer.day} otherwise go to ${place}`];
  if (timer.kind === "rhythm") {
    building.refuse(
      border,
      "A timer that comes again and again cannot end the step more than once.",
      "a timer with one length.",
    );
    return [];
  }
  if (timer.kind === "expression" && timer.isDay) {
    const name = building.stubs.question(`${labelOf(border)} day`, labelOf(border), "date", [
      `The day is worked out by another system: ${timer.words}`,
    ]);
    return [`finish by ${name} otherwise go to ${place}`];
  }
  const length = lengthOf(building, border);
  return length === undefined ? [] : [`finish within ${length} otherwise go to ${place}`];
}

function reminders(building: Building, border: Node, told: string): string[] {
  const timer = timerOf(border);
  const words = border.name === "" ? [] : [oneLine(border.name)];
  if (timer.kind === "rhythm") return [...words, ...timer.lengths.map((length) => `remind ${told} after ${length}`)];
  if (timer.kind === "day" || (timer.kind === "expression" && timer.isDay)) {
    building.refuse(
      border,
      "A reminder on a fixed day cannot be said here: reminders count from when the step begins.",
      "a timer with a length, such as P7D.",
    );
    return [];
  }
  const length = lengthOf(building, border);
  return length === undefined ? [] : [...words, `remind ${told} after ${length}`];
}

/** Who is told when a timer does not interrupt: its flow may only send messages and end. */
function toldBy(building: Building, border: Node, by: string): string | undefined {
  let told: string | undefined;
  let at = border.outgoing[0]?.to;
  const walked = new Set<Node>();
  while (at) {
    const isEnd = at.kind === "endEvent" && (at.event === "none" || at.event === "message");
    if (
      walked.has(at) ||
      !(isByItself(at) || isEnd) ||
      at.incoming.length > 1 ||
      at.outgoing.length > 1 ||
      at.borders.length > 0
    ) {
      refuseBeside(building, border);
      return undefined;
    }
    walked.add(at);
    const [pool] = at.pools;
    if (pool !== undefined && building.stubs.isApplicantPool(pool)) told = "applicant";
    else if (at.lane !== "" && at.lane !== border.host?.lane && !isEnd) told ??= building.stubs.role(at);
    at = at.outgoing[0]?.to;
  }
  for (const node of walked) building.seen.add(node);
  return told ?? by;
}
