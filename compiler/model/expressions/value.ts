// Values of the text into typed expressions: names, literals, arithmetic, dates, sums over lists.

import { coinDigits } from "#support/currencies.ts";
import type { ConditionNode, LengthNode, LiteralNode, PathNode, Span, ValueNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import { wordOf } from "../line.ts";
import { itemOfList } from "../names/items.ts";
import { findDatum, lookUp } from "../names/names.ts";
import { saidOf } from "../names/said.ts";
import type { Duration, Expression, Type } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { type Family, familyOf, lengthType } from "../types/families.ts";
import { elseWithoutBrackets, joinValues, partOf } from "./arithmetic.ts";
import { saidDifferently, sameKinds } from "./kinds.ts";
import { needsCalendar, noteToday, shiftedDate, timeBetween } from "./lengths.ts";
import { type ListRead, readDatum, readList } from "./reading.ts";
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
      return quotedOption(building, node, expected) ?? typeLiteral(building, node, at, expected);
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
  const hasMore = family === "yes-or-no" && expected.list !== undefined;
  if (!word || (family !== "choice" && family !== "choices" && family !== "stage" && !hasMore)) return undefined;
  if (family === "stage") return typedOption(word.name, { kind: "text" }, node.span);
  const list = expected.list === undefined ? undefined : building.lists.get(expected.list);
  const type: Type = expected.list === undefined || hasMore ? expected : { kind: "one-of", list: expected.list };
  if (!list) return typedOption(word.name, type, node.span);
  const named = lookUp(building, [word.name], at.scope);
  if (!list.options.includes(word.name))
    return named ? undefined : notInList(building, word.name, node.span, expected.list);
  if (named)
    building.findings.push({
      kind: "list-item-is-name",
      name: word.name,
      list: expected.list ?? "",
      span: node.span,
      datum: named,
    });
  return typedOption(word.name, type, node.span);
}

/** Quoted words beside choices: `"Petrol"` for petrol. A choice may stand in quotes; other words are none of them. */
function quotedOption(building: Building, node: LiteralNode, expected: Type | undefined): Typed | undefined {
  const list =
    expected?.kind === "one-of" && expected.list !== undefined ? building.lists.get(expected.list) : undefined;
  if (node.kind !== "text" || !list || list.options.includes(node.value)) return undefined;
  return notInList(building, node.value, node.span, expected?.list);
}

function typedOption(name: string, type: Type, span: Span): Typed {
  return { expression: literal(name, type), type, span, said: name, literal: { kind: "option", value: name } };
}

function notInList(building: Building, value: string, span: Span, name: string | undefined): Typed {
  const list = name === undefined ? undefined : building.lists.get(name);
  // A question without choices is told as such: nothing could be one of them.
  if (list?.options.length === 0) return broken(span);
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
  if (elseWithoutBrackets(building, node)) return broken(node.span);
  if (node.operator === "else") return typeElse(building, node, at);
  return joinValues(building, node, typeValue(building, node.left, at), typeValue(building, node.right, at));
}

function typeElse(building: Building, node: ValueNode & { kind: "arithmetic" }, at: Situation): Typed {
  const left = typeValue(building, node.left, { ...at, needsAnswers: false });
  const right = typeValue(building, node.right, behindElse(left, at), left.type);
  if (!left.type || !right.type || !sameKinds(building, left, right, "else")) return broken(node.span);
  const expression: Expression = { op: "else", left: left.expression, right: right.expression };
  return { expression, type: left.type, span: node.span, said: sourceText(building.trees, node.span) };
}

/** `(name else organisation)`: the second is read only where the first has no answer. */
function behindElse({ expression }: Typed, at: Situation): Situation {
  if (expression.op !== "fact") return at;
  return { ...at, notAnswered: [...(at.notAnswered ?? []), { ...expression, op: "answered" }] };
}

function typePartOf(building: Building, node: ValueNode & { kind: "part-of" }, at: Situation): Typed {
  const whole = typeValue(building, node.whole, at);
  const otherWord = node.part.kind === "path" ? otherWordOf(building, node.part, at) : undefined;
  if (otherWord === undefined) return partOf(building, node, typeValue(building, node.part, at), whole);
  const meant = `${otherWord} ${sourceText(building.trees, node.whole.span)}`;
  const written = sourceText(building.trees, node.span);
  saidDifferently(building, { written, meant, span: node.span, text: meant });
  return broken(node.span);
}

const otherWords: Readonly<Record<string, string>> = {
  total: "sum of",
  number: "count of",
  max: "highest of",
  maximum: "highest of",
  largest: "highest of",
  min: "lowest of",
  minimum: "lowest of",
  smallest: "lowest of",
  mean: "average of",
  half: "50% of",
  quarter: "25% of",
  age: "years since",
};

