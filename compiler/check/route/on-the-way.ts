// What is known of a case in each stage, whichever way it came: conditions it had to meet, actions that had to be chosen.
// Walks the route from its start over the ways that can be taken; a way whose condition contradicts what is known is not.
// What may change in between (officers' answers, registers asked again, more information, the day) is forgotten.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Expression, RuleId, Stage } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { factVariable, nameOfFact } from "../proof/facts.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf, among, type Formula, isAlways, opposite, variablesOf } from "../proof/formula.ts";
import type { Prover, Provers } from "../proof/prove.ts";
import type { Answer } from "../proof/solve.ts";
import { checksDone, recorded } from "./recorded.ts";
import type { RouteGraph, Way } from "./route-graph.ts";

/** One thing that is known, and where it was learned. */
export interface Known {
  readonly formula: Formula;
  readonly variables: ReadonlySet<string>;
  readonly at: Span;
  /** The variable is one of these: of cases that come by several ways, one of all of them. */
  readonly oneOf?: { readonly variable: string; readonly values: readonly string[] };
}

/** By the words of the condition. */
type Facts = ReadonlyMap<string, Known>;

export interface OnTheWay {
  readonly graph: RouteGraph;
  readonly prover: Prover;
  /** What is known in a stage; undefined when no case gets there. */
  known(stage: string): readonly Known[] | undefined;
  /** Whether the way can be taken by a case that is in its stage; undefined for a stage that no case reaches. */
  verdict(way: Way): Answer["verdict"] | undefined;
  /** Everything that must be so for the way to be taken, one by one. */
  needs(way: Way): readonly Known[];
  /** A case that comes to the stage and for which all these are so; `none` when no case can, `open` when the search ended first. */
  caseIn(stage: string, goal: readonly Formula[]): CaseThere | "none" | "open";
  /** What the variable stands for changes by itself. */
  isFleeting(name: string): boolean;
  /** The proofs took too many steps: what is known was given up, and every further way counts as open. */
  readonly gaveUp: boolean;
}

/** What a proof over the route found, and what it could not decide. */
export interface Found {
  readonly problems: readonly Problem[];
  readonly undecided: readonly Undecided[];
}

/** A case in a stage, by one way through the route. */
export interface CaseThere {
  readonly answer: Extract<Answer, { verdict: "found" }>;
  /** What is known of it by the way it came. */
  readonly facts: readonly Formula[];
}

/** Ways through the route that are tried for one case, and steps of looking for them. */
const mostTries = 24;
const mostSearched = 2000;

/** A route is walked at most so many times, counted in looks at its ways. */
const mostLooks = 6;

export function walkRoute(graph: RouteGraph, provers: Provers): OnTheWay {
  const prover = provers.at({ turn: afterForm });
  const facts = new Map<string, Facts>();
  const verdicts = new Map<Way, Answer["verdict"]>();
  const spoken = new Map<string, Known>();
  const say = (key: string, formula: Formula, at: Span): Known => {
    const one = spoken.get(key) ?? { formula, variables: deepVariables(prover, formula), at };
    spoken.set(key, one);
    return one;
  };
  const ways = graph.stages.reduce((sum, stage) => sum + graph.from(stage.name).length, 0);
  let looksLeft = mostLooks * (ways + 10);
  const waiting: string[] = [];

  const arrive = (name: string, more: Facts): void => {
    const before = facts.get(name);
    const after = before ? inBoth(before, more, say) : more;
    if (before && [...before].every(([key, one]) => after.get(key) === one)) return;
    facts.set(name, after);
    waiting.push(name);
  };
  const leave = (way: Way, here: Facts, stage: Stage | undefined): void => {
    looksLeft -= 1;
    const earlier = verdicts.get(way);
    if (earlier !== "found" && earlier !== "open") {
      const formulas = needsOf(prover, say, way, here).map(({ formula }) => formula);
      const isBare = way.when === undefined && way.before.length === 0;
      const verdict = looksLeft < 0 ? "open" : isBare ? "found" : prover.canBe(allOf(formulas)).verdict;
      verdicts.set(way, verdict);
      if (verdict === "none") return;
    }
    arrive(way.to, looksLeft < 0 ? new Map() : carried(prover, say, graph, way, here, stage));
  };

  let quickest: ReadonlyMap<string, Facts> | undefined;
  arrive(graph.first, new Map());
  for (const way of graph.anywhere) arrive(way.to, new Map());
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const here = facts.get(name) ?? new Map();
    for (const way of graph.from(name)) leave(way, here, graph.stage(name));
  }
  return {
    graph,
    prover,
    known: (stage) => {
      const here = facts.get(stage);
      return here && [...here.values()];
    },
    verdict: (way) => verdicts.get(way),
    needs: (way) => needsOf(prover, say, way, facts.get(way.from ?? "") ?? new Map()),
    caseIn: (name, goal) => {
      const here = [...(facts.get(name)?.values() ?? [])].map(({ formula }) => formula);
      const { verdict } = prover.canBe(allOf([...here, ...goal]));
      if (verdict !== "found") return verdict;
      const counts = (way: Way) => verdicts.get(way) !== "none";
      quickest ??= quickestFacts(prover, say, graph, counts);
      const known = [...(quickest.get(name)?.values() ?? [])].map(({ formula }) => formula);
      const answer = prover.canBe(allOf([...known, ...goal]));
      if (quickest.has(name) && answer.verdict === "found") return { answer, facts: known };
      return caseByOneWay(prover, say, graph, name, goal, counts);
    },
    isFleeting: (name) => isFleeting(prover, name),
    gaveUp: looksLeft < 0,
  };
}

