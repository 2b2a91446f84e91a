// FW704: an example gives a value that the service works out itself.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { lineHolding, textAt } from "../text-edits.ts";

export function checkWorkedOutNotGiven(model: Model): Problem[] {
  return findingsOf(model, "worked-out-not-given").map(({ datum, span }) => {
    const related = datum.at ? [{ span: datum.at, words: "worked out here" }] : [];
    const line = lineHolding(model.tree.lines, span);
    const written = line ? textAt(model.trees, line.span) : "";
    const expected = /^given \S+ is [^,]+$/i.test(written)
      ? written.replace(/^given/i, "expect")
      : `expect ${datum.said} …`;
    const explanation = [`Give the answers that it is worked out from, and write  ${expected}`];
    return problems.workedOutNotGiven(span, { name: datum.said }, { related, explanation });
  });
}
