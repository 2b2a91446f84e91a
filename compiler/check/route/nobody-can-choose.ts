// FW515: an action that is offered to nobody: it stands in a stage or check where no people work, and names no role itself.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Action, Check, Stage } from "../../model/shapes.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkNobodyCanChoose(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || hasUnread(model, line)) return [];
    const checks = (stage.checks ?? []).flatMap((check) => (check.at ? [] : ofWork(model, check, "check")));
    return [...ofWork(model, stage, "stage"), ...checks];
  });
}

function ofWork(model: Model, work: Stage | Check, what: string): Problem[] {
  if (work.by.length > 0 || work.invite) return [];
  const alone = work.actions.filter((action) => !action.by || action.by.length === 0);
  return alone.flatMap((action: Action) => {
    const span = model.places.get(action)?.span;
    return span ? [problems.nobodyCanChoose(span, { action: action.name, what, name: work.name })] : [];
  });
}
