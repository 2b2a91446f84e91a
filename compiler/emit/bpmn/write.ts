// The drawn process and its picture as BPMN 2.0 elements of bpmn-moddle. Decides nothing about either.
import type { BpmnModdle, ModdleElement } from "bpmn-moddle";
import type { Place, Service } from "#contract";
import { agencyPool, type Picture } from "./diagram/pools.ts";
import type { Box } from "./diagram/sizes.ts";
import type { Engine } from "./engines/engine.ts";
import { formworkNamespace } from "./formwork-namespace.ts";
import type { Marks } from "./marks/blocks.ts";
import { type MarkedLines, markOfMarks, marksOfPlace, marksOfProcess, unmarked } from "./marks/marked-lines.ts";
import type { Border, Flow, Process, Scope, Step, StepKind, Timer } from "./process/process.ts";

/** What the files of a process have in common. */
export interface Common {
  /** The meta-model knows our own namespace and those of the engines. */
  readonly moddle: BpmnModdle;
  readonly service: Service;
  /** The hash by which the manifest knows service.json. */
  readonly hash: string;
  readonly marks: Marks;
  /** Notes, lines and origins by what they say: a new element takes long, and none of these has an id or a place of its own. */
  readonly elements: Map<string, ModdleElement>;
}

/** Writes BPMN. One is made for each file. */
export class Writer {
  readonly #moddle: BpmnModdle;
  readonly #engine: Engine;
  readonly #service: Service;
  readonly #hash: string;
  readonly #marks: Marks;
  readonly #common: Common["elements"];
  readonly #elements = new Map<string, ModdleElement>();
  readonly #shared = new Map<string, ModdleElement>();
  #collaboration: ModdleElement | undefined;

  constructor({ moddle, service, hash, marks, elements }: Common, engine: Engine) {
    this.#moddle = moddle;
    this.#engine = engine;
    this.#service = service;
    this.#hash = hash;
    this.#marks = marks;
    this.#common = elements;
  }