/**
 * Tries the ways from the start to a stage, the shortest first. No stage twice: a circle teaches nothing new. They are
 * searched for as long as the limits allow.
 */
function caseByOneWay(
  prover: Prover,
  say: Say,
  graph: RouteGraph,
  stage: string,
  goal: readonly Formula[],
  counts: (way: Way) => boolean,
): CaseThere | "none" | "open" {
  const starts = new Set([graph.first, ...graph.anywhere.map(({ to }) => to)]);
  const tried = (trail: readonly Way[]): CaseThere | "none" | "open" => {
    const here = trail.reduce<Facts>(
      (known, way) => carried(prover, say, graph, way, known, graph.stage(way.from ?? "")),
      new Map(),
    );
    const facts = [...here.values()].map(({ formula }) => formula);
    const answer = prover.canBe(allOf([...facts, ...goal]));
    return answer.verdict === "found" ? { answer, facts } : answer.verdict;
  };
  const into = waysInto(graph);
  const waiting: (readonly Way[])[] = [[]];
  let isOpen = false;
  let tries = 0;
  for (let searched = 0; waiting.length > 0; searched++) {
    const trail = waiting.shift() ?? [];
    if (searched >= mostSearched || tries >= mostTries) return "open";
    const at = trail[0]?.from ?? stage;
    if (starts.has(at)) {
      tries += 1;
      const answer = tried(trail);
      if (answer === "open") isOpen = true;
      else if (answer !== "none") return answer;
    }
    for (const way of into.get(at) ?? [])
      if (counts(way) && way.from !== stage && !trail.some((one) => one.to === way.from)) waiting.push([way, ...trail]);
  }
  return isOpen ? "open" : "none";
}

/** What is known in each stage of a case that came by the way with the fewest stages. */
function quickestFacts(prover: Prover, say: Say, graph: RouteGraph, counts: (way: Way) => boolean): Map<string, Facts> {
  const starts = [graph.first, ...graph.anywhere.map(({ to }) => to)];
  const known = new Map<string, Facts>(starts.map((name) => [name, new Map()]));
  // A map grows while it is walked: nearer places come first.
  for (const [name, here] of known)
    for (const way of graph.from(name))
      if (counts(way) && !known.has(way.to))
        known.set(way.to, carried(prover, say, graph, way, here, graph.stage(name)));
  return known;
}

function waysInto(graph: RouteGraph): Map<string, Way[]> {
  const into = new Map<string, Way[]>();
  for (const { name } of [...graph.stages, ...graph.outcomes])
    for (const way of graph.from(name)) into.set(way.to, [...(into.get(way.to) ?? []), way]);
  return into;
}

type Say = (key: string, formula: Formula, at: Span) => Known;

/** What is known here, that nothing before it was yes, and its own condition. */
function needsOf(prover: Prover, say: Say, way: Way, here: Facts): Known[] {
  const before = way.before.flatMap((id) => [...factsOf(prover, say, id, false).values()]);
  const own = way.when === undefined ? [] : [...factsOf(prover, say, way.when, true).values()];
  return [...here.values(), ...before, ...own];
}

/** A condition taken apart: each part that must be yes (or must not be) is known by itself. */
function factsOf({ t }: Prover, say: Say, id: RuleId, isYes: boolean): Map<string, Known> {
  const found = new Map<string, Known>();
  const rule = t.model.rules.get(id);
  if (!rule || rule.broken) return found;
  const take = (expression: Expression, depth: number): void => {
    const named = expression.op === "rule" ? t.model.rules.get(expression.id) : undefined;
    if (named && !named.broken && depth < deepest) {
      take(named.expression, depth + 1);
      return;
    }
    const joined = isYes ? "and" : "or";
    if (expression.op === joined && depth < deepest) {
      for (const part of expression.parts) take(part, depth + 1);
      return;
    }
    const key = `${isYes ? "yes" : "not"} ${JSON.stringify(expression)}`;
    found.set(key, say(key, isYes ? t.yes(expression) : opposite(t.yes(expression)), rule.at));
  };
  take({ op: "rule", id }, 0);
  return found;
}

/** How deep decisions inside decisions are taken apart. */
const deepest = 8;

