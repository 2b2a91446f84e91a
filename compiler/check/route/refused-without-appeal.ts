// FW506: an outcome that people refuse cases into, and no line says how the applicant can ask for another look.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Edit, Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Outcome } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { newStageForRight } from "../names/stage-for-right.ts";
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

/** Stages of people that already bar those who decided. */
export function stagesOfOtherEyes(graph: RouteGraph, outcome: string): string[] {
  return graph.stages
    .filter(
      (stage) =>
        stage.by.length > 0 &&
        stage.notTheSamePersonAs.length > 0 &&
        deciders(graph, outcome, stage.name).every((name) => stage.notTheSamePersonAs.includes(name)),
    )
    .map(({ name }) => name);
}

/** To a stage where others look; where the service has none, to one that is put in with it. */
function appealFixes(graph: RouteGraph, outcome: Outcome, line: Line): Fix[] {
  const fitting = stagesOfOtherEyes(graph, outcome.name);
  const indent = line.children[0]?.indent ?? line.indent + 2;
  const fixTo = (name: string): Fix => {
    const text = `applicant can appeal within 28 days then go to ${name}`;
    return { title: `add  ${text}`, edits: [lineBelow(line, indent, text)] };
  };
  if (fitting.length > 0) return fitting.map(fixTo);
  const stage = stageOfOtherEyes(graph, outcome.name, line);
  if (!stage) return [];
  const { title, edits } = fixTo(stage.name);
  return [{ title: `${title},  and  ${stage.lines[0]}  with what stands below it`, edits: [...edits, stage.edit] }];
}

/** A stage to put in, where somebody else looks again, where one stage alone decided; undefined where more would have to be said. */
export function stageOfOtherEyes(
  graph: RouteGraph,
  outcome: string,
  line: Line,
): { readonly name: string; readonly lines: readonly string[]; readonly edit: Edit } | undefined {
  const isFree = (name: string): boolean => !graph.stage(name) && graph.outcomes.every((one) => one.name !== name);
  const name = ["appeal", "another-look"].find(isFree);
  if (name === undefined || deciders(graph, outcome, name).length !== 1) return undefined;
  const stage = newStageForRight(graph.model, name, line);
  return stage && { name, ...stage };
}
