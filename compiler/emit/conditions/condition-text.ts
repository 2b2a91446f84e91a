// Conditions as plain JavaScript tests. Each becomes a test that is true when it is definitely yes, and where needed one
// that is true when it is definitely no (language.md 3.5); what is not known fails both. Values: see value-text.ts.
import type { ComparisonExpression, Expression, OneOfExpression, QuantifiedExpression } from "#contract";
import { factText, insideLoop, itemsOf, type Place, stateText } from "./access.ts";
import { arrow, bare, call, list, quote, surround } from "./layout.ts";

/** Gives the text of a value; handed in, because values hold conditions and conditions hold values. */
export type ValueText = (expression: Expression, place: Place) => string;

/** Expressions that are tests by themselves. All others are values, that may happen to be yes or no. */
export type Condition = Extract<
  Expression,
  {
    op:
      | ComparisonExpression["op"]
      | "one-of"
      | "answered"
      | "asked"
      | "corrected"
      | "and"
      | "or"
      | "not"
      | "not-yes"
      | QuantifiedExpression["op"];
  }
>;

const conditions: ReadonlySet<string> = new Set<Condition["op"]>([
  ...(["is", "is-not", "at-least", "at-most", "over", "under", "includes"] as const),
  ...(["one-of", "answered", "asked", "corrected", "and", "or", "not", "not-yes", "any", "every", "none"] as const),
]);

/** True for expressions that are tests by themselves. */
export function isCondition(expression: Expression): expression is Condition {
  return conditions.has(expression.op);
}

/** True for conditions that are always known: then a test for yes is all there is to say. */
export function isAlwaysKnown(expression: Expression): boolean {
  switch (expression.op) {
    case "answered":
    case "asked":
    case "corrected":
    case "not-yes":
      return true;
    case "and":
    case "or":
      return expression.parts.every(isAlwaysKnown);
    case "not":
      return isAlwaysKnown(expression.of);
    default:
      return false;
  }
}

/** The tests of each comparison: for yes and for no. */
export const comparisons: Readonly<Record<ComparisonExpression["op"], readonly [yes: string, no: string]>> = {
  is: ["same", "differ"],
  "is-not": ["differ", "same"],
  "at-least": ["atLeast", "under"],
  "at-most": ["atMost", "over"],
  over: ["over", "atMost"],
  under: ["under", "atLeast"],
  includes: ["includes", "lacks"],
};

/** A test that is true when the expression is definitely `wanted`, and false otherwise. */
export function testText(expression: Expression, wanted: boolean, place: Place, valueText: ValueText): string {
  if (!isCondition(expression)) return `${valueText(expression, place)} === ${wanted}`;
  switch (expression.op) {
    case "answered":
      return `${factText(expression.path, expression.item, place)} ${wanted ? "!==" : "==="} undefined`;
    case "asked":
    case "corrected":
      return `${wanted ? "" : "!"}${stateText(expression.op, expression.path, expression.item, place)}`;
    case "not":
      return testText(expression.of, !wanted, place, valueText);
    case "not-yes":
      return wanted
        ? `!(${testText(expression.of, true, place, valueText)})`
        : testText(expression.of, true, place, valueText);
    case "and":
    case "or":
      return joinedText(expression.op, expression.parts, wanted, place, valueText);
    case "one-of":
      return oneOfText(expression, wanted, place, valueText);
    case "any":
    case "every":
    case "none":
      return quantifiedText(expression, wanted, place, valueText);
    default:
      return comparisonText(expression, wanted, place, valueText);
  }
}

function joinedText(
  op: "and" | "or",
  parts: readonly Expression[],
  wanted: boolean,
  place: Place,
  valueText: ValueText,
): string {
  if (parts.length === 0) return String((op === "and") === wanted);
  const tests = parts.map((part) => testText(part, wanted, place, valueText));
  if (tests.length === 1) return tests[0] ?? "";
  if ((op === "and") !== wanted) return surround("(", quickFirst(tests), " || ", ")");
  return allText(tests);
}

/** The same tests in their order, but those that go through a list last: often they need not be asked. No test does anything but tell. */
function quickFirst(tests: readonly string[]): readonly string[] {
  const isLong = (test: string): boolean => test.includes(" => ");
  return [...tests.filter((test) => !isLong(test)), ...tests.filter(isLong)];
}

/** Tests that must all hold: `(one && other)`. */
export function allText(tests: readonly string[]): string {
  if (tests.length === 1) return tests[0] ?? "";
  const parts = withoutRepeats(quickFirst(tests)).map((test) => (test.includes("||") ? test : bare(test).trim()));
  return surround("(", parts, " && ", ")");
}

