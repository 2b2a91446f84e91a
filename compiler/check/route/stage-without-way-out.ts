// FW503: a case can get stuck in a stage, because no line at all says where it goes.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { says, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow } from "../text-edits.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkStageWithoutWayOut(model: Model): Problem[] {
  const wayOut = createWayOut(model);
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const reason = line && !hasUnread(model, line) ? stuckBecause(stage, line) : undefined;
    if (!line || reason === undefined) return [];
    const fixes = wayOut(stage, line);
    return [problems.stageWithoutWayOut(nameSpan(line), { stage: stage.name }, { explanation: [reason], fixes })];
  });
}

/** Why no line leads out; undefined when one always does. */
function stuckBecause(stage: Stage, line: Line): string | undefined {
  // What is written counts, even when the name after it is not found: that is told by itself.
  if (line.children.some((child) => child.form === "otherwise go to <n>" || child.form === "go to <n>"))
    return undefined;
  if (isLeftWhenDone(stage)) return undefined;
  if (stage.doneBy !== undefined && stage.finish?.goTo === undefined)
    return "When the people who look at it do not agree, no line says where the case goes.";
  if (stage.by.length > 0) {
    const leads =
      line.children.some((child) => wordOf(child) === "can" && says(child, "go", "to")) || stage.exits.length > 0;
    return leads || stage.finish?.goTo !== undefined
      ? undefined
      : "Nothing that people can do here says where the case goes.";
  }
  if (stage.payment && stage.exits.length === 0) return "Once it is paid, no line says where the case goes.";
  // Whether its conditions leave anybody over is proved (guards-leave-hole.ts).
  return stage.exits.length === 0 ? "No line says where the case goes." : undefined;
}

/** A line that only counts the checks, and whose count is reached whatever comes of each: a check can end without a result. */
export function isLeftWhenDone({ exits, checks = [] }: Stage): boolean {
  const sure = checks.filter(({ forEach, doing, finish }) => !forEach && doing.length === 0 && !finish?.goOnWithout);
  return exits.some(({ done, and }) => {
    if (done === undefined || and !== undefined) return false;
    return done === "all" || (done === "any" ? 1 : done) <= sure.length;
  });
}

/** A line that catches everything else: to the next person who can look at it, else to the next stage or an outcome. */
export function createWayOut(model: Model): (stage: Stage, line: Line) => Fix[] {
  const nextOf = nextPlaces(model);
  return (stage, line) => {
    const next = nextOf.get(stage);
    const indent = line.children[0]?.indent ?? line.indent + 2;
    if (next === undefined) return [];
    const text = stage.by.length > 0 ? `can complete then go to ${next}` : goToText(stage, next);
    return [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
  };
}

/** Where each stage could lead; walked from the last to the first, as a route may have thousands of stages. */
function nextPlaces({ route, outcomes }: Model): ReadonlyMap<Stage, string> {
  const places = new Map<Stage, string>();
  let after = outcomes[0]?.name;
  let person: string | undefined;
  for (const stage of (route?.stages ?? []).toReversed()) {
    const next = person ?? after;
    if (next !== undefined) places.set(stage, next);
    after = stage.name;
    if (stage.by.length > 0) person = stage.name;
  }
  return places;
}

function goToText(stage: Stage, name: string): string {
  return stage.exits.length > 0 ? `otherwise go to ${name}` : `go to ${name}`;
}
