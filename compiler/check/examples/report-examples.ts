// What came of every example of a text, and what they reach of the service: values for `formwork test` and other screens.
import type { Service } from "#contract";
import type { Play } from "#contract/play.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Example, Model } from "../../model/model.ts";
import { type CoveredPart, coverageOf } from "./coverage.ts";
import { judgeExample, setStage } from "./examples.ts";
import { type LastPassed, nextLastPassed } from "./last-passed.ts";
import { playExample } from "./play-example.ts";

/** One example that was played. `problem` says, with the working, what did not come out as expected. */
export interface ReportedExample {
  readonly example: Example;
  readonly problem?: Problem;
}

/** All examples of a text, in its order, and each part of the service that one may reach. */
export interface ExampleReport {
  /** What they rested on when they last passed, to be kept for the next time. */
  readonly lastPassed: LastPassed;
  readonly examples: readonly ReportedExample[];
  readonly parts: readonly CoveredPart[];
}

/** Plays them over the form and the route that are handed over. */
export function reportExamples(model: Model, service: Service, play: Play, before: LastPassed = {}): ExampleReport {
  const stage = setStage(model, service, play);
  const played = model.examples.map((example) => playExample(stage, example));
  const examples = played.map((one): ReportedExample => {
    const [problem] = judgeExample(stage, one, before);
    return { example: one.example, ...(problem && { problem }) };
  });
  const failed = new Set(played.filter((_, index) => examples[index]?.problem !== undefined));
  const lastPassed = nextLastPassed(model, played, failed, before);
  return { examples, parts: coverageOf(stage, played), lastPassed };
}
