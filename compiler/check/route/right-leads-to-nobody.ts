// FW517: what an applicant may do after an outcome leads to another outcome, or to a stage where nobody looks (R7).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { namesAfter } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { change, lineHolding } from "../text-edits.ts";
import { stageOfOtherEyes, stagesOfOtherEyes } from "./refused-without-appeal.ts";
import { createRouteGraph, type RouteGraph } from "./route-graph.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkRightLeadsToNobody(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return graph.outcomes.flatMap(({ name }) =>
    graph.from(name).flatMap((way) => {
      if (way.kind !== "right" || isLookedAt(graph, way.to)) return [];
      const where = graph.stage(way.to) ? `nobody works in stage ${way.to}` : `${way.to} is an outcome`;
      const line = lineHolding(model.tree.lines, way.at);
      const target = line && namesAfter(line, "to").at(-1);
      const fixes = line && target?.name === way.to ? toOtherEyes(graph, name, line, target.span) : [];
      return [problems.rightLeadsToNobody(way.at, { right: way.name ?? "", where }, { fixes })];
    }),
  );
}

/** To a stage where others than those who decided look; where there is none, to one that is put in. */
function toOtherEyes(graph: RouteGraph, outcome: string, line: Line, at: Span): Fix[] {
  const { trees } = graph.model;
  const stages = stagesOfOtherEyes(graph, outcome);
  if (stages.length > 0) return stages.map((stage) => change(trees, at, stage));
  const stage = line.parent && stageOfOtherEyes(graph, outcome, line.parent);
  if (!stage) return [];
  const { title, edits } = change(trees, at, stage.name);
  return [{ title: `${title},  and add  ${stage.lines[0]}  with what stands below it`, edits: [...edits, stage.edit] }];
}

/** By people of this agency, of another one, or by what answers to this case. */
function isLookedAt({ model, stage }: RouteGraph, name: string): boolean {
  const found = stage(name);
  const line = found && lineOfStage(model, found);
  if (!found) return false;
  const starts = found.doing.some((effect) => effect.do === "start");
  const others = [found.invite, found.checks, found.awaits].some((one) => one !== undefined);
  return found.by.length > 0 || others || starts || (line !== undefined && hasUnread(model, line));
}
