// Walks one case in Formwork's routing and in bpmn-engine over the emitted file, step by step. For tests only.
import { EventEmitter } from "node:events";
import { Engine } from "bpmn-engine";
import fc from "fast-check";
import { evaluate } from "feelin";
import jsonata from "jsonata";
import type { Service, Stage } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { advance } from "#routing/advance.ts";
import type { Case, Person } from "#routing/case.ts";
import { buildDays } from "#routing/days.ts";
import { factsOf } from "#routing/facts.ts";
import type { Happening } from "#routing/happening.ts";
import { keyOf } from "#routing/keys.ts";
import { createRulebook } from "#support/evaluate.ts";
import { buildProcess } from "../process/build-process.ts";
import { askAction } from "../process/ways.ts";

/** What may happen next; what does not fit where the case is, is left out on both sides. */
export type Happens =
  | "approve"
  | "refuse"
  | "uphold"
  | "dismiss"
  | "ask"
  | "answer"
  | "pay"
  | "time"
  | "withdraw"
  | "appeal"
  | "sign"
  | "wait"
  | "come"
  | "correct"
  | "home confirm"
  | "home query"
  | "site confirm"
  | "site query"
  | "confirm"
  | "send-back"
  | "home late"
  | "site late";

export interface RandomCase {
  readonly keeper: boolean;
  readonly taxed: boolean;
  readonly steps: readonly Happens[];
}

/** A random case. */
export const randomWalk: fc.Arbitrary<RandomCase> = fc.record({
  keeper: fc.boolean(),
  taxed: fc.boolean(),
  steps: fc.array(
    fc.constantFrom<Happens>(
      "approve",
      "refuse",
      "uphold",
      "dismiss",
      "ask",
      "answer",
      "pay",
      "time",
      "withdraw",
      "appeal",
      "sign",
      "wait",
      "come",
      "correct",
      "home confirm",
      "home query",
      "site confirm",
      "site query",
      "confirm",
      "send-back",
      "home late",
      "site late",
    ),
    { maxLength: 12 },
  ),
});

const applicant: Person = { kind: "applicant", id: "driver" };

/** The stages and outcomes that both come to, in order. */
export async function walkBoth(
  service: Service,
  xml: string,
  walk: RandomCase,
): Promise<{ readonly routed: string[]; readonly foreign: string[] }> {
  const routed = new Routed(service, walk);
  const foreign = new Foreign(service, routed, xml);
  await foreign.begin();
  for (const happens of walk.steps) {
    const signals = routed.signalsFor(happens);
    if (!signals) continue;
    routed.happen(happens);
    for (const signal of signals) await foreign.signal(signal);
  }
  await foreign.stop();
  return { routed: routed.trace, foreign: foreign.trace };
}

/** The case in our own routing. */
class Routed {
  readonly service: Service;
  readonly rulebook: ReturnType<typeof createRulebook>;
  readonly days: ReturnType<typeof buildDays>;
  now = "2026-06-01T08:00:00.000Z";
  case: Case | undefined;
  #persons = 0;

  constructor(service: Service, { keeper, taxed }: RandomCase) {
    this.service = service;
    this.rulebook = createRulebook(service);
    this.days = buildDays(service);
    const home = { line1: "1", town: "Ashby", postcode: "AS1 4QT" };
    const answers: Answers = { keeper, home, fuel: "petrol", permitsHeld: 0, blueBadge: false };
    const record = { taxed, keeperPostcode: "AS1 4QT", fuel: "petrol" };
    const fetched = {
      vehicle: { state: "present", source: "s", operation: "o", at: this.now, using: {}, record } as const,
    };
    this.do({
      type: "sent",
      number: "C-1",
      definition: "hash",
      language: "en",
      by: applicant,
      answers,
      origins: {},
      fetched,
      asked: [],
    });
  }

  get present(): Case {
    if (!this.case) throw new Error("There is no case.");
    return this.case;
  }

  get trace(): string[] {
    return this.present.history.flatMap(({ what, place }) =>
      (what === "entered" || what === "reached") && place ? [place] : [],
    );
  }

  get place(): string {
    const { place } = this.present;
    return place.kind === "stage" ? place.stage : place.outcome;
  }

