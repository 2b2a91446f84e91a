// Parts of rules that rest on nothing but the day. The server works them out once for a page of questions, so that the script of a form needs no
// calendar: "28 days after today" is a day, and "3 months after the date on the bill are not over yet" is a comparison of that date with a day.
import type { ComparisonExpression, Expression, Rule, Service, ShiftExpression } from "#contract";
import type { Value } from "#contract/facts.ts";
import { addDays, dateOfNumber, dayNumber } from "./dates.ts";

/** Where in the values they stand for the script; no author can call an answer so. */
export const dayConstantsKey = ":day";

/** A part that rests on the day: what it is worth, or the first day from which a length on reaches (`past`: passes) what another part is worth. */
export type DayPart =
  | { readonly worth: Expression }
  | { readonly from: Omit<ShiftExpression, "date">; readonly reaches: Expression; readonly past: boolean };

/** Rules with their parts that rest on the day read from values, and those parts by their keys below `dayConstantsKey`. */
export interface ByDay {
  readonly rules: Service["rules"];
  readonly parts: Readonly<Record<string, DayPart>>;
}

/** The same service gives the same keys: the script is made at one time, a page at another. */
export function byDay({ rules }: Pick<Service, "rules">): ByDay {
  const keys = new Map<string, string>();
  const parts: Record<string, DayPart> = {};
  const read = (part: DayPart): Expression => {
    const text = JSON.stringify(part);
    const key = keys.get(text) ?? `d${keys.size}`;
    keys.set(text, key);
    parts[key] = part;
    return { op: "fact", path: [dayConstantsKey, key] };
  };
  const changed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(changed);
    if (typeof part !== "object" || part === null) return part;
    if (isShift(part) && restsOnDay(part)) return read({ worth: part });
    const compared = isComparison(part) ? comparedWithDay(part, read) : undefined;
    return Object.fromEntries(Object.entries(compared ?? part).map(([name, inner]) => [name, changed(inner)]));
  };
  const expressionOf = (rule: Rule): Expression => changed(rule.expression) as Expression;
  return {
    rules: Object.fromEntries(
      Object.entries(rules).map(([id, rule]) => [id, { ...rule, expression: expressionOf(rule) }]),
    ),
    parts,
  };
}

/**
 * A comparison of an answer with a day that says the same as the comparison of "a length after the answer" with a part that rests on the day: a
 * length never brings a later day to an earlier end.
 */
function comparedWithDay(
  { op, left, right }: ComparisonExpression,
  read: (part: DayPart) => Expression,
): ComparisonExpression | undefined {
  if (!isShift(left) || left.op !== "after" || left.length.op !== "length" || !restsOnDay(right)) return undefined;
  const { date, ...from } = left;
  const past = op === "over" || op === "at-most";
  const reaches = op === "at-least" || op === "over";
  return { op: reaches ? "at-least" : "under", left: date, right: read({ from, reaches: right, past }) };
}

function isShift(part: object): part is ShiftExpression {
  return "op" in part && (part.op === "before" || part.op === "after");
}

function isComparison(part: object): part is ComparisonExpression {
  return "op" in part && (part.op === "at-least" || part.op === "under" || part.op === "over" || part.op === "at-most");
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
      const value = "worth" in part ? evaluate(part.worth) : firstDay(part, evaluate);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Found by halves: the days from which the length reaches come after all from which it does not. */
function firstDay(
  { from, reaches, past }: Extract<DayPart, { from: unknown }>,
  evaluate: (part: Expression) => Value | undefined,
): string | undefined {
  const reached = evaluate(reaches);
  const end = typeof reached === "string" ? (past ? addDays(reached, 1) : reached) : undefined;
  const last = end === undefined ? undefined : dayNumber(end);
  if (end === undefined || last === undefined) return undefined;
  const isReached = (day: number) => {
    const literal: Expression = { op: "literal", value: dateOfNumber(day) ?? "", type: { kind: "date" } };
    const value = evaluate({ ...from, date: literal });
    return typeof value === "string" && value >= end;
  };
  // From the end itself any length reaches it; from the year 1 none that people write does.
  let [no, yes] = [dayNumber("0001-01-01") ?? 0, last];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (isReached(middle)) yes = middle;
    else no = middle;
  }
  return dateOfNumber(yes);
}