/** What is still known once the way was taken. */
function carried(prover: Prover, say: Say, graph: RouteGraph, way: Way, here: Facts, stage: Stage | undefined): Facts {
  // With more information every answer may be another one; a right after an outcome is used at another time.
  if (way.kind === "information" || way.kind === "silence" || !stage) return new Map();
  const learned = new Map(here);
  for (const id of way.before) for (const [key, one] of factsOf(prover, say, id, false)) learned.set(key, one);
  const next = graph.stage(way.to);
  const changed = [
    ...(stage && way.kind !== "skip" ? graph.changedIn(stage) : []),
    ...(next ? graph.changedIn(next) : []),
  ];
  const own = way.when === undefined ? new Map<string, Known>() : factsOf(prover, say, way.when, true);
  const isOf = (paths: readonly string[]) => (name: string) =>
    paths.some(
      (start) =>
        name === start ||
        (start.endsWith("'") && name.startsWith(start)) ||
        name.startsWith(`${start}.`) ||
        name.startsWith(`${start} `),
    );
  for (const [key, one] of doneThere(prover, say, way, stage)) own.set(key, one);
  for (const [key, one] of chosenThere(prover, say, way, stage)) own.set(key, one);
  const kept = [...learned].filter(([, { variables }]) => ![...variables].some(isOf(changed)));
  // What was just recorded stays as it is until the case comes back; in the next stage it may be changed at once.
  const fresh = [...own].filter(([, { variables }]) => ![...variables].some(isOf(next ? graph.changedIn(next) : [])));
  return new Map(
    [...kept, ...fresh].filter(([, { variables }]) => ![...variables].some((name) => isFleeting(prover, name))),
  );
}

/** Whoever chose an action has recorded what had to be recorded; where all checks are counted, they have come to a result. */
function doneThere(prover: Prover, say: Say, way: Way, stage: Stage): Map<string, Known> {
  const action = way.kind === "action" ? stage.actions.find(({ name }) => name === way.name) : undefined;
  const isAllDone = stage.exits.some(({ when, done }) => when === way.when && done === "all");
  // The questions of the stage are the same whatever was chosen; those of the action are its own.
  const ofStage = stage.questions.length;
  const answers = action ? recorded(prover.t, stage, action) : [];
  const results = isAllDone ? checksDone(prover.t, stage) : [];
  const keyed = [
    ...answers.map((one, at): [string, Formula] => [
      `recorded ${stage.name} ${at < ofStage ? "" : way.name} ${at}`,
      one,
    ]),
    ...results.map((one, at): [string, Formula] => [`done ${stage.name} ${at}`, one]),
  ].filter(([, formula]) => !isAlways(formula));
  return new Map(keyed.map(([key, formula]) => [key, say(key, formula, way.at)]));
}

/** Days pass, and facts of the case change by themselves; what is not looked into may hang on them. */
function isFleeting({ t }: Prover, name: string): boolean {
  if (name === "today" || name.startsWith("case.") || t.vocabulary.isRough(name)) return true;
  // Where applicants can change what they sent, no answer stays as it was.
  return (
    t.model.route?.changeAnswersUntil !== undefined &&
    t.model.data.some(({ from, path, item }) => from === "question" && nameOfFact(path, item?.key) === name)
  );
}

function deepVariables({ t }: Prover, formula: Formula): ReadonlySet<string> {
  return variablesOf(t.vocabulary.withAxioms(formula));
}

/** What both know; of an action that one chose and of one that the other did, that it was one of them. */
function inBoth(one: Facts, two: Facts, say: Say): Facts {
  const both = new Map<string, Known>();
  for (const [key, known] of one) {
    const other = two.get(key);
    if (other) both.set(key, known === other ? known : eitherOf(known, other, say));
  }
  return both;
}

function eitherOf(one: Known, two: Known, say: Say): Known {
  if (!one.oneOf || !two.oneOf || two.oneOf.values.every((value) => one.oneOf?.values.includes(value))) return one;
  return isOneOf(one.oneOf.variable, [...one.oneOf.values, ...two.oneOf.values], one.at, say);
}

function isOneOf(variable: string, values: readonly string[], at: Span, say: Say): Known {
  const all = [...new Set(values)].sort();
  return { ...say(`${variable} is ${all.join(" or ")}`, among(variable, all), at), oneOf: { variable, values: all } };
}

/** The action that was chosen is the stage's value until the case is there again. */
function chosenThere({ t }: Prover, say: Say, way: Way, stage: Stage): [string, Known][] {
  const { name, kind, at } = way;
  if (kind !== "action" || name === undefined || stage.doneBy !== undefined) return [];
  const datum = t.model.data.find(({ from, said, item }) => from === "stage" && said === stage.name && !item);
  if (!datum?.choices?.includes(name)) return [];
  return [[`chosen ${stage.name}`, isOneOf(factVariable(t, datum.path, undefined), [name], at, say)]];
}
