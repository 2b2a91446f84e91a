// FW420: a cell of a result column that is no value: any, at most £60, not electric.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkResultIsNoValue(model: Model): Problem[] {
  return findingsOf(model, "result-is-no-value").map(({ span, written }) =>
    problems.resultIsNoValue(span, { written }, {}),
  );
}
