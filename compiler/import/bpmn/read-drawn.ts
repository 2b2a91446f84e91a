// From the XML of a file to the process that is drawn in it, with everything that cannot be taken over. Ids stand in Maps: a file may
// call an element `constructor`. Decides nothing about the route.

import { bpmnSpaces } from "../../bpmn/drawn.ts";
import type { XmlElement } from "../../bpmn/xml.ts";
import { addAll } from "./add-all.ts";
import { attribute, childrenOf, localId } from "./elements.ts";
import { allNodes, type Drawn, type EventKind, type Flow, type Node, type Pool, type Scope } from "./graph.ts";
import { drawnIn, lanesOf, messagesOf, notesOf } from "./read-beside.ts";
import type { Refusal } from "./refusal.ts";
import { atTheTop, besideTheRoute, called, events, flowNodes, inCollaboration, whyRefused } from "./subset.ts";

/** The drawing of a file. With refusals it is not to be used. */
export function readDrawn(
  definitions: XmlElement,
  wanted?: string,
): { readonly drawn?: Drawn; readonly refusals: readonly Refusal[] } {
  const reader = new Reader();
  const drawn = reader.read(definitions, wanted);
  return { ...(drawn ? { drawn } : {}), refusals: reader.refusals };
}

class Reader {
  readonly refusals: Refusal[] = [];
  readonly #refusedIds = new Set<string>();
  readonly #ids = new Map<string, XmlElement>();
  readonly #nodes = new Map<string, Node>();

  refuse(element: XmlElement, reason: string, instead: string): void {
    const { line } = element;
    const id = attribute(element, "id");
    if (id !== "") this.#refusedIds.add(id);
    this.refusals.push({ id, name: attribute(element, "name"), line, reason, instead });
  }

  read(definitions: XmlElement, wanted: string | undefined): Drawn | undefined {
    if (!bpmnSpaces.has(definitions.space) || definitions.name !== "definitions") {
      this.refuse(
        definitions,
        `The file begins with <${definitions.name}>, not with the definitions of BPMN 2.0.`,
        "export the process as BPMN 2.0 (.bpmn) from your modeller.",
      );
      return undefined;
    }
    this.#collectIds(definitions);
    for (const child of definitions.children) {
      if (!bpmnSpaces.has(child.space)) {
        // Pictures and what vendors keep beside the process.
        continue;
      }
      if (!atTheTop.has(child.name)) this.#refuseKind(child);
    }
    const collaborations = childrenOf(definitions, "collaboration");
    for (const collaboration of collaborations)
      for (const child of childrenOf(collaboration)) if (!inCollaboration.has(child.name)) this.#refuseKind(child);
    this.#lostReferences(definitions);
    const process = this.#choose(definitions, collaborations, wanted);
    return process && this.#drawn(definitions, process, collaborations);
  }

