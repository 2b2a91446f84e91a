// FW704: an example gives a value that the service works out itself.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkWorkedOutNotGiven(model: Model): Problem[] {
  return findingsOf(model, "worked-out-not-given").map(({ datum, span }) => {
    const related = datum.at ? [{ span: datum.at, words: "worked out here" }] : [];
    const explanation = [`Give the answers that it is worked out from, and write  expect ${datum.said} …`];
    return problems.workedOutNotGiven(span, { name: datum.said }, { related, explanation });
  });
}
