// Every check of the compiler, run over one model. One file per check; the order here is the order of their codes.
import type { Problem } from "../diagnostics/problem.ts";
import type { Model } from "../model/model.ts";

/** All problems of the meaning. A check looks at the model only, and says each thing once. */
export function checkModel(model: Model): Problem[] {
  return checks.flatMap((check) => check(model));
}

const checks: readonly ((model: Model) => Problem[])[] = [];
