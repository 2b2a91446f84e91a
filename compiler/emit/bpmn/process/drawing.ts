// A process while it is being built: steps and flows are added in the order of the text; ways out name places, and are
// tied to the steps of those places at the end. Decides nothing about what a stage does.
import type { Credential, Effect, Name, Service } from "#contract";
import { sayExpression } from "#support/explain-words.ts";
import { showLength } from "#support/show-parts.ts";
import { idOf, spoken, wordsOf } from "./names.ts";
import type { Border, Condition, Flow, Job, MessageFlow, Pool, Scope, Standing, Step, StepKind } from "./process.ts";

/** Where a way leads: to a step of the same scope, or to a stage or outcome. */
export type Target = { readonly step: string } | { readonly place: Name };

/** One way out of a step. */
export interface Way {
  readonly to: Target;
  readonly name?: string;
  readonly condition?: Condition;
  readonly notes?: readonly string[];
  readonly origin?: string;
}

/** What a step is given besides its id, kind and name; everything may be left out. */
export type StepMembers = Partial<Omit<Step, "id" | "kind" | "name" | "borders">>;

/** A scope that is being built. */
export class Drawing {
  readonly service: Service;
  readonly scope: Scope = { steps: [], flows: [] };
  readonly messageFlows: MessageFlow[];
  /** Partner pools by name, in the order in which they are first named. */
  readonly partners: Map<string, Pool>;
  /** The first step of each stage and outcome. */
  readonly entries = new Map<Name, string>();
  readonly #open: { flow: Omit<Flow, "to">; place: Name }[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(service: Service, around?: Drawing) {
    this.service = service;
    this.messageFlows = around?.messageFlows ?? [];
    this.partners = around?.partners ?? new Map();
  }

  /** Adds a step and gives its id. */
  add(id: string, kind: StepKind, name: string, members: StepMembers = {}): Step {
    const step: Step = { lane: "", notes: [], standing: { kind: "line" }, ...members, id, kind, name, borders: [] };
    this.scope.steps.push(step);
    return step;
  }

  /** Adds an event on the border of a step. */
  border(step: Step, border: Border): Border {
    step.borders.push(border);
    return border;
  }

  /** Leads from a step or border event to where a way goes. */
  lead(from: string, way: Way, isDefault = false): void {
    const flow = {
      id: this.#flowId(from, "step" in way.to ? way.to.step : way.to.place),
      from,
      notes: way.notes ?? [],
      ...(way.name ? { name: way.name } : {}),
      ...(way.condition && !isDefault ? { condition: way.condition } : {}),
      ...(isDefault ? { isDefault } : {}),
      ...(way.origin ? { origin: way.origin } : {}),
    };
    if ("step" in way.to) this.scope.flows.push({ ...flow, to: way.to.step });
    else this.#open.push({ flow, place: way.to.place });
  }

  /** Leads from a step to another of the same scope. */
  next(from: string, to: string): void {
    this.lead(from, { to: { step: to } });
  }

  /** The ways out of a step, tried from top to bottom; the last one is taken when no other is. One way needs no gateway. */
  choose(from: string, ways: readonly Way[], gateway: { id: string; name: string } & StepMembers): void {
    const [only] = ways;
    if (only && ways.length === 1) {
      this.lead(from, { to: only.to, ...(only.notes ? { notes: only.notes } : {}) });
      return;
    }
    const { id, name, ...members } = gateway;
    this.add(id, "gateway", name, members);
    this.next(from, id);
    this.split(id, ways);
  }

  /** Ways out of a gateway that stands already. */
  split(gateway: string, ways: readonly Way[]): void {
    ways.forEach((way, at) => {
      this.lead(gateway, way, at === ways.length - 1);
    });
  }

  /** A message that the step sends or hears. */
  message(step: string, way: MessageFlow["way"], name: string, pool?: Pool): void {
    const id = idOf("message", step, pool?.id ?? "applicant", way);
    this.messageFlows.push({ id: this.#fresh(id), step, pool: pool?.id ?? "pool_applicant", way, name });
  }

  /** The pool of another agency or source. */
  partner(name: Name): Pool {
    const known = this.partners.get(name);
    if (known) return known;
    const titled = Object.hasOwn(this.service.partners, name) ? this.service.partners[name]?.title : undefined;
    const source = Object.hasOwn(this.service.sources, name) ? this.service.sources[name]?.title : undefined;
    const pool = { id: idOf("pool", name), name: wordsOf(this.service, titled ?? source) || spoken(name) };
    this.partners.set(name, pool);
    return pool;
  }

  /** Ties the ways that name places to the steps of those places. `missing` stands for a place that is not there. */
  tie(missing: () => string): void {
    for (const { flow, place } of this.#open) {
      this.scope.flows.push({ ...flow, to: this.entries.get(place) ?? missing() });
    }
    this.#open.length = 0;
  }

  #flowId(from: string, to: string): string {
    return this.#fresh(idOf("flow", from, "to", to));
  }

  #fresh(id: string): string {
    const number = (this.#numbers.get(id) ?? 0) + 1;
    this.#numbers.set(id, number);
    return number === 1 ? id : `${id}_${number}`;
  }
}