const guard = /^\(typeof \S+ === "\w+" && /;

/** Tests that must all hold, without asking twice whether the same value is a number. */
function withoutRepeats(tests: readonly string[]): string[] {
  const asked = new Set<string>();
  return tests.map((test) => {
    const start = guard.exec(test)?.[0];
    if (start === undefined || bare(test) === test) return test;
    if (asked.has(start)) return `(${test.slice(start.length)}`;
    asked.add(start);
    return test;
  });
}

function comparisonText(
  { op, left, right }: ComparisonExpression,
  wanted: boolean,
  place: Place,
  valueText: ValueText,
): string {
  const [yes, no] = comparisons[op];
  const test = wanted ? yes : no;
  const [one, other] = [valueText(left, place), valueText(right, place)];
  const sign = orders[test];
  // What is worked out is a number or nothing, and nothing is neither under nor over a number: no more needs to be asked.
  if (sign !== undefined && isCounted(left) && right.op === "literal" && typeof right.value === "number") {
    return `${one} ${sign} ${other}`;
  }
  return plainTest(test, one, other, right, place) ?? call(place.use(test), one, other);
}

/** True for what gives a number where it is known, whatever was answered. */
function isCounted({ op }: Expression): boolean {
  return op === "since" || op === "count" || op === "characters" || op === "entries" || op === "word-count";
}

/** Text that can be read more than once without working anything out. */
export const plainPath = /^[A-Za-z_$][\w$]*(\??\.[A-Za-z_$][\w$]*)*$/;
const orders: Readonly<Record<string, string>> = { atLeast: ">=", atMost: "<=", over: ">", under: "<" };

/** A comparison with a literal says itself what it means where a value is missing or of another kind. */
function plainTest(
  test: string,
  one: string,
  other: string,
  right: Expression,
  { present }: Place,
): string | undefined {
  if (right.op !== "literal") return undefined;
  if (test === "same") return `${one} === ${other}`;
  if (!plainPath.test(one)) return undefined;
  if (test === "differ")
    return present.has(one) ? `${one} !== ${other}` : `(${one} !== undefined && ${one} !== ${other})`;
  const sign = orders[test];
  return sign === undefined || typeof right.value === "boolean"
    ? undefined
    : `(typeof ${one} === ${quote(typeof right.value)} && ${one} ${sign} ${other})`;
}

function oneOfText({ value, options }: OneOfExpression, wanted: boolean, place: Place, valueText: ValueText): string {
  const one = valueText(value, place);
  const tests = options.map((option) =>
    plainTest(wanted ? "same" : "differ", one, valueText(option, place), option, place),
  );
  // A few literals are said one by one; a long list is looked through.
  if (plainPath.test(one) && options.length > 0 && options.length < 5 && tests.every((test) => test !== undefined)) {
    return tests.length === 1 ? (tests[0] ?? "") : surround("(", tests, wanted ? " || " : " && ", ")");
  }
  return call(place.use(wanted ? "isOneOf" : "isNoneOf"), one, list(options.map((option) => valueText(option, place))));
}

/** `every` and `any` over nothing are no, so `none` is yes (language.md 3.6.6). */
function quantifiedText(
  { op, list: path, item, where }: QuantifiedExpression,
  wanted: boolean,
  place: Place,
  valueText: ValueText,
): string {
  const items = itemsOf(path, place);
  const { inside, variable } = insideLoop(item, place);
  const loop = (method: "some" | "every", of: boolean): string =>
    `${items}.${method}(${arrow(variable, testText(where, of, inside, valueText))})`;
  if (op === "every") {
    const empty = `${items}.length ${wanted ? ">" : "==="} 0`;
    return wanted ? `(${empty} && ${loop("every", true)})` : `(${empty} || ${loop("some", false)})`;
  }
  return (op === "any") === wanted ? loop("some", true) : loop("every", false);
}

/** The condition as a value: true, false, or undefined while it is not known. Every part is written once. */
export function openText(condition: Condition, place: Place, valueText: ValueText): string {
  const value = (expression: Expression, at: Place = place): string =>
    isCondition(expression) ? openText(expression, at, valueText) : valueText(expression, at);
  switch (condition.op) {
    case "answered":
    case "asked":
    case "corrected":
    case "not-yes":
      return `(${testText(condition, true, place, valueText)})`;
    case "and":
    case "or":
      return call(
        place.use(condition.op === "and" ? "allOf" : "anyOf"),
        list(condition.parts.map((part) => value(part))),
      );
    case "not":
      return call(place.use("opposite"), value(condition.of));
    case "one-of": {
      const options = list(condition.options.map((option) => value(option)));
      return call(place.use("judge"), place.use("isOneOf"), place.use("isNoneOf"), value(condition.value), options);
    }
    case "any":
    case "every":
    case "none": {
      const { inside, variable } = insideLoop(condition.item, place);
      const tests = `${itemsOf(condition.list, place)}.map(${arrow(variable, value(condition.where, inside))})`;
      if (condition.op === "every") return call(place.use("everyOf"), tests);
      const any = call(place.use("anyOf"), tests);
      return condition.op === "any" ? any : call(place.use("opposite"), any);
    }
    default: {
      const [yes, no] = comparisons[condition.op];
      return call(place.use("judge"), place.use(yes), place.use(no), value(condition.left), value(condition.right));
    }
  }
}
