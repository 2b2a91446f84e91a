// Values of the text into typed expressions: names, literals, arithmetic, dates, sums over lists.

import type { ConditionNode, LengthNode, LiteralNode, PathNode, Span, ValueNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import { wordOf } from "../line.ts";
import { findDatum, lookUp } from "../names/names.ts";
import type { Duration, Expression, Type } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { sameKinds } from "./kinds.ts";
import { readDatum, readList } from "./reading.ts";
import { broken, literal, type Typed } from "./typed.ts";

/** A value with its kind. `expected` is the kind on the other side: a bare word is looked up in its list first. */
export function typeValue(building: Building, node: ValueNode, at: Situation, expected?: Type): Typed {
  switch (node.kind) {
    case "path":
      return typePath(building, node, at, expected);
    case "arithmetic":
      return typeArithmetic(building, node, at);
    case "part-of":
      return typePartOf(building, node, at);
    case "aggregate":
      return typeAggregate(building, node, at);
    case "since":
      return typeSince(building, node, at);
    case "shift":
      return typeShift(building, node, at);
    case "brackets":
      return typeBrackets(building, node.inside, at, expected);
    default:
      return typeLiteral(building, node, expected);
  }
}

function typePath(building: Building, node: PathNode, at: Situation, expected: Type | undefined): Typed {
  const option = node.words.length === 1 && expected ? optionOf(building, node, at, expected) : undefined;
  if (option) return option;
  if (node.words.length === 1 && node.words[0]?.name === "date-applied")
    return { expression: { op: "date-applied" }, type: { kind: "date" }, span: node.span, said: "date-applied" };
  const datum = findDatum(building, node, at.scope);
  return datum ? readDatum(building, datum, node.span, at) : broken(node.span);
}

/** The word as one of the choices of the other side; undefined when it is meant as a name. */
function optionOf(building: Building, node: PathNode, at: Situation, expected: Type): Typed | undefined {
  const word = node.words[0];
  const family = familyOf(expected);
  if (!word || (family !== "choice" && family !== "choices" && family !== "stage")) return undefined;
  if (family === "stage") return typedOption(word.name, { kind: "text" }, node.span);
  const list = expected.list === undefined ? undefined : building.lists.get(expected.list);
  const type: Type = expected.list === undefined ? expected : { kind: "one-of", list: expected.list };
  if (!list || list.options.includes(word.name)) return typedOption(word.name, type, node.span);
  return lookUp(building, [word.name], at.scope) ? undefined : notInList(building, word.name, node.span, expected.list);
}

function typedOption(name: string, type: Type, span: Span): Typed {
  return { expression: literal(name, type), type, span, said: name, literal: { kind: "option", value: name } };
}

function notInList(building: Building, value: string, span: Span, name: string | undefined): Typed {
  const list = name === undefined ? undefined : building.lists.get(name);
  const last = list?.line.children.filter((line) => wordOf(line) === "-").at(-1);
  building.findings.push({
    kind: "not-in-list",
    value,
    span,
    said: name ?? "",
    list: name ?? "",
    options: list?.options ?? [],
    ...(list && { listAt: list.at }),
    ...(last && { listEnd: { at: last.span, indent: last.indent } }),
  });
  return broken(span);
}

function typeArithmetic(building: Building, node: ValueNode & { kind: "arithmetic" }, at: Situation): Typed {
  if (node.operator === "else") return typeElse(building, node, at);
  const left = typeValue(building, node.left, at);
  const right = typeValue(building, node.right, at);
  const result = arithmeticType(building, node, left, right);
  if (!left.type || !right.type || !result) return broken(node.span);
  const ops = { plus: "add", minus: "subtract", times: "times", "divided by": "divided-by" } as const;
  const isDateShift = familyOf(left.type) === "date" && familyOf(right.type) === "duration";
  const expression: Expression = isDateShift
    ? shift(building, node.operator === "plus" ? "after" : "before", right.expression, left.expression)
    : { op: ops[node.operator], left: left.expression, right: right.expression };
  return { expression, type: result, span: node.span, said: sourceText(building.trees, node.span) };
}

/** The kind that comes out; a finding and undefined when the two do not go together. */
function arithmeticType(
  building: Building,
  node: ValueNode & { kind: "arithmetic" },
  left: Typed,
  right: Typed,
): Type | undefined {
  if (!left.type || !right.type) return undefined;
  const [one, two] = [familyOf(left.type), familyOf(right.type)];
  const isFactor = (family: string) => family === "number" || family === "percentage";
  if (node.operator === "times" && isFactor(two) && (one === "money" || one === "number")) return resultOf(left, right);
  if (node.operator === "times" && isFactor(one) && (two === "money" || two === "number")) return resultOf(right, left);
  if (node.operator === "divided by" && two === "number" && (one === "money" || one === "number"))
    return one === "money" ? left.type : { kind: "number" };
  if (node.operator === "divided by" && one === "money" && two === "money") return { kind: "number" };
  const isSum = node.operator === "plus" || node.operator === "minus";
  if (isSum && one === "date" && two === "duration") return { kind: "date" };
  if (isSum && one === two && (one === "money" || one === "number" || one === "percentage"))
    return resultOf(left, right);
  sameKinds(building, left, right, node.operator, true);
  return undefined;
}

function resultOf(main: Typed, other: Typed): Type | undefined {
  const whole = main.type?.kind === "whole-number" && other.type?.kind === "whole-number";
  if (main.type && familyOf(main.type) === "number") return { kind: whole ? "whole-number" : "number" };
  return main.type;
}

function typeElse(building: Building, node: ValueNode & { kind: "arithmetic" }, at: Situation): Typed {
  const left = typeValue(building, node.left, { ...at, needsAnswers: false });
  const right = typeValue(building, node.right, at, left.type);
  if (!left.type || !right.type || !sameKinds(building, left, right, "else")) return broken(node.span);
  const expression: Expression = { op: "else", left: left.expression, right: right.expression };
  return { expression, type: left.type, span: node.span, said: sourceText(building.trees, node.span) };
}

function typePartOf(building: Building, node: ValueNode & { kind: "part-of" }, at: Situation): Typed {
  const part = typeValue(building, node.part, at);
  const whole = typeValue(building, node.whole, at);
  if (!part.type || !whole.type) return broken(node.span);
  const expression: Expression = { op: "percent-of", left: part.expression, right: whole.expression };
  return { expression, type: whole.type, span: node.span, said: sourceText(building.trees, node.span) };
}

function typeAggregate(building: Building, node: ValueNode & { kind: "aggregate" }, at: Situation): Typed {
  const list = readList(building, node.path, at);
  if (!list) return broken(node.span);
  const inside: Situation = { ...at, needsAnswers: false };
  const where = node.where && building.typeCondition(building, node.where, inside);
  const of = list.part && node.fold !== "count" ? list.part : undefined;
  const expression: Expression = {
    op: node.fold,
    list: [...list.path],
    item: list.item,
    ...(of && { of: of.expression }),
    ...(where && { where: where.expression }),
  };
  const type: Type | undefined = node.fold === "count" ? { kind: "whole-number" } : of?.type;
  if (node.fold !== "count" && !of) return broken(node.span);
  return { expression, type, span: node.span, said: sourceText(building.trees, node.span) };
}

function typeSince(building: Building, node: ValueNode & { kind: "since" }, at: Situation): Typed {
  const from = typeValue(building, node.from, at);
  const to = node.to && typeValue(building, node.to, at);
  if (!from.type || (to && !to.type)) return broken(node.span);
  const expression: Expression = {
    op: "since",
    unit: node.unit,
    from: from.expression,
    to: to?.expression ?? { op: at.counting === "form" ? "today" : "date-applied" },
    ...(node.unit === "working-days" && building.calendar !== undefined && { calendar: building.calendar }),
  };
  if (node.unit === "working-days") needsCalendar(building, sourceText(building.trees, node.span), 0, node.span);
  return { expression, type: { kind: "whole-number" }, span: node.span, said: sourceText(building.trees, node.span) };
}

function typeShift(building: Building, node: ValueNode & { kind: "shift" }, at: Situation): Typed {
  const length = typeValue(building, node.length, at);
  const date = node.date && typeValue(building, node.date, at);
  if (!length.type || (date && !date.type)) return broken(node.span);
  const from: Expression = date?.expression ?? { op: at.counting === "form" ? "today" : "date-applied" };
  const expression = shift(building, node.direction === "after" ? "after" : "before", length.expression, from);
  return { expression, type: { kind: "date" }, span: node.span, said: sourceText(building.trees, node.span) };
}

function shift(building: Building, op: "before" | "after", length: Expression, date: Expression): Expression {
  const inWorkingDays = length.op === "length" && length.length.unit === "working-days";
  return { op, length, date, ...(inWorkingDays && building.calendar !== undefined && { calendar: building.calendar }) };
}

function typeBrackets(building: Building, inside: ConditionNode, at: Situation, expected: Type | undefined): Typed {
  return inside.kind === "fact"
    ? typeValue(building, inside.value, at, expected)
    : building.typeCondition(building, inside, at);
}

function typeLiteral(building: Building, node: LiteralNode, expected: Type | undefined): Typed {
  const said = sourceText(building.trees, node.span);
  const whole = (value: string | number | boolean, type: Type, kind: string): Typed => ({
    expression: literal(value, type),
    type,
    span: node.span,
    said,
    literal: { kind, value },
  });
  switch (node.kind) {
    case "number":
      return whole(node.value, { kind: Number.isInteger(node.value) ? "whole-number" : "number" }, "number");
    case "size":
      return whole(node.value, { kind: "number" }, "number");
    case "text":
      return whole(node.value, expected && familyOf(expected) === "text" ? expected : { kind: "text" }, "text");
    case "money":
      noteCurrency(building, node.currency, node.span);
      return whole(node.value, { kind: "money" }, "money");
    case "percent":
      return whole(node.value, { kind: "percentage" }, "percent");
    case "date":
      return whole(node.value, { kind: "date" }, "date");
    case "time":
      return whole(node.value, { kind: "time" }, "time");
    case "day-month":
      return whole(dayMonth(node.month, node.day), { kind: "text" }, "day-month");
    case "yes-no":
      return whole(node.value, { kind: "yes-or-no" }, "yes-no");
    case "today":
      return { expression: { op: "today" }, type: { kind: "date" }, span: node.span, said };
    case "length":
      return typeLength(building, node, said);
  }
}

/** A day of every year as ISO 8601 says it: --04-01. */
function dayMonth(month: number, day: number): string {
  return `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function typeLength(building: Building, node: LengthNode, said: string): Typed {
  if (node.unit === "working-days") needsCalendar(building, said, node.amount, node.span);
  const length: Duration = { amount: node.amount, unit: node.unit };
  return { expression: { op: "length", length }, type: { kind: "duration" }, span: node.span, said };
}

/** Working days mean nothing without a calendar: a finding when the route names none. */
export function needsCalendar(building: Building, words: string, amount: number, span: Span): void {
  if (building.calendar !== undefined) return;
  building.findings.push({ kind: "working-days-without-calendar", words, amount, span });
}

/** One currency per service: the first that is met; another is a finding. */
export function noteCurrency(building: Building, code: string, span: Span): void {
  if (!building.currency) building.currency = { code, at: span };
  else if (building.currency.code !== code)
    building.findings.push({
      kind: "two-currencies",
      currency: code,
      first: building.currency.code,
      span,
      firstAt: building.currency.at,
    });
}
