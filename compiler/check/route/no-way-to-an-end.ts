// FW502: a case that can never come to an outcome, or a wait without an end: every case is to be decided some day.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { createRouteGraph, type RouteGraph } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkNoWayToAnEnd(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return [...neverEnding(graph), ...waitsForApplicant(graph)];
}

/** Told once for stages that only lead to each other, at the first of them. */
function neverEnding(graph: RouteGraph): Problem[] {
  const ends = canEnd(graph);
  const stuck = graph.stages.filter(({ name }) => !ends.has(name));
  const lines = stuck.flatMap((stage) => lineOfStage(graph.model, stage) ?? []);
  // A stage without any way out is told by FW503; one with a line that is not read may lead out by it.
  if (stuck.some(({ name }) => graph.from(name).length === 0)) return [];
  if (lines.some((line) => hasUnread(graph.model, line))) return [];
  const [first] = stuck;
  const line = first && lineOfStage(graph.model, first);
  if (!first || !line) return [];
  const round = stuck.map(({ name }) => name);
  return [
    problems.noWayToAnEnd(
      nameSpan(line),
      { what: `A case in stage ${first.name} can never come to an outcome` },
      { explanation: [`From there it only gets to: ${[...new Set(round)].join(", ")}.`] },
    ),
  ];
}

/** Places from which some way leads to an outcome. That somebody withdraws is their own affair, and no end of the route. */
function canEnd(graph: RouteGraph): ReadonlySet<string> {
  const outcomes = graph.outcomes.map(({ name }) => name);
  const clock = graph.anywhere.some(({ kind, to }) => kind === "deadline" && outcomes.includes(to));
  if (clock) return new Set([...outcomes, ...graph.stages.map(({ name }) => name)]);
  const into = new Map<string, string[]>();
  for (const { name } of graph.stages)
    for (const way of graph.from(name)) into.set(way.to, [...(into.get(way.to) ?? []), name]);
  const ends = new Set<string>();
  const waiting = [...outcomes];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (ends.has(name)) continue;
    ends.add(name);
    waiting.push(...(into.get(name) ?? []));
  }
  return ends;
}

/** R19: a stage by the applicant needs its own time limit that leads somewhere. */
function waitsForApplicant(graph: RouteGraph): Problem[] {
  return graph.stages.flatMap((stage) => {
    const line = lineOfStage(graph.model, stage);
    const isApplicants = stage.by.length > 0 && stage.by.every((role) => role === "applicant");
    if (!line || !isApplicants || stage.finish?.goTo !== undefined || hasUnread(graph.model, line)) return [];
    return [
      problems.noWayToAnEnd(
        nameSpan(line),
        { what: `Stage ${stage.name} waits for the applicant without an end` },
        {
          explanation: [
            "Nobody can make the applicant act. Say how long the case waits and where it goes then: finish within … otherwise go to …",
          ],
        },
      ),
    ];
  });
}