  #refuseKind(element: XmlElement): void {
    const { reason, instead } = whyRefused(element.name);
    this.refuse(element, reason, instead);
  }

  #collectIds(definitions: XmlElement): void {
    const waiting = [definitions];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (bpmnSpaces.has(next.space)) {
        const id = attribute(next, "id");
        const first = this.#ids.get(id);
        if (id !== "" && first)
          this.refuse(
            next,
            `The id “${id}” stands twice, in line ${first.line} and in line ${next.line}.`,
            "an id of its own for each element; most modellers give one when you copy and paste.",
          );
        else if (id !== "") this.#ids.set(id, next);
      }
      if (next.name !== "extensionElements") addAll(waiting, next.children);
    }
  }

  /** What names an element that is not in the file. Ends of flows and hosts of border events are looked at where they are tied. */
  #lostReferences(definitions: XmlElement): void {
    const isLost = (id: string): boolean => id !== "" && !this.#ids.has(id) && !this.#ids.has(localId(id));
    const waiting = [definitions];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      addAll(waiting, childrenOf(next));
      const named = (references.get(next.name) ?? [])
        .map((key) => attribute(next, key))
        .concat(next.name === "flowNodeRef" ? next.text : []);
      for (const id of named.filter(isLost))
        this.refuse(
          next,
          `This ${called(next.name)} refers to “${id}”, which is not in the file.`,
          "take it out, or tie it again to an element that is there.",
        );
    }
  }

  /** The one process with steps; with several, the one that is asked for. */
  #choose(
    definitions: XmlElement,
    collaborations: readonly XmlElement[],
    wanted: string | undefined,
  ): XmlElement | undefined {
    const all = childrenOf(definitions, "process");
    const drawn = all.filter((process) => childrenOf(process).some(({ name }) => !besideTheRoute.has(name)));
    const poolOf = (process: XmlElement): string => {
      const id = attribute(process, "id");
      const pool = collaborations
        .flatMap((one) => childrenOf(one, "participant"))
        .find((one) => id !== "" && localId(attribute(one, "processRef")) === id);
      return (pool && attribute(pool, "name")) || attribute(process, "name") || id;
    };
    const isWanted = (process: XmlElement): boolean =>
      [attribute(process, "id"), attribute(process, "name"), poolOf(process)].includes(wanted ?? "");
    const found = wanted === undefined ? drawn : drawn.filter(isWanted);
    const [first] = found;
    if (first && found.length === 1) return first;
    const names = drawn.map((process) => `“${poolOf(process)}”`).join(", ");
    if (drawn.length === 0)
      this.refuse(
        definitions,
        "The file holds no process with steps.",
        "a process with a start event, tasks and end events.",
      );
    else if (wanted !== undefined)
      this.refuse(definitions, `No process is called “${wanted}”.`, `one of those that have steps: ${names}.`);
    else
      this.refuse(
        definitions,
        `The file holds ${drawn.length} processes with steps: ${names}. A service has one route, and nothing says which one it is.`,
        "the other pools closed, without steps; or say which one is yours: formwork import bpmn <file> --process <name>.",
      );
    return undefined;
  }

  #drawn(definitions: XmlElement, process: XmlElement, collaborations: readonly XmlElement[]): Drawn {
    const scope = this.#scope(process, undefined);
    const participants = collaborations.flatMap((one) => childrenOf(one, "participant"));
    const id = attribute(process, "id");
    const own = participants.find((one) => id !== "" && localId(attribute(one, "processRef")) === id);
    const pools = new Map<string, Pool>();
    for (const one of participants)
      if (one !== own)
        pools.set(attribute(one, "id"), { id: attribute(one, "id"), name: attribute(one, "name") || "Somebody else" });
    lanesOf(process, scope, own ? attribute(own, "name") : "");
    notesOf([process, ...collaborations], this.#nodes);
    messagesOf(definitions, collaborations, pools, this.#nodes);
    this.#ties(scope);
    return {
      id,
      name: attribute(process, "name") || (own ? attribute(own, "name") : ""),
      agency: own ? attribute(own, "name") : "",
      scope,
      pools,
      about: childrenOf(process, "documentation")
        .map(({ text }) => text)
        .join("\n"),
      data: drawnIn(process),
      element: process,
      definitions,
    };
  }

  /** Depth is bounded by what the XML reader takes. */
  #scope(element: XmlElement, host: Node | undefined): Scope {
    const scope: Scope = { nodes: [], ...(host ? { host } : {}) };
    for (const child of element.children) {
      if (!bpmnSpaces.has(child.space)) this.#refuseForeign(child);
      else if (flowNodes.has(child.name)) scope.nodes.push(this.#node(child, scope));
      else if (!besideTheRoute.has(child.name) && !(host && isOfActivity(child.name))) this.#refuseKind(child);
    }
    for (const flow of childrenOf(element, "sequenceFlow")) this.#flow(flow, scope);
    for (const node of scope.nodes) {
      const byDefault = attribute(node.element, "default");
      if (byDefault === "") continue;
      const flow = node.outgoing.find(({ id }) => id === localId(byDefault) || id === byDefault);
      if (flow) flow.isDefault = true;
      else
        this.refuse(
          node.element,
          `Its default flow “${byDefault}” does not lead out of it.`,
          "one of its own flows as the default.",
        );
    }
    return scope;
  }

  #refuseForeign(element: XmlElement): void {
    this.refuse(
      element,
      `<${element.name}> of ${element.space === "" ? "no namespace" : element.space} stands among the steps, where BPMN has no place for it.`,
      "leave it out, or keep it inside extensionElements.",
    );
  }

  #node(element: XmlElement, scope: Scope): Node {
    const node: Node = {
      id: attribute(element, "id"),
      name: attribute(element, "name").replace(/\s+/g, " "),
      kind: element.name,
      element,
      event: this.#event(element),
      scope,
      incoming: [],
      outgoing: [],
      borders: [],
      interrupting:
        attribute(element, element.name === "boundaryEvent" ? "cancelActivity" : "isInterrupting") !== "false",
      lane: "",
      notes: childrenOf(element, "documentation").flatMap(({ text }) => (text === "" ? [] : [text])),
      pools: new Set(),
      said: "",
    };
    if (node.id === "")
      this.refuse(
        element,
        `This ${called(node.kind)} has no id, so no flow can lead to it.`,
        "save the file again in a modeller, which gives ids.",
      );
    else if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
    const loop = childrenOf(element, "standardLoopCharacteristics")[0];
    if (loop) this.refuse(element, ...wordsFor("standardLoopCharacteristics"));
    if (attribute(element, "isForCompensation") === "true")
      this.refuse(element, ...wordsFor("compensateEventDefinition"));
    if (element.name === "subProcess") node.inner = this.#scope(element, node);
    else
      for (const child of element.children)
        if (bpmnSpaces.has(child.space)) {
          if (!isKnownInside(child.name)) this.#refuseKind(child);
        } else if (isOfBpmn(child.name)) this.#refuseForeign(child);
    return node;
  }

  #event(element: XmlElement): EventKind {
    if (!element.name.endsWith("Event")) return "none";
    const all = childrenOf(element).filter(
      ({ name }) => name.endsWith("EventDefinition") || name === "eventDefinitionRef",
    );
    const [first] = all;
    if (!first) return "none";
    if (all.length > 1) {
      this.refuse(
        element,
        "This event waits for several things at once, and nothing says which of them came.",
        "one event for each.",
      );
      return "none";
    }
    const name = first.name === "eventDefinitionRef" ? (this.#ids.get(localId(first.text))?.name ?? "") : first.name;
    const kind = events.get(name);
    if (kind) return kind;
    if (events.size > 0 && first.name !== "eventDefinitionRef") this.refuse(element, ...wordsFor(first.name));
    else this.refuse(element, "What this event refers to is not in the file.", "the event with its own definition.");
    return "none";
  }

  #flow(element: XmlElement, scope: Scope): void {
    const [from, to] = ["sourceRef", "targetRef"].map((end) => {
      const id = attribute(element, end);
      const node = this.#nodes.get(id) ?? this.#nodes.get(localId(id));
      return node?.scope === scope ? node : undefined;
    });
    if (!from || !to) {
      // What is refused itself takes its flows with it.
      const ends = [from ? "targetRef" : "sourceRef", to ? "sourceRef" : "targetRef"];
      if (ends.some((end) => this.#refusedIds.has(attribute(element, end)))) return;
      const lost = ["sourceRef", "targetRef"]
        .map((end) => attribute(element, end))
        .filter((_id, at) => ![from, to][at]);
      const crosses = lost.some((id) => this.#ids.has(localId(id)) || this.#ids.has(id));
      this.refuse(
        element,
        crosses
          ? `This flow leads across the border of a process or sub-process, to or from “${lost.join("” and “")}”.`
          : `This flow leads to or from “${lost.join("” and “")}”, which is not in the file.`,
        "a flow whose two ends stand in the same process or sub-process.",
      );
      return;
    }
    const [condition] = childrenOf(element, "conditionExpression");
    const flow: Flow = {
      id: attribute(element, "id"),
      name: attribute(element, "name").replace(/\s+/g, " "),
      element,
      from,
      to,
      condition: condition?.text ?? "",
      isDefault: false,
    };
    from.outgoing.push(flow);
    to.incoming.push(flow);
  }

  /** Events at borders find their steps. */
  #ties(scope: Scope): void {
    for (const node of allNodes(scope)) {
      if (node.kind !== "boundaryEvent") continue;
      const id = attribute(node.element, "attachedToRef");
      const host = this.#nodes.get(id) ?? this.#nodes.get(localId(id));
      if (!host || host.scope !== node.scope) {
        this.refuse(
          node.element,
          `It stands at the border of “${id}”, which is not beside it in the file.`,
          "the event at the border of its own step.",
        );
        continue;
      }
      node.host = host;
      host.borders.push(node);
    }
  }
}

