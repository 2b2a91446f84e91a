// FW513: a stage that can be skipped, and no single place where a skipped case goes (R12).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow, removeLine, textAt } from "../text-edits.ts";
import { formLine } from "./route-graph.ts";
import { lineOfStage } from "./stages.ts";

export function checkSkipLeadsNowhere(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const skip = formLine(line, "skip when <c>");
    if (!line || !skip) return [];
    const bare = formLine(line, "go to <n>");
    const chosen = [...new Set(stage.actions.flatMap(({ goTo }) => goTo ?? []))];
    const isOneWay = chosen.every((name) => name === stage.goTo);
    if (bare && (stage.by.length === 0 || isOneWay)) return [];
    const explanation = bare
      ? [
          `People there can choose between ways: ${[...chosen, ...(stage.goTo && !chosen.includes(stage.goTo) ? [stage.goTo] : [])].join(", ")}. A condition says better which one is meant.`,
        ]
      : ["A skipped stage is left by a line of its own:  go to  with a place."];
    return [
      problems.skipLeadsNowhere(
        skip.span,
        { stage: stage.name },
        { explanation, fixes: fixesOf(model, stage, skip, bare, chosen) },
      ),
    ];
  });
}

function fixesOf(model: Model, stage: Stage, skip: Line, bare: Line | undefined, chosen: readonly string[]): Fix[] {
  if (stage.by.length === 0 && stage.otherwise !== undefined) {
    const text = `go to ${stage.otherwise}`;
    return [{ title: `add  ${text}`, edits: [lineBelow(skip, skip.indent, text)] }];
  }
  const condition = conditionOf(skip);
  if (!condition || condition.kind === "bullets") return [];
  const places = stage.goTo !== undefined && bare ? [stage.goTo] : chosen;
  return places.map((place) => {
    const text = `when ${textAt(model.trees, condition.span)} go to ${place}`;
    const edits = [{ span: skip.span, text }, ...(bare ? [removeLine(model.trees, bare)] : [])];
    return { title: `change it to  ${text}`, edits };
  });
}