  do(happening: Happening): void {
    this.case = advance(this.service, this.rulebook, this.case, happening, this.now, this.days).case ?? this.case;
    const effects = Object.keys(this.case?.ordered ?? {});
    const [effectId] = effects;
    if (effectId) this.do({ type: "effect-finished", effectId });
  }

  #officer(): Person {
    this.#persons += 1;
    const roles = Object.keys(this.service.roles);
    return { kind: "officer", id: `officer-${this.#persons}`, roles };
  }

  get #isAsleep(): boolean {
    return this.present.requests.some(({ state }) => state === "asked");
  }

  /** What to tell the foreign engine: waiting elements by id; nothing when it does not fit here. */
  signalsFor(happens: Happens): string[] | undefined {
    const { place } = this;
    const stage = this.service.route?.stages.find(({ name }) => name === place);
    const [check = "", does] = happens.split(" ");
    if (does !== undefined) return this.#checkSignals(stage, check, does);
    if (this.#proposal)
      return happens === "confirm" || happens === "send-back" ? [`stage_${place}_approve`] : undefined;
    if (stage?.secondApproval && stage.actions.some(({ name }) => name === happens)) return [`stage_${place}_work`];
    if (stage?.actions.some(({ name }) => name === happens)) {
      if (this.#isAsleep) return undefined;
      return [stage.moreInformation ? `stage_${place}_work` : `stage_${place}`];
    }
    switch (happens) {
      case "ask":
        return stage?.moreInformation && !this.#isAsleep ? [`stage_${place}_work`] : undefined;
      case "answer":
        return this.#isAsleep ? [`stage_${place}_answer`] : undefined;
      case "pay":
        return stage?.payment ? [`stage_${place}`] : undefined;
      case "time":
        if (this.#isAsleep) return [`stage_${place}_silent`];
        if (stage?.coSign) return [`stage_${place}_late`];
        if (stage?.awaits && !(stage.waits && this.#hasWaitLeft)) return [`stage_${place}_await_1_late`];
        return stage?.payment ? [`stage_${place}_unpaid`] : undefined;
      case "sign":
        return stage?.coSign ? [`stage_${place}`] : undefined;
      case "wait":
        return stage?.waits && this.#hasWaitLeft ? [`stage_${place}_wait_1`] : undefined;
      case "come":
        return stage?.awaits && !(stage.waits && this.#hasWaitLeft) ? [`stage_${place}_await_1`] : undefined;
      case "correct":
        return place === "closed" ? ["outcome_closed_action_1_correct"] : undefined;
      case "withdraw":
        return stage && !stage.payment ? [`stage_${place}_right_1_withdraw`] : undefined;
      case "appeal":
        return place === "refused" &&
          this.service.outcomes.some(({ name, rights }) => name === place && rights.length > 0)
          ? ["outcome_refused_right_1_appeal"]
          : undefined;
      default:
        return undefined;
    }
  }

  /** What a check of the stage waits for: its people's work, or its time. */
  #checkSignals(stage: Stage | undefined, check: string, does: string): string[] | undefined {
    const open = this.#openCheck(check);
    const at = stage?.checks?.findIndex(({ name }) => name === check) ?? -1;
    if (!open || !stage || at < 0) return undefined;
    const { doing = [], skipWhen, finish } = stage.checks?.[at] ?? {};
    const isWrapped = skipWhen !== undefined || finish?.goOnWithout === true;
    const id = `stage_${stage.name}_check_${at + 1}${isWrapped ? "_check" : ""}`;
    if (does === "late") return [`${id}_late`];
    return [doing.length > 0 ? `${id}_work` : id];
  }

  #openCheck(check: string) {
    return this.present.checks?.find(({ check: name, state }) => name === check && state === "open");
  }

  get #proposal(): boolean {
    return this.present.proposals?.some(({ state }) => state === "proposed") === true;
  }

  get #hasWaitLeft(): boolean {
    return this.present.deadlines.some(({ kind, state }) => kind === "wait" && state === "running");
  }

  /** What the conditions of the file read: facts, results of rules, what is owed. */
  get facts(): object {
    const facts = factsOf(this.service, this.present, this.now, this.days);
    const results = Object.keys(this.service.rules).map((id) => [id, this.rulebook.evaluate(id, facts)]);
    const owed = this.present.payments.some(({ state }) => state === "wanted" || state === "requested") ? 1 : 0;
    const stages = (this.service.route?.stages ?? []).flatMap(({ payment }) => (payment ? [[payment.name, owed]] : []));
    const asked = this.#isAsleep ? { [keyOf(this.place)]: askAction } : {};
    const last = this.present.proposals?.at(-1);
    const approvals = last ? { [keyOf(last.stage)]: last.state === "sent-back" ? "send-back" : "confirm" } : {};
    return {
      ...facts.values,
      ...asked,
      approvals,
      agreed: this.#agreed,
      rules: Object.fromEntries(results),
      owed: Object.fromEntries(stages),
    };
  }

  /** Of each stage by several people: the action that all of them chose in its last visit. */
  get #agreed(): object {
    const stages = (this.service.route?.stages ?? []).filter(({ doneBy }) => doneBy !== undefined);
    const agreed = stages.flatMap(({ name, doneBy = 0 }) => {
      const visit = this.present.visits[name];
      const views = (this.present.views ?? []).filter((one) => one.stage === name && one.visit === visit);
      const [first] = views;
      const isAll = first && views.length === doneBy && views.every(({ action }) => action === first.action);
      return isAll ? [[keyOf(name), first.action]] : [];
    });
    return Object.fromEntries(agreed);
  }

  #checkHappens(check: string, does: string): void {
    if (does === "late") {
      const open = this.#openCheck(check);
      const deadline = this.present.deadlines.find((one) => one.check === open?.id && one.state === "running");
      this.now = deadline?.at ?? this.now;
      this.do({ type: "due" });
      return;
    }
    const task = this.present.tasks.find((one) => one.check === this.#openCheck(check)?.id && one.state !== "done");
    this.do({ type: "chosen", by: this.#officer(), taskId: task?.id ?? "", action: does, reason: "Because." });
  }

  happen(happens: Happens): void {
    const [check = "", does] = happens.split(" ");
    if (does !== undefined) {
      this.#checkHappens(check, does);
      return;
    }
    const task = this.present.tasks.findLast(({ state }) => state === "open" || state === "claimed");
    const by = task?.claimedBy ?? this.#officer();
    switch (happens) {
      case "ask":
        this.do({ type: "information-asked", by, taskId: task?.id ?? "", question: "Which?" });
        return;
      case "answer":
        this.do({
          type: "information-answered",
          by: applicant,
          requestId: this.present.requests.at(-1)?.id ?? "",
          answer: "This.",
        });
        return;
      case "pay": {
        const payment = this.present.payments.at(-1);
        this.do({ type: "payment-settled", paymentId: payment?.id ?? "", amount: payment?.amount ?? 0 });
        return;
      }
      case "time":
        this.now = new Date(Date.parse(this.now) + 20 * 86_400_000).toISOString();
        this.do({ type: "due" });
        return;
      case "sign":
        this.do({ type: "co-signed", by: { kind: "applicant", id: "director" } });
        return;
      case "wait":
        this.now = new Date(Date.parse(this.now) + 4 * 86_400_000).toISOString();
        this.do({ type: "due" });
        return;
      case "come":
        this.#persons += 1;
        this.do({
          type: "announced",
          source: "court",
          name: "judgment",
          values: { upheld: this.present.answers["keeper"] === true },
          messageId: `m-${this.#persons}`,
        });
        return;
      case "correct":
        this.do({ type: "officer-right-used", by: this.#officer(), right: "correct", reason: "A slip." });
        return;
      case "withdraw":
      case "appeal":
        this.do({ type: "right-used", by: applicant, right: happens });
        return;
      default:
        this.do({ type: "chosen", by, taskId: task?.id ?? "", action: happens, reason: "Because." });
        return;
    }
  }
}

type Done = (error: unknown, result?: unknown) => void;
interface Script {
  execute(scope: unknown, done: Done): void;
}
interface Api {
  readonly id: string;
  readonly type: string;
  signal(): void;
  cancel(): void;
}

/** The case in bpmn-engine. Its conditions are the JSONata of the file over the facts of our case; its timers are too long to fire by themselves. */
class Foreign {
  readonly trace: string[] = [];
  readonly #routed: Routed;
  /** Several at once where a step is done by several people. */
  readonly #waiting = new Map<string, Api[]>();
  readonly #engine: Engine;
  readonly #listener = new EventEmitter();
  #pending = 0;

  constructor(service: Service, routed: Routed, xml: string) {
    this.#routed = routed;
    const places = new Map(buildProcess(service).scope.steps.flatMap(({ id, place }) => (place ? [[id, place]] : [])));
    this.#engine = new Engine({
      name: service.name,
      settings: { enableDummyService: true },
      // This engine cannot read messages of a pool without a process of its own.
      source: xml
        .replace(/<bpmn:messageFlow[^>]*\/>/g, "")
        .replace(/<bpmndi:BPMNEdge id="edge_message[\s\S]*?<\/bpmndi:BPMNEdge>/g, ""),
      scripts: { register: () => undefined, getScript: (_language, flow) => this.#conditionOf(flow) },
      expressions: {
        resolveExpression: (text: string) =>
          /^\W*(get value\()?deadlines/.test(text) ? "2099-01-01T00:00:00.000Z" : text,
      },
    });
    for (const event of ["activity.wait", "activity.timer", "activity.catch"]) {
      this.#listener.on(event, (api: Api) => this.#waiting.set(api.id, [...(this.#waiting.get(api.id) ?? []), api]));
    }
    this.#listener.on("activity.leave", ({ id }: Api) => this.#waiting.delete(id));
    this.#listener.on("activity.enter", ({ id }: Api) => {
      const place = places.get(id);
      if (place) this.trace.push(place);
    });
  }

  #conditionOf(flow: unknown): Script {
    const body = conditionIn(flow);
    return {
      execute: (_scope: unknown, done: Done) => {
        this.#pending += 1;
        Promise.resolve()
          .then(() => conditionGives(body, this.#routed.facts))
          .then(
            (result: unknown) => {
              this.#pending -= 1;
              done(null, result === true);
            },
            (error: unknown) => {
              this.#pending -= 1;
              done(error);
            },
          );
      },
    };
  }

  async begin(): Promise<void> {
    await this.#engine.execute({ listener: this.#listener });
    await this.signal("start");
  }

  /** Tells the engine that what an element waits for has come, or that its time is over. */
  async signal(id: string): Promise<void> {
    const api = this.#waiting.get(id)?.pop();
    if (!api) throw new Error(`${id} does not wait; waiting are: ${[...this.#waiting.keys()].join(", ")}.`);
    if (/_(silent|unpaid|late|wait_\d+)$/.test(id)) api.cancel();
    else api.signal();
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#pending > 0);
  }

  async stop(): Promise<void> {
    // One that has come to its end never says that it stopped.
    if (this.#engine.state === "running") await this.#engine.stop();
  }
}

/** A condition as the engine of its file would work it out: FEEL behind "=" (Camunda), one comparison in braces (Flowable), else JSONata. */
function conditionGives(body: string, facts: object): unknown {
  if (body.startsWith("=")) {
    const { value } = evaluate(body.slice(1), { ...facts });
    if (typeof value !== "boolean") throw new Error(`${body} gives ${String(value)}: Camunda would stop here.`);
    return value;
  }
  if (!body.startsWith("${")) return jsonata(body).evaluate(facts);
  const [, name = "", member, text, other = ""] = /^\$\{(\w+)(?:\['(.*)'\])? == (?:'(.*)'|(.*))\}$/.exec(body) ?? [];
  const found = member === undefined ? memberOf(facts, name) : memberOf(memberOf(facts, name), member);
  return found === (text ?? JSON.parse(other));
}

/** The condition of a sequence flow of the engine. */
function conditionIn(flow: unknown): string {
  const behaviour = memberOf(flow, "behaviour");
  const body = memberOf(memberOf(behaviour, "conditionExpression"), "body");
  if (typeof body !== "string") throw new Error("A condition has no text.");
  return body;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
