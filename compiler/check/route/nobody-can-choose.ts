// FW515: an action that is offered to nobody: it stands in a stage where no people work, and names no role itself.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkNobodyCanChoose(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || hasUnread(model, line)) return [];
    return ofStage(model, stage);
  });
}

function ofStage(model: Model, stage: Stage): Problem[] {
  if (stage.by.length > 0 || stage.invite) return [];
  const alone = stage.actions.filter((action) => !action.by || action.by.length === 0);
  return alone.flatMap((action) => {
    const span = model.places.get(action)?.span;
    return span ? [problems.nobodyCanChoose(span, { action: action.name, stage: stage.name })] : [];
  });
}
