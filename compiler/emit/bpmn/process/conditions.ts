// Conditions in the languages that engines read. Each is true only when the rule is definitely yes: unknown is not yes (R3).
// What cannot be said in a language is refused with the reason, and read from the service's results by its name instead.
import type { ComparisonExpression, Expression, RuleId, Service } from "#contract";
import { feelCondition } from "../../feel/condition.ts";
import { canName } from "../../feel/feel.ts";
import type { Condition } from "./process.ts";

/** The condition that a rule is definitely yes. */
export function conditionOf(service: Service, id: RuleId): Condition {
  const rule: Expression = { op: "rule", id };
  const reads = { from: "rules", name: id, is: true } as const;
  const said = trySay(service, rule);
  if ("reason" in said) {
    const reason = `The rule “${id}” ${said.reason}, so its result is read instead.`;
    return { jsonata: `rules.${pathText([id])} = true`, reason, reads };
  }
  const feel = feelCondition(service, rule, whyNot);
  return typeof feel === "string"
    ? { jsonata: said.text, feel, reads }
    : { jsonata: said.text, reason: `Not said in FEEL: the rule “${id}” ${feel.why}.`, reads };
}

/** The condition that the action last chosen in a stage is this one. */
export function choiceIs(stageKey: string, action: string): Condition {
  return {
    jsonata: `${pathText([stageKey])} = ${JSON.stringify(action)}`,
    ...(canName([stageKey]) && { feel: `${stageKey} = ${JSON.stringify(action)}` }),
    reads: { from: "chosen", name: stageKey, is: action },
  };
}

/** The condition that several people agreed on this action, or that what a person proposed was sent back. */
export function resultIs(of: "agreed" | "approvals", stageKey: string, action: string): Condition {
  const reason =
    of === "agreed"
      ? "What all of several people chose is known when all are in."
      : "What the second person answered to the proposal.";
  return {
    jsonata: `${pathText([of, stageKey])} = ${JSON.stringify(action)}`,
    reason,
    reads: { from: of, name: stageKey, is: action },
  };
}

/** The condition that nothing is left to pay under this name. */
export function nothingOwed(payment: string): Condition {
  return {
    jsonata: `${pathText(["owed", payment])} = 0`,
    reason: `What is owed under “${payment}” is worked out by the service less what was paid before.`,
    reads: { from: "owed", name: payment, is: 0 },
  };
}

const reserved = new Set(["and", "or", "in", "true", "false", "null", "function"]);

function pathText(path: readonly string[]): string {
  return path.map((key) => (/^[A-Za-z_]\w*$/.test(key) && !reserved.has(key) ? key : `\`${key}\``)).join(".");
}

/** Said when a part of a rule has no form in JSONata without a library. */
class NotSayable extends Error {}

function trySay(service: Service, expression: Expression): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: test(service, expression, true, 0) };
  } catch (error) {
    if (error instanceof NotSayable) return { reason: error.message };
    throw error;
  }
}

/** Rules nested deeper than this are read by their result: the condition could not be read aloud. */
const deepest = 6;

/** A test that is true when the expression is definitely `wanted`. */
function test(service: Service, expression: Expression, wanted: boolean, depth: number): string {
  const again = (part: Expression, of: boolean): string => test(service, part, of, depth + 1);
  if (depth > deepest) throw new NotSayable("holds many rules inside each other");
  switch (expression.op) {
    case "rule":
      return again(ruleOf(service, expression.id), wanted);
    case "and":
    case "or": {
      if (expression.parts.length === 0) return String((expression.op === "and") === wanted);
      const joint = (expression.op === "and") === wanted ? " and " : " or ";
      const parts = expression.parts.map((part) => again(part, wanted));
      return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(joint)})`;
    }
    case "not":
      return again(expression.of, !wanted);
    case "not-yes":
      if (!wanted) return again(expression.of, true);
      // What is not known is nothing in JSONata, and its "not" would keep it so.
      return `$not(${again(expression.of, true)} or false)`;
    case "answered": {
      const known = `$exists(${factPath(expression.path, expression.item)})`;
      return wanted ? known : `$not(${known})`;
    }
    case "one-of": {
      const value = termOf(service, expression.value, depth);
      const options = expression.options.map((option) => termOf(service, option, depth));
      const tests = options.map((option) => `${value} ${wanted ? "=" : "!="} ${option}`);
      return `(${tests.join(wanted ? " or " : " and ")})`;
    }
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
    case "includes":
      return comparison(service, expression, wanted, depth);
    case "fact":
      return `${factPath(expression.path, expression.item)} = ${wanted}`;
    case "literal":
      return String(expression.value === wanted);
    default:
      throw new NotSayable(whyNot(expression));
  }
}

const signs = { is: "=", "is-not": "!=", "at-least": ">=", "at-most": "<=", over: ">", under: "<" } as const;
const opposites = { is: "!=", "is-not": "=", "at-least": "<", "at-most": ">", over: "<=", under: ">=" } as const;

function comparison(
  service: Service,
  { op, left, right }: ComparisonExpression,
  wanted: boolean,
  depth: number,
): string {
  const other = termOf(service, right, depth);
  if (op === "includes") {
    if (left.op !== "fact") throw new NotSayable("looks through a list");
    const one = factPath(left.path, left.item);
    return wanted ? `${other} in ${one}` : `($exists(${one}) and $not(${other} in ${one}))`;
  }
  return `${termOf(service, left, depth)} ${(wanted ? signs : opposites)[op]} ${other}`;
}

function termOf(service: Service, expression: Expression, depth: number): string {
  if (depth > deepest) throw new NotSayable("holds many rules inside each other");
  switch (expression.op) {
    case "literal":
      return typeof expression.value === "string" ? JSON.stringify(expression.value) : String(expression.value);
    case "fact": {
      const named = service.names[expression.path.join(".")];
      if (named && isMany(named.type.kind)) throw new NotSayable("compares several answers at once");
      return factPath(expression.path, expression.item);
    }
    case "rule": {
      const rule = ruleOf(service, expression.id);
      if (rule.op !== "literal" && rule.op !== "fact" && rule.op !== "rule") throw new NotSayable(whyNot(rule));
      return termOf(service, rule, depth + 1);
    }
    default:
      throw new NotSayable(whyNot(expression));
  }
}

/** Several values, or one that is made of parts: JSONata compares them one by one. */
function isMany(kind: string): boolean {
  return ["any-of", "files", "list", "record", "postal-address", "date-range", "appointment"].includes(kind);
}

function ruleOf(service: Service, id: RuleId): Expression {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (!rule) throw new NotSayable("is not in the service");
  return rule.expression;
}

function factPath(path: readonly string[], item: string | undefined): string {
  if (item !== undefined) throw new NotSayable("reads one item of a list");
  return pathText(path);
}

const reasons: Readonly<Partial<Record<Expression["op"], string>>> = {
  table: "looks in a table",
  exceptions: "has exceptions",
  dated: "changes with the date",
  rounded: "rounds",
  bounded: "has a lowest or highest value",
  since: "counts days or years",
  before: "works out a day",
  after: "works out a day",
  today: "depends on the day",
  "date-applied": "depends on the day",
  matches: "compares with a pattern",
  asked: "depends on what was asked",
  corrected: "depends on what was corrected",
};

function whyNot(expression: Expression): string {
  if ("list" in expression) return "counts or looks through a list";
  return reasons[expression.op] ?? "calculates";
}
