// Every part of a service that an example may reach, and whether one does: outcomes, ways out of stages, rows of tables, exceptions.
import { sayExpression } from "#support/explain-words.ts";
import type { BuiltRule } from "../../model/model.ts";
import type { Outcome, Stage as RouteStage } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import { lineOfStage, nameSpan } from "../route/stages.ts";
import type { Played } from "./play-example.ts";
import { missedOf, type Reached, reachedBy, wayFrom } from "./reached.ts";
import { sayExit } from "./say-exit.ts";
import type { Stage } from "./stage.ts";

/** A part, with its place in the text. */
export interface CoveredPart {
  readonly kind: "outcome" | "way" | "row" | "exception";
  /** The name of the outcome, stage, table or calculation. */
  readonly of: string;
  /** What of it: `approve → pay`, the condition of the row; "" of an outcome. */
  readonly said: string;
  readonly reached: boolean;
  readonly at: Span;
}

/** In the order of the text's own blocks: outcomes, ways, rows and exceptions. */
export function coverageOf(stage: Stage, played: readonly Played[]): CoveredPart[] {
  const { model } = stage;
  const reached = reachedBy(played);
  const rules = [...model.rules.values()].filter((rule) => rule.at.file === model.tree.file && rule.name !== undefined);
  return [
    ...model.outcomes.flatMap((outcome) => partOfOutcome(stage, outcome, reached)),
    ...(model.route?.stages ?? []).flatMap((one) => waysOf(stage, one, waysOutOf(stage, one), reached)),
    ...model.outcomes.flatMap((one) => waysOf(stage, one, waysOutOfOutcome(one), reached)),
    ...withoutRepeats(rules.flatMap((rule) => branchesOf(stage, rule, played))),
  ];
}

function partOfOutcome({ model }: Stage, outcome: Outcome, { places }: Reached): CoveredPart[] {
  const line = lineOfStage(model, outcome);
  const reached = places.has(outcome.name);
  return line ? [{ kind: "outcome", of: outcome.name, said: "", reached, at: nameSpan(line) }] : [];
}

type Way = readonly [by: string, to: string | undefined];

function waysOutOf({ service }: Stage, stage: RouteStage): Way[] {
  return [
    ...stage.exits.map((exit): Way => [sayExit(service, exit), exit.goTo]),
    ...stage.actions.map(({ name, goTo }): Way => [name, goTo]),
    ["otherwise", stage.otherwise],
    ["goes on", stage.goTo],
    ["not paid in time", stage.payment?.otherwise],
    ["no answer in time", stage.moreInformation?.otherwise],
    ["time runs out", stage.finish?.goTo],
  ];
}

function waysOutOfOutcome(outcome: Outcome): Way[] {
  return outcome.rights.map(({ name, goTo }): Way => [`applicant can ${name}`, goTo]);
}

/** Two ways to the same place are one: which of the two was gone cannot be seen from where the case stands. */
function waysOf({ model }: Stage, from: RouteStage | Outcome, ways: readonly Way[], reached: Reached): CoveredPart[] {
  const line = lineOfStage(model, from);
  if (!line) return [];
  const byPlace = new Map<string, string[]>();
  for (const [by, to] of ways) if (to !== undefined) byPlace.set(to, [...(byPlace.get(to) ?? []), by]);
  return [...byPlace].map(([to, by]) => ({
    kind: "way",
    of: from.name,
    said: `${[...new Set(by)].join(", ")} → ${to}`,
    reached: reached.ways.has(wayFrom(from.name, to)),
    at: nameSpan(line),
  }));
}

function branchesOf(stage: Stage, rule: BuiltRule, played: readonly Played[]): CoveredPart[] {
  const { expression } = rule;
  const missed = new Set(missedOf(stage, rule, played));
  if (expression.op === "exceptions")
    return expression.cases.map(({ when, value }, index) => ({
      kind: "exception",
      of: rule.name ?? rule.id,
      said: `${sayExpression(value, stage.service)} when ${sayExpression(when, stage.service)}`,
      reached: !missed.has(index),
      at: rule.at,
    }));
  if (expression.op !== "table" || (expression.policy !== "exactly-one" && expression.policy !== "first")) return [];
  return expression.rows.map(({ when }, index) => ({
    kind: "row",
    of: expression.table ?? rule.name ?? rule.id,
    said: sayExpression(when, stage.service),
    reached: !missed.has(index),
    at: rule.at,
  }));
}

/** A table with two results is one table. */
function withoutRepeats(parts: readonly CoveredPart[]): CoveredPart[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = `${part.kind} ${part.of} ${part.said}`;
    return !seen.has(key) && seen.add(key);
  });
}
