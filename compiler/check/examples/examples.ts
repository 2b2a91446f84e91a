// The examples of a text, played over the form and the route that were handed over, and judged.
import type { Service } from "#contract";
import type { Play } from "#contract/play.ts";
import { createRulebook } from "#support/evaluate.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { checkExampleFails } from "./example-fails.ts";
import { checkOutcomeWithoutExample } from "./outcome-without-example.ts";
import { playExample, type Stage } from "./play-example.ts";

/** What the examples of a compiled service tell. */
export function checkExamples(model: Model, service: Service, play: Play): Problem[] {
  if (model.examples.length === 0 && model.status.stage === "draft") return [];
  const stage = setStage(model, service, play);
  const played = model.examples.map((example) => playExample(stage, example));
  const failed = checkExampleFails(stage, played);
  // What an example was meant to reach shows when it comes out as expected.
  return failed.length > 0 ? failed : checkOutcomeWithoutExample(stage, played);
}

/** All that playing needs, opened once for all examples. */
export function setStage(model: Model, service: Service, play: Play): Stage {
  const rulebook = createRulebook(service);
  return { model, service, rulebook, fillIn: play.fillIn, playRoute: play.openRoute(service, rulebook) };
}
