// The route as a graph for the checks of this folder: every way out of every stage and outcome, with the line it stands on.
// A new kind of line in a stage gets its ways here and nowhere else: the table below needs an entry for each part of a stage.
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Action, Check, Outcome, Right, RuleId, Stage } from "../../model/shapes.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { madeOnce } from "../made-once.ts";
import { nameOfFact } from "../proof/facts.ts";
import { lineOfStage } from "./stages.ts";

/** How a case comes from one place to another. */
export type WayKind =
  /** `when … go to`, `refuse automatically`. */
  | "exit"
  | "otherwise"
  | "go-to"
  /** The bare `go to` of a stage that is skipped. */
  | "skip"
  | "action"
  /** More information came, or did not come in time. */
  | "information"
  | "silence"
  /** Nothing was paid in time. */
  | "unpaid"
  /** What was waited for did not come in time. */
  | "unheard"
  /** The time of the stage, or of the whole case, ran out. */
  | "deadline"
  /** A source did not answer. */
  | "unavailable"
  /** What people may do of their own accord: withdraw, appeal. */
  | "right";

/** One way from a stage or outcome. */
export interface Way {
  readonly kind: WayKind;
  /** Undefined: from every stage. */
  readonly from: string | undefined;
  readonly to: string;
  readonly at: Span;
  /** Must be yes. */
  readonly when?: RuleId;
  /** Tried before, and must not have been yes. */
  readonly before: readonly RuleId[];
  /** The action or right that leads there. */
  readonly name?: string;
  /** It only counts the checks that are done: the last way of its stage, like an `otherwise`. */
  readonly isBareCount?: boolean;
  /** The action goes against the applicant, or the refusal is automatic. */
  readonly adverse?: boolean;
}

export interface RouteGraph {
  readonly model: Model;
  /** The stage a case starts in. */
  readonly first: string;
  readonly stages: readonly Stage[];
  readonly outcomes: readonly Outcome[];
  stage(name: string): Stage | undefined;
  /** The ways out of a stage or outcome. */
  from(name: string): readonly Way[];
  /** What a stage may change: starts of the names of variables. */
  changedIn(stage: Stage): readonly string[];
  /** Ways that stand open in every stage. */
  readonly anywhere: readonly Way[];
}

/** The graph of a route. */
export const createRouteGraph = madeOnce((model): RouteGraph => {
  const stages = model.route?.stages ?? [];
  const byName = new Map(stages.map((stage) => [stage.name, stage]));
  const ways = new Map<string, readonly Way[]>([
    ...stages.map((stage): [string, Way[]] => [stage.name, waysOfStage(model, stage)]),
    ...model.outcomes.map((outcome): [string, Way[]] => [outcome.name, waysOfOutcome(model, outcome)]),
  ]);
  const changes = new Map<string, readonly string[]>();
  return {
    model,
    first: model.route?.first ?? "",
    stages,
    outcomes: model.outcomes,
    stage: (name) => byName.get(name),
    from: (name) => ways.get(name) ?? [],
    changedIn: (stage) => {
      const known = changes.get(stage.name) ?? changesOf(model, stage);
      changes.set(stage.name, known);
      return known;
    },
    anywhere: waysFromAnywhere(model),
  };
});

/** Names of all stages and outcomes that a stage can lead to. */
export function leadsTo(model: Model, stage: Stage): string[] {
  return waysOfStage(model, stage).map(({ to }) => to);
}

interface Placed {
  readonly model: Model;
  readonly stage: Stage;
  readonly line: Line | undefined;
}

const none = (): Way[] => [];

