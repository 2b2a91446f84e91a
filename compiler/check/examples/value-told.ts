// A value or a condition that an example expects and that does not come: what came instead, and how it was worked out.
import type { Answers, Facts, Value } from "#contract/facts.ts";
import { writtenCoins } from "#support/currencies.ts";
import { evaluateExpression } from "#support/evaluate.ts";
import { sayExpression } from "#support/explain-words.ts";
import { itemsAt, valueAt } from "#support/facts.ts";
import { showValue } from "#support/show-value.ts";
import type { Fix } from "../../diagnostics/problem.ts";
import type { Datum, Expectation } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { change } from "../text-edits.ts";
import type { Moment } from "./play-example.ts";
import { pathOfDatum } from "./refused-given.ts";
import type { Stage } from "./stage.ts";
import { workingOf } from "./working.ts";

/** What is told of a line: a few words beside it, and what explains them. */
export type Told = {
  readonly beside: string;
  readonly explanation?: readonly string[];
  readonly fixes?: readonly Fix[];
};

/** Undefined where it comes as expected. */
export function valueTold(
  stage: Stage,
  { facts }: Moment,
  expected: Extract<Expectation, { kind: "condition" }>,
): Told | undefined {
  const { service, rulebook } = stage;
  const { condition, datum, negated, valueAt: at } = expected;
  const items = itemsFor(datum, facts);
  const came = evaluateExpression(condition, service, rulebook, facts, items);
  if ((expected.unknownIsNo ? came === true : came) === !negated) return undefined;
  const state = condition.op === "not" ? condition.of.op : condition.op;
  if (state === "asked") return askedTold(stage, facts, items, datum, condition.op === "not");
  const record = datum.item ? items[datum.item.key] : facts.values;
  const value = datum.rule === undefined ? valueAt(record, datum.path) : rulebook.evaluate(datum.rule, facts, items);
  const given = value === undefined ? undefined : said(stage, datum, value);
  const working = datum.rule === undefined ? [] : workingOf(service, rulebook, datum.rule, facts, items);
  return {
    beside: given === undefined ? "the service has no answer here" : `the service gives ${given}`,
    explanation: working.length > 0 ? [`How ${given ?? "it"} was worked out:`, ...working] : [],
    fixes: given !== undefined && at && isWritten(datum) ? instead(stage, at, given.replace(/\.00$/, "")) : [],
  };
}

/** What is expected of an item without saying of which, is expected of the first, as it is given. */
function itemsFor({ item }: Datum, { values }: Facts): Readonly<Record<string, Answers>> {
  const [first] = item ? itemsAt(values, item.list) : [];
  return item && first ? { [item.key]: first } : {};
}

/** Whether the question is on this person's way, and the condition that says so. */
function askedTold(
  { service, rulebook }: Stage,
  facts: Facts,
  items: Readonly<Record<string, Answers>>,
  datum: Datum,
  isAsked: boolean,
): Told {
  const when = service.names[pathOfDatum(datum)]?.askedWhen;
  const rule = when === undefined ? undefined : service.rules[when];
  const beside = isAsked ? "it is asked" : "it is not asked";
  if (when === undefined || !rule) return { beside };
  const [, ...working] = workingOf(service, rulebook, when, facts, items);
  return { beside, explanation: [`It is asked when ${sayExpression(rule.expression, service)}.`, ...working] };
}

/** Another word at a place; nothing where there is none. */
export function instead({ model }: Stage, at: Span | undefined, name: string | undefined): Fix[] {
  return at && name !== undefined ? [change(model.trees, at, name)] : [];
}

/** Kinds whose value is written in a text just as it is said. */
function isWritten({ type }: Datum): boolean {
  return type !== undefined && type.kind !== "text" && type.kind !== "list" && type.kind !== "record";
}

/** As the author writes it: the name of a choice, not its label. */
function said({ service }: Stage, { type }: Datum, value: Value): string | undefined {
  if (!type) return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type.kind === "one-of" || type.kind === "stage") return String(value);
  if (typeof value === "number" && type.kind === "money") return writtenCoins(value, service.currency);
  return showValue(value, type, service.languages[0]?.tag ?? "en", service);
}
