// What stands at the border of a sub-process belongs to the steps inside that wait: a route has no stage around stages.
import { allNodes, type Node } from "../graph.ts";
import type { Building } from "./building.ts";
import { isByItself } from "./chain.ts";

const working: ReadonlySet<string> = new Set(["userTask", "manualTask", "task"]);

/** Gives each border event of a sub-process to the steps inside. Borders that end events inside lead to stay where they are. */
export function passDownBorders(building: Building): void {
  for (const host of allNodes(building.drawn.scope)) {
    if (!host.inner || host.inner.nodes.length === 0) continue;
    for (const border of host.borders) passDown(building, host, border);
    if (host.element.children.some(({ name }) => name === "multiInstanceLoopCharacteristics"))
      building.refuse(
        host,
        "A sub-process of several steps is done several times at once.",
        "the marker for several at the same time at one user task.",
      );
  }
}

function passDown(building: Building, host: Node, border: Node): void {
  const inside = allNodes(host.inner ?? { nodes: [] });
  const works = inside.filter(
    (node) => working.has(node.kind) || (node.kind === "subProcess" && !node.inner?.nodes.length),
  );
  const others = inside.filter(
    (node) =>
      node.kind === "receiveTask" || node.kind === "eventBasedGateway" || node.kind === "intermediateCatchEvent",
  );
  if (border.event === "error" || border.event === "escalation") {
    const isCaught = inside.some((node) => node.kind === "endEvent" && node.event === border.event);
    const throwing = inside.filter(isByItself);
    if (!border.interrupting)
      refuse(building, border, "It does not end the sub-process, so that a second line of work would begin beside it.");
    else if (!isCaught && throwing.length === 0) refuse(building, border, "Nothing inside the sub-process throws it.");
    else if (!isCaught) for (const node of throwing) node.borders.push(border);
    building.seen.add(border);
    return;
  }
  const [only, ...more] = [...works, ...others];
  if (border.event === "message" && border.interrupting && others.length === 0 && works.length > 0)
    for (const node of works) node.borders.push(border);
  else if (border.event === "timer" && only && more.length === 0 && (works.length === 1 || only.kind === "receiveTask"))
    only.borders.push(border);
  else
    refuse(
      building,
      border,
      "It counts for several steps inside the sub-process together, and a stage has a clock of its own.",
    );
}

function refuse(building: Building, border: Node, reason: string): void {
  building.refuse(border, reason, "the event at the border of the task inside that it is about.");
}
