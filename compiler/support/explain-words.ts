// Says expressions and steps of an explanation in the words an author would write: "blue-badge is yes". For desks and
// the playground. Not for citizens' pages, whose words come from labels in the reader's language.
import type { Expression, Service, Type } from "#contract";
import type { Facts, Value } from "#contract/facts.ts";
import { createRulebook } from "./evaluate.ts";
import { type ExplainStep, explain } from "./explain.ts";
import { showLength, showNumber } from "./show-parts.ts";
import { showValue } from "./show-value.ts";
import { wordsIn } from "./words.ts";

/**
 * How a value was worked out, a sentence for each rule that it rests on, each with its law: for developers who have a bundle's service.json
 * and the answers. Throws RangeError for an id that is not there. `rulebook` of the bundle's conditions.js may be handed over instead.
 */
export function sayHowWorkedOut(
  service: Service,
  id: string,
  facts: Facts,
  rulebook = createRulebook(service),
): string[] {
  return explain(service, rulebook, id, facts).map((step) => sayStep(step, service));
}

/** One step as a sentence: "permit-fee is £0, because blue-badge is yes (Parking Places Order 2019, article 12)". */
export function sayStep(step: ExplainStep, service: Service): string {
  const language = service.languages[0]?.tag ?? "en";
  const value = step.value === undefined ? "not known yet" : sayValue(step.value, step.type, service);
  const laws = step.because.map((words) => wordsIn(words, language, language)).filter((law) => law !== "");
  const law = laws.length > 0 ? ` (${laws.join("; ")})` : "";
  return `${step.name} is ${value}${reasonOf(step, service)}${law}`;
}

function reasonOf(step: ExplainStep, service: Service): string {
  if (step.when) return `, because ${sayExpression(step.when, service)}`;
  if (step.since) return `, as it is from ${sayValue(step.since, { kind: "date" }, service)}`;
  if (step.parts.length > 0) {
    const parts = step.parts.map(({ expression, value }) => `${sayExpression(expression, service)}: ${sayTest(value)}`);
    return `: ${parts.join("; ")}`;
  }
  if (step.way === "otherwise")
    return step.from.op === "table"
      ? ": no row fits"
      : `: ${sayExpression(step.from, service)}, as no exception applies`;
  return step.from.op === "literal" ? "" : `: ${sayExpression(step.from, service)}`;
}

function sayTest(value: Value | undefined): string {
  return value === true ? "yes" : value === false ? "no" : "not known";
}

function sayValue(value: Value, type: Type, service: Service): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type.kind === "one-of" || type.kind === "any-of") return Array.isArray(value) ? value.join(", ") : String(value);
  return showValue(value, type, "en", service);
}

const between: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  times: "times",
  "divided-by": "divided by",
  else: "else",
  is: "is",
  "is-not": "is not",
  "at-least": "is at least",
  "at-most": "is at most",
  over: "is over",
  under: "is under",
  includes: "includes",
};

/** Of days nobody says "at most": they come before or after. */
const betweenDays: Readonly<Record<string, string>> = {
  "at-least": "is on or after",
  "at-most": "is on or before",
  over: "is after",
  under: "is before",
};

