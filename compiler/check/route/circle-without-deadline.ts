// FW507: stages that decide by themselves and lead to each other: a case could go round in them without end.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

/** Told once for each circle, at its first stage. */
export function checkCircleWithoutDeadline(model: Model): Problem[] {
  const automatic = new Map(
    (model.route?.stages ?? []).filter((stage) => isAutomatic(model, stage)).map((one) => [one.name, one]),
  );
  const told = new Set<string>();
  return [...automatic.values()].flatMap((stage) => {
    const circle = told.has(stage.name) ? undefined : circleFrom(stage, automatic);
    const line = lineOfStage(model, stage);
    if (!circle || !line) return [];
    for (const name of circle) told.add(name);
    const way = [...circle, stage.name].join(" → ");
    return [
      problems.circleWithoutDeadline(
        nameSpan(line),
        { stage: stage.name },
        { explanation: [`The way round: ${way}.`] },
      ),
    ];
  });
}

/** Nobody works there and nothing is waited for. */
function isAutomatic(model: Model, stage: Stage): boolean {
  const line = lineOfStage(model, stage);
  const waits = [stage.payment, stage.checks, stage.waits, stage.awaits, stage.coSign].some((one) => one !== undefined);
  return stage.by.length === 0 && !waits && line !== undefined && !hasUnread(model, line);
}

/** The stages on a way back to this one; undefined when there is none. */
function circleFrom(start: Stage, automatic: ReadonlyMap<string, Stage>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (stage: Stage, trail: readonly string[]): string[] | undefined => {
    for (const name of [...stage.exits.map((exit) => exit.goTo), stage.otherwise, stage.goTo]) {
      if (name === start.name) return [...trail];
      const next = name === undefined || seen.has(name) ? undefined : automatic.get(name);
      if (!next) continue;
      seen.add(next.name);
      const found = walk(next, [...trail, next.name]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start.name]);
}
