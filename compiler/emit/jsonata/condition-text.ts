// Conditions as JSONata tests. Each becomes a test that is true when it is definitely yes, and where needed one that is true when
// it is definitely no (language.md 3.5); what is not known fails both, because JSONata compares nothing with anything as false.
import type { ComparisonExpression, Expression, OneOfExpression, QuantifiedExpression } from "#contract";
import { type Condition, isCondition } from "../conditions/condition-text.ts";
import { isLength } from "./kinds.ts";
import { factText, itemsText, stateText, type Texts } from "./place.ts";

/** A test that is true when the expression is definitely `wanted`; false, or nothing, otherwise. */
export function testText(expression: Expression, wanted: boolean, texts: Texts): string {
  if (!isCondition(expression)) return `${texts.value(expression)} = ${wanted}`;
  const { place } = texts;
  switch (expression.op) {
    case "answered": {
      const exists = `$exists(${factText(expression.path, expression.item, place)})`;
      return wanted ? exists : `$not(${exists})`;
    }
    case "asked":
    case "corrected": {
      const state = stateText(expression.op, expression.path, expression.item, place);
      return wanted ? state : `$not(${state})`;
    }
    case "not":
      return testText(expression.of, !wanted, texts);
    case "not-yes":
      return wanted ? `(${testText(expression.of, true, texts)} ? false : true)` : testText(expression.of, true, texts);
    case "and":
    case "or":
      return joinedText(expression.op, expression.parts, wanted, texts);
    case "one-of":
      return oneOfText(expression, wanted, texts);
    case "any":
    case "every":
    case "none":
      return quantifiedText(expression, wanted, texts);
    default:
      return comparisonText(expression, wanted, texts);
  }
}

function joinedText(op: "and" | "or", parts: readonly Expression[], wanted: boolean, texts: Texts): string {
  if (parts.length === 0) return String((op === "and") === wanted);
  const tests = parts.map((part) => testText(part, wanted, texts));
  return tests.length === 1 ? (tests[0] ?? "") : `(${tests.join((op === "and") === wanted ? " and " : " or ")})`;
}

const signs: Readonly<Record<Exclude<ComparisonExpression["op"], "includes">, readonly [yes: string, no: string]>> = {
  is: ["=", "!="],
  "is-not": ["!=", "="],
  "at-least": [">=", "<"],
  "at-most": ["<=", ">"],
  over: [">", "<="],
  under: ["<", ">="],
};

function comparisonText({ op, left, right }: ComparisonExpression, wanted: boolean, texts: Texts): string {
  const [one, other] = [texts.value(left), texts.value(right)];
  if (op === "includes") {
    const test = `${other} in ${one}`;
    return wanted ? test : `(${exist(left, texts)} and ${exist(right, texts)} and $not(${test}))`;
  }
  const sign = signs[op][wanted ? 0 : 1];
  const { service } = texts.place;
  if (sign !== "=" && sign !== "!=" && (isLength(left, service, texts.facts) || isLength(right, service, texts.facts)))
    return `${texts.place.use("order")}(${one}, ${other}) ${sign} 0`;
  // The guard says what JSONata does by itself, for readers and for tools that do it otherwise.
  const guards = sign === "=" ? [] : [left, right].filter(mayBeMissing).map((part) => exist(part, texts));
  return guards.length === 0 ? `${one} ${sign} ${other}` : `(${[...guards, `${one} ${sign} ${other}`].join(" and ")})`;
}

function mayBeMissing({ op }: Expression): boolean {
  return op !== "literal" && op !== "today" && op !== "date-applied" && op !== "length";
}

function exist(expression: Expression, texts: Texts): string {
  return `$exists(${texts.value(expression)})`;
}

function oneOfText({ value, options }: OneOfExpression, wanted: boolean, texts: Texts): string {
  const tests = options.map((option) =>
    comparisonText({ op: wanted ? "is" : "is-not", left: value, right: option }, true, texts),
  );
  if (!wanted) return `(${[exist(value, texts), ...tests].join(" and ")})`;
  return tests.length === 0 ? "false" : `(${tests.join(" or ")})`;
}

/** `every` and `any` over nothing are no, so `none` is yes (language.md 3.6.6). */
function quantifiedText({ op, list, item, where }: QuantifiedExpression, wanted: boolean, texts: Texts): string {
  const { place } = texts;
  const items = itemsText(list, place);
  const fitting = (of: boolean): string =>
    `$count($filter(${items}, function(${place.item(item)}) { ${testText(where, of, texts)} }))`;
  if (op === "every") {
    const count = `$count(${items})`;
    return wanted ? `(${count} > 0 and ${fitting(true)} = ${count})` : `(${count} = 0 or ${fitting(false)} > 0)`;
  }
  return (op === "any") === wanted ? `${fitting(true)} > 0` : `${fitting(false)} = $count(${items})`;
}

/** The condition as a value: true, false, or nothing while it is not known. */
export function openText(condition: Condition, texts: Texts): string {
  const [yes, no] = [testText(condition, true, texts), testText(condition, false, texts)];
  return `(${yes} ? true : ${no} ? false)`;
}
