// FW613: a case is turned down by a rule alone, and no `refuse automatically because …` names the law that allows it (3.6.15).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf, nameAfter, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Outcome, Stage } from "../../model/shapes.ts";
import type { Line, Word } from "../../syntax/tree.ts";
import { leadsTo } from "../route/route-graph.ts";
import { hasUnread, lineOfStage } from "../route/stages.ts";
import { change, textAt } from "../text-edits.ts";
import { flowOf, type GivenAway } from "./flow.ts";

/** A person decides when the condition reads what somebody chose or recorded. Silence and missed deadlines are no judgement on a case. */
export function checkRefusedByRule(model: Model): Problem[] {
  const stages = model.route?.stages ?? [];
  const against = turnedDown(model, stages);
  if (against.size === 0) return [];
  const byPeople = flowOf(model).givenAway(
    model.data
      .filter((datum) => datum.from === "stage" || (datum.from === "question" && datum.order === undefined))
      .map(dottedOf),
  );
  return stages.flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || hasUnread(model, line)) return [];
    return exitsByRule(model, stage, line, byPeople).flatMap((exit) => {
      const to = nameAfter(exit, "go", "to");
      return to && against.has(to.name) ? [problemAt(model, stage, exit, to)] : [];
    });
  });
}

const adverse = /(^|-)(refused|rejected|dismissed|excluded|suspended|revoked|denied)$/;

function goesAgainst({ name, rights, doing }: Outcome): boolean {
  return (
    adverse.test(name) ||
    rights.some((right) => right.name === "appeal") ||
    doing.some((effect) => effect.do === "suspend" || effect.do === "revoke")
  );
}

/** Outcomes that go against the applicant, and stages that do nothing but lead to one. */
function turnedDown(model: Model, stages: readonly Stage[]): ReadonlySet<string> {
  const against = new Set(model.outcomes.filter(goesAgainst).map((outcome) => outcome.name));
  const passing = stages.filter(
    (stage) => stage.by.length === 0 && new Set(leadsTo(model, stage)).size === 1 && stage.goTo,
  );
  for (let size = -1; size !== against.size; ) {
    size = against.size;
    for (const stage of passing) if (stage.goTo !== undefined && against.has(stage.goTo)) against.add(stage.name);
  }
  return against;
}

/** Lines by which a case leaves with no person's word in them: guarded ones, and what is left when those are not yes. */
function exitsByRule(model: Model, stage: Stage, line: Line, byPeople: GivenAway): Line[] {
  const guarded = stage.exits.flatMap((exit) => {
    const start = model.places.get(exit)?.span.start;
    const at = line.children.find((child) => child.span.start === start);
    return at ? [{ exit, at }] : [];
  });
  const byRule = guarded.filter(
    ({ exit }) => !byPeople.isReadBy(exit.when) && !isGiven(exit.refuseBecause) && !isAfterPeople(stage, exit),
  );
  const isLeft =
    stage.by.length === 0 && guarded.length > 0 && guarded.every(({ exit }) => !byPeople.isReadBy(exit.when));
  const left = isLeft ? line.children.filter((child) => ["otherwise", "go"].includes(wordOf(child))) : [];
  return [...byRule.map(({ at }) => at), ...left];
}

/** `when all are done` comes after those who look at it, and the lines above it that read what they chose. */
function isAfterPeople(stage: Stage, exit: Stage["exits"][number]): boolean {
  if (exit.done === undefined) return false;
  return stage.doneBy !== undefined || (stage.checks ?? []).some(({ by, invite }) => (by ?? []).length > 0 || invite);
}

function isGiven(because: Stage["title"] | undefined): boolean {
  return because !== undefined && Object.values(because).some((words) => words.trim() !== "");
}

function problemAt(model: Model, stage: Stage, exit: Line, to: Word): Problem {
  const condition = conditionOf(exit);
  const text = condition && textAt(model.trees, condition.span);
  const when = text === undefined ? "none of the lines above fits" : text.includes("\n") ? "this is so" : text;
  return problems.refusedByRule(
    to.span,
    { to: to.name },
    {
      explanation: [`When ${when}, a case goes there from stage ${stage.name}, and no person has looked at it.`],
      fixes: personFix(model, stage, to),
    },
  );
}

/** To the first stage of a person instead, when the case can still get to the outcome from elsewhere. */
function personFix(model: Model, stage: Stage, to: Word): Fix[] {
  const stages = model.route?.stages ?? [];
  const person = stages.find((one) => one.by.length > 0 && one !== stage && !one.by.includes("applicant"));
  const isReached = stages.some((one) => one !== stage && leadsTo(model, one).includes(to.name));
  return person && isReached ? [change(model.trees, to.span, person.name)] : [];
}
