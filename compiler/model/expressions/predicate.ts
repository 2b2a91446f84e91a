// What follows "is": order, ranges, one of several, dates, answered, the same. Each gives a yes/no expression.

import type { ConditionNode, LengthNode, PathNode, PredicateNode, Span, ValueNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import { lookUp } from "../names/names.ts";
import type { Expression, Type } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { haveOrder, saidDifferently, sameKinds } from "./kinds.ts";
import { isDate, isLength, noteToday } from "./lengths.ts";
import { broken, type Typed, yesOrNo } from "./typed.ts";
import { typeValue } from "./value.ts";

/** A predicate as it stands behind a value. */
export interface Tail {
  readonly negated: boolean;
  readonly predicate: PredicateNode;
  readonly span: Span;
}

/** `left is …` as a condition. */
export function typePredicate(building: Building, left: Typed, tail: Tail, at: Situation): Typed {
  const expression = positive(building, left, tail, at);
  if (!expression) return broken(tail.span);
  const said = sourceText(building.trees, tail.span);
  return { expression: tail.negated ? turnedRound(expression) : expression, type: yesOrNo, span: tail.span, said };
}

function turnedRound(expression: Expression): Expression {
  return expression.op === "is" ? { ...expression, op: "is-not" } : { op: "not", of: expression };
}

function positive(building: Building, left: Typed, tail: Tail, at: Situation): Expression | undefined {
  const { predicate } = tail;
  switch (predicate.kind) {
    case "state":
      return typeState(left, predicate.state);
    case "same":
      return typeSame(building, left, predicate.value, tail, at);
    case "order":
      return compare(building, left, ordered(predicate.test, predicate.value), predicate.value, at);
    case "order-in-time":
      return compare(building, left, inTime[predicate.test], predicate.value, at);
    case "range": {
      const from = compare(building, left, "at-least", predicate.from, at);
      const to = compare(building, left, "at-most", predicate.to, at);
      return from && to && { op: "and", parts: [from, to] };
    }
    case "one-of":
      return typeOneOf(building, left, predicate.options, at);
    case "within":
      return typeWithin(building, left, predicate, at);
    case "tense": {
      if (!isDate(building, left, `what is "in the ${predicate.tense}"`)) return undefined;
      noteToday(building, at, predicate.span, `${predicate.tense === "past" ? "before" : "after"} date-applied`);
      const op = predicate.tense === "past" ? "under" : "over";
      return { op, left: left.expression, right: { op: "today" } };
    }
  }
}

const inTime = { before: "under", after: "over", "on-or-before": "at-most", "on-or-after": "at-least" } as const;
const flipped = { "at-least": "at-most", "at-most": "at-least", over: "under", under: "over" } as const;

/** "At least 18 years ago" means on or before that day: people count back, so the order turns round. */
function ordered(test: keyof typeof flipped, value: ValueNode): keyof typeof flipped {
  return value.kind === "shift" && value.direction === "ago" ? flipped[test] : test;
}

function compare(
  building: Building,
  left: Typed,
  op: "at-least" | "at-most" | "over" | "under",
  node: ValueNode,
  at: Situation,
): Expression | undefined {
  const right = typeValue(building, node, at, left.type);
  if (!left.type || !right.type || !haveOrder(building, left, right, op)) return undefined;
  return { op, ...countedForward(left.expression, right.expression, isAgo(node)) };
}

function isAgo(node: ValueNode): boolean {
  return node.kind === "shift" && node.direction === "ago";
}

/**
 * A month since 31 January ends on 28 February, and so it is "1 month ago" then: the length is counted from that day on, never back
 * from today, where the number of a longer month is lost. So "at least 1 month ago" says the same as "months since … is at least 1".
 * Counted back, days and weeks say the same; years do too, because of where they begin when they are counted back.
 */
function countedForward(left: Expression, right: Expression, isAgo: boolean): { left: Expression; right: Expression } {
  const unit = right.op === "before" && right.length.op === "length" ? right.length.length.unit : undefined;
  if (!isAgo || right.op !== "before" || unit === "days" || unit === "weeks" || unit === "years")
    return { left, right };
  return { left: { ...right, op: "after", date: left }, right: right.date };
}

function typeState(left: Typed, state: "answered" | "asked" | "corrected"): Expression | undefined {
  const { expression } = left;
  if (expression.op === "fact") return { ...expression, op: state };
  // A calculation is answered when it is known; the same value compared with itself says so.
  if (state === "answered" && left.type) return { op: "is", left: expression, right: expression };
  return undefined;
}

function typeSame(building: Building, left: Typed, node: ValueNode, tail: Tail, at: Situation): Expression | undefined {
  if (left.type && familyOf(left.type) === "choices") {
    building.findings.push({ kind: "several-choices", said: left.said, negated: tail.negated, span: tail.span });
    return undefined;
  }
  if (isNothing(building, left, node, tail, at) || isRange(building, node)) return undefined;
  const right = typeValue(building, node, at, left.type);
  if (!left.type || !right.type || !sameKinds(building, left, right, "is")) return undefined;
  return { op: "is", ...countedForward(left.expression, right.expression, isAgo(node)) };
}

const nothings: ReadonlySet<string> = new Set([
  "empty",
  "null",
  "nothing",
  "blank",
  "unanswered",
  "missing",
  "undefined",
]);

/** `is empty`, `is ""`: an answer that is not there is no value; it is said `is not answered`. */
function isNothing(building: Building, left: Typed, node: ValueNode, tail: Tail, at: Situation): boolean {
  const word = node.kind === "path" && node.words.length === 1 ? node.words[0]?.name : undefined;
  const list = left.type?.list === undefined ? undefined : building.lists.get(left.type.list);
  const isWord =
    word !== undefined && nothings.has(word) && !list?.options.includes(word) && !lookUp(building, [word], at.scope);
  if (!isWord && !(node.kind === "text" && node.value === "")) return false;
  const text = tail.negated ? "answered" : "not answered";
  const negation = tail.negated ? "not " : "";
  const written = `is ${negation}${sourceText(building.trees, node.span)}`;
  const wide = sourceText(building.trees, { ...tail.predicate.span, start: left.span.end, end: node.span.end });
  const start = node.span.end - (wide.length - wide.search(/(not\s+)?\S+$/));
  saidDifferently(building, { written, meant: `is ${text}`, span: { ...node.span, start }, text });
  return true;
}

/** `must be 0-3`: nobody takes one written number from another in a limit; it is said `from 0 to 3`. */
function isRange(building: Building, node: ValueNode): boolean {
  if (node.kind !== "arithmetic" || node.operator !== "minus") return false;
  const { left: low, right: high, span } = node;
  if ((low.kind !== "number" && low.kind !== "money") || high.kind !== low.kind) return false;
  if (low.value >= high.value) return false;
  const [from, to] = [sourceText(building.trees, low.span), sourceText(building.trees, high.span)];
  const text = `from ${from} to ${to}`;
  saidDifferently(building, { written: sourceText(building.trees, span), meant: text, span, text });
  return true;
}

function typeOneOf(
  building: Building,
  left: Typed,
  options: readonly ValueNode[],
  at: Situation,
): Expression | undefined {
  const typed = options.map((option) => typeValue(building, option, at, left.type));
  const fit = typed.every((option) => sameKinds(building, left, option, "is one of"));
  if (!left.type || !fit || typed.some((option) => !option.type)) return undefined;
  return { op: "one-of", value: left.expression, options: typed.map((option) => option.expression) };
}

function typeWithin(
  building: Building,
  left: Typed,
  node: PredicateNode & { kind: "within" },
  at: Situation,
): Expression | undefined {
  const length = lengthValue(building, node.length, at);
  const said = sourceText(building.trees, node.length.span);
  const isDated = node.dated ? left.type : isDate(building, left, `what is "within the ${node.direction}"`);
  if (!isDated || !length) return undefined;
  const isLast = node.direction === "last";
  const [start, end] = isLast
    ? [`${said} before date-applied`, "date-applied"]
    : ["date-applied", `${said} after date-applied`];
  if (!node.dated) noteToday(building, at, node.span, `from ${start} to ${end}`);
  const date: Expression = node.dated ? { op: "dated-on", of: left.expression } : left.expression;
  const today: Expression = { op: "today" };
  const edge: Expression = { op: node.direction === "last" ? "before" : "after", length, date: today };
  const [from, to] = node.direction === "last" ? [edge, today] : [today, edge];
  return {
    op: "and",
    parts: [
      { op: "at-least", ...countedForward(date, from, isLast) },
      { op: "at-most", left: date, right: to },
    ],
  };
}

function lengthValue(building: Building, node: LengthNode | PathNode, at: Situation): Expression | undefined {
  const length = typeValue(building, node, at);
  return isLength(building, length, `what follows "within"`) ? length.expression : undefined;
}

/** `categories includes construction`; `left` is given when it is not in the node. */
export function typeIncludes(
  building: Building,
  node: ConditionNode,
  tail: { readonly negated: boolean; readonly value: ValueNode; readonly left?: ValueNode },
  at: Situation,
  given?: Typed,
): Typed {
  const left = given ?? (tail.left ? typeValue(building, tail.left, at) : broken(node.span));
  const right = typeValue(building, tail.value, at, left.type);
  if (!left.type || !right.type) return broken(node.span);
  const type: Type = left.type;
  if (type.kind === "one-of") {
    const written = sourceText(building.trees, node.span);
    const meant = written.replace(/\bdoes\s+not\s+include\b/i, "is not").replace(/\bincludes\b/i, "is");
    saidDifferently(building, { written, meant, span: node.span, text: meant });
    return broken(node.span);
  }
  if (familyOf(type) !== "choices" && familyOf(type) !== "list") {
    sameKinds(building, left, { ...right, type: { kind: "any-of" } }, "includes", true);
    return broken(node.span);
  }
  const includes: Expression = { op: "includes", left: left.expression, right: right.expression };
  const expression: Expression = tail.negated ? { op: "not", of: includes } : includes;
  return { expression, type: yesOrNo, span: node.span, said: sourceText(building.trees, node.span) };
}
