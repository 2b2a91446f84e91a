// FW508: lines that say who may not (or must) work on a case a second time, and bar nobody, everybody, or not those who decided.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { namesAfter } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { inWords } from "../proof/example.ts";
import { insertAt, lineBelow } from "../text-edits.ts";
import { createRouteGraph, formLine, type RouteGraph, reachableFrom } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

const notForm = "not the same person as <ns>";
const sameForm = "same person as <n>";

export function checkSeparationOfDuties(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return [...graph.stages.flatMap((stage) => ofStage(graph, stage)), ...ofAppeals(graph)];
}

function ofStage(graph: RouteGraph, stage: Stage): Problem[] {
  const line = lineOfStage(graph.model, stage);
  if (!line || hasUnread(graph.model, line)) return [];
  const barred = formLine(line, notForm);
  const same = formLine(line, sameForm);
  const { samePersonAs } = stage;
  const bothWays =
    samePersonAs !== undefined && sameAs(graph, stage).find((name) => stage.notTheSamePersonAs.includes(name));
  if (same && bothWays) {
    const what = `Nobody can work in stage ${stage.name}: it must be, and must not be, who worked in ${bothWays}`;
    return [
      problems.separationOfDuties(
        same.span,
        { what },
        { related: barred ? [{ span: barred.span, words: "and not here" }] : [] },
      ),
    ];
  }
  const useless = barred
    ? stage.notTheSamePersonAs.flatMap((name) => neverThere(graph, stage, name, barred, "bars nobody"))
    : [];
  const nobody =
    same && samePersonAs !== undefined ? neverThere(graph, stage, samePersonAs, same, "lets nobody work here") : [];
  return [...useless, ...nobody];
}

/** All stages whose person this one's must be. */
function sameAs(graph: RouteGraph, stage: Stage): string[] {
  const names: string[] = [];
  for (
    let next = stage.samePersonAs;
    next !== undefined && !names.includes(next);
    next = graph.stage(next)?.samePersonAs
  )
    names.push(next);
  return names;
}

/** Nobody works in the other stage, or a case has never been there before. */
function neverThere(graph: RouteGraph, stage: Stage, other: string, line: Line, comes: string): Problem[] {
  const host = graph.stages.find(({ checks = [] }) => checks.some(({ name }) => name === other));
  const place = graph.stage(other) ?? host;
  if (!place) return [];
  const isWorked = host !== undefined || place.by.length > 0 || place.invite !== undefined;
  const after = reachableFrom(
    graph,
    graph.from(place.name).map(({ to }) => to),
  );
  const reason = !isWorked
    ? `no people work in ${other}`
    : after.has(stage.name)
      ? undefined
      : `no case has been in ${other} before it comes to ${stage.name}`;
  if (reason === undefined) return [];
  const name = namesAfter(line, "as").find((word) => word.name === other);
  return [problems.separationOfDuties(name?.span ?? line.span, { what: `This ${comes}: ${reason}` })];
}

/** Stages of people from which a case can get to an outcome, without going by what people may do after one. */
export function deciders(graph: RouteGraph, outcome: string, except: string): string[] {
  return graph.stages
    .filter(({ name, by }) => name !== except && by.some((role) => role !== "applicant"))
    .filter(({ name }) => reachableFrom(graph, [name], (way) => graph.stage(way.from ?? "") !== undefined).has(outcome))
    .map(({ name }) => name);
}

/** The rights that law calls by these words. */
function asksForAnotherLook(right: string): boolean {
  return /^(appeal|object|challenge|contest|complain|reconsider|ask-for-(a-)?review)/.test(right);
}

/** R7: who looks again must be somebody else than those who decided. */
function ofAppeals(graph: RouteGraph): Problem[] {
  const lacking = new Map<string, { names: Set<string>; outcomes: Set<string>; at: Line["span"][] }>();
  for (const outcome of graph.outcomes)
    for (const way of graph.from(outcome.name)) {
      const stage = graph.stage(way.to);
      // Who opens a case again, or corrects it, asks for no other judgement.
      if (
        !stage ||
        way.kind !== "right" ||
        !asksForAnotherLook(way.name ?? "") ||
        stage.by.length === 0 ||
        stage.by.includes("applicant")
      )
        continue;
      const missing = deciders(graph, outcome.name, stage.name).filter(
        (name) => !stage.notTheSamePersonAs.includes(name),
      );
      if (missing.length === 0) continue;
      const known = lacking.get(stage.name) ?? { names: new Set(), outcomes: new Set(), at: [] };
      for (const name of missing) known.names.add(name);
      lacking.set(stage.name, {
        names: known.names,
        outcomes: known.outcomes.add(outcome.name),
        at: [...known.at, way.at],
      });
    }
  return [...lacking].flatMap(([name, { names, outcomes, at }]) => {
    const stage = graph.stage(name);
    const line = stage && lineOfStage(graph.model, stage);
    if (!stage || !line || hasUnread(graph.model, line)) return [];
    const who = inWords([...names]);
    const what = `In stage ${name} the same person who worked in ${who} may look at it again`;
    const related = at.map((span) => ({ span, words: "leads there" }));
    return [
      problems.separationOfDuties(
        nameSpan(line),
        { what },
        {
          related,
          explanation: [`${who} can lead to ${inWords([...outcomes])}.`],
          fixes: [barThem(stage, line, [...names])],
        },
      ),
    ];
  });
}

function barThem(stage: Stage, line: Line, names: readonly string[]): Fix {
  const written = formLine(line, notForm);
  const listed = written && namesAfter(written, "as").at(-1);
  const text = `not the same person as ${[...stage.notTheSamePersonAs, ...names].join(", ")}`;
  if (listed)
    return {
      title: `add  ${names.join(", ")}`,
      edits: [insertAt(listed.span, listed.span.end, `, ${names.join(", ")}`)],
    };
  const indent = line.children[0]?.indent ?? line.indent + 2;
  const first = line.children[0];
  const edits = first
    ? [insertAt(first.span, first.span.start, `${text}\n${" ".repeat(indent)}`)]
    : [lineBelow(line, indent, text)];
  return { title: `add  ${text}`, edits };
}
