// FW310: a calendar that lets years end on a day on which they cannot.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, textAt } from "../text-edits.ts";

/** Only 29 February is missing in other years, and only the days beside it can stand for it. */
export function checkYearsFrom29February(model: Model): Problem[] {
  return findingsOf(model, "years-from-29-february").map(({ span, isEnd }) => {
    const days = isEnd ? ["28 February", "1 March"] : ["29 February"];
    const fixes = days.map((day) => change(model.trees, span, day));
    return problems.yearsFrom29February(span, { written: textAt(model.trees, span) }, { fixes });
  });
}