/** An expression in the author's words. Nested choices are named, not spelled out. */
export function sayExpression(expression: Expression, service: Service): string {
  const say = (part: Expression): string => sayExpression(part, service);
  const nested = (part: Expression): string => (needsBrackets(part) ? `(${say(part)})` : say(part));
  switch (expression.op) {
    case "literal":
      return sayValue(expression.value, expression.type, service);
    case "length":
      return showLength(expression.length, "en");
    case "today":
    case "date-applied":
      return expression.op;
    case "fact":
      return nameOf(expression.path, expression.item, service);
    case "rule":
      return Object.hasOwn(service.rules, expression.id)
        ? (service.rules[expression.id]?.name ?? expression.id)
        : expression.id;
    case "answered":
    case "asked":
    case "corrected":
      return `${nameOf(expression.path, expression.item, service)} is ${expression.op}`;
    case "one-of":
      return `${say(expression.value)} is one of ${expression.options.map(say).join(", ")}`;
    case "and": {
      // `a unless b` is kept as a and not b: said as it was written.
      const [first, second, ...more] = expression.parts;
      if (first && second?.op === "not-yes" && more.length === 0) return `${nested(first)} unless ${say(second.of)}`;
      return expression.parts.map(nested).join(" and ");
    }
    case "or":
      return expression.parts.map(nested).join(" or ");
    case "not":
    case "not-yes":
      return saysOneThing(expression.of) ? `not ${say(expression.of)}` : `not (${say(expression.of)})`;
    case "count":
    case "sum":
    case "highest":
    case "lowest":
    case "average": {
      const of = expression.of ? say(expression.of) : expression.list.join("'s ");
      return `${expression.op} of ${of}${expression.where ? ` where ${say(expression.where)}` : ""}`;
    }
    case "any":
    case "every":
    case "none":
      return `${expression.op === "none" ? "no" : expression.op} ${expression.item} where ${say(expression.where)}`;
    case "since":
      return `${expression.unit.replace("-", " ")} from ${say(expression.from)} to ${say(expression.to)}`;
    case "before":
    case "after":
      return `${say(expression.length)} ${expression.op} ${say(expression.date)}`;
    case "exceptions":
      return `${say(expression.otherwise)} with ${expression.cases.length === 1 ? "an exception" : "exceptions"}`;
    case "bounded":
      return [
        say(expression.value),
        ...limit("never below", expression.below, say),
        ...limit("never above", expression.above, say),
      ].join(", ");
    case "rounded":
      return `${say(expression.value)} rounded ${expression.mode === "nearest" ? "to nearest" : `${expression.mode} to`} ${say(expression.to)}`;
    case "table":
      return expression.table === undefined ? "the table" : `table ${expression.table}`;
    case "dated":
      return "the amount of that day";
    case "matches":
      return `${say(expression.value)} matches its pattern`;
    case "characters":
    case "entries":
      return `${expression.op} of ${nested(expression.of)}`;
    case "word-count":
      return `words of ${nested(expression.of)}`;
    case "dated-on":
      return `the date of ${nested(expression.of)}`;
    case "percent-of":
      return `${percentText(expression.left, say)} of ${nested(expression.right)}`;
    default: {
      const isOfDays = isDay(expression.left, service) || isDay(expression.right, service);
      const word = (isOfDays ? betweenDays[expression.op] : undefined) ?? between[expression.op] ?? expression.op;
      return `${nested(expression.left)} ${word} ${nested(expression.right)}`;
    }
  }
}

/** A name alone: `not entitled`. */
function saysOneThing({ op }: Expression): boolean {
  return op === "rule" || op === "fact";
}

function isDay(expression: Expression, { names }: Service): boolean {
  const { op } = expression;
  if (op === "fact") {
    const path = expression.path.join(".");
    const kind = Object.hasOwn(names, path) ? names[path]?.type?.kind : undefined;
    return kind === "date" || kind === "date-of-birth";
  }
  if (op === "literal") return expression.type.kind === "date";
  return op === "today" || op === "date-applied" || op === "before" || op === "after" || op === "dated-on";
}

function needsBrackets({ op }: Expression): boolean {
  return op === "and" || op === "or" || op === "else" || op === "add" || op === "subtract";
}

function limit(words: string, bound: Expression | undefined, say: (part: Expression) => string): string[] {
  return bound ? [`${words} ${say(bound)}`] : [];
}

function percentText(share: Expression, say: (part: Expression) => string): string {
  return share.op === "literal" && typeof share.value === "number" ? `${showNumber(share.value, "en")}%` : say(share);
}

function nameOf(path: readonly string[], item: string | undefined, service: Service): string {
  const dotted = path.join(".");
  if (item !== undefined) return itemPartNamed(dotted, item, service) ?? `${item}'s ${path.join("'s ")}`;
  return Object.hasOwn(service.names, dotted) ? (service.names[dotted]?.name ?? dotted) : dotted;
}

/** The author's name of one item's part: its path in the names runs through the list. */
function itemPartNamed(dotted: string, item: string, service: Service): string | undefined {
  const named = Object.entries(service.names).find(
    ([path, { name }]) => path.endsWith(`.${dotted}`) && keyOf(name.split("'s ")[0] ?? "") === item,
  );
  return named?.[1].name;
}

function keyOf(name: string): string {
  return name.replace(/-([^-])/g, (_, letter: string) => letter.toUpperCase());
}