/** What each part of a stage adds to its ways. Follow the type errors: a part that leads nowhere is `none`. */
const waysBy: { readonly [Part in keyof Required<Stage>]: (placed: Placed) => Way[] } = {
  name: none,
  title: none,
  by: none,
  skipWhen: ({ stage, line }) => {
    const { skipWhen, goTo } = stage;
    if (skipWhen === undefined) return [];
    return way(stage, goTo, { kind: "skip", at: formSpan(line, "skip when <c>"), when: skipWhen, before: [] });
  },
  stopsTheClock: none,
  doing: ({ model, stage }) => waysOfFetches(model, stage, stage.doing),
  shows: none,
  questions: none,
  advisedBy: none,
  notTheSamePersonAs: none,
  samePersonAs: none,
  doneBy: none,
  invite: none,
  secondApproval: none,
  checks: ({ model, stage }) => (stage.checks ?? []).flatMap((check) => waysOfCheck(model, stage, check)),
  actions: ({ model, stage }) => stage.actions.flatMap((action) => ofAction(model, action, stage.name)),
  moreInformation: ({ model, stage }) => {
    const asking = stage.moreInformation;
    if (!asking) return [];
    const at = spanOf(model, asking);
    return [
      ...way(stage, asking.goTo, { kind: "information", at, before: [] }),
      ...way(stage, asking.otherwise ?? asking.goTo, { kind: "silence", at, before: [] }),
    ];
  },
  payment: ({ model, stage }) =>
    stage.payment
      ? way(stage, stage.payment.otherwise, { kind: "unpaid", at: spanOf(model, stage.payment), before: [] })
      : [],
  waits: none,
  awaits: ({ model, stage }) =>
    (stage.awaits ?? []).flatMap((awaited) =>
      way(stage, awaited.otherwise, { kind: "unheard", at: spanOf(model, awaited), before: [] }),
    ),
  takesLonger: none,
  consults: none,
  holds: none,
  corrects: none,
  coSign: none,
  reminders: none,
  finish: ({ model, stage }) =>
    stage.finish
      ? way(stage, stage.finish.goTo, { kind: "deadline", at: spanOf(model, stage.finish), before: [] })
      : [],
  exits: ({ model, stage }) =>
    stage.exits.flatMap((exit, index) =>
      way(stage, exit.goTo, {
        kind: "exit",
        at: spanOf(model, exit),
        when: exit.when,
        before: stage.exits.slice(0, index).map((one) => one.when),
        ...(exit.refuseBecause && { adverse: true }),
        ...(exit.done !== undefined && exit.and === undefined && { isBareCount: true }),
      }),
    ),
  otherwise: ({ stage, line }) =>
    way(stage, stage.otherwise, {
      kind: "otherwise",
      at: formSpan(line, "otherwise go to <n>"),
      before: stage.exits.map((one) => one.when),
    }),
  goTo: ({ stage, line }) =>
    // With an `otherwise` beside it, only a skipped stage takes it.
    stage.otherwise !== undefined
      ? []
      : way(stage, stage.goTo, {
          kind: "go-to",
          at: formSpan(line, "go to <n>"),
          before: stage.exits.map((one) => one.when),
        }),
};

/** The parts that lead anywhere. */
const leading = Object.values(waysBy).filter((ways) => ways !== none);

function waysOfStage(model: Model, stage: Stage): Way[] {
  const placed: Placed = { model, stage, line: lineOfStage(model, stage) };
  const all = leading.flatMap((ways) => ways(placed));
  return all.map((one) => (one.at === nowhere ? { ...one, at: placed.line?.span ?? nowhere } : one));
}

/** A check leads out of its stage only when its time runs out, or the source it asks does not answer. */
function waysOfCheck(model: Model, stage: Stage, { finish, doing }: Check): Way[] {
  const late = finish ? way(stage, finish.goTo, { kind: "deadline", at: spanOf(model, finish), before: [] }) : [];
  return [...late, ...waysOfFetches(model, stage, doing)];
}

function waysOfFetches(model: Model, stage: Stage, doing: Stage["doing"]): Way[] {
  return doing.flatMap((effect) => {
    const operation = effect.fetch && model.sources[effect.fetch.source]?.operations[effect.fetch.operation];
    const to = operation?.ifUnavailable.stage;
    return way(stage, to, { kind: "unavailable", at: spanOf(model, effect), before: [] });
  });
}

function way(stage: Stage, to: string | undefined, rest: Omit<Way, "from" | "to">): Way[] {
  if (to === undefined) return [];
  return [{ from: stage.name, to, ...rest }];
}

function ofAction(model: Model, action: Action, from: string | undefined): Way[] {
  if (action.goTo === undefined) return [];
  const { name, goTo: to, when, adverse } = action;
  return [{ kind: "action", from, to, name, adverse, at: spanOf(model, action), ...(when && { when }), before: [] }];
}

