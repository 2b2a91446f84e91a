// FW521: `revoke when` or `suspend when` reads only what the applicant answered. That stays as it was sent, so looking again finds the same.
import { partsOf } from "#support/rule-items.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { Expression } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { overlaps } from "../people/flow.ts";
import { createRouteGraph, reachableFrom } from "./route-graph.ts";

const endings = {
  "revoke when <c> [say <t>]": "revokeWhen",
  "suspend when <c> [say <t>]": "suspendWhen",
} as const;

export function checkConditionNeverChanges(model: Model): Problem[] {
  const lines = model.tree.lines.filter(({ form }) => form === "credential <n> <t>");
  return lines.flatMap((line) => {
    const name = nameAt(line)?.name ?? "";
    return goesOnAfter(model, name) ? [] : line.children.flatMap((below) => problemOf(model, name, below));
  });
}

function problemOf(model: Model, credential: string, line: Line): Problem[] {
  const ending = isEnding(line.form) ? endings[line.form] : undefined;
  const id = ending && model.credentials[credential]?.[ending];
  const rule = id === undefined ? undefined : model.rules.get(id);
  if (!rule || rule.broken) return [];
  const reads = [...factsRead(model, rule.expression)];
  const isRead = (day: Day): boolean => readsDay(model, rule.expression, day);
  if (isRead("today") || reads.some((path) => canChange(model, path))) return [];
  const explanation = isRead("date-applied")
    ? ["Ages and lengths of time count up to the day on which the application was sent."]
    : [];
  return [problems.conditionNeverChanges(line.span, { credential }, { explanation })];
}

type Day = "today" | "date-applied";

function isEnding(form: string | undefined): form is keyof typeof endings {
  return form !== undefined && form in endings;
}

/** Whether people may still work on a case that has issued it: what they record, and what they let the applicant change, is news. */
function goesOnAfter(model: Model, credential: string): boolean {
  if (!model.route) return true;
  const graph = createRouteGraph(model);
  const issuing = [...graph.stages, ...graph.outcomes].filter(({ doing }) =>
    doing.some((effect) => (effect.do === "issue" || effect.do === "replace") && effect.what === credential),
  );
  if (issuing.length === 0) return true;
  return issuing.some(({ name }) => {
    const next = graph.from(name).map(({ to }) => to);
    return graph.stage(name) !== undefined || [...reachableFrom(graph, next)].some((place) => graph.stage(place));
  });
}

/** What registers, announcements and the route itself say can be another thing tomorrow; what was answered in the form cannot. */
function canChange(model: Model, path: string): boolean {
  const data = model.data.filter((datum) => overlaps(dottedOf(datum), path));
  return (
    data.length === 0 ||
    data.some(({ from, order }) => changing.has(from) || (from === "question" && order === undefined))
  );
}

const changing: ReadonlySet<string> = new Set(["fetched", "stage", "case"]);

/** Whether a day counts, that of the look or that of the application, through rules too. */
function readsDay(model: Model, expression: Expression, day: Day, seen = new Set<string>()): boolean {
  if (expression.op === day) return true;
  if (expression.op === "rule") {
    if (seen.has(expression.id)) return false;
    seen.add(expression.id);
    const rule = model.rules.get(expression.id);
    return rule !== undefined && readsDay(model, rule.expression, day, seen);
  }
  return partsOf(expression).some(({ part }) => readsDay(model, part, day, seen));
}
