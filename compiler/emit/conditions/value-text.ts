// Values as JavaScript text: amounts, dates, choices among values, sums over lists. What is not known is undefined.
import type {
  AggregateExpression,
  ArithmeticExpression,
  DatedExpression,
  ExceptionsExpression,
  Expression,
  TableExpression,
} from "#contract";
import { askText, factText, insideLoop, itemsOf, type Place, workedOut } from "./access.ts";
import { isCondition, openText, testText } from "./condition-text.ts";
import { arrow, call, indent, list, quote } from "./layout.ts";

/** The text of any expression as a value. */
export function valueText(expression: Expression, place: Place): string {
  if (isCondition(expression)) return openText(expression, place, valueText);
  switch (expression.op) {
    case "literal":
      return quote(expression.value);
    case "length":
      return `{ amount: ${expression.length.amount}, unit: ${quote(expression.length.unit)} }`;
    case "today":
      return "f.today";
    case "date-applied":
      return "f.dateApplied";
    case "fact":
      return factText(expression.path, expression.item, place);
    case "rule":
      return askText(expression, place);
    case "since":
      return sinceText(expression, place);
    case "before":
    case "after":
      return shiftedText(expression, place);
    case "exceptions":
    case "table":
    case "dated":
      return chosenText(choicesOf(expression, place) ?? combinedText(expression, place));
    case "bounded":
      return boundedText(expression, place);
    case "rounded":
      return call(place.use("rounded"), of(expression.value), quote(expression.mode), of(expression.to));
    case "matches":
      return call(place.use("matches"), of(expression.value), place.pattern(expression.pattern));
    case "characters":
    case "entries":
      return call(place.use(expression.op), of(expression.of));
    case "word-count":
      return call(place.use("wordCount"), of(expression.of));
    case "dated-on":
      return call(place.use("datedOn"), of(expression.of));
    case "count":
    case "sum":
    case "highest":
    case "lowest":
    case "average":
      return aggregateText(expression, place);
    default:
      return arithmeticText(expression, place);
  }
  function of(part: Expression): string {
    return valueText(part, place);
  }
}

const arithmetic = {
  add: "add",
  subtract: "subtract",
  times: "times",
  "divided-by": "dividedBy",
  "percent-of": "percent",
} as const;

function arithmeticText({ op, left, right }: ArithmeticExpression, place: Place): string {
  const [one, other] = [valueText(left, place), valueText(right, place)];
  return op === "else" ? `(${one} ?? ${other})` : call(place.use(arithmetic[op]), one, other);
}

/** Units that need no working days have a function of their own. */
const betweens: Readonly<Record<string, string>> = {
  days: "daysBetween",
  months: "monthsBetween",
  years: "yearsBetween",
};

function sinceText(expression: Extract<Expression, { op: "since" }>, place: Place): string {
  const { unit, from, to, calendar } = expression;
  const days = [valueText(from, place), valueText(to, place)];
  const between = betweens[unit];
  const text =
    between === undefined
      ? call(
          place.use("since"),
          quote(unit),
          ...days,
          ...(unit === "working-days" ? calendarText(calendar, place) : []),
        )
      : call(place.use(between), ...days, ...listOf(place.lengthEnds(calendar, unit)));
  return workedOut(text, unit, place);
}

function shiftedText(expression: Extract<Expression, { op: "before" | "after" }>, place: Place): string {
  const { op, length, date, calendar } = expression;
  const args = [valueText(length, place), op === "after" ? "1" : "-1", valueText(date, place)];
  return workedOut(call(place.use("shifted"), ...args, ...calendarText(calendar, place)), "day", place);
}

function calendarText(name: string | undefined, place: Place): string[] {
  return listOf(place.calendar(name));
}

function listOf(variable: string | undefined): string[] {
  return variable === undefined ? [] : [variable];
}

function boundedText(expression: Extract<Expression, { op: "bounded" }>, place: Place): string {
  const { value, below, above } = expression;
  const plain = valueText(value, place);
  const raised = below ? call(place.use("neverBelow"), plain, valueText(below, place)) : plain;
  return above ? call(place.use("neverAbove"), raised, valueText(above, place)) : raised;
}

/** One of several values: the first whose test is true, else the last one. */
export interface Choices {
  readonly cases: readonly { readonly test: string; readonly value: string; readonly note?: string }[];
  readonly otherwise: string;
}

type Choosing = ExceptionsExpression | TableExpression | DatedExpression;

/** The choices of exceptions, of a table where one row counts, and of a dated amount; nothing for other tables. */
export function choicesOf(
  expression: Choosing,
  place: Place,
  value = (part: Expression): string => valueText(part, place),
): Choices | undefined {
  const test = (part: Expression): string => testText(part, true, place, valueText);
  switch (expression.op) {
    case "exceptions":
      return {
        cases: expression.cases.map((one) => ({
          test: test(one.when),
          value: value(one.value),
          ...(one.because && { note: Object.values(one.because)[0] ?? "" }),
        })),
        otherwise: value(expression.otherwise),
      };
    case "dated": {
      const latestFirst = expression.entries.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
      return {
        cases: latestFirst.map((entry) => ({
          test: `f.dateApplied >= ${quote(entry.from)}`,
          value: value(entry.value),
        })),
        otherwise: "undefined",
      };
    }
    case "table":
      if (expression.policy !== "exactly-one" && expression.policy !== "first") return undefined;
      return {
        cases: expression.rows.map((row) => ({ test: test(row.when), value: value(row.value) })),
        otherwise: expression.otherwise ? value(expression.otherwise) : "undefined",
      };
  }
}

function chosenText(choices: Choices | string): string {
  if (typeof choices === "string") return choices;
  if (choices.cases.length === 0) return choices.otherwise;
  const lines = choices.cases.map(({ test, value }) => `${test} ? ${value} :`);
  return `(\n${indent([...lines, choices.otherwise].join("\n"))}\n)`;
}

/** A table where every fitting row counts. */
function combinedText(expression: Choosing, place: Place): string {
  if (expression.op !== "table") return "undefined";
  const { policy, rows, otherwise } = expression;
  const fitting = rows.map(
    ({ when, value }) => `...(${testText(when, true, place, valueText)} ? [${valueText(value, place)}] : [])`,
  );
  const last = otherwise ? `, ${arrow("", valueText(otherwise, place))}` : "";
  return `${place.use("combineRows")}(${quote(policy)}, ${list(fitting)}${last})`;
}

function aggregateText({ op, list: path, item, of, where }: AggregateExpression, place: Place): string {
  const { inside, variable } = insideLoop(item, place);
  const test = where ? `.filter(${arrow(variable, testText(where, true, inside, valueText))})` : "";
  const items = `${itemsOf(path, place)}${test}`;
  if (of === undefined) return op === "count" ? `${items}.length` : call(place.use(op), "[]");
  const values = `${items}.map(${arrow(variable, valueText(of, inside))})`;
  if (op === "count") return `${values}.filter((value) => value !== undefined).length`;
  return call(place.use(op), values);
}
