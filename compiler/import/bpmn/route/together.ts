// Work at the same time: a matched pair of gateways is one stage whose branches are its checks.
import type { Flow, Node } from "../graph.ts";
import type { Place } from "../text.ts";
import { timerOf } from "../timer.ts";
import { lengthOf } from "./borders.ts";
import { type Building, labelOf, startOf, titleOf } from "./building.ts";
import { isByItself } from "./chain.ts";
import { oneLine, originalOf, wayLabel } from "./conditions.ts";
import { listIn } from "./multi-instance.ts";
import { commentsOf, ownLines } from "./own-lines.ts";

/** The steps of one branch, in order. */
interface Branch {
  readonly flow: Flow;
  readonly steps: readonly Node[];
}

export interface Split {
  readonly branches: readonly Branch[];
  readonly join: Node;
}

const people: ReadonlySet<string> = new Set(["userTask", "manualTask", "task", "receiveTask"]);

function isWork(node: Node): boolean {
  return (
    people.has(node.kind) ||
    (node.kind === "subProcess" && !node.inner?.nodes.length) ||
    (node.kind === "intermediateCatchEvent" && node.event === "message")
  );
}

/** The branches between a gateway and the one where all of them meet; undefined when they do not, which is refused. */
export function splitOf(building: Building, gateway: Node): Split | undefined {
  const branches: Branch[] = [];
  const joins = new Set<Node>();
  for (const flow of gateway.outgoing) {
    const steps: Node[] = [];
    const join = walkBranch(building, gateway, flow, steps);
    if (!join) return undefined;
    joins.add(join);
    branches.push({ flow, steps });
  }
  const [join, ...more] = joins;
  if (!join || more.length > 0 || join.incoming.length !== branches.length || join.outgoing.length > 1) {
    refuseSplit(building, gateway);
    return undefined;
  }
  return { branches, join };
}

function refuseSplit(building: Building, gateway: Node, step?: Node): undefined {
  const at = step ? ` “${labelOf(step)}” stands in the way.` : "";
  building.refuse(
    gateway,
    `The ways that begin here do not each hold one piece of work and then all meet in one gateway of the same kind.${at}`,
    "a pair of gateways of the same kind around branches with one task each; what comes after one of them, behind the second gateway.",
  );
  return undefined;
}

/** One piece of work at most, what is done by itself around it, and waits. Sub-processes with one way through are walked into. */
function walkBranch(building: Building, gateway: Node, flow: Flow, steps: Node[]): Node | undefined {
  const walked = new Set<Node>();
  let at: Node | undefined = flow.to;
  while (at && !(at.kind === gateway.kind && at.incoming.length > 1)) {
    if (walked.has(at) || at.incoming.length > 1 || at.outgoing.length > 1) return refuseSplit(building, gateway, at);
    walked.add(at);
    if (at.kind === "subProcess" && at.inner?.nodes.length) {
      const start = startOf(at.inner);
      if (at.borders.length > 0 || !start) return refuseSplit(building, gateway, at);
      at = start;
      continue;
    }
    const isTimer = at.kind === "intermediateCatchEvent" && at.event === "timer";
    const isPassed =
      at.kind === "startEvent" ||
      at.kind.endsWith("Gateway") ||
      (at.kind === "intermediateThrowEvent" && at.event === "none");
    if (isWork(at) || isByItself(at) || isTimer) steps.push(at);
    else if (at.kind === "endEvent" && at.scope !== gateway.scope && at.event === "none") {
      at = at.scope.host?.outgoing[0]?.to;
      continue;
    } else if (!isPassed) return refuseSplit(building, gateway, at);
    at = at.outgoing[0]?.to;
  }
  if (!at || steps.filter(isWork).length > 1)
    return refuseSplit(building, gateway, at ? steps.filter(isWork)[1] : undefined);
  for (const one of walked) building.seen.add(one);
  return at;
}

/** The stage of a matched pair of gateways. */
export function together(building: Building, gateway: Node, split: Split | undefined, name: string): Place {
  const title = gateway.name === "" ? "At the same time" : titleOf(gateway);
  const place: Place = { name, title, kind: "stage", comments: commentsOf(gateway), lines: [] };
  if (!split) return place;
  building.seen.add(split.join);
  const waits: string[] = [];
  const checks: string[] = [];
  for (const branch of split.branches) {
    for (const step of branch.steps.filter((one) => one.event === "timer")) waits.push(...waitLine(building, step));
    const steps = branch.steps.filter((one) => one.event !== "timer");
    if (steps.length > 0) checks.push(...checkOf(building, gateway, branch.flow, steps, split.join));
  }
  const next = building.after(split.join);
  place.lines.push(...(checks.length > 0 ? ["at the same time", ...checks.map((line) => `  ${line}`)] : []), ...waits);
  place.lines.push(checks.length > 0 ? `when all are done go to ${next}` : `go to ${next}`);
  if (checks.length > 0 && waits.length > 0) place.lines.push(`otherwise go to ${next}`);
  return place;
}

function waitLine(building: Building, node: Node): string[] {
  const timer = timerOf(node);
  if (timer.kind === "day") return [`wait until ${timer.day}`];
  const length =
    timer.kind === "length" || (timer.kind === "expression" && !timer.isDay) ? lengthOf(building, node) : undefined;
  if (length !== undefined) return [`wait ${length}`];
  building.refuse(node, "Its time cannot be said beside other work.", "a timer with a length, such as P14D.");
  return [];
}

