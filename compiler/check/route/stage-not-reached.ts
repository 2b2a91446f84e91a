// FW501: a stage or outcome that no case can reach, because no line leads there. One that only ways lead to which nobody can
// take is told with those (FW509).

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { removeLine } from "../text-edits.ts";
import { createRouteGraph, reachableFrom, routeLine } from "./route-graph.ts";
import { checkStageWithoutWayOut } from "./stage-without-way-out.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkStageNotReached(model: Model): Problem[] {
  const { route } = model;
  // A stage without a way out is told first: what should follow it is not reached for that reason.
  if (!route || checkStageWithoutWayOut(model).length > 0) return [];
  const all = [...route.stages, ...model.outcomes];
  const lines = all.flatMap((one) => lineOfStage(model, one) ?? []);
  const line = routeLine(model);
  if (lines.some((one) => hasUnread(model, one)) || (line && hasUnread(model, line))) return [];
  const graph = createRouteGraph(model);
  const reached = reachableFrom(graph, [graph.first, ...graph.anywhere.map(({ to }) => to)]);
  const unreached = all.filter((one) => !reached.has(one.name));
  // What another place leads to is not reached because that one is not.
  const leads = (from: string, to: string) => graph.from(from).some((way) => way.to === to);
  const roots = unreached.filter((one) => !unreached.some((other) => other !== one && leads(other.name, one.name)));
  // A circle that nothing leads to has no first: its first line is told.
  return (roots.length > 0 ? roots : unreached.slice(0, 1)).flatMap((one) => {
    const place = lineOfStage(model, one);
    if (!place) return [];
    const what = graph.stage(one.name) ? "stage" : "outcome";
    const fixes = what === "outcome" ? takenOut(model, place, one.name) : [];
    return [problems.stageNotReached(nameSpan(place), { what, name: one.name }, { fixes })];
  });
}

/** An outcome that gives nothing and that no other line names may go, with what stands below it. */
function takenOut(model: Model, line: Line, name: string): Fix[] {
  if (line.children.some((child) => wordOf(child) !== "send")) return [];
  const mention = new RegExp(`(?<![\\p{L}\\d-])${name}(?![\\p{L}\\d-])`, "giu");
  const count = model.trees.reduce((sum, { text }) => sum + [...withoutWords(text).matchAll(mention)].length, 0);
  if (count !== 1) return [];
  return [{ title: `remove  outcome ${name}`, edits: [removeLine(model.trees, line)] }];
}

/** A text without what people read and without comments: in them a name is a word like any other. */
function withoutWords(text: string): string {
  return text.replace(/["“”„][^"“”„\n]*["“”„]|#.*|^\s*>.*$/gm, "");
}