  /** The file without its diagram, which is the same in all files of a process. */
  definitions(process: Process): ModdleElement {
    const body = this.#process(process);
    this.#collaboration = this.#collaborationOf(process, body);
    return this.#make("bpmn:Definitions", {
      id: `definitions_${process.id}`,
      name: process.name,
      targetNamespace: `${formworkNamespace}/service/${encodeURIComponent(this.#service.name)}`,
      expressionLanguage: this.#engine.expressionLanguage,
      exporter: "Formwork",
      ...this.#engine.definitions,
      rootElements: [...this.#shared.values(), this.#collaboration, body],
    });
  }

  /** Lines of places that are drawn stand at their step, all others at the process. */
  #lines(marks: readonly MarkedLines[]): ModdleElement[] {
    return marks.map(({ part, order, text }) => this.#alike("formwork:Lines", { part, order, text: clean(text) }));
  }

  readonly #make = (type: string, attributes: Readonly<Record<string, unknown>>): ModdleElement => {
    const given: Record<string, unknown> = {};
    for (const name in attributes) if (attributes[name] !== undefined) given[name] = attributes[name];
    const element = this.#moddle.create(type, given);
    if (typeof given["id"] === "string") this.#elements.set(given["id"], element);
    return element;
  };

  /** An element that says the same in every file, made once. */
  #alike(type: string, attributes: Readonly<Record<string, string | number>>): ModdleElement {
    const key = JSON.stringify([type, attributes]);
    const known = this.#common.get(key);
    if (known) return known;
    const made = this.#make(type, attributes);
    this.#common.set(key, made);
    return made;
  }

  #notes(notes: readonly string[]): { documentation?: ModdleElement[] } {
    if (notes.length === 0) return {};
    return { documentation: [this.#alike("bpmn:Documentation", { text: clean(notes.join("\n")) })] };
  }

  #extensions(values: readonly ModdleElement[]): { extensionElements?: ModdleElement } {
    return values.length > 0 ? { extensionElements: this.#make("bpmn:ExtensionElements", { values }) } : {};
  }

  #origin(pointer: string | undefined): ModdleElement[] {
    if (pointer === undefined) return [];
    const place = placeOf(this.#service, pointer);
    if (!place) return [];
    return [this.#alike("formwork:Origin", { file: clean(place.file), line: place.line, pointer })];
  }

  #process(process: Process): ModdleElement {
    const { version, name } = this.#service;
    const lanes = process.lanes.map((lane) =>
      this.#make("bpmn:Lane", {
        id: lane.id,
        name: clean(lane.name),
      }),
    );
    const body = this.#make("bpmn:Process", {
      id: process.id,
      name: clean(process.name),
      isExecutable: true,
      ...this.#notes(process.notes),
      ...this.#extensions([
        this.#make("formwork:Definition", {
          service: name,
          version: version.number,
          starts: version.starts,
          hash: this.#hash,
          answers: "answers.schema.json",
          drawing: unmarked,
          lines: markOfMarks(this.#marks, clean),
        }),
        ...this.#lines(marksOfProcess(this.#marks, process.scope)),
        ...process.basis.map((text) => this.#make("formwork:Basis", { text: clean(text) })),
      ]),
      laneSets: [this.#make("bpmn:LaneSet", { id: "lanes", lanes })],
    });
    body.set("flowElements", this.#scope(process.scope));
    process.lanes.forEach((lane, at) => {
      const steps = process.scope.steps.filter((step) => step.lane === lane.role);
      const ids = steps.flatMap((step) => [step.id, ...step.borders.map(({ id }) => id)]);
      lanes[at]?.set(
        "flowNodeRef",
        ids.flatMap((id) => this.#elements.get(id) ?? []),
      );
    });
    return body;
  }

  #scope({ steps, flows }: Scope): ModdleElement[] {
    const nodes = steps.flatMap((step) => {
      const element = this.#step(step);
      return [element, ...step.borders.map((border) => this.#border(border, element))];
    });
    return [...nodes, ...flows.flatMap((flow) => this.#flow(flow))];
  }

  #step(step: Step): ModdleElement {
    const { kind, inner } = step;
    const basis = step.basis ? [this.#alike("formwork:Basis", { text: clean(step.basis) })] : [];
    const place = step.place ? [this.#alike("formwork:Place", { name: clean(step.place) })] : [];
    const told = this.#engine.step(step, this.#make);
    const element = this.#make(this.#engine.elementTypes[kind] ?? elementTypes[kind], {
      id: step.id,
      ...(step.name ? { name: clean(step.name) } : {}),
      ...this.#notes(step.notes),
      ...told.attributes,
      ...this.#extensions([
        ...(told.extensions ?? []),
        ...this.#origin(step.from),
        ...place,
        ...this.#lines(marksOfPlace(this.#marks, step.place)),
        ...basis,
        ...this.#deadline(step.timer),
      ]),
      ...(kind === "event-sub-process" ? { triggeredByEvent: true } : {}),
      ...(kind === "timer-start" ? { isInterrupting: step.interrupting ?? true } : {}),
      ...(kind === "receive" && step.message ? { messageRef: this.#message(step.message) } : {}),
      ...this.#definitions(step.id, kind, step),
      ...this.#instances(step),
    });
    if (inner) element.set("flowElements", this.#scope(inner));
    return element;
  }

  /** All at once, never one after another. */
  #instances({ instances }: Pick<Step, "instances">): { loopCharacteristics?: ModdleElement } {
    if (!instances) return {};
    const { attributes, extensions = [] } = this.#engine.loop(instances, this.#make);
    return {
      loopCharacteristics: this.#make("bpmn:MultiInstanceLoopCharacteristics", {
        isSequential: false,
        ...attributes,
        ...this.#extensions(extensions),
      }),
    };
  }

  #definitions(id: string, kind: StepKind, step: Pick<Step, "message" | "timer" | "error">): object {
    if (kind === "message-start" || kind === "catch-message")
      return { eventDefinitions: [this.#messageEvent(id, step.message)] };
    if (kind === "timer-start" || kind === "catch-timer")
      return { eventDefinitions: [this.#timerEvent(id, step.timer)] };
    if (kind === "error-end") return { eventDefinitions: [this.#errorEvent(id, step.error)] };
    return {};
  }

  #border(border: Border, host: ModdleElement): ModdleElement {
    const event =
      border.on === "timer"
        ? this.#timerEvent(border.id, border.timer)
        : border.on === "message"
          ? this.#messageEvent(border.id, border.message)
          : this.#errorEvent(border.id, border.error);
    return this.#make("bpmn:BoundaryEvent", {
      id: border.id,
      name: clean(border.name),
      attachedToRef: host,
      cancelActivity: border.interrupting,
      ...this.#notes(border.notes),
      ...this.#extensions([...this.#origin(border.from), ...this.#deadline(border.timer)]),
      eventDefinitions: [event],
    });
  }

  #deadline(timer: Timer | undefined): ModdleElement[] {
    if (!timer) return [];
    const { amount, unit, calendar, instant } = timer;
    const { timeZone } = this.#service;
    return [
      this.#make("formwork:Deadline", {
        amount: amount === undefined ? undefined : String(amount),
        unit,
        calendar,
        timeZone,
        instant,
      }),
    ];
  }

  #messageEvent(id: string, message = ""): ModdleElement {
    return this.#make("bpmn:MessageEventDefinition", { id: `${id}_event`, messageRef: this.#message(message) });
  }

  #errorEvent(id: string, error = ""): ModdleElement {
    return this.#make("bpmn:ErrorEventDefinition", { id: `${id}_event`, errorRef: this.#error(error) });
  }

  #timerEvent(id: string, timer: Timer | undefined): ModdleElement {
    const body = timer?.iso ?? this.#engine.instant(timer?.instant ?? "");
    const expression = this.#make("bpmn:FormalExpression", { body });
    return this.#make("bpmn:TimerEventDefinition", {
      id: `${id}_event`,
      ...(timer?.iso ? { timeDuration: expression } : { timeDate: expression }),
    });
  }

  #message(name: string): ModdleElement {
    return this.#once("bpmn:Message", name, {
      name: clean(name),
      ...this.#extensions(this.#engine.message(this.#make)),
    });
  }

  #error(name: string): ModdleElement {
    return this.#once("bpmn:Error", name, { name: clean(name), errorCode: clean(name) });
  }

  #once(type: string, name: string, attributes: object): ModdleElement {
    const key = `${type} ${name}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const made = this.#make(type, {
      id: `${type.slice("bpmn:".length).toLowerCase()}.${this.#shared.size + 1}`,
      ...attributes,
    });
    this.#shared.set(key, made);
    return made;
  }

  #flow(flow: Flow): ModdleElement[] {
    const source = this.#elements.get(flow.from);
    const target = this.#elements.get(flow.to);
    if (!source || !target) return [];
    const { condition } = flow;
    const said = condition && this.#engine.condition(condition);
    const beside = condition && this.#engine.beside(condition);
    const further = beside ? [this.#make("formwork:Expression", { ...beside, body: clean(beside.body) })] : [];
    const reason = condition?.reason ? [condition.reason] : [];
    const element = this.#make("bpmn:SequenceFlow", {
      id: flow.id,
      ...(flow.name ? { name: clean(flow.name) } : {}),
      sourceRef: source,
      targetRef: target,
      ...this.#notes([...flow.notes, ...reason]),
      ...this.#extensions([...this.#origin(flow.origin), ...further]),
      ...(said
        ? { conditionExpression: this.#make("bpmn:FormalExpression", { ...said, body: clean(said.body) }) }
        : {}),
    });
    if (flow.isDefault) source.set("default", element);
    join(source, "outgoing", element);
    join(target, "incoming", element);
    return [element];
  }

  #collaborationOf(process: Process, body: ModdleElement): ModdleElement {
    const participants = [
      this.#make("bpmn:Participant", { id: process.applicant.id, name: clean(process.applicant.name) }),
      this.#make("bpmn:Participant", { id: agencyPool, name: clean(process.agency) || "Agency", processRef: body }),
      ...process.partners.map(({ id, name }) => this.#make("bpmn:Participant", { id, name: clean(name) || id })),
    ];
    const messageFlows = process.messageFlows.flatMap(({ id, step, pool, way, name }) => {
      const inside = this.#elements.get(step);
      const outside = this.#elements.get(pool);
      if (!inside || !outside) return [];
      const [sourceRef, targetRef] = way === "to-pool" ? [inside, outside] : [outside, inside];
      return [this.#make("bpmn:MessageFlow", { id, ...(name ? { name: clean(name) } : {}), sourceRef, targetRef })];
    });
    return this.#make("bpmn:Collaboration", {
      id: "collaboration",
      name: clean(process.name),
      participants,
      messageFlows,
    });
  }

  /** The picture of what `definitions` has made before. */
  diagram(process: Process, { boxes, labels, ways }: Picture): ModdleElement {
    const unfolded = new Set(insideOf(process.scope));
    const across = new Set(
      [process.applicant.id, agencyPool, ...process.partners, ...process.lanes].map((one) =>
        typeof one === "string" ? one : one.id,
      ),
    );
    const shapes = [...boxes].map(([id, box]) => {
      const element = this.#elements.get(id);
      return this.#make("bpmndi:BPMNShape", {
        id: `shape_${id}`,
        bpmnElement: element,
        bounds: this.#bounds(box),
        ...(across.has(id) ? { isHorizontal: true } : {}),
        ...(unfolded.has(id) ? { isExpanded: true } : {}),
        ...(element?.$type === "bpmn:ExclusiveGateway" ? { isMarkerVisible: true } : {}),
        ...this.#label(labels.get(id)),
      });
    });
    const edges = [...ways].map(([id, points]) =>
      this.#make("bpmndi:BPMNEdge", {
        id: `edge_${id}`,
        bpmnElement: this.#elements.get(id),
        waypoint: points.map(({ x, y }) => this.#make("dc:Point", { x: Math.round(x), y: Math.round(y) })),
        ...this.#label(labels.get(id)),
      }),
    );
    const plane = this.#make("bpmndi:BPMNPlane", {
      id: "plane",
      bpmnElement: this.#collaboration,
      planeElement: [...shapes, ...edges],
    });
    return this.#make("bpmndi:BPMNDiagram", { id: "diagram", plane });
  }

  #bounds(box: Box): ModdleElement {
    const { x, y, width, height } = box;
    return this.#make("dc:Bounds", {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.round(width),
      height: Math.round(height),
    });
  }

  #label(box: Box | undefined): { label?: ModdleElement } {
    return box ? { label: this.#make("bpmndi:BPMNLabel", { bounds: this.#bounds(box) }) } : {};
  }
}

