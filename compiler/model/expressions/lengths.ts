// Lengths of time in values: days between two dates, a date shifted by a length, and what has to be a date or a length there.

import type { Span, ValueNode } from "../../syntax/tree.ts";
import type { Building, Situation } from "../building.ts";
import type { Expression, Type } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { familyOf } from "../types/families.ts";
import { sameKinds } from "./kinds.ts";
import { broken, type Typed } from "./typed.ts";

type SinceNode = ValueNode & { kind: "since" };
type ShiftNode = ValueNode & { kind: "shift" };

/** `years since born`, `days from arrived to left`. */
export function timeBetween(building: Building, node: SinceNode, at: Situation, from: Typed, to?: Typed): Typed {
  const unit = node.unit.replace("-", " ");
  const fit = isDate(building, from, to ? `what "${unit} from" counts from` : `what "${unit} since" counts from`);
  if (!fit || (to && !isDate(building, to, `what "${unit} from … to" counts to`))) return broken(node.span);
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

/** `18 years ago`, `3 months before end`. */
export function shiftedDate(building: Building, node: ShiftNode, at: Situation, length: Typed, date?: Typed): Typed {
  const fit = isLength(building, length, `what stands before "${node.direction}"`);
  if (!fit || (date && !isDate(building, date, `what stands after "${node.direction}"`))) return broken(node.span);
  const from: Expression = date?.expression ?? { op: at.counting === "form" ? "today" : "date-applied" };
  const expression = shiftedBy(building, node.direction === "after" ? "after" : "before", length.expression, from);
  return { expression, type: { kind: "date" }, span: node.span, said: sourceText(building.trees, node.span) };
}

/** A date moved by a length. */
export function shiftedBy(
  building: Building,
  op: "before" | "after",
  length: Expression,
  date: Expression,
): Expression {
  const mayBeWorking = length.op !== "length" || length.length.unit === "working-days";
  return { op, length, date, ...(mayBeWorking && building.calendar !== undefined && { calendar: building.calendar }) };
}

/** A date; a finding and false for another kind. False without one when the value is broken already. */
export function isDate(building: Building, value: Typed, what: string): boolean {
  return isKind(building, value, { kind: "date" }, what);
}

/** A length of time; a finding and false for another kind. */
export function isLength(building: Building, value: Typed, what: string): boolean {
  return isKind(building, value, { kind: "duration" }, what);
}

function isKind(building: Building, value: Typed, wanted: Type, what: string): boolean {
  if (!value.type) return false;
  if (familyOf(value.type) === familyOf(wanted)) return true;
  sameKinds(building, value, { expression: value.expression, span: value.span, said: what, type: wanted }, "needs");
  return false;
}

/** Working days mean nothing without a calendar: a finding when the route names none. */
export function needsCalendar(building: Building, words: string, amount: number, span: Span): void {
  if (building.calendar !== undefined) return;
  building.findings.push({ kind: "working-days-without-calendar", words, amount, span });
}

/** A rule whose value changes while a case waits, because it reads the day it runs (FW408). `text` counts up to the day of sending. */
export function noteToday(building: Building, at: Situation, span: Span, text: string): void {
  if (at.rule !== undefined) building.findings.push({ kind: "today-in-rule", rule: at.rule, span, text });
}
