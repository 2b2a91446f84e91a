// FW505: an action that goes against the applicant, without a reason.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { checkLines } from "../../model/names/declare-checks.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt } from "../text-edits.ts";
import { lineOfStage } from "./stages.ts";

export function checkAdverseWithoutReason(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const inChecks = (stage.checks ?? []).flatMap((check) => {
      const below = line && checkLines(line).find((one) => nameAt(one)?.name === check.name);
      return problemsIn(check.actions, below);
    });
    return [...problemsIn(stage.actions, line), ...inChecks];
  });
}

function problemsIn(actions: Stage["actions"], line: Line | undefined): Problem[] {
  return actions
    .filter((action) => action.adverse && !action.withReason)
    .flatMap((action) => {
      const can = line?.children.find((child) => wordOf(child) === "can" && nameAt(child)?.name === action.name);
      return can ? [problemAt(can, action.name)] : [];
    });
}

/** The reason stands after the name, or after who may do it. */
function problemAt(can: Line, action: string): Problem {
  const name = nameAt(can);
  const by = can.parts.find((part) => part.slot === "ns");
  const span = name?.span ?? can.span;
  const fix = { title: "add  with reason", edits: [insertAt(span, (by ?? { span }).span.end, " with reason")] };
  return problems.adverseWithoutReason(span, { action }, { fixes: [fix] });
}
