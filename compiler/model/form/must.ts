// `must …` below a question: a limit on one answer, also in the plain form that schemas and native controls know.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, type Situation } from "../building.ts";
import { typePredicate } from "../expressions/predicate.ts";
import { expressionOf } from "../expressions/reading.ts";
import { type Typed, yesOrNo } from "../expressions/typed.ts";
import { after, quotedAt, says } from "../line.ts";
import type { Datum } from "../model.ts";
import type { Expression, Must } from "../shapes.ts";
import { patternOf } from "../types/pattern.ts";
import { wordsOf } from "../words/words-book.ts";

/** One limit; `number` counts the limits of the question from 1. */
export function buildMust(
  building: Building,
  line: Line,
  datum: Datum,
  at: Situation,
  owner: string,
  number: number,
  /** Whose words they are: the question's, or its type's. */
  speaker = `ask ${lastName(datum)}`,
): Must {
  const typed = limitOf(building, line, datum, at);
  const rule = keepRule(
    building,
    {
      form: "condition",
      gives: yesOrNo,
      expression: typed.expression,
      at: line.span,
      broken: !typed.type,
      ...(datum.item && { item: datum.item.key }),
    },
    `${owner}/must ${number}`,
  );
  const otherwise = after(line, "otherwise", "say");
  const key = { text: at.scope.text, owner: speaker, slot: `say ${number}` };
  return placed(building, line.span, {
    rule,
    ...(otherwise?.slot === "t" && { otherwise: wordsOf(building.words, key, otherwise.quoted) }),
    ...plainLimits(line, typed.expression),
    ...saidPlainly(line, typed.expression),
  });
}

function lastName(datum: Datum): string {
  return datum.said.slice(datum.said.lastIndexOf(" ") + 1);
}

function limitOf(building: Building, line: Line, datum: Datum, at: Situation): Typed {
  const own: Typed = { expression: expressionOf(datum), type: datum.type, span: line.span, said: datum.said, datum };
  const match = says(line, "match") ? quotedAt(line) : undefined;
  if (match) {
    const expression: Expression = { op: "matches", value: own.expression, pattern: patternOf(match.words) };
    return { ...own, expression, type: yesOrNo };
  }
  const predicate = line.parts.find((part) => part.slot === "pred")?.predicate;
  if (!predicate || !datum.type) return { ...own, type: undefined };
  const left = says(line, "have") ? sizeOf(own, line) : own;
  return typePredicate(building, left, { negated: says(line, "not"), predicate, span: predicate.span }, at);
}

function sizeOf(own: Typed, line: Line): Typed {
  const op = says(line, "characters") ? "characters" : says(line, "words") ? "word-count" : "entries";
  return { expression: { op, of: own.expression }, type: { kind: "whole-number" }, span: own.span, said: own.said };
}

/** The limit said again where it is plain: numbers, dates, a pattern, a length. */
function plainLimits(
  line: Line,
  expression: Expression,
): Pick<Must, "atLeast" | "atMost" | "pattern" | "maxCharacters"> {
  if (expression.op === "matches") return { pattern: expression.pattern };
  const parts = expression.op === "and" ? expression.parts : [expression];
  const limits: Pick<Must, "atLeast" | "atMost" | "maxCharacters"> = {};
  for (const part of parts) {
    if ((part.op !== "at-least" && part.op !== "at-most") || part.right.op !== "literal") continue;
    const { value } = part.right;
    if (typeof value === "boolean") continue;
    if (part.left.op === "fact") limits[part.op === "at-least" ? "atLeast" : "atMost"] = value;
    else if (part.left.op === "characters" && part.op === "at-most" && typeof value === "number")
      limits.maxCharacters = value;
  }
  return says(line, "not") ? {} : limits;
}

/** The limit said again in the terms people know it by: how many words or files, past or future, within a length of time. */
function saidPlainly(line: Line, expression: Expression): Pick<Must, "counts" | "tense" | "within"> {
  const predicate = line.parts.find((part) => part.slot === "pred")?.predicate;
  if (!predicate || says(line, "not")) return {};
  if (says(line, "have")) return countsOf(line, expression);
  if (predicate.kind === "tense") return { tense: predicate.tense };
  if (predicate.kind !== "within" || predicate.length.kind !== "length") return {};
  const { amount, unit } = predicate.length;
  return {
    within: { direction: predicate.direction, length: { amount, unit }, ...(predicate.dated && { dated: true }) },
  };
}

const counted = ["characters", "words", "files", "choices"] as const;

/** Bounds of a count; "over 3" is at least 4. */
function countsOf(line: Line, expression: Expression): Pick<Must, "counts"> {
  const of = counted.find((word) => says(line, word));
  const bounds: { atLeast?: number; atMost?: number } = {};
  for (const part of expression.op === "and" ? expression.parts : [expression]) {
    if (!("right" in part) || part.right.op !== "literal" || typeof part.right.value !== "number") continue;
    const { value } = part.right;
    if (part.op === "at-least" || part.op === "is") bounds.atLeast = value;
    if (part.op === "at-most" || part.op === "is") bounds.atMost = value;
    if (part.op === "over") bounds.atLeast = value + 1;
    if (part.op === "under") bounds.atMost = value - 1;
  }
  return of && Object.keys(bounds).length > 0 ? { counts: { of, ...bounds } } : {};
}
