// A route while it is read from a drawing: which place each flow leads to, which places are still to be written, what was refused.
// A place is a stage or an outcome of the text; gateways where flows only meet, and the borders of sub-processes, are walked through.
import { addAll } from "../add-all.ts";
import type { Drawn, Flow, Node, Scope } from "../graph.ts";
import { Names, quoted } from "../names.ts";
import type { Refusal } from "../refusal.ts";
import { Stubs } from "../stubs.ts";
import type { Place } from "../text.ts";
import { endOfChain } from "./chain.ts";

/** Where a flow leads: to a step, or to the end of the process after a step from which no flow leads on. */
export type Target = Node | { readonly endAfter: Node };

export class Building {
  readonly drawn: Drawn;
  readonly names = new Names();
  readonly stubs: Stubs;
  readonly refusals: Refusal[] = [];
  readonly places: Place[] = [];
  readonly routeLines: string[] = [];
  /** Every step that is part of a place. */
  readonly seen = new Set<Node>();
  readonly #named = new Map<string, string>();
  readonly #nodes = new Map<string, Node>();
  readonly #waiting: { readonly target: Target; readonly name: string }[] = [];
  #fresh: { readonly target: Target; readonly name: string }[] = [];
  readonly #refused = new Set<Node>();
  #nobodyAnswered: string | undefined;

  constructor(drawn: Drawn) {
    this.drawn = drawn;
    this.names.take("agency", "agency");
    this.stubs = new Stubs(drawn, this.names);
  }

  /** Told once for each step. */
  refuse(node: Node, reason: string, instead: string): void {
    if (this.#refused.has(node)) return;
    this.#refused.add(node);
    this.refusals.push({ id: node.id, name: node.name, line: node.element.line, reason, instead });
  }

  /** The same for a place that was written: at the step that it stands for. */
  refuseAt(place: string, reason: string, instead: string): void {
    const node = this.#nodes.get(place);
    if (node) this.refuse(node, reason, instead);
    else this.refuseProcess(reason, instead);
  }

  /** The same for the process as a whole. */
  refuseProcess(reason: string, instead: string): void {
    const { id, name, element } = this.drawn;
    this.refusals.push({ id, name, line: element.line, reason, instead });
  }

  /** The place that this flow leads to. */
  to(flow: Flow): string {
    return this.name(this.target(flow.to));
  }

  /** The place after a step that ends: by its one flow, or the end. */
  after(node: Node): string {
    return this.name(this.targetAfter(node));
  }

  targetAfter(node: Node): Target {
    const next = this.#stepAfter(node);
    return "endAfter" in next ? next : this.target(next);
  }

  /** The next step of the drawing, which may be one to walk through. */
  #stepAfter(node: Node): Target {
    const [flow, ...more] = node.outgoing;
    if (more.length > 0) this.#refuseFork(node);
    return flow ? flow.to : this.#endOf(node.scope, node);
  }

