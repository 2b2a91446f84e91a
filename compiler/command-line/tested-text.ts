// A service text with what came of its examples: what `formwork test` says to people and to programs.
import type { ExampleReport } from "../check/examples/report-examples.ts";
import type { Problem } from "../diagnostics/problem.ts";
import type { ReadService } from "./read-service.ts";
import type { ReadyExamples } from "./ready-examples.ts";

/** A service text with what came of its examples; without a report it cannot be compiled, and the problems say why. */
export interface TestedText extends ReadService {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly report?: ExampleReport;
  /** Examples to paste for what none reaches, when they were asked for. */
  readonly ready?: ReadyExamples;
}
