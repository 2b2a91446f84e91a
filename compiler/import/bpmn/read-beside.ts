// What stands beside the steps of a drawing: lanes, notes, messages to other pools, data. It leads no case anywhere, and says who does what.

import { bpmnSpaces } from "../../bpmn/drawn.ts";
import type { XmlElement } from "../../bpmn/xml.ts";
import { addAll } from "./add-all.ts";
import { attribute, childrenOf, localId } from "./elements.ts";
import { allNodes, type Node, type Pool, type Scope } from "./graph.ts";

/** Each step gets the name of the innermost lane it stands in; what stands in a sub-process has the sub-process's lane. */
export function lanesOf(process: XmlElement, scope: Scope, pool: string): void {
  const lanes = new Map<string, string>();
  const visit = (set: XmlElement): void => {
    for (const lane of childrenOf(set, "lane")) {
      const name = attribute(lane, "name").replace(/\s+/g, " ");
      for (const { text } of childrenOf(lane, "flowNodeRef")) lanes.set(localId(text), name || pool);
      for (const child of [...childrenOf(lane, "childLaneSet"), ...childrenOf(lane, "laneSet")]) visit(child);
    }
  };
  const within = (element: XmlElement): void => {
    for (const set of childrenOf(element, "laneSet")) visit(set);
    for (const sub of childrenOf(element, "subProcess")) within(sub);
  };
  within(process);
  for (const node of allNodes(scope)) {
    let at: Node | undefined = node;
    while (at && !lanes.has(at.id)) at = at.scope.host;
    node.lane = (at && lanes.get(at.id)) ?? "";
  }
}

/** Words of text annotations, at the step they are tied to. */
export function notesOf(roots: readonly XmlElement[], nodes: ReadonlyMap<string, Node>): void {
  const texts = new Map<string, string>();
  const ties: [string, string][] = [];
  const waiting = [...roots];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === "textAnnotation") texts.set(attribute(next, "id"), childrenOf(next, "text")[0]?.text ?? "");
    if (next.name === "association")
      ties.push([localId(attribute(next, "sourceRef")), localId(attribute(next, "targetRef"))]);
    addAll(
      waiting,
      next.children.filter(({ space }) => bpmnSpaces.has(space)),
    );
  }
  for (const [one, other] of ties.reverse()) {
    const text = texts.get(one) ?? texts.get(other);
    const node = nodes.get(one) ?? nodes.get(other);
    if (text && node) node.notes.push(text);
  }
}

/** Messages between the process and other pools, and what messages and errors are called. */
export function messagesOf(
  definitions: XmlElement,
  collaborations: readonly XmlElement[],
  pools: ReadonlyMap<string, Pool>,
  nodes: ReadonlyMap<string, Node>,
): void {
  const named = new Map<string, string>();
  for (const one of childrenOf(definitions))
    if (["message", "error", "escalation"].includes(one.name))
      named.set(attribute(one, "id"), attribute(one, "name") || attribute(one, `${one.name}Code`));
  for (const node of nodes.values()) {
    const holders = [node.element, ...childrenOf(node.element).filter(({ name }) => name.endsWith("EventDefinition"))];
    const refs = holders.flatMap((one) =>
      ["messageRef", "errorRef", "escalationRef"].map((key) => attribute(one, key)),
    );
    node.said = refs.map((ref) => named.get(localId(ref)) ?? named.get(ref) ?? "").find((name) => name !== "") ?? "";
  }
  // Messages to steps inside another process that is not read are messages to its pool.
  const poolOf = ownersOf(definitions, collaborations);
  for (const flow of collaborations.flatMap((one) => childrenOf(one, "messageFlow"))) {
    const ends = [attribute(flow, "sourceRef"), attribute(flow, "targetRef")].map(localId);
    ends.forEach((id, at) => {
      const node = nodes.get(id);
      const other = ends[1 - at] ?? "";
      const pool = pools.has(other) ? other : poolOf.get(other);
      if (node && pool !== undefined && pools.has(pool)) node.pools.add(pool);
      if (node && node.said === "") node.said = attribute(flow, "name");
    });
  }
}

/** The pool of every element that stands in some process. */
function ownersOf(definitions: XmlElement, collaborations: readonly XmlElement[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const participant of collaborations.flatMap((one) => childrenOf(one, "participant"))) {
    const id = localId(attribute(participant, "processRef"));
    const process = childrenOf(definitions, "process").find((one) => id !== "" && attribute(one, "id") === id);
    const waiting = process ? [process] : [];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      owners.set(attribute(next, "id"), attribute(participant, "id"));
      addAll(waiting, next.children);
    }
  }
  return owners;
}

/** Names of the data that the drawing shows. */
export function drawnIn(process: XmlElement): string[] {
  const names = new Set<string>();
  const waiting = [process];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const isData = ["dataObjectReference", "dataObject", "dataStoreReference"].includes(next.name);
    const name = attribute(next, "name").replace(/\s+/g, " ");
    if (isData && name !== "") names.add(name);
    addAll(waiting, childrenOf(next));
  }
  return [...names].sort();
}