function checkOf(building: Building, gateway: Node, flow: Flow, steps: readonly Node[], join: Node): string[] {
  const work = steps.find(isWork);
  const about = work ?? steps[0];
  if (!about) return [];
  const lines = steps.flatMap((one) => (one === work ? [] : ownLines(building, one).map(asComment)));
  if (work) lines.push(...commentsOf(work).map(oneLine));
  if (gateway.kind === "inclusiveGateway") lines.push(...skipLines(building, gateway, flow));
  return checkLines(building, about, lines, join);
}

/** Inside a check a message cannot be sent by a line of its own. */
function asComment(line: string): string {
  return line.startsWith("#") ? line : oneLine(`By itself: ${line}`);
}

function checkLines(building: Building, node: Node, own: readonly string[], join: Node | undefined): string[] {
  const many = listIn(building, node);
  const list = many?.kind === "each" ? building.stubs.list(many.label) : undefined;
  const [partner] = building.stubs.partnersOf(node);
  const by =
    isWork(node) && node.kind !== "receiveTask" && node.event !== "message" ? building.stubs.role(node) : undefined;
  const worker = by === undefined || by === "applicant" ? undefined : by;
  const where = `${list === undefined ? "" : ` for each ${list}-item`}${partner === undefined ? "" : ` at ${partner}`}`;
  const who = worker !== undefined ? ` by ${worker}` : partner === undefined ? ` by ${somebody(building, node)}` : "";
  const lines = [
    `check ${building.names.take(labelOf(node), "check")}${where}${who}`,
    ...own.map((line) => `  ${line}`),
    "  can complete",
  ];
  if (many?.kind === "people") lines.push(`  done by ${many.count} different people`);
  let isBounded = false;
  for (const border of node.borders) {
    const line = timeOf(building, node, border, join);
    if (line === undefined) continue;
    if (isBounded) building.refuse(border, "A check has one time limit.", "one timer at the step.");
    isBounded = true;
    lines.push(`  ${line}`);
  }
  return lines;
}

function somebody(building: Building, node: Node): string {
  const role = building.stubs.role(node);
  return role === "applicant" ? "staff" : role;
}

function timeOf(building: Building, node: Node, border: Node, join: Node | undefined): string | undefined {
  building.seen.add(border);
  const isTimer = border.event === "timer" && timerOf(border).kind !== "day" && timerOf(border).kind !== "rhythm";
  const length = isTimer ? lengthOf(building, border) : undefined;
  if (length === undefined) {
    building.refuse(
      border,
      "At a step beside others only a timer with a length can be taken over.",
      "a timer such as P14D, or the event behind the gateway where all meet.",
    );
    return undefined;
  }
  if (!border.interrupting) {
    const told = border.outgoing[0]?.to;
    if (told) for (const one of [told, ...told.outgoing.map(({ to }) => to)]) building.seen.add(one);
    const [next] = told?.outgoing ?? [];
    if (told && isByItself(told) && (!next || next.to.kind === "endEvent"))
      return `finish within ${length} otherwise tell ${somebody(building, node)}`;
    building.refuse(
      border,
      "It starts a second line of work beside the step.",
      "a timer whose flow sends a message and ends.",
    );
    return undefined;
  }
  if (join && border.outgoing[0]?.to === join) return `finish within ${length} otherwise go on without it`;
  if (join === undefined) return `finish within ${length} otherwise go to ${building.after(border)}`;
  building.refuse(
    border,
    "Its flow leads away from the other branches, which would go on without an end.",
    "a flow to the gateway where all branches meet.",
  );
  return undefined;
}

/** A branch that is taken only when its condition is yes. */
function skipLines(building: Building, gateway: Node, flow: Flow): string[] {
  if (flow.isDefault) {
    building.refuse(
      gateway,
      "One of its branches is taken only when no other is, which a check cannot say.",
      "an exclusive gateway for the case that nothing fits, in front of it.",
    );
    return [];
  }
  if (flow.condition === "" && flow.name === "") return [];
  const label = wayLabel(gateway, flow);
  const name = building.stubs.question(label, label, "yes or no", originalOf(flow));
  return [`skip when ${name} is no`];
}

/** A service task that talks to another agency: a check there, alone in its stage. */
export function checkElsewhere(building: Building, node: Node, name: string): Place {
  const lines = [
    "at the same time",
    ...checkLines(building, withoutErrors(building, node), commentsOf(node).map(oneLine), undefined).map(
      (line) => `  ${line}`,
    ),
  ];
  lines.push(`when all are done go to ${building.after(node)}`);
  return { name, title: titleOf(node), kind: "stage", comments: [], lines };
}

/** What goes wrong elsewhere has no line of its own: it is refused at its border. */
function withoutErrors(building: Building, node: Node): Node {
  for (const border of node.borders)
    if (border.event !== "timer")
      building.refuse(
        border,
        "An error of another agency's answer cannot be told from its answer.",
        "an exclusive gateway behind the task that asks what the answer was.",
      );
  return node;
}

/** Work that is done once for each item of a list. */
export function forEachItem(building: Building, node: Node, name: string): Place {
  const lines = [
    "at the same time",
    ...checkLines(building, node, commentsOf(node).map(oneLine), undefined).map((line) => `  ${line}`),
  ];
  lines.push(`when all are done go to ${building.after(node)}`);
  return { name, title: titleOf(node), kind: "stage", comments: [], lines };
}
