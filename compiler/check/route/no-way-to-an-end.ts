// FW502: a case that can never come to an outcome, or a wait without an end: every case is to be decided some day.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { Expression, Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow } from "../text-edits.ts";
import { createRouteGraph, type RouteGraph, type WayKind } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkNoWayToAnEnd(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return [...neverEnding(graph), ...waitsForApplicant(graph), ...waitsForUnknownDay(graph)];
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
          fixes: endsAfter(graph, line, "28 days"),
        },
      ),
    ];
  });
}

/** R20: every wait is bounded. A day that may never be known bounds nothing, unless the stage or the case has a time of its own. */
function waitsForUnknownDay(graph: RouteGraph): Problem[] {
  const { model } = graph;
  if (graph.anywhere.some(({ kind }) => kind === "deadline")) return [];
  return graph.stages.flatMap((stage) => {
    if (stage.finish?.goTo !== undefined) return [];
    const line = lineOfStage(model, stage);
    return (stage.waits ?? []).flatMap((wait) => {
      const rule = wait.until === undefined ? undefined : model.rules.get(wait.until);
      const at = model.places.get(wait)?.span;
      const unknown = rule && at && !rule.broken ? mayBeUnknown(model, rule.expression) : undefined;
      if (!unknown || !at || isLookedAt(graph, stage, unknown)) return [];
      return [
        problems.noWayToAnEnd(
          at,
          { what: `Stage ${stage.name} waits for a day that may never be known` },
          {
            related: unknown.at ? [{ span: unknown.at, words: "not there in every case" }] : [],
            explanation: [
              `A case without ${unknown.said} would wait for ever. Say where it goes then: finish within … otherwise go to …`,
            ],
            fixes: line ? endsAfter(graph, line, "1 year") : [],
          },
        ),
      ];
    });
  });
}

/** How a case ends that nobody decided. */
const undecided: ReadonlySet<WayKind> = new Set(["silence", "unpaid", "unheard", "deadline", "right"]);

/** The case ends where other cases end that nobody decided: in an outcome that gives nothing and turns nobody down. */
function endsAfter(graph: RouteGraph, line: Line, time: string): Fix[] {
  if (line.children.some((child) => wordOf(child) === "finish")) return [];
  const ways = [...graph.anywhere, ...graph.stages.flatMap(({ name }) => graph.from(name))];
  const quiet = graph.outcomes.filter(({ name, doing, rights, noAppeal }) => {
    const into = ways.filter(({ to }) => to === name);
    const isGiving = doing.some((effect) => effect.do !== "send");
    return (
      !isGiving && rights.length === 0 && !noAppeal && into.length > 0 && into.every(({ kind }) => undecided.has(kind))
    );
  });
  const indent = line.children[0]?.indent ?? line.indent + 2;
  return quiet.slice(0, 3).map(({ name }) => {
    const text = `finish within ${time} otherwise go to ${name}`;
    return { title: `add  ${text}`, edits: [lineBelow(line, indent, text)] };
  });
}

/** What the day hangs on that is not there in every case; nothing when the line itself says what counts then. */
function mayBeUnknown(model: Model, expression: Expression): Datum | undefined {
  if (JSON.stringify(expression).includes('"op":"else"')) return undefined;
  const read = factsRead(model, expression);
  return model.data.find(
    (datum) =>
      read.has(dottedOf(datum)) &&
      (datum.optional === true ||
        datum.from === "fetched" ||
        (datum.from === "question" && model.asked.get(dottedOf(datum))?.askedWhen !== undefined)),
  );
}

/** A line that leads here or on looks at the day, or at what it hangs on: then only cases that have it wait. */
function isLookedAt(graph: RouteGraph, stage: Stage, datum: Datum): boolean {
  const { model } = graph;
  const askedWhen = model.asked.get(dottedOf(datum))?.askedWhen;
  const hangsOn = askedWhen === undefined ? [] : [...factsRead(model, { op: "rule", id: askedWhen })];
  const own = new Set([dottedOf(datum), ...hangsOn]);
  const ways = graph.stages.flatMap(({ name }) => graph.from(name)).filter(({ to }) => to === stage.name);
  const rules = [
    ...ways.flatMap(({ when, before }) => [when, ...before]),
    ...stage.exits.map(({ when }) => when),
    stage.skipWhen,
  ].filter((rule) => rule !== undefined);
  return rules.some((id) => [...factsRead(model, { op: "rule", id })].some((path) => own.has(path)));
}
