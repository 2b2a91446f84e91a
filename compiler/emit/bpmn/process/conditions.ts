// Conditions as JSONata and FEEL. Each is true only when the rule is definitely yes: unknown is not yes (R3).
// What cannot be said in a language is refused with the reason, and read from the service's rule by its id instead.
import type { ComparisonExpression, Expression, RuleId, Service } from "#contract";
import type { Condition } from "./process.ts";

/** How a language writes what conditions are made of. */
interface Language {
  readonly path: (path: readonly string[]) => string;
  readonly text: (value: string) => string;
  readonly equals: string;
  readonly known: (value: string) => string;
  readonly includes: (list: string, value: string) => string;
}

const jsonata: Language = {
  path: (path) => path.map((key) => (/^[A-Za-z_]\w*$/.test(key) && !reserved.has(key) ? key : `\`${key}\``)).join("."),
  text: (value) => JSON.stringify(value),
  equals: "=",
  known: (value) => `$exists(${value})`,
  includes: (list, value) => `${value} in ${list}`,
};
const feel: Language = {
  path: (path) => path.join("."),
  text: (value) => JSON.stringify(value),
  equals: "=",
  known: (value) => `${value} != null`,
  includes: (list, value) => `list contains(${list}, ${value})`,
};
const reserved = new Set(["and", "or", "in", "true", "false", "null", "function"]);

/** Said when a part of a rule has no form in the language. */
class NotSayable extends Error {}

/** The condition that a rule is definitely yes. */
export function conditionOf(service: Service, id: RuleId): Condition {
  const rule: Expression = { op: "rule", id };
  const said = trySay(service, rule, jsonata);
  if ("reason" in said) {
    const byRule = `rules.${jsonata.path([id])}`;
    const reason = `The rule “${id}” ${said.reason}, so its result is read instead.`;
    return { jsonata: `${byRule} = true`, reason };
  }
  const other = trySay(service, rule, feel);
  return "reason" in other
    ? { jsonata: said.text, reason: `Not said in FEEL: the rule “${id}” ${other.reason}.` }
    : { jsonata: said.text, feel: other.text };
}

/** The condition that the action last chosen in a stage is this one. */
export function choiceIs(stageKey: string, action: string): Condition {
  const say = (language: Language): string =>
    `${language.path([stageKey])} ${language.equals} ${language.text(action)}`;
  return { jsonata: say(jsonata), feel: say(feel) };
}

/** The condition that several people agreed on this action, or that what a person proposed was sent back. */
export function resultIs(of: "agreed" | "approvals", stageKey: string, action: string): Condition {
  const reason =
    of === "agreed"
      ? "What all of several people chose is known when all are in."
      : "What the second person answered to the proposal.";
  return { jsonata: `${jsonata.path([of, stageKey])} = ${jsonata.text(action)}`, reason };
}

/** The condition that nothing is left to pay under this name. */
export function nothingOwed(payment: string): Condition {
  return {
    jsonata: `${jsonata.path(["owed", payment])} = 0`,
    reason: `What is owed under “${payment}” is worked out by the service less what was paid before.`,
  };
}

function trySay(
  service: Service,
  expression: Expression,
  language: Language,
): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: test(service, expression, true, language, 0) };
  } catch (error) {
    if (error instanceof NotSayable) return { reason: error.message };
    throw error;
  }
}

/** Rules nested deeper than this are read by their result: the condition could not be read aloud. */
const deepest = 6;

/** A test that is true when the expression is definitely `wanted`. */
function test(service: Service, expression: Expression, wanted: boolean, language: Language, depth: number): string {
  const again = (part: Expression, of: boolean): string => test(service, part, of, language, depth + 1);
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
      // What is not known is nothing in JSONata and null in FEEL, and their "not" would keep it so.
      return language === jsonata
        ? `$not(${again(expression.of, true)} or false)`
        : `(${again(expression.of, true)}) != true`;
    case "answered": {
      const known = language.known(factPath(expression.path, expression.item, language));
      return wanted ? known : `${language === jsonata ? "$not" : "not"}(${known})`;
    }
    case "one-of": {
      const value = termOf(service, expression.value, language, depth);
      const options = expression.options.map((option) => termOf(service, option, language, depth));
      const op = wanted ? language.equals : "!=";
      const tests = options.map((option) => compare(value, op, option, language));
      return `(${tests.join(wanted ? " or " : " and ")})`;
    }
    case "is":
    case "is-not":
    case "at-least":
    case "at-most":
    case "over":
    case "under":
    case "includes":
      return comparison(service, expression, wanted, language, depth);
    case "fact":
      return `${factPath(expression.path, expression.item, language)} ${language.equals} ${wanted}`;
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
  language: Language,
  depth: number,
): string {
  const other = termOf(service, right, language, depth);
  if (op === "includes") {
    if (left.op !== "fact") throw new NotSayable("looks through a list");
    const one = factPath(left.path, left.item, language);
    const test = language.includes(one, other);
    return wanted ? test : `(${language.known(one)} and ${language === jsonata ? "$not" : "not"}(${test}))`;
  }
  const one = termOf(service, left, language, depth);
  return compare(one, (wanted ? signs : opposites)[op], other, language);
}

/** In FEEL a missing value differs from every other; with us it is not known whether it does. */
function compare(one: string, sign: string, other: string, language: Language): string {
  if (sign !== "!=" || language === jsonata) return `${one} ${sign} ${other}`;
  const known = [one, other].filter((side) => !/^("|\d|-|true|false)/.test(side)).map((side) => language.known(side));
  return `(${[...known, `${one} != ${other}`].join(" and ")})`;
}

function termOf(service: Service, expression: Expression, language: Language, depth: number): string {
  if (depth > deepest) throw new NotSayable("holds many rules inside each other");
  switch (expression.op) {
    case "literal":
      if (language === feel && isDay(expression.type.kind)) throw new NotSayable("compares days");
      return typeof expression.value === "string" ? language.text(expression.value) : String(expression.value);
    case "fact": {
      const named = service.names[expression.path.join(".")];
      if (language === feel && named && isDay(named.type.kind)) throw new NotSayable("compares days");
      if (named && isMany(named.type.kind)) throw new NotSayable("compares several answers at once");
      return factPath(expression.path, expression.item, language);
    }
    case "rule": {
      const rule = ruleOf(service, expression.id);
      if (rule.op !== "literal" && rule.op !== "fact" && rule.op !== "rule") throw new NotSayable(whyNot(rule));
      return termOf(service, rule, language, depth + 1);
    }
    default:
      throw new NotSayable(whyNot(expression));
  }
}

function isDay(kind: string): boolean {
  return kind === "date" || kind === "date-of-birth" || kind === "month" || kind === "time";
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

function factPath(path: readonly string[], item: string | undefined, language: Language): string {
  if (item !== undefined) throw new NotSayable("reads one item of a list");
  if (language === feel && !path.every((key) => /^[A-Za-z_]\w*$/.test(key) && !reserved.has(key))) {
    throw new NotSayable("reads a name that FEEL cannot write");
  }
  return language.path(path);
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
