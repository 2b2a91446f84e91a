// FW507: ways that a case takes by itself and that lead round in a circle: it could go round in them without end. A circle
// whose conditions cannot all be yes for one case is none.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Check, RuleId, Stage } from "../../model/shapes.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { sayExample } from "../proof/example.ts";
import { allOf, variablesOf } from "../proof/formula.ts";
import type { Answer } from "../proof/solve.ts";
import type { Found, OnTheWay } from "./on-the-way.ts";
import type { Way } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan, waits } from "./stages.ts";

/** Ways looked at for one start. */
const mostSteps = 300;

/** Told once for each circle, at its first stage. */
export function checkCircleWithoutDeadline(walked: OnTheWay): Found {
  const told = new Set<string>();
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  const ways = waysInCircles(walked);
  for (const { name } of walked.graph.stages) {
    const stage = walked.graph.stage(name);
    const line = stage && lineOfStage(walked.graph.model, stage);
    if (!line || told.has(name) || !ways.has(name)) continue;
    const circle = circleFrom(walked, ways, name);
    if (circle === "open")
      undecided.push({ what: `whether a case can go round from stage ${name} without end`, at: nameSpan(line) });
    if (!circle || circle === "open") continue;
    for (const way of circle.ways) told.add(way.from ?? "");
    found.push(problemOf(walked, circle, name, nameSpan(line)));
  }
  return { problems: found, undecided };
}

interface Circle {
  readonly ways: readonly Way[];
  readonly answer: Answer;
}

function problemOf(walked: OnTheWay, { ways, answer }: Circle, stage: string, at: Way["at"]): Problem {
  const { t } = walked.prover;
  const round = `The way round: ${[stage, ...ways.map(({ to }) => to)].join(" → ")}.`;
  const conditions = ways.flatMap((way) => walked.needs(way).map(({ formula }) => formula));
  const example = answer.verdict === "found" ? sayExample(t, conditions, answer) : "";
  const last = ways.at(-1)?.from ?? stage;
  const out = `Let people work in one of these stages, with  by  and a role and  finish within …,  or let ${last} lead to an outcome:  otherwise go to …`;
  const when = example === "" ? [] : [`It goes round when ${example}.`];
  return problems.circleWithoutDeadline(at, { stage }, { explanation: [round, ...when, out] });
}

/** Ways that a case takes by itself, without those that cannot be part of a circle: nothing leads on from them, or to them. */
function waysInCircles(walked: OnTheWay): Map<string, readonly Way[]> {
  const all = walked.graph.stages.flatMap(({ name }) => walked.graph.from(name));
  let left = all.filter((way) => goesByItself(walked, way));
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const from = new Set(left.map((way) => way.from));
    const to = new Set(left.map((way) => way.to));
    left = left.filter((way) => from.has(way.to) && to.has(way.from ?? ""));
  }
  const ways = new Map<string, Way[]>();
  for (const way of left) ways.set(way.from ?? "", [...(ways.get(way.from ?? "") ?? []), way]);
  return ways;
}

/** The ways back to this stage that one case can take; undefined when there are none. */
function circleFrom(
  walked: OnTheWay,
  ways: ReadonlyMap<string, readonly Way[]>,
  start: string,
): Circle | "open" | undefined {
  let left = mostSteps;
  let isOpen = false;
  const walk = (name: string, trail: readonly Way[]): Circle | undefined => {
    for (const way of ways.get(name) ?? []) {
      left -= 1;
      if (left < 0) {
        isOpen = true;
        return undefined;
      }
      if (way.to !== start && trail.some((one) => one.from === way.to)) continue;
      const gone = [...trail, way];
      if (way.to !== start) {
        const found = walk(way.to, gone);
        if (found) return found;
        continue;
      }
      if (canTurnOut(walked, gone)) continue;
      const answer = walked.prover.canBe(allOf(gone.flatMap((one) => walked.needs(one).map(({ formula }) => formula))));
      if (answer.verdict === "open") isOpen = true;
      if (answer.verdict === "found") return { ways: gone, answer };
    }
    return undefined;
  };
  return walk(start, []) ?? (isOpen ? "open" : undefined);
}

/** Where time passes on the way round, another day or what is asked anew there may lead out the next time. */
function canTurnOut({ graph, prover, needs, isFleeting }: OnTheWay, circle: readonly Way[]): boolean {
  const stages = circle.flatMap(({ from = "" }) => graph.stage(from) ?? []);
  if (!stages.some(onlyTimePasses)) return false;
  if (graph.anywhere.some(({ kind }) => kind === "deadline") || stages.some(({ finish }) => finish?.goTo !== undefined))
    return true;
  const changed = stages.flatMap((stage) => graph.changedIn(stage));
  const own = circle.flatMap((way) => graph.from(way.from ?? ""));
  const read = own.flatMap((way) => needs(way).flatMap(({ variables }) => [...variables]));
  const isChanged = (name: string) => changed.some((start) => name === start || name.startsWith(`${start}.`));
  return read.some((name) => isFleeting(name) || isChanged(name) || prover.t.vocabulary.isRough(name));
}

/** Nothing is waited for but a length of time or a day. */
function onlyTimePasses({ waits: times, ...others }: Stage): boolean {
  return times !== undefined && !waits(others);
}

/** Nobody works there and nothing is waited for, or the way is taken before anybody does. */
function goesByItself({ graph, prover, verdict }: OnTheWay, way: Way): boolean {
  const stage = graph.stage(way.from ?? "");
  const line = stage && lineOfStage(graph.model, stage);
  if (!stage || !line || hasUnread(graph.model, line) || verdict(way) === "none" || verdict(way) === undefined)
    return false;
  switch (way.kind) {
    case "otherwise":
    case "go-to":
      return !waits(stage) || onlyTimePasses(stage);
    case "exit":
    case "skip": {
      if (way.when === undefined || !waits(stage)) return true;
      if (countsAnswers(stage, way.when)) return false;
      // What is recorded there changes only when somebody works: then the case has come to rest in between.
      const changed = graph.changedIn(stage);
      const read = variablesOf(prover.t.vocabulary.withAxioms(prover.t.yes({ op: "rule", id: way.when })));
      return !changed.some((one) => read.has(one));
    }
    case "action":
    case "information":
    case "silence":
    case "unpaid":
    case "unheard":
    case "deadline":
    case "unavailable":
    case "right":
      return false;
  }
}

/** The way is taken when so many checks are done, and one of them is somebody's whatever the answers are: until then the case rests. */
function countsAnswers({ exits, checks = [] }: Stage, when: RuleId): boolean {
  const isSomebodys = ({ by, at, forEach, skipWhen }: Check): boolean =>
    (by.length > 0 || at !== undefined) && forEach === undefined && skipWhen === undefined;
  return exits.some((exit) => exit.when === when && exit.done !== undefined) && checks.some(isSomebodys);
}
