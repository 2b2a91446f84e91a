// FW307: "is" with an answer that can hold several choices.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, textAt } from "../text-edits.ts";

export function checkSeveralChoices(model: Model): Problem[] {
  return findingsOf(model, "several-choices").map(({ said, negated, span }) => {
    const text = textAt(model.trees, span);
    const mended = negated ? text.replace(/\bis\s+not\b/i, "does not include") : text.replace(/\bis\b/i, "includes");
    return problems.severalChoices(
      span,
      { name: said },
      { fixes: mended === text ? [] : [change(model.trees, span, mended)] },
    );
  });
}
