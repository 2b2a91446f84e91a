// FW509: a way out of a stage that no case can take: what comes first takes all of its cases, or its condition contradicts
// what is known of every case there. What can only be reached by it is told with it, not again.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { afterForm } from "../proof/form-places.ts";
import { allOf } from "../proof/formula.ts";
import type { Provers } from "../proof/prove.ts";
import { lineNumber, removeLine } from "../text-edits.ts";
import type { Found, Known, OnTheWay } from "./on-the-way.ts";
import { reachableFrom, type Way } from "./route-graph.ts";
import { lineOfStage, nameSpan } from "./stages.ts";

export function checkWayNeverTaken(walked: OnTheWay, provers: Provers): Found {
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  for (const stage of walked.graph.stages)
    for (const way of walked.graph.from(stage.name)) {
      const verdict = walked.verdict(way);
      if (verdict === "open" && way.when !== undefined)
        undecided.push({ what: `whether a case can take this way to ${way.to}`, at: way.at });
      if (verdict !== "none" || !isWorthTelling(walked, way)) continue;
      found.push(problemOf(walked, way, provers));
    }
  return { problems: found, undecided };
}

/** A line that catches all others may stand idle, as long as nothing is reached by it alone. */
function isWorthTelling(walked: OnTheWay, way: Way): boolean {
  if (way.kind === "otherwise" || way.kind === "go-to") return onlyBy(walked, way).length > 0;
  return way.kind === "exit" || needsTheWay(walked, way);
}

/** An action or a skip that can never be yes by itself is told by FW405; here only what the way to the stage rules out. */
function needsTheWay({ prover, needs, known }: OnTheWay, way: Way): boolean {
  const here = new Set(known(way.from ?? ""));
  const own = needs(way).filter((one) => !here.has(one));
  return prover.canBe(allOf(own.map(({ formula }) => formula))).verdict !== "none";
}

function problemOf(walked: OnTheWay, way: Way, provers: Provers): Problem {
  const { model } = walked.graph;
  const related = reasons(walked, way, provers);
  const unreached = onlyBy(walked, way);
  const lost = unreached.map(({ what, name, line }) => `${what} ${name} (line ${line})`);
  const consequence = lost.length > 0 ? [`For that reason no case can reach ${lost.join(", ")}.`] : [];
  return problems.wayNeverTaken(
    way.at,
    { to: way.to },
    {
      related: related.slice(0, 4),
      explanation: [leadOf(related, way), ...consequence],
      fixes: fixesOf(model, way, unreached.length > 0),
    },
  );
}

const comesFirst = "this comes first";
const onEveryWay = "every case that comes here has passed this";

function leadOf(related: readonly Related[], way: Way): string {
  if (related.some(({ words }) => words === onEveryWay))
    return "It contradicts what is known of every case that comes here.";
  if (related.some(({ words }) => words === comesFirst)) return "What comes first takes all of its cases.";
  return way.before.length > 0 && related.length === 0
    ? "What comes first takes all of its cases, or no answers make it yes."
    : "No answers make its condition yes.";
}

/** Each thing that is known there and without which the way could be taken. */
function reasons(walked: OnTheWay, way: Way, provers: Provers): Related[] {
  const { prover, graph } = walked;
  const needs = walked.needs(way);
  const here = new Set<Known>(walked.known(way.from ?? ""));
  const own = graph.model.rules.get(way.when ?? "")?.at;
  const without = (one: Known) => allOf(needs.filter((other) => other !== one).map(({ formula }) => formula));
  const parts = needs.filter(({ at }) => at !== own);
  const told = parts.flatMap((one): Related[] =>
    prover.canBe(without(one)).verdict === "found"
      ? [{ span: one.at, words: here.has(one) ? onEveryWay : comesFirst }]
      : [],
  );
  const goal = allOf(needs.map(({ formula }) => formula));
  const gates = provers.places.gates.filter((gate) => gate.turn < afterForm);
  const ofGates = gates.flatMap((gate): Related[] => {
    const span = graph.model.rules.get(gate.demand?.rule ?? gate.stopWhen ?? "")?.at;
    const others = gates.filter((other) => other !== gate);
    return span && prover.canBe(goal, others).verdict === "found"
      ? [{ span, words: "nobody gets past this otherwise" }]
      : [];
  });
  const all = [...told, ...ofGates];
  return all.filter((one, index) => all.findIndex(({ span }) => span.start === one.span.start) === index);
}

interface Lost {
  readonly what: string;
  readonly name: string;
  readonly line: number;
}

/** The places that would be reached if this way could be taken. */
function onlyBy(walked: OnTheWay, way: Way): Lost[] {
  const { graph, known } = walked;
  const { model } = graph;
  const reached = new Set([...graph.stages, ...graph.outcomes].map(({ name }) => name).filter((name) => known(name)));
  if (reached.has(way.to)) return [];
  const beyond = reachableFrom(graph, [way.to]);
  return [...graph.stages, ...graph.outcomes].flatMap((one): Lost[] => {
    const line = lineOfStage(model, one);
    if (!line || reached.has(one.name) || !beyond.has(one.name)) return [];
    return [
      {
        what: graph.stage(one.name) ? "stage" : "outcome",
        name: one.name,
        line: lineNumber(model.trees, nameSpan(line).start === 0 ? line.span : nameSpan(line)),
      },
    ];
  });
}

/** A way that nobody takes can go, unless something is reached by it only. */
function fixesOf(model: Model, way: Way, isOnly: boolean): Fix[] {
  const stage = model.route?.stages.find((one) => one.name === way.from);
  const line = stage && lineOfStage(model, stage)?.children.find((child: Line) => child.span.start === way.at.start);
  if (!line || isOnly || way.kind !== "exit") return [];
  return [{ title: `remove line ${lineNumber(model.trees, line.span)}`, edits: [removeLine(model.trees, line)] }];
}
