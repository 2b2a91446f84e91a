// FW517: what an applicant may do after an outcome leads to another outcome, or to a stage where nobody looks (R7).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { createRouteGraph, type RouteGraph } from "./route-graph.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkRightLeadsToNobody(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return graph.outcomes.flatMap(({ name }) =>
    graph.from(name).flatMap((way) => {
      if (way.kind !== "right" || isLookedAt(graph, way.to)) return [];
      const where = graph.stage(way.to) ? `nobody works in stage ${way.to}` : `${way.to} is an outcome`;
      return [problems.rightLeadsToNobody(way.at, { right: way.name ?? "", where })];
    }),
  );
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
