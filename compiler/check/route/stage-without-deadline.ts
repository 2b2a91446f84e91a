// FW504: people wait in a stage, and nothing says by when it is done.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { lineBelow } from "../text-edits.ts";
import { lineOfStage, nameSpan } from "./stages.ts";

export function checkStageWithoutDeadline(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const isTold = line?.children.some((child) => wordOf(child) === "finish");
    if (!line || stage.by.length === 0 || stage.finish || isTold) return [];
    const text = model.route?.calendar === undefined ? "finish within 14 days" : "finish within 10 working days";
    const indent = line.children[0]?.indent ?? line.indent + 2;
    const fixes = [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
    return [problems.stageWithoutDeadline(nameSpan(line), { stage: stage.name }, { fixes })];
  });
}
