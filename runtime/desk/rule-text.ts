// A rule as its author would write it, and what each part of it came to. For officers, beside the facts it decided. Pure.
import type { Expression, Service } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { valueAt } from "#support/facts.ts";

const between: Readonly<Record<string, string>> = {
  is: "is",
  "is-not": "is not",
  "at-least": "is at least",
  "at-most": "is at most",
  over: "is over",
  under: "is under",
  includes: "includes",
  add: "+",
  subtract: "-",
  times: "×",
  "divided-by": "÷",
  "percent-of": "% of",
  else: "else",
};

/** The expression in the author's words; what needs a table or a list to say is named only. */
export function ruleText(service: Service, expression: Expression): string {
  const say = (part: Expression): string => ruleText(service, part);
  switch (expression.op) {
    case "literal":
      return typeof expression.value === "boolean" ? (expression.value ? "yes" : "no") : String(expression.value);
    case "fact":
      return nameOf(service, expression.path);
    case "rule":
      return ruleName(service, expression.id);
    case "and":
    case "or":
      return expression.parts.map(say).join(` ${expression.op} `);
    case "not":
      return `not ${say(expression.of)}`;
    case "not-yes":
      return `unless ${say(expression.of)}`;
    case "answered":
    case "asked":
    case "corrected":
      return `${nameOf(service, expression.path)} is ${expression.op}`;
    case "one-of":
      return `${say(expression.value)} is one of ${expression.options.map(say).join(", ")}`;
    case "today":
      return "today";
    case "date-applied":
      return "date applied";
    default:
      if ("left" in expression && "right" in expression)
        return `${say(expression.left)} ${between[expression.op] ?? expression.op} ${say(expression.right)}`;
      return `(${expression.op})`;
  }
}

/** One part of a condition and what it came to. */
export interface Reason {
  readonly name: string;
  readonly value: Value | undefined;
  /** Whether this part was met. */
  readonly met: boolean;
  /** Dotted paths it reads. */
  readonly reads: readonly string[];
}

/** The parts of a condition, taken apart at "and" and through nothing else, each with its value. */
export function reasonsOf(service: Service, rulebook: Rulebook, facts: Facts, ruleId: string): Reason[] {
  const rule = service.rules[ruleId];
  if (!rule) return [];
  const parts = rule.expression.op === "and" ? rule.expression.parts : [rule.expression];
  return parts.map((part) => reasonOf(service, rulebook, facts, part));
}

function reasonOf(service: Service, rulebook: Rulebook, facts: Facts, part: Expression): Reason {
  if (part.op === "rule") {
    const value = rulebook.evaluate(part.id, facts);
    return { name: ruleName(service, part.id), value, met: value === true, reads: service.rules[part.id]?.reads ?? [] };
  }
  if (part.op === "is" && part.left.op === "fact" && part.right.op === "literal") {
    const value = valueAt(facts.values, part.left.path);
    return {
      name: nameOf(service, part.left.path),
      value,
      met: value === part.right.value,
      reads: [part.left.path.join(".")],
    };
  }
  if (part.op === "fact") {
    const value = valueAt(facts.values, part.path);
    return { name: nameOf(service, part.path), value, met: value === true, reads: [part.path.join(".")] };
  }
  return { name: ruleText(service, part), value: undefined, met: false, reads: [] };
}

function nameOf(service: Service, path: readonly string[]): string {
  return service.names[path.join(".")]?.name ?? path.join(" ");
}

function ruleName(service: Service, id: string): string {
  const rule = service.rules[id];
  return rule?.name ?? (rule ? ruleText(service, rule.expression) : id);
}
