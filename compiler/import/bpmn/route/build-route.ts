// From a drawing to the text of a service: place by place, from the start on. Whatever is left over is refused, not passed over.
import { allNodes, type Drawn, type Node } from "../graph.ts";
import { slugOf } from "../names.ts";
import type { Refusal } from "../refusal.ts";
import { called } from "../subset.ts";
import type { ServiceText } from "../text.ts";
import { timerOf } from "../timer.ts";
import { lengthOf } from "./borders.ts";
import { Building, isEventSubProcess, labelOf, startOf } from "./building.ts";
import { findCircles, findNoEnd } from "./circles.ts";
import { actionName } from "./conditions.ts";
import { passDownBorders } from "./pass-down.ts";
import { buildPlace } from "./stages.ts";
import { turnedDownByRules } from "./turned-down.ts";

/** The text, unless something is refused. */
export function buildRoute(drawn: Drawn): { readonly text?: ServiceText; readonly refusals: readonly Refusal[] } {
  const building = new Building(drawn);
  const name = slugOf(drawn.name) || slugOf(drawn.id) || "imported-process";
  const service = building.names.take(name, "service");
  passDownBorders(building);
  begin(building);
  for (const node of drawn.scope.nodes) if (isEventSubProcess(node)) besideTheWay(building, node);
  for (let next = building.next(); next; next = building.next()) {
    if (building.places.length > mostPlaces) {
      building.refuseProcess(
        `The process holds more than ${mostPlaces} stages and outcomes, which nobody could read as one route.`,
        "a smaller process; parts of it as services of their own.",
      );
      break;
    }
    building.places.push(buildPlace(building, next.target, next.name));
  }
  leftOver(building);
  if (building.refusals.length === 0) findCircles(building);
  if (building.refusals.length === 0) findNoEnd(building);
  turnedDownByRules(building);
  if (building.refusals.length > 0) return { refusals: building.refusals };
  const { stubs } = building;
  const text: ServiceText = {
    name: service,
    title: drawn.name || "Imported process",
    agency: { name: "agency", title: drawn.agency || "Your agency" },
    about: drawn.about.slice(0, 1000),
    comments: commentsOf(building),
    roles: stubs.roles,
    partners: stubs.partners,
    sources: stubs.sources,
    amounts: stubs.amounts,
    stubs: stubs.questions,
    lists: stubs.lists,
    routeLines: building.routeLines,
    places: building.places,
    messages: stubs.messages,
  };
  return { text, refusals: [] };
}

const mostPlaces = 2000;

function commentsOf({ drawn, stubs }: Building): string[] {
  return [
    `Read from the BPMN process “${labelOfProcess(drawn)}”. Lines that begin with # say what a process cannot hold, and what is left to do.`,
    ...(drawn.data.length > 0 ? [`Data that the drawing names: ${drawn.data.join(", ")}.`] : []),
    ...(drawn.scope.nodes.some(({ kind, event }) => kind === "startEvent" && event === "timer")
      ? [
          "The process begins by a clock. A case of a service begins with an application: say who sends it, or start it from another service.",
        ]
      : []),
    ...(stubs.roles.length === 0 ? ["The drawing does not say who works on cases."] : []),
  ];
}

function labelOfProcess({ name, id }: Drawn): string {
  return (name || id).replace(/\s+/g, " ").slice(0, 100);
}

/** The first stage. Several starts are one where they lead to the same step. */
function begin(building: Building): void {
  const { drawn } = building;
  const starts = drawn.scope.nodes.filter(({ kind }) => kind === "startEvent");
  const first = startOf(drawn.scope);
  if (!first) {
    building.refuseProcess(
      "The process has no beginning: a flow leads to every step.",
      "a start event with a flow to the first step.",
    );
    return;
  }
  const targets = starts.length > 1 ? starts.map((one) => building.targetAfter(one)) : [];
  const [target] = targets;
  for (const start of starts) building.seen.add(start);
  if (target && targets.some((one) => building.name(one) !== building.name(target)))
    building.refuse(
      starts[1] ?? first,
      "The process begins in several ways that lead to different steps; a case has one beginning.",
      "one start event, and an exclusive gateway behind it.",
    );
  for (const start of starts)
    if (start.event === "error" || start.event === "escalation")
      building.refuse(
        start,
        "A case does not begin with an error.",
        "a start event without a kind, or with a message.",
      );
  if (starts.length === 0) {
    building.name(building.target(first));
    return;
  }
  const place = building.targetAfter(first);
  if ("endAfter" in place || building.isOutcome(place)) building.name(first);
  else building.name(place);
}

/** An event sub-process beside the route: what the applicant can do at any time, or the clock of the whole case. */
function besideTheWay(building: Building, node: Node): void {
  building.seen.add(node);
  const start = node.inner ? startOf(node.inner) : undefined;
  if (start?.kind !== "startEvent" || (start.event !== "message" && start.event !== "timer")) {
    building.refuse(
      node,
      "It begins with something else than a message or a timer.",
      "an event sub-process that begins with a message or a timer.",
    );
    return;
  }
  building.seen.add(start);
  if (start.event === "message" && start.interrupting) {
    const action = actionName(labelOf(start), new Set());
    building.routeLines.push(`applicant can ${action} then go to ${building.after(start)}`);
    return;
  }
  const timer = timerOf(start);
  if (start.event !== "timer" || timer.kind === "day" || timer.kind === "rhythm") {
    building.refuse(
      node,
      "It does not end the process, so that a second line of work would begin beside it.",
      "an event that interrupts the process, or a timer with a length.",
    );
    return;
  }
  if (building.routeLines.some((line) => line.startsWith("finish"))) {
    building.refuse(node, "A second clock for the whole process.", "one event sub-process with a timer.");
    return;
  }
  const length = lengthOf(building, start);
  if (length === undefined) return;
  if (start.interrupting) {
    building.routeLines.push(`finish within ${length} otherwise go to ${building.after(start)}`);
    return;
  }
  const inside = allNodes(node.inner ?? { nodes: [] }).filter((one) => one !== start);
  const isTelling = inside.every(({ kind }) =>
    ["sendTask", "serviceTask", "endEvent", "intermediateThrowEvent"].includes(kind),
  );
  if (!isTelling) {
    building.refuse(
      node,
      "It starts a second line of work beside the process.",
      "a timer whose flow sends a message and ends.",
    );
    return;
  }
  for (const one of inside) building.seen.add(one);
  const sender = inside.find(({ kind }) => kind !== "endEvent");
  building.routeLines.push(`finish within ${length} otherwise tell ${sender ? building.stubs.role(sender) : "staff"}`);
}

/** Steps that no way leads to. */
function leftOver(building: Building): void {
  if (building.refusals.length > 0) return;
  const left = allNodes(building.drawn.scope).filter((node) => !building.seen.has(node));
  const inside = new Set(left.flatMap(({ inner }) => inner ?? []));
  const roots = left.filter(
    (node) => node.incoming.length === 0 && node.kind !== "boundaryEvent" && !inside.has(node.scope),
  );
  for (const node of roots.length > 0 ? roots : left)
    building.refuse(
      node,
      `No way from the start leads to this ${called(node.kind)}.`,
      "a flow that leads to it, or leave it out.",
    );
}
