// A rule as a condition in FEEL that is true exactly when the rule is definitely yes: unknown is not yes (R3). It may be null where the
// rule is not known; an engine that stops at null must ask for "= true".
import type { ComparisonExpression, Expression, Service, Type } from "#contract";
import { canName, isDay, literalText, nameOf, type Unsaid } from "./feel.ts";

/** The condition in FEEL that this expression is definitely yes, or why it cannot be said. `reason` says why in words of rules. */
export function feelCondition(
  service: Service,
  expression: Expression,
  reason: (of: Expression) => string,
): string | Unsaid {
  try {
    return new Condition(service, reason).test(expression, true, 0);
  } catch (error) {
    if (error instanceof Unsayable) return { why: error.message };
    throw error;
  }
}

/** Thrown and caught in here only. */
class Unsayable extends Error {}

/** Rules nested deeper than this are read by their result: the condition could not be read aloud. */
const deepest = 6;
const signs = { is: "=", "is-not": "!=", "at-least": ">=", "at-most": "<=", over: ">", under: "<" } as const;
const opposites = { is: "!=", "is-not": "=", "at-least": "<", "at-most": ">", over: "<=", under: ">=" } as const;
const ofParts = new Set(["files", "list", "record", "postal-address", "date-range", "appointment", "any-of", "length"]);

/** Something that is compared. */
interface Term {
  readonly text: string;
  readonly type?: Type;
  /** Never missing. */
  readonly isLiteral: boolean;
}

class Condition {
  readonly #service: Service;
  readonly #reason: (of: Expression) => string;

  constructor(service: Service, reason: (of: Expression) => string) {
    this.#service = service;
    this.#reason = reason;
  }

  test(expression: Expression, wanted: boolean, depth: number): string {
    if (depth > deepest) throw new Unsayable("holds many rules inside each other");
    const again = (part: Expression, of: boolean): string => this.test(part, of, depth + 1);
    switch (expression.op) {
      case "rule":
        return again(this.#rule(expression.id), wanted);
      case "and":
      case "or": {
        if (expression.parts.length === 0) return String((expression.op === "and") === wanted);
        const parts = expression.parts.map((part) => again(part, wanted));
        const [only = ""] = parts;
        return parts.length === 1 ? only : `(${parts.join((expression.op === "and") === wanted ? " and " : " or ")})`;
      }
      case "not":
        return again(expression.of, !wanted);
      case "not-yes":
        // What is not known is null, and its "not" would keep it so.
        return wanted ? `(${again(expression.of, true)}) != true` : again(expression.of, true);
      case "answered":
        return `${this.#path(expression)} ${wanted ? "!=" : "="} null`;
      case "one-of": {
        const value = this.#term(expression.value, depth);
        const tests = expression.options.map((option) =>
          compare(value, wanted ? "=" : "!=", this.#term(option, depth)),
        );
        return `(${tests.join(wanted ? " or " : " and ")})`;
      }
      case "includes":
        return this.#includes(expression, wanted, depth);
      case "is":
      case "is-not":
      case "at-least":
      case "at-most":
      case "over":
      case "under": {
        const sign = (wanted ? signs : opposites)[expression.op];
        return compare(this.#term(expression.left, depth), sign, this.#term(expression.right, depth));
      }
      case "fact":
        return `${this.#path(expression)} = ${wanted}`;
      case "literal":
        return String(expression.value === wanted);
      default:
        throw new Unsayable(this.#reason(expression));
    }
  }

  #includes({ left, right }: ComparisonExpression, wanted: boolean, depth: number): string {
    if (left.op !== "fact") throw new Unsayable("looks through a list");
    const list = this.#path(left);
    const test = `list contains(${list}, ${this.#term(right, depth).text})`;
    return `(${list} != null and ${wanted ? test : `not(${test})`})`;
  }

  #term(expression: Expression, depth: number): Term {
    if (depth > deepest) throw new Unsayable("holds many rules inside each other");
    switch (expression.op) {
      case "literal":
        return {
          text: literalText(expression.value, expression.type),
          type: expression.type,
          isLiteral: true,
        };
      case "fact": {
        const type = this.#service.names[expression.path.join(".")]?.type;
        if (type && ofParts.has(type.kind)) throw new Unsayable("compares several answers at once");
        return { text: this.#path(expression), isLiteral: false, ...(type && { type }) };
      }
      case "rule": {
        const rule = this.#rule(expression.id);
        if (rule.op !== "literal" && rule.op !== "fact" && rule.op !== "rule") throw new Unsayable(this.#reason(rule));
        return this.#term(rule, depth + 1);
      }
      default:
        throw new Unsayable(this.#reason(expression));
    }
  }

  #rule(id: string): Expression {
    const rule = Object.hasOwn(this.#service.rules, id) ? this.#service.rules[id] : undefined;
    if (!rule) throw new Unsayable("is not in the service");
    return rule.expression;
  }

  #path({ path, item }: { readonly path: readonly string[]; readonly item?: string }): string {
    if (item !== undefined) throw new Unsayable("reads one item of a list");
    if (!canName(path)) throw new Unsayable("reads a name that FEEL has for itself or cannot write");
    return nameOf(path);
  }
}

/** Days are compared as days. A missing value differs from every other in FEEL; with us it is not known whether it does. */
function compare(one: Term, sign: string, other: Term): string {
  const isDated = [one, other].some(({ type }) => type !== undefined && isDay(type));
  const read = ({ text, isLiteral }: Term): string => (isDated && !isLiteral ? `date(${text})` : text);
  const test = `${read(one)} ${sign} ${read(other)}`;
  const missing = [one, other].filter(({ isLiteral }) => !isLiteral).map(({ text }) => text);
  // Two missing values are equal in FEEL; with us nothing is known of them.
  const canBothBeMissing = sign === "=" && missing.length === 2;
  if (sign !== "!=" && !canBothBeMissing) return test;
  const known = [...new Set(sign === "!=" ? missing : missing.slice(0, 1))].map((text) => `${text} != null`);
  return known.length > 0 ? `(${[...known, test].join(" and ")})` : test;
}

/** Text in FEEL: the same escapes as in JSON. */
export function feelText(value: string): string {
  return literalText(value, { kind: "text" });
}
