// FW306: "else" beside another sign: it is not said how far it reaches. Both readings are offered.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { insertAt, textAt } from "../text-edits.ts";

export function checkElseNeedsBrackets(model: Model): Problem[] {
  return findingsOf(model, "else-needs-brackets").map(({ span, readings }) => {
    const fixes = readings.map((reading) => {
      const text = textAt(model.trees, reading).replace(/\s+/g, " ");
      const edits = [insertAt(reading, reading.start, "("), insertAt(reading, reading.end, ")")];
      return { title: `put brackets around it:  (${text})`, edits };
    });
    return problems.elseNeedsBrackets(span, {}, { fixes });
  });
}