const elementTypes: Readonly<Record<StepKind, string>> = {
  "message-start": "bpmn:StartEvent",
  "timer-start": "bpmn:StartEvent",
  start: "bpmn:StartEvent",
  end: "bpmn:EndEvent",
  "error-end": "bpmn:EndEvent",
  milestone: "bpmn:IntermediateThrowEvent",
  user: "bpmn:UserTask",
  service: "bpmn:ServiceTask",
  send: "bpmn:SendTask",
  receive: "bpmn:ReceiveTask",
  gateway: "bpmn:ExclusiveGateway",
  parallel: "bpmn:ParallelGateway",
  "event-gateway": "bpmn:EventBasedGateway",
  "catch-message": "bpmn:IntermediateCatchEvent",
  "catch-timer": "bpmn:IntermediateCatchEvent",
  "sub-process": "bpmn:SubProcess",
  "event-sub-process": "bpmn:SubProcess",
};

/** XML forbids control characters; whatever an author pasted, the file stays readable. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}

function join(element: ModdleElement, end: "incoming" | "outgoing", flow: ModdleElement): void {
  const flows = element.get(end);
  if (Array.isArray(flows)) flows.push(flow);
}

function insideOf({ steps }: Scope): string[] {
  return steps.flatMap((step) => (step.inner ? [step.id, ...insideOf(step.inner)] : []));
}

/** The place in the text of an element, or of the nearest one around it. */
function placeOf(service: Service, pointer: string): Place | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    if (Object.hasOwn(service.sourceMap, at)) return service.sourceMap[at];
  }
  return undefined;
}
