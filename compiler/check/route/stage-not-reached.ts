// FW501: a stage or outcome that no case can reach.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Outcome, Stage } from "../../model/shapes.ts";
import { checkStageWithoutWayOut } from "./stage-without-way-out.ts";
import { hasUnread, leadsTo, lineOfStage, nameSpan } from "./stages.ts";

export function checkStageNotReached(model: Model): Problem[] {
  const { route } = model;
  // A stage without a way out is told first: what should follow it is not reached for that reason.
  if (!route || checkStageWithoutWayOut(model).length > 0) return [];
  const all = [...route.stages, ...model.outcomes];
  const lines = all.flatMap((one) => lineOfStage(model, one) ?? []);
  const routeLine = model.tree.lines.find((line) => wordOf(line) === "route");
  if (lines.some((line) => hasUnread(model, line)) || (routeLine && hasUnread(model, routeLine))) return [];
  const reached = reachable(model);
  const unreached = all.filter((one) => !reached.has(one.name));
  const roots = unreached.filter((one) => !unreached.some((other) => other !== one && leads(other, one.name)));
  // A circle that nothing leads to has no first: its first line is told.
  return (roots.length > 0 ? roots : unreached.slice(0, 1)).flatMap((one) => {
    const line = lineOfStage(model, one);
    if (!line) return [];
    const what = route.stages.some((stage) => stage === one) ? "stage" : "outcome";
    return [problems.stageNotReached(nameSpan(line), { what, name: one.name })];
  });
}

/** What another place leads to is not reached because that one is not. */
function leads(from: Stage | Outcome, to: string): boolean {
  return "by" in from ? leadsTo(from).includes(to) : afterwards(from).includes(to);
}

/** Where the applicant's rights and the officers' actions after an outcome lead. */
function afterwards({ rights, officerActions = [] }: Outcome): string[] {
  return [...rights, ...officerActions].flatMap(({ goTo }) => goTo ?? []);
}

function reachable(model: Model): Set<string> {
  const reached = new Set<string>();
  const waiting = [model.route?.first ?? "", ...startedFromAnywhere(model)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const stage = model.route?.stages.find((one) => one.name === name);
    const outcome = model.outcomes.find((one) => one.name === name);
    if (stage) waiting.push(...leadsTo(stage));
    if (outcome) waiting.push(...afterwards(outcome));
  }
  return reached;
}

/** Rights, actions and clocks of the whole route, and registers that do not answer. */
function startedFromAnywhere({ route, sources }: Model): string[] {
  const unavailable = Object.values(sources).flatMap((source) =>
    Object.values(source.operations).flatMap((operation) => operation.ifUnavailable.stage ?? []),
  );
  const rights = (route?.rights ?? []).flatMap((right) => right.goTo ?? []);
  const actions = (route?.officerActions ?? []).flatMap((action) => action.goTo ?? []);
  return [...unavailable, ...rights, ...actions, ...(route?.finish?.goTo !== undefined ? [route.finish.goTo] : [])];
}