/** `total of member's pay`: a word of other languages, unless the service has a percentage of that name. */
function otherWordOf(building: Building, { words }: PathNode, at: Situation): string | undefined {
  const [word] = words;
  const other = words.length === 1 && word && Object.hasOwn(otherWords, word.name) ? otherWords[word.name] : undefined;
  const named = word && lookUp(building, [word.name], at.scope);
  return named?.type?.kind === "percentage" ? undefined : other;
}

function typeSince(building: Building, node: ValueNode & { kind: "since" }, at: Situation): Typed {
  return timeBetween(
    building,
    node,
    at,
    typeValue(building, node.from, at),
    node.to && typeValue(building, node.to, at),
  );
}

function typeShift(building: Building, node: ValueNode & { kind: "shift" }, at: Situation): Typed {
  const date = node.date && typeValue(building, node.date, at);
  return shiftedDate(building, node, at, typeValue(building, node.length, at), date);
}

function typeAggregate(building: Building, node: ValueNode & { kind: "aggregate" }, at: Situation): Typed {
  const list = readList(building, node.path, at);
  if (!list) return broken(node.span);
  const where = node.where && building.typeCondition(building, node.where, { ...at, needsAnswers: false });
  if (where && !where.type) return broken(node.span);
  const of = node.fold === "count" ? undefined : list.part;
  const type = foldedType(building, node, list, of);
  if (!type) return broken(node.span);
  const expression: Expression = {
    op: node.fold,
    list: [...list.path],
    item: list.item,
    ...(of && { of: of.expression }),
    ...(where && { where: where.expression }),
  };
  return { expression, type, span: node.span, said: sourceText(building.trees, node.span) };
}

/** Kinds that can be added up, and kinds that have a highest and a lowest. */
const added: ReadonlySet<Family> = new Set(["number", "money", "percentage"]);
const ordered: ReadonlySet<Family> = new Set(["number", "money", "percentage", "date", "month", "time"]);

function foldedType(
  building: Building,
  node: ValueNode & { kind: "aggregate" },
  list: ListRead,
  of: Typed | undefined,
): Type | undefined {
  if (node.fold === "count") return { kind: "whole-number" };
  if (!of) {
    partNeeded(building, node, list);
    return undefined;
  }
  if (!of.type) return undefined;
  const isOrder = node.fold === "highest" || node.fold === "lowest";
  if (!(isOrder ? ordered : added).has(familyOf(of.type))) {
    const said = `what has ${node.fold === "average" ? "an average" : `a ${node.fold}`}`;
    sameKinds(
      building,
      of,
      { ...of, literal: undefined, datum: undefined, said, type: { kind: "number" } },
      "of",
      true,
    );
    return undefined;
  }
  return node.fold === "average" && of.type.kind === "whole-number" ? { kind: "number" } : of.type;
}

/** `sum of members`: the items themselves cannot be added up; a part of each can. */
function partNeeded(building: Building, node: ValueNode & { kind: "aggregate" }, list: ListRead): void {
  const item = saidOf(itemOfList(building, list.path)?.said ?? [list.item]);
  const allowed = node.fold === "highest" || node.fold === "lowest" ? ordered : added;
  const part = [...building.data.values()].find(
    (datum) => datum.item?.key === list.item && datum.type && allowed.has(familyOf(datum.type)),
  );
  const meant = part?.said ?? `${item}'s …`;
  saidDifferently(building, {
    written: sourceText(building.trees, node.path.span),
    meant,
    span: node.path.span,
    ...(part && { text: meant }),
  });
}

function typeBrackets(building: Building, inside: ConditionNode, at: Situation, expected: Type | undefined): Typed {
  return inside.kind === "fact"
    ? typeValue(building, inside.value, at, expected)
    : building.typeCondition(building, inside, at);
}

function typeLiteral(building: Building, node: LiteralNode, at: Situation, expected: Type | undefined): Typed {
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
      noteToday(building, at, node.span, "date-applied");
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
  return { expression: { op: "length", length }, type: lengthType(node.unit), span: node.span, said };
}

/** One currency per service: the first that is met; another is a finding. */
export function noteCurrency(building: Building, code: string, span: Span): void {
  noteSmallerCoin(building, code, span);
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

/** £1.2345: there is no coin for the last digits, and nobody rounds them in silence. */
function noteSmallerCoin(building: Building, code: string, span: Span): void {
  const written = sourceText(building.trees, span);
  const [whole = "", behind = ""] = written.split(".");
  const digits = coinDigits(code);
  if (behind.length <= digits) return;
  const text = digits === 0 ? whole : `${whole}.${behind.slice(0, digits)}`;
  saidDifferently(building, { written, meant: text, span, text });
}
