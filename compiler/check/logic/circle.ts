// FW406: calculations that need each other.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkCircle(model: Model): Problem[] {
  return findingsOf(model, "circle").map(({ name, span, through }) => {
    const way = [...through, name].join(" → ");
    return problems.circle(span, { name }, { explanation: [`${way}: each needs the next one first.`] });
  });
}