const references: ReadonlyMap<string, readonly string[]> = new Map([
  ["messageFlow", ["sourceRef", "targetRef"]],
  ["association", ["sourceRef", "targetRef"]],
  ["participant", ["processRef"]],
  ["receiveTask", ["messageRef"]],
  ["sendTask", ["messageRef"]],
  ["messageEventDefinition", ["messageRef"]],
  ["errorEventDefinition", ["errorRef"]],
  ["escalationEventDefinition", ["escalationRef"]],
]);

function wordsFor(name: string): [reason: string, instead: string] {
  const { reason, instead } = whyRefused(name);
  return [reason, instead];
}

function isOfActivity(name: string): boolean {
  return name === "multiInstanceLoopCharacteristics" || name === "standardLoopCharacteristics";
}

/** What another tool keeps inside a step is its own, such as the place in its picture; a name of BPMN has lost its namespace there. */
function isOfBpmn(name: string): boolean {
  return flowNodes.has(name) || name === "extensionElements" || isKnownInside(name);
}

function isKnownInside(name: string): boolean {
  return (
    besideTheRoute.has(name) ||
    isOfActivity(name) ||
    name.endsWith("EventDefinition") ||
    ["eventDefinitionRef", "outputSet", "dataOutput"].includes(name)
  );
}
