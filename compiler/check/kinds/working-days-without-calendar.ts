// FW305: working days counted by no calendar.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, insertAt, lineNumber } from "../text-edits.ts";

/** One missing calendar is one problem, however many lengths count by it. */
export function checkWorkingDaysWithoutCalendar(model: Model): Problem[] {
  const [first, ...others] = findingsOf(model, "working-days-without-calendar");
  if (!first) return [];
  const { words, amount, span } = first;
  const isOnly = others.length === 0 && amount > 0;
  const plain = isOnly ? [change(model.trees, span, plainDays(amount))] : [];
  const numbers = [...new Set(others.map((other) => lineNumber(model.trees, other.span)))];
  const also =
    numbers.length > 0
      ? [`Working days are counted also on ${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}.`]
      : [];
  const fixes = [...Object.keys(model.calendars).flatMap((name) => calendarFix(model, name)), ...plain];
  return [problems.workingDaysWithoutCalendar(span, { words }, { explanation: also, fixes })];
}

/** The same length in plain days: a week has five working days. */
function plainDays(amount: number): string {
  const days = Math.ceil((amount * 7) / 5);
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** The route counts by this calendar. */
export function calendarFix(model: Model, name: string): Fix[] {
  const route = model.tree.lines.find((line) => wordOf(line) === "route");
  if (!route) return [];
  const indent = route.children[0]?.indent ?? 2;
  return [
    {
      title: `add  calendar ${name}  under  route`,
      edits: [insertAt(route.span, route.span.end, `\n${" ".repeat(indent)}calendar ${name}`)],
    },
  ];
}
