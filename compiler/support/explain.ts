// How a value was worked out: the way taken through exceptions and rows, the answers and rules read on it, and the laws.
// Gives steps as data for any screen; explain-words.ts says them in the author's words.
import type { Expression, Rule, RuleId, Service, Type, Words } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { evaluateExpression } from "./evaluate.ts";
import { valueAt } from "./facts.ts";
import { partsOf } from "./rule-items.ts";
import type { Items } from "./rulebook.ts";

/** One answer or other fact that a step read. */
export interface ReadFact {
  /** Dotted: home.postcode. Of an item of a repeat, from the item. */
  readonly path: string;
  /** As the author says it: home's postcode. */
  readonly name: string;
  readonly type: Type;
  readonly value?: Value;
}

/** One rule on the way to a value. */
export interface ExplainStep {
  readonly rule: RuleId;
  /** The author's name of it; of an unnamed condition, its id. */
  readonly name: string;
  readonly type: Type;
  /** Nothing while it is not known. */
  readonly value?: Value;
  /** Which way was taken: an exception that applied, a row that fitted, what stands when none does, a dated entry, or simply worked out. */
  readonly way: "exception" | "row" | "otherwise" | "entry" | "plain";
  /** What gave the value on that way. */
  readonly from: Expression;
  /** The condition of the exception or row. */
  readonly when?: Expression;
  /** The first day of the dated entry. */
  readonly since?: string;
  /** Of an all-of or any-of: each part and what it came to. */
  readonly parts: readonly { readonly expression: Expression; readonly value?: Value }[];
  /** The laws that this way rests on. */
  readonly because: readonly Words[];
  readonly reads: readonly ReadFact[];
}

/** The rule and every rule it rested on, each once, the asked one first. Throws RangeError for an id that is not there. */
export function explain(
  service: Service,
  rulebook: Rulebook,
  id: RuleId,
  facts: Facts,
  items: Items = {},
): ExplainStep[] {
  const steps: ExplainStep[] = [];
  const waiting: RuleId[] = [id];
  const seen = new Set<RuleId>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const rule = Object.hasOwn(service.rules, next) ? service.rules[next] : undefined;
    if (!rule) throw new RangeError(`This service has no rule "${next}".`);
    // A rule of one item has no value outside it; the sum over all items says what came of it.
    if (next !== id && rule.item !== undefined && !Object.hasOwn(items, rule.item)) continue;
    const workOut = (expression: Expression): Value | undefined =>
      evaluateExpression(expression, service, rulebook, facts, items);
    const step = stepOf(next, rule, rulebook.evaluate(next, facts, items), workOut, service, facts, items);
    steps.push(step);
    for (const expression of expressionsOf(step)) waiting.push(...rulesIn(expression));
  }
  return steps;
}

type WorkOut = (expression: Expression) => Value | undefined;

function stepOf(
  id: RuleId,
  rule: Rule,
  value: Value | undefined,
  workOut: WorkOut,
  service: Service,
  facts: Facts,
  items: Items,
): ExplainStep {
  const taken = wayOf(rule.expression, workOut, facts);
  const law = taken.law ?? rule.because;
  const parts = rule.expression.op === "and" || rule.expression.op === "or" ? rule.expression.parts : [];
  const step = {
    rule: id,
    name: rule.name ?? id,
    type: rule.gives,
    ...present("value", value),
    way: taken.way,
    from: taken.from,
    ...present("when", taken.when),
    ...present("since", taken.since),
    parts: parts.map((expression) => ({ expression, ...present("value", workOut(expression)) })),
    because: law ? [law] : [],
  };
  return { ...step, reads: readsOf(expressionsOf(step), service, facts, items) };
}

function present<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  const found: { [key in K]?: V } = {};
  if (value !== undefined) found[key] = value;
  return found;
}

interface Taken {
  readonly way: ExplainStep["way"];
  readonly from: Expression;
  readonly when?: Expression;
  readonly since?: string;
  readonly law?: Words;
}

function wayOf(expression: Expression, workOut: WorkOut, facts: Facts): Taken {
  switch (expression.op) {
    case "exceptions": {
      const found = expression.cases.find((one) => workOut(one.when) === true);
      if (!found) return { way: "otherwise", from: expression.otherwise };
      return { way: "exception", from: found.value, when: found.when, ...present("law", found.because) };
    }
    case "table": {
      if (expression.policy !== "exactly-one" && expression.policy !== "first")
        return { way: "plain", from: expression };
      const row = expression.rows.find((one) => workOut(one.when) === true);
      if (row) return { way: "row", from: row.value, when: row.when };
      return { way: "otherwise", from: expression.otherwise ?? expression };
    }
    case "dated": {
      const begun = expression.entries.filter((entry) => entry.from <= facts.dateApplied);
      const entry = begun.reduce<(typeof begun)[number] | undefined>(
        (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
        undefined,
      );
      return entry ? { way: "entry", from: entry.value, since: entry.from } : { way: "plain", from: expression };
    }
    default:
      return { way: "plain", from: expression };
  }
}

function expressionsOf({ from, when }: Pick<ExplainStep, "from" | "when">): Expression[] {
  return when ? [when, from] : [from];
}

function rulesIn(expression: Expression): RuleId[] {
  if (expression.op === "rule") return [expression.id];
  return partsOf(expression).flatMap(({ part }) => rulesIn(part));
}

function readsOf(expressions: readonly Expression[], service: Service, facts: Facts, items: Items): ReadFact[] {
  const found = new Map<string, ReadFact>();
  const visit = (expression: Expression): void => {
    // What is asked of each item has no answer outside it: the list that it stands in is read.
    const isOfItem = "path" in expression && expression.item !== undefined && !Object.hasOwn(items, expression.item);
    if ("path" in expression && !isOfItem) {
      const path = expression.path.join(".");
      const of = expression.item === undefined ? facts.values : items[expression.item];
      const named = Object.hasOwn(service.names, path) ? service.names[path] : undefined;
      found.set(`${expression.item ?? ""} ${path}`, {
        path,
        name: named?.name ?? path,
        type: named?.type ?? { kind: "text" },
        ...present("value", of && valueAt(of, expression.path)),
      });
    }
    for (const { part } of partsOf(expression)) visit(part);
  };
  for (const expression of expressions) visit(expression);
  return [...found.values()];
}
