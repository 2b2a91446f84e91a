// FW311: a calendar says where years and months end, and the route counts by another one or by none.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { calendarFix } from "./working-days-without-calendar.ts";

const ends = ["years", "months"];

/** One problem for each calendar, at the first such line. */
export function checkCalendarWithoutEffect(model: Model): Problem[] {
  const route = model.tree.lines.find((line) => wordOf(line) === "route");
  const counted = model.route?.calendar;
  // A calendar line of the route that names nothing is told by itself.
  const isBroken = counted === undefined && route?.children.some((line) => wordOf(line) === "calendar");
  if (!route || isBroken) return [];
  return model.tree.lines.flatMap((line) => {
    const name = wordOf(line) === "calendar" ? nameAt(line)?.name : undefined;
    const first = line.children.find(saysEnds);
    if (name === undefined || name === counted || !first) return [];
    const fixes = counted === undefined ? calendarFix(model, name) : [];
    const explanation = [
      counted === undefined ? "The route names no calendar." : `The route counts by  calendar ${counted}.`,
    ];
    return [problems.calendarWithoutEffect(first.span, { name }, { explanation, fixes })];
  });
}

function saysEnds(line: Line): boolean {
  return line.form !== undefined && ends.includes(wordOf(line));
}
