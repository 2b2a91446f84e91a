// Parts of rules that rest on nothing but the day, like "3 months before today". The server works them out once for a page of questions, so that
// the script of a form needs no calendar to compare a date with them.
import type { Expression, Rule, Service } from "#contract";
import type { Value } from "#contract/facts.ts";

/** Where in the values they stand for the script; no author can call an answer so. */
export const dayConstantsKey = ":day";

/** Rules with their parts that rest on the day read from values, and those parts by their keys below `dayConstantsKey`. */
export interface ByDay {
  readonly rules: Service["rules"];
  readonly parts: Readonly<Record<string, Expression>>;
}

/** The same service gives the same keys: the script is made at one time, a page at another. */
export function byDay({ rules }: Pick<Service, "rules">): ByDay {
  const keys = new Map<string, string>();
  const parts: Record<string, Expression> = {};
  const keyOf = (part: Expression): string => {
    const text = JSON.stringify(part);
    const key = keys.get(text) ?? `d${keys.size}`;
    keys.set(text, key);
    parts[key] = part;
    return key;
  };
  const changed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(changed);
    if (typeof part !== "object" || part === null) return part;
    if (isShift(part) && restsOnDay(part)) return { op: "fact", path: [dayConstantsKey, keyOf(part)] };
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, changed(inner)]));
  };
  const expressionOf = (rule: Rule): Expression => changed(rule.expression) as Expression;
  return {
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, rule]) => [id, { ...rule, expression: expressionOf(rule) }]),
    ),
    parts,
  };
}

type Shift = Extract<Expression, { op: "before" | "after" }>;

function isShift(part: object): part is Shift {
  return "op" in part && (part.op === "before" || part.op === "after");
}

/** Nothing in it is an answer or another rule. */
function restsOnDay(part: Expression): boolean {
  if (part.op === "today" || part.op === "date-applied") return true;
  return isShift(part) && part.length.op === "length" && restsOnDay(part.date);
}

/** The values of the parts by key; a part that cannot be worked out has none. */
export function dayConstants(
  { parts }: ByDay,
  evaluate: (part: Expression) => Value | undefined,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => {
      const value = evaluate(part);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