function ofRight(model: Model, right: Right, from: string | undefined): Way[] {
  if (right.goTo === undefined) return [];
  const { name, goTo: to, when } = right;
  return [{ kind: "right", from, to, name, at: spanOf(model, right), ...(when && { when }), before: [] }];
}

/** What each part of an outcome adds, as for stages. */
const waysByOutcome: { readonly [Part in keyof Required<Outcome>]: (model: Model, outcome: Outcome) => Way[] } = {
  name: none,
  title: none,
  noAppeal: none,
  doing: none,
  rights: (model, outcome) => outcome.rights.flatMap((right) => ofRight(model, right, outcome.name)),
  officerActions: (model, outcome) =>
    (outcome.officerActions ?? []).flatMap((action) => ofAction(model, action, outcome.name)),
};

function waysOfOutcome(model: Model, outcome: Outcome): Way[] {
  return Object.values(waysByOutcome).flatMap((ways) => ways(model, outcome));
}

/** Rights, actions and clocks of the whole route, and sources that do not answer while the form is filled in. */
function waysFromAnywhere(model: Model): Way[] {
  const { route, sources } = model;
  if (!route) return [];
  const done = route.stages.flatMap(({ doing, checks = [] }) => [doing, ...checks.map((check) => check.doing)]).flat();
  const fetched = new Set(done.flatMap(({ fetch }) => fetch?.source ?? []));
  const unavailable = Object.entries(sources).flatMap(([name, { operations }]) =>
    fetched.has(name) ? [] : Object.values(operations).flatMap(({ ifUnavailable }) => ifUnavailable.stage ?? []),
  );
  const rights = route.rights.flatMap((right) => ofRight(model, right, undefined));
  const actions = (route.officerActions ?? []).flatMap((action) => ofAction(model, action, undefined));
  const clock = route.finish?.goTo;
  const at = spanOf(model, route);
  return [
    ...rights,
    ...actions,
    ...(clock === undefined ? [] : [{ kind: "deadline" as const, from: undefined, to: clock, at, before: [] }]),
    ...unavailable.map((to): Way => ({ kind: "unavailable", from: undefined, to, at, before: [] })),
  ];
}

const nowhere: Span = { file: "", start: 0, end: 0 };

function spanOf(model: Model, piece: object): Span {
  return model.places.get(piece)?.span ?? nowhere;
}

/** The line of a form in a stage. */
export function formLine(line: Line | undefined, form: string): Line | undefined {
  return line?.children.find((child) => child.form === form);
}

function formSpan(line: Line | undefined, form: string): Span {
  return formLine(line, form)?.span ?? nowhere;
}

/** The line `route`. */
export function routeLine(model: Model): Line | undefined {
  return model.tree.lines.find((line) => wordOf(line) === "route");
}

/** What a stage may change: what is recorded there, what is fetched there, what is chosen there. Starts of variables' names. */
function changesOf(model: Model, stage: Stage): string[] {
  const works = [stage, ...(stage.checks ?? [])];
  const fields = works.flatMap((work) => [...work.questions, ...work.actions.flatMap((action) => action.questions)]);
  const names = new Set(works.map(({ name }) => name));
  const own = model.data.filter((datum) => datum.from === "stage" && names.has(datum.item?.name ?? datum.said));
  const items = (stage.checks ?? []).flatMap(({ forEach }) => (forEach ? [`${forEach.item}'`] : []));
  return [
    ...fields.map((field) => nameOfFact(field.path, undefined)),
    ...works.flatMap(({ doing }) => doing.flatMap((effect) => (effect.fetch ? [effect.fetch.key] : []))),
    ...own.map((datum) => nameOfFact(datum.path, datum.item?.key)),
    ...items,
    ...(stage.corrects ?? []),
  ];
}

/** Everything that can be reached by the ways that are taken into account. */
export function reachableFrom(
  graph: RouteGraph,
  starts: readonly string[],
  counts: (way: Way) => boolean = () => true,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const one of graph.from(name)) if (counts(one)) waiting.push(one.to);
  }
  return reached;
}
