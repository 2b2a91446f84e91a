// Why a rule came out as it did, for officers: its parts with their values, in the author's words. Leaves out whatever rests on
// answers that privacy keeps to other roles. Pure.
import type { Expression, Service } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { explain } from "#support/explain.ts";
import { sayExpression, sayStep } from "#support/explain-words.ts";
import { valueAt } from "#support/facts.ts";
import { partsOf } from "#support/rule-items.ts";

/** What working out needs, and who reads it: `isOpen` says whether a dotted path may be known to them. */
export interface RuleReading {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly isOpen: (path: string) => boolean;
}

/** The expression of a rule in the author's words; nothing for an id that is not there. */
export function ruleText(service: Service, id: string): string | undefined {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  return rule && sayExpression(rule.expression, service);
}

/** One part of a condition and what it came to. */
export interface Reason {
  readonly name: string;
  readonly value: Value | undefined;
  /** Whether this part was met. */
  readonly met: boolean;
}

/** The parts of a condition, taken apart at "and" and "or", each with its value. */
export function reasonsOf(reading: RuleReading, id: string): Reason[] {
  const { service, rulebook, facts, isOpen } = reading;
  if (!Object.hasOwn(service.rules, id)) return [];
  const [step] = explain(service, rulebook, id, facts);
  if (!step) return [];
  const parts = step.parts.length > 0 ? step.parts : [{ expression: step.from, value: step.value }];
  return parts
    .filter(({ expression }) => readsOf(service, expression).every(isOpen))
    .map(({ expression, value }) => ({ ...saidOf(reading, expression, value), met: value === true }));
}

/** How a value was worked out, a sentence for each rule on the way; none when anything on it is kept to other roles. */
export function workingOf({ service, rulebook, facts, isOpen }: RuleReading, id: string): readonly string[] {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (!rule?.reads.every(isOpen)) return [];
  // Conditions without a name of their own are said inside the sentence that uses them.
  return explain(service, rulebook, id, facts)
    .filter(({ rule: one }) => service.rules[one]?.name !== undefined)
    .map((step) => sayStep(step, service));
}

/** "vehicle's taxed: no" says more than "vehicle's taxed is yes: no": a comparison with one value is told by what was found. */
function saidOf(
  { service, facts }: RuleReading,
  expression: Expression,
  value: Value | undefined,
): Omit<Reason, "met"> {
  if (expression.op === "is" && expression.left.op === "fact" && expression.right.op === "literal")
    return { name: sayExpression(expression.left, service), value: valueAt(facts.values, expression.left.path) };
  return { name: sayExpression(expression, service), value };
}

/** Dotted paths that an expression reads, through the rules it uses. */
function readsOf(service: Service, expression: Expression): string[] {
  const own =
    expression.op === "rule"
      ? (service.rules[expression.id]?.reads ?? [])
      : "path" in expression
        ? [expression.path.join(".")]
        : "list" in expression
          ? [expression.list.join(".")]
          : [];
  return [...own, ...partsOf(expression).flatMap(({ part }) => readsOf(service, part))];
}