/** A step for one line that a place does by itself. */
export function addLine(drawing: Drawing, id: string, line: Effect, from: string, members: StepMembers): Step {
  const { service } = drawing;
  const what = spoken(line.what ?? "");
  const basis = line.because ? { basis: wordsOf(service, line.because) } : {};
  const add = (kind: "service" | "send", name: string, notes: readonly string[] = []): Step =>
    drawing.add(id, kind, name, { ...members, from, job, notes: [...notes, ...(members.notes ?? [])], ...basis });
  const job: Job = { type: line.do, about: aboutOf(line) };
  switch (line.do) {
    case "fetch": {
      const name = line.fetch?.source ?? "";
      const source = Object.hasOwn(service.sources, name) ? service.sources[name] : undefined;
      const because = source?.because ?? source?.permission;
      const step = drawing.add(id, "service", `Ask the ${wordsOf(service, source?.title) || spoken(name)}`, {
        ...members,
        from,
        job,
        ...(because ? { basis: wordsOf(service, because) } : {}),
      });
      const pool = drawing.partner(source?.runBy ?? name);
      drawing.message(id, "to-pool", "Question", pool);
      drawing.message(id, "from-pool", "Record", pool);
      return step;
    }
    case "send": {
      const message = Object.hasOwn(service.messages, line.what ?? "") ? service.messages[line.what ?? ""] : undefined;
      const notes = message
        ? [`By ${message.channels.map(spoken).join(", ")}: ${wordsOf(service, message.subject)}`]
        : [];
      const step = add("send", `Send ${what}`, notes);
      drawing.message(id, "to-pool", what);
      return step;
    }
    case "share": {
      const pool = drawing.partner(line.with ?? "");
      const step = add("send", `Tell ${pool.name}`, [`Only: ${(line.paths ?? []).join(", ")}`]);
      drawing.message(id, "to-pool", (line.paths ?? []).join(", "), pool);
      return step;
    }
    case "publish":
      return add("send", `Publish ${what}`.trim());
    case "start":
      return add("send", `Start ${what}`.trim());
    case "pay": {
      const lasts = line.whileLasts ?? "";
      const credential = Object.hasOwn(service.credentials, lasts) ? service.credentials[lasts] : undefined;
      const again = line.each ? [`Each ${line.each} while ${wordsOf(service, credential?.title) || lasts} lasts`] : [];
      return add("service", `Pay ${what}`.trim(), again);
    }
    case "refund":
      return add("service", `Give back ${what}`.trim());
    default: {
      const credential = Object.hasOwn(service.credentials, line.what ?? "")
        ? service.credentials[line.what ?? ""]
        : undefined;
      const verb = line.do.slice(0, 1).toUpperCase() + line.do.slice(1);
      const starts = line.do === "issue" ? (credential?.starts ?? []) : [];
      const again = starts.map((one) => `Starts ${spoken(one.service)} every ${showLength(one.every, "en")}`);
      const ends = line.do === "issue" || line.do === "replace" ? endsOf(service, credential) : [];
      return add("service", `${verb} ${wordsOf(service, credential?.title) || what}`, [...again, ...ends]);
    }
  }
}

/** A credential's life is its own: what may end it later stands as a note where it is issued. */
function endsOf(service: Service, credential: Credential | undefined): string[] {
  const { suspendWhen, revokeWhen } = credential ?? {};
  const note = (what: string, id: string | undefined): string[] => {
    const rule = id === undefined ? undefined : service.rules[id];
    return rule ? [`${what} when ${sayExpression(rule.expression, service)}`] : [];
  };
  return [...note("Suspended", suspendWhen), ...note("Revoked", revokeWhen)];
}

/** What a worker needs to know of a line besides the case: names of the service. */
function aboutOf({ what, to, paths, with: partner, fetch, each, whileLasts }: Effect): Record<string, string> {
  const found: [string, string | undefined][] = [
    ["what", what],
    ["source", fetch?.source],
    ["operation", fetch?.operation],
    ["with", partner],
    ["to", to?.join(", ")],
    ["paths", paths?.join(", ")],
    ["each", each],
    ["whileLasts", whileLasts],
  ];
  return Object.fromEntries(found.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

/** A step stands on the line of its scope. */
export const onLine: Standing = { kind: "line" };
