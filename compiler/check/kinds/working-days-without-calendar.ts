// FW305: working days counted by no calendar.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, insertAt } from "../text-edits.ts";

export function checkWorkingDaysWithoutCalendar(model: Model): Problem[] {
  return findingsOf(model, "working-days-without-calendar").map(({ words, amount, span }) => {
    const days = Math.ceil((amount * 7) / 5);
    const plain = amount > 0 ? [change(model.trees, span, `${days} ${days === 1 ? "day" : "days"}`)] : [];
    return problems.workingDaysWithoutCalendar(span, { words }, { fixes: [...calendarFixes(model), ...plain] });
  });
}

/** One for each calendar that the service has. */
function calendarFixes(model: Model): Fix[] {
  const route = model.tree.lines.find((line) => line.word === "route");
  if (!route) return [];
  const indent = route.children[0]?.indent ?? 2;
  return Object.keys(model.calendars).map((name) => ({
    title: `add  calendar ${name}  under  route`,
    edits: [insertAt(route.span, route.span.end, `\n${" ".repeat(indent)}calendar ${name}`)],
  }));
}
