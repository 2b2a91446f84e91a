// FW703: rows, exceptions and ways out of stages that no example takes, with ready examples for them.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { BuiltRule } from "../../model/model.ts";
import type { Expression, Stage as RouteStage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { createProvers, type Provers } from "../proof/prove.ts";
import { lineOfStage, nameSpan } from "../route/stages.ts";
import { textAt } from "../text-edits.ts";
import { examplesFix, type ReadyExample } from "./examples-fix.ts";
import type { Played } from "./play-example.ts";
import { missedOf, type Reached, reachedBy, wayFrom, waysGone } from "./reached.ts";
import { findReadyExamples, type Goal } from "./ready-example.ts";
import { personFor, readyForBranch, startOf } from "./ready-part.ts";
import { sayExit } from "./say-exit.ts";
import type { Stage } from "./stage.ts";
import { type Start, startsOf } from "./starts.ts";

/** So many ready examples for one problem: more nobody reads before taking them over. */
const mostReady = 12;

/** Told once there are examples at all: a text gets there by its outcomes first. */
export function checkPartWithoutExample(stage: Stage, played: readonly Played[]): Problem[] {
  const { model } = stage;
  if (played.length === 0) return [];
  const provers = createProvers(model);
  const reached = reachedBy(played);
  const rules = [...model.rules.values()].filter((rule) => rule.at.file === model.tree.file && rule.name !== undefined);
  return [
    ...(model.route?.stages ?? []).flatMap((one) => missedWays(stage, provers, one, played, reached)),
    ...withoutRepeats(rules.flatMap((rule) => missedBranches(stage, provers, rule, played))),
  ];
}

interface Way {
  readonly to: string;
  /** What leads there. */
  readonly by: string;
  /** Undefined for what somebody chooses, or time does. */
  readonly when?: string;
}

function waysOut({ service }: Stage, stage: RouteStage): Way[] {
  const written: (readonly [to: string | undefined, by: string, when?: string])[] = [
    ...stage.exits.map((exit) => [exit.goTo, sayExit(service, exit), exit.when] as const),
    ...stage.actions.map(({ name, goTo }) => [goTo, name] as const),
    ...(stage.checks ?? []).map(({ name, finish }) => [finish?.goTo, `when the time of ${name} is over`] as const),
    [stage.otherwise, "otherwise"],
  ];
  return written.flatMap(([to, by, when]) =>
    to === undefined ? [] : [{ to, by, ...(when !== undefined && { when }) }],
  );
}

/** A way from a place that examples reach; one to an outcome that none reaches is told there. */
function missedWays(
  stage: Stage,
  provers: Provers,
  from: RouteStage,
  played: readonly Played[],
  { places, ways }: Reached,
): Problem[] {
  const { model } = stage;
  const line = lineOfStage(model, from);
  const isTold = (to: string) => model.outcomes.some(({ name }) => name === to) && !places.has(to);
  const missed = waysOut(stage, from).filter(({ to }) => !isTold(to) && !ways.has(wayFrom(from.name, to)));
  if (!line || missed.length === 0 || !places.has(from.name)) return [];
  const goals = missed.map(({ to, by, when }) => goalOf(stage, from, to, when === undefined ? ` (${by})` : ""));
  const guards = from.exits.flatMap(({ when }): Expression[] => (when === undefined ? [] : [{ op: "rule", id: when }]));
  const starts = missed.flatMap(({ when }): Start[] => {
    const at = guards.findIndex((guard) => guard.op === "rule" && guard.id === when);
    const guard = guards[at];
    const person = guard && personFor(provers, guard, guards.slice(0, at));
    return person ? [startOf(stage, person)] : [];
  });
  const found = findReadyExamples(stage, played, goals, starts);
  const ready = goals.flatMap(({ key, title }): ReadyExample[] => {
    const lines = found.get(key);
    return lines ? [{ title, lines }] : [];
  });
  const said = missed.map(({ to, by }) => `${by} → ${to}`);
  return [
    told(stage, nameSpan(line), `leaves stage ${from.name} by every way`, [`Not gone yet: ${said.join(", ")}.`], ready),
  ];
}

function goalOf({ model }: Stage, from: RouteStage, to: string, how: string): Goal & { title: string } {
  const key = wayFrom(from.name, to);
  const isOutcome = model.outcomes.some(({ name }) => name === to);
  return {
    key,
    title: `From ${from.name} to ${to}${how}`,
    isReached: (standings) => waysGone(standings).includes(key) && standings.at(-1)?.entered.includes(to) === true,
    expect: isOutcome ? `outcome is ${to}` : `case goes to ${to}`,
  };
}

function missedBranches(stage: Stage, provers: Provers, rule: BuiltRule, played: readonly Played[]): Problem[] {
  const missed = missedOf(stage, rule, played);
  const [first] = missed;
  if (first === undefined) return [];
  const { model } = stage;
  const isTable = rule.expression.op === "table";
  const word = isTable ? "|" : "except";
  const block = model.tree.lines.findLast((line) => line.span.start <= rule.at.start);
  const lines = (block?.children ?? []).filter((line) => wordOf(line) === word);
  const at = (index: number): Line | undefined => lines[index + (isTable ? 1 : 0)];
  const said = missed
    .flatMap((index) => at(index) ?? [])
    .map((line) => textAt(model.trees, line.span).replace(/\s+/g, " "));
  const shown = said.slice(0, mostReady).map((text) => `Not taken yet:  ${text}`);
  const more = said.length > mostReady ? [`And ${said.length - mostReady} more.`] : [];
  const reaches = isTable ? `takes every row of ${tableName(rule)}` : `takes every exception of ${rule.name ?? ""}`;
  const starts = startsOf(stage, played);
  const ready = missed
    .slice(0, mostReady)
    .flatMap((index) => readyForBranch(stage, provers, rule, index, starts) ?? []);
  return [told(stage, at(first)?.span ?? rule.at, reaches, [...shown, ...more], ready)];
}

function told(
  { model }: Stage,
  at: Problem["at"],
  reaches: string,
  explanation: readonly string[],
  ready: readonly ReadyExample[],
): Problem {
  return problems.partWithoutExample(
    at,
    { reaches },
    { explanation, fixes: ready.length > 0 ? [examplesFix(model, ready)] : [] },
  );
}

function tableName({ expression, name }: BuiltRule): string {
  return (expression.op === "table" ? expression.table : name) ?? "";
}

/** A table with two results is one table. */
function withoutRepeats(found: readonly Problem[]): Problem[] {
  return found.filter((problem, index) => found.findIndex((one) => one.at.start === problem.at.start) === index);
}
