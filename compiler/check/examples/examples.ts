// The examples of a text, played over the form and the route that were handed over, and judged.
import type { Service } from "#contract";
import type { Play } from "#contract/play.ts";
import { createRulebook } from "#support/evaluate.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { checkAnswerNotAsked } from "./answer-not-asked.ts";
import { checkAnswerRefused } from "./answer-refused.ts";
import { checkExampleFails } from "./example-fails.ts";
import { type LastPassed, nextLastPassed } from "./last-passed.ts";
import { checkOutcomeWithoutExample } from "./outcome-without-example.ts";
import { checkPartWithoutExample } from "./part-without-example.ts";
import { type Played, playExample } from "./play-example.ts";
import { noting } from "./rests-on.ts";
import type { Stage } from "./stage.ts";

/** What the examples of a compiled service tell, and what they rested on when they last passed. */
export interface CheckedExamples {
  readonly problems: readonly Problem[];
  readonly lastPassed: LastPassed;
}

/** Plays them all; `before` is the record of the last time. */
export function checkExamples(model: Model, service: Service, play: Play, before: LastPassed = {}): CheckedExamples {
  if (model.examples.length === 0 && model.status.stage === "draft") return { problems: [], lastPassed: {} };
  const stage = setStage(model, service, play);
  const played = model.examples.map((example) => playExample(stage, example));
  const failed = new Map(
    played.flatMap((one) => {
      const found = judgeExample(stage, one, before);
      return found.length > 0 ? [[one, found] as const] : [];
    }),
  );
  const lastPassed = nextLastPassed(model, played, new Set(failed.keys()), before);
  // What an example was meant to reach shows when it comes out as expected.
  const judged = failed.size > 0 ? [...failed.values()].flat() : withoutExample(stage, played);
  const problems = [...judged, ...played.flatMap((one) => checkAnswerNotAsked(stage, one))];
  return { problems, lastPassed };
}

/** What does not come out as expected; with answers that are refused nothing can. */
export function judgeExample(stage: Stage, played: Played, before: LastPassed): readonly Problem[] {
  const refused = checkAnswerRefused(stage, played);
  return refused.length > 0 ? refused : [checkExampleFails(stage, played, before) ?? []].flat();
}

function withoutExample(stage: Stage, played: readonly Played[]): Problem[] {
  return [...checkOutcomeWithoutExample(stage, played), ...checkPartWithoutExample(stage, played)];
}

/** All that playing needs, opened once for all examples. */
export function setStage(model: Model, service: Service, play: Play): Stage {
  const rulebook = noting(createRulebook(service));
  return { model, service, rulebook, ...play, playRoute: play.openRoute(service, rulebook) };
}
