// The examples of a text, played over the form and the route that were handed over, and judged.
import type { Service } from "#contract";
import type { Play } from "#contract/play.ts";
import { createRulebook } from "#support/evaluate.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { checkExampleFails } from "./example-fails.ts";
import { playExample, type Stage } from "./play-example.ts";

/** What the examples of a compiled service tell. */
export function checkExamples(model: Model, service: Service, play: Play): Problem[] {
  const stage: Stage = { model, service, rulebook: createRulebook(service), play };
  const played = model.examples.map((example) => playExample(stage, example));
  return checkExampleFails(stage, played);
}
