// What the played examples reach of a service: outcomes, ways out of stages, rows of tables, exceptions. Judges nothing.
import type { Expression } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
import type { Standing } from "#contract/play.ts";
import { evaluateExpression } from "#support/evaluate.ts";
import { itemsAt } from "#support/facts.ts";
import type { BuiltRule, Model } from "../../model/model.ts";
import { exceptionsIn } from "../proof/guards.ts";
import type { Played } from "./play-example.ts";
import type { Stage } from "./stage.ts";

/** Names of stages and outcomes that were entered, and `from to` for each way that was gone. */
export interface Reached {
  readonly places: ReadonlySet<string>;
  readonly ways: ReadonlySet<string>;
}

/** The places and ways of all examples. */
export function reachedBy(played: readonly Played[]): Reached {
  const places = new Set<string>();
  const ways = new Set<string>();
  for (const { standings } of played) {
    for (const name of standings.flatMap(({ entered }) => entered)) places.add(name);
    for (const way of waysGone(standings)) ways.add(way);
  }
  return { places, ways };
}

/** The ways that one case has gone, in order. */
export function waysGone(standings: readonly Standing[]): string[] {
  const entered = standings.flatMap((standing) => standing.entered);
  return entered.slice(1).map((name, index) => wayFrom(entered[index] ?? "", name));
}

/** How a way is kept. */
export function wayFrom(from: string, to: string): string {
  return `${from} ${to}`;
}

/** The rows or exceptions of a rule that no example takes, by their number from 0; undefined for other rules. */
export function missedOf(stage: Stage, rule: BuiltRule, played: readonly Played[]): number[] {
  const conditions = branchesOf(rule.expression);
  const moments = played.flatMap(({ moments: all }) => all.map(({ facts }) => facts));
  const taken = new Set(
    moments.flatMap((facts) =>
      itemsOf(stage.model, rule.item, facts).map((items) => firstYes(stage, conditions, facts, items)),
    ),
  );
  return conditions.flatMap((_, index) => (taken.has(index) ? [] : [index]));
}

/** Only where one branch is taken: rows that add up are all looked at together. */
export function branchesOf(expression: Expression): readonly Expression[] {
  const exceptions = exceptionsIn(expression);
  if (exceptions) return exceptions.cases.map(({ when }) => when);
  if (expression.op !== "table") return [];
  const isOne = expression.policy === "exactly-one" || expression.policy === "first";
  return isOne ? expression.rows.map(({ when }) => when) : [];
}

/** Which of the conditions is the first that is yes; -1 when none is. */
export function firstYes(
  { service, rulebook }: Stage,
  conditions: readonly Expression[],
  facts: Facts,
  items: Items = {},
): number {
  return conditions.findIndex((when) => evaluateExpression(when, service, rulebook, facts, items) === true);
}

type Items = Readonly<Record<string, Answers>>;

/** What a rule is worked out for: each item of its list, with the items around it; a rule outside of lists once. */
function itemsOf(model: Model, key: string | undefined, facts: Facts): Items[] {
  const item = key === undefined ? undefined : model.items.get(key);
  if (!item) return [{}];
  const { list } = item;
  const outer = [...model.items.values()]
    .filter((one) => one.list.length < list.length && one.list.every((part, index) => part === list[index]))
    .sort((one, two) => two.list.length - one.list.length)[0];
  if (!outer) return itemsAt(facts.values, list).map((present) => ({ [item.key]: present }));
  return itemsOf(model, outer.key, facts).flatMap((around) =>
    itemsAt(around[outer.key], list.slice(outer.list.length)).map((present) => ({ ...around, [item.key]: present })),
  );
}