  #refuseFork(node: Node): void {
    const isConditional = node.outgoing.some(({ condition }) => condition !== "");
    this.refuse(
      node,
      isConditional
        ? "Several flows with conditions lead out of it, and more than one of them may be taken at once."
        : "Several flows lead out of it, so that the case would be in several places at once.",
      "an exclusive gateway behind it where one way is taken, or a pair of parallel gateways around what happens at the same time.",
    );
  }

  /** Walks through what is no place of its own. */
  target(node: Node): Target {
    const walked = new Set<Node>();
    let at: Target = node;
    while (!("endAfter" in at)) {
      if (walked.has(at)) {
        this.refuse(
          at,
          "Its flows lead round in a circle without any step.",
          "a task in the circle, or a flow that leads out of it.",
        );
        return { endAfter: at };
      }
      walked.add(at);
      const next: Target | undefined = this.#through(at);
      if (!next) return at;
      this.seen.add(at);
      at = next;
    }
    return at;
  }

  /** The step behind one that is walked through; undefined for a place. */
  #through(node: Node): Target | undefined {
    if (node.kind === "subProcess") {
      const begin = node.inner ? startOf(node.inner) : undefined;
      return begin && (begin.kind === "startEvent" ? this.#afterStart(begin) : begin);
    }
    if (node.kind === "endEvent") return this.#afterEnd(node);
    const isPassed =
      (node.kind.endsWith("Gateway") && node.kind !== "eventBasedGateway" && node.outgoing.length <= 1) ||
      (node.kind === "intermediateThrowEvent" && node.event === "none");
    if (!isPassed) return undefined;
    if (node.kind === "parallelGateway" && node.incoming.length > 1) {
      this.refuse(
        node,
        "It waits for several ways that do not all begin in one parallel gateway before it.",
        "an exclusive gateway where ways meet, or one parallel gateway in front from which all of them begin.",
      );
    }
    return this.#stepAfter(node);
  }

  #afterStart(start: Node): Target {
    this.seen.add(start);
    return this.#stepAfter(start);
  }

  /** An end inside a sub-process leads on behind it, or by the border that catches it. */
  #afterEnd(node: Node): Target | undefined {
    if (node.outgoing.length > 0)
      this.refuse(node, "A flow leads out of an end event.", "an intermediate event, or no flow.");
    const isThrown = node.event === "error" || node.event === "escalation";
    const { host } = node.scope;
    if (!isThrown) return host && !isEventSubProcess(host) ? this.#stepAfter(host) : undefined;
    for (let around = host; around; around = around.scope.host) {
      const border = around.borders.find(
        (one) => one.event === node.event && (one.said === "" || one.said === node.said),
      );
      if (border) {
        this.seen.add(border);
        return this.#stepAfter(border);
      }
    }
    return undefined;
  }

  #endOf(scope: Scope, last: Node): Target {
    const { host } = scope;
    return host && !isEventSubProcess(host) ? this.#stepAfter(host) : { endAfter: last };
  }

  /** The name of a place. The first time it is asked for, the place is put down to be written. */
  name(target: Target): string {
    const key = keyOf(target);
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const node = "endAfter" in target ? target.endAfter : (endOfChain(target) ?? target);
    const isEnd = "endAfter" in target || node.kind === "endEvent";
    const name = this.names.take(
      "endAfter" in target ? `after ${labelOf(node)}` : isEnd && node.name === "" ? "finished" : labelOf(node),
      isEnd ? "outcome" : "stage",
    );
    this.#named.set(key, name);
    this.#nodes.set(name, node);
    this.#fresh.push({ target, name });
    return name;
  }

  /** True where a step is written as an outcome. */
  isOutcome(node: Node): boolean {
    return node.kind === "endEvent" || endOfChain(node) !== undefined;
  }

  /** The next place to write: first what the last one leads to, in the order of its lines, as people follow a drawing. */
  next(): { readonly target: Target; readonly name: string } | undefined {
    addAll(this.#waiting, this.#fresh.reverse());
    this.#fresh = [];
    return this.#waiting.pop();
  }

  /** The outcome for those who do not answer, where the drawing says nothing of it. */
  get nobodyAnswered(): string {
    if (this.#nobodyAnswered === undefined) {
      this.#nobodyAnswered = this.names.take("no answer came", "outcome");
      this.places.push({
        name: this.#nobodyAnswered,
        title: "No answer came",
        kind: "outcome",
        comments: ["The process waits without limit. A case may not: say here what happens when nothing comes."],
        lines: [],
      });
    }
    return this.#nobodyAnswered;
  }
}

/** Ends of the same words are one outcome, unless a message is sent with one of them. */
function keyOf(target: Target): string {
  if ("endAfter" in target) return `after ${target.endAfter.id}`;
  const isPlain = target.kind === "endEvent" && (target.event === "none" || target.event === "terminate");
  return isPlain ? `end ${target.name.toLowerCase()}` : `step ${target.id}`;
}

/** The words of a step; without any, what kind of step it is. */
export function labelOf(node: Node): string {
  if (node.name !== "") return node.name;
  if (node.said !== "") return node.said;
  return unnamed[node.event === "none" ? node.kind : node.event] ?? "Work";
}

const unnamed: Readonly<Record<string, string>> = {
  exclusiveGateway: "Which way",
  parallelGateway: "At the same time",
  inclusiveGateway: "At the same time",
  eventBasedGateway: "What comes first",
  startEvent: "Application arrives",
  endEvent: "Finished",
  serviceTask: "By itself",
  scriptTask: "By itself",
  businessRuleTask: "Rules",
  sendTask: "Message",
  receiveTask: "Message",
  callActivity: "Another process",
  message: "Message",
  timer: "Time is over",
  error: "It went wrong",
  escalation: "Somebody else is needed",
  terminate: "Finished",
};

export function isEventSubProcess(node: Node): boolean {
  return node.kind === "subProcess" && node.element.attributes.get("triggeredByEvent") === "true";
}

/** Where a scope begins: its start event, else the only step that no flow leads to. */
export function startOf(scope: Scope): Node | undefined {
  const starts = scope.nodes.filter(({ kind }) => kind === "startEvent");
  if (starts.length > 0) return starts[0];
  const first = scope.nodes.filter(
    (node) => node.incoming.length === 0 && node.kind !== "boundaryEvent" && !isEventSubProcess(node),
  );
  return first[0];
}

/** A title for quotation marks. */
export function titleOf(node: Node): string {
  const words = quoted(labelOf(node)).slice(1, -1);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
