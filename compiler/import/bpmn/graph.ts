// A process as it was drawn: steps, flows, lanes, pools. Shapes only; what they mean in a route is worked out elsewhere.

import type { XmlElement } from "../../bpmn/xml.ts";
import { addAll } from "./add-all.ts";

/** What an event waits for, or says. */
export type EventKind = "none" | "message" | "timer" | "error" | "escalation" | "terminate";

/** A step, an event or a gateway. */
export interface Node {
  readonly id: string;
  readonly name: string;
  /** The BPMN element: userTask, exclusiveGateway, boundaryEvent … */
  readonly kind: string;
  readonly element: XmlElement;
  readonly event: EventKind;
  readonly scope: Scope;
  readonly incoming: Flow[];
  readonly outgoing: Flow[];
  /** Events at its border. */
  readonly borders: Node[];
  /** Of an event at a border: the step, and whether the step ends by it. */
  host?: Node;
  interrupting: boolean;
  /** The inside of a sub-process. */
  inner?: Scope;
  /** Name of the lane it stands in; "" without lanes. */
  lane: string;
  /** Words of notes that are tied to it. */
  readonly notes: string[];
  /** Pools that messages go to or come from. */
  readonly pools: Set<string>;
  /** What an event's message, error or escalation is called, by its own element. */
  said: string;
}

export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly element: XmlElement;
  readonly from: Node;
  readonly to: Node;
  /** The condition as it stands in the file. */
  readonly condition: string;
  isDefault: boolean;
}

/** A process, or the inside of a sub-process. */
export interface Scope {
  readonly nodes: Node[];
  /** The sub-process around it. */
  readonly host?: Node;
}

export interface Pool {
  readonly id: string;
  readonly name: string;
}

/** A whole file. */
export interface Drawn {
  readonly id: string;
  readonly name: string;
  /** Name of the pool that the process stands in. */
  readonly agency: string;
  readonly scope: Scope;
  /** The other pools by their id. */
  readonly pools: ReadonlyMap<string, Pool>;
  /** Words of documentation of the process. */
  readonly about: string;
  /** Data that the drawing names. */
  readonly data: readonly string[];
  readonly element: XmlElement;
  readonly definitions: XmlElement;
}

/** All nodes of a scope and of what stands inside it. */
export function allNodes(scope: Scope): Node[] {
  const found: Node[] = [];
  const waiting: Scope[] = [scope];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    addAll(found, next.nodes);
    for (const { inner } of next.nodes) if (inner) waiting.push(inner);
  }
  return found;
}
