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
  const calendars = Object.keys(model.calendars);
  const named = calendars.flatMap((name) => calendarFix(model, name));
  const fixes = [...named, ...(calendars.length === 0 ? readyCalendar(model) : []), ...plain];
  return [problems.workingDaysWithoutCalendar(span, { words }, { explanation: also, fixes })];
}

/** The same length in plain days: a week has five working days. */
function plainDays(amount: number): string {
  const days = Math.ceil((amount * 7) / 5);
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** The weekdays of most offices; their days of closing are the author's to add. */
function readyCalendar(model: Model): Fix[] {
  const route = model.tree.lines.find((line) => wordOf(line) === "route");
  const [named] = calendarFix(model, "office-days");
  if (!route || !named) return [];
  const block = [
    'calendar office-days "Working days of the office"',
    "  working days are Monday, Tuesday, Wednesday, Thursday, Friday",
  ];
  const edits = [insertAt(route.span, route.span.start, `${block.join("\n")}\n\n`), ...named.edits];
  const lines = [...block, "", "route", "  calendar office-days"];
  return [{ title: "add a calendar, and name it under  route", edits, lines }];
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
