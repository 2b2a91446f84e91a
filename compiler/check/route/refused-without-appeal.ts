// FW506: an outcome that people refuse cases into, and no line says how the applicant can ask for another look.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Outcome } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow } from "../text-edits.ts";
import { createRouteGraph, type RouteGraph, reachableFrom, type Way } from "./route-graph.ts";
import { deciders } from "./separation-of-duties.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkRefusedWithoutAppeal(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  // What is only reached by an appeal is the end of it.
  const starts = graph.anywhere.filter(({ kind }) => kind !== "right").map(({ to }) => to);
  const firstTime = reachableFrom(graph, [graph.first, ...starts], (way) => graph.stage(way.from ?? "") !== undefined);
  const refusing = [...graph.stages.flatMap(({ name }) => graph.from(name)), ...graph.anywhere].filter(
    (way) => way.adverse && (way.from === undefined || (firstTime.has(way.from) && isDecidedThere(graph, way.from))),
  );
  return model.outcomes.flatMap((outcome) => {
    const way = refusing.find(({ to }) => to === outcome.name);
    const line = lineOfStage(model, outcome);
    if (!way || !line || outcome.rights.length > 0 || outcome.noAppeal || hasUnread(model, line)) return [];
    return [problemOf(graph, outcome, line, way)];
  });
}

/** What applicants and invited people turn down is no decision on the applicant. */
function isDecidedThere(graph: RouteGraph, name: string): boolean {
  const stage = graph.stage(name);
  return (
    stage !== undefined && !stage.invite && (stage.by.length === 0 || stage.by.some((role) => role !== "applicant"))
  );
}

function problemOf(graph: RouteGraph, outcome: Outcome, line: Line, way: Way): Problem {
  const how = way.name === undefined ? "refused automatically" : `refused there (${way.name})`;
  return problems.refusedWithoutAppeal(
    nameSpan(line),
    { outcome: outcome.name },
    { related: [{ span: way.at, words: how }], fixes: appealFixes(graph, outcome, line) },
  );
}

/** To a stage of people that already bars those who decided. */
function appealFixes(graph: RouteGraph, outcome: Outcome, line: Line): Fix[] {
  const fitting = graph.stages.filter(
    (stage) =>
      stage.by.length > 0 &&
      stage.notTheSamePersonAs.length > 0 &&
      deciders(graph, outcome.name, stage.name).every((name) => stage.notTheSamePersonAs.includes(name)),
  );
  const indent = line.children[0]?.indent ?? line.indent + 2;
  return fitting.map(({ name }) => {
    const text = `applicant can appeal within 28 days then go to ${name}`;
    return { title: `add  ${text}`, edits: [lineBelow(line, indent, text)] };
  });
}
