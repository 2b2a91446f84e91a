// FW209: what the applicant said last time, or what stands on a credential that they present, is read where no question is filled in.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import { findingsOf } from "../findings.ts";
import { fieldsOf } from "../people/form-fields.ts";
import { change } from "../text-edits.ts";

export function checkOnlyFillsIn(model: Model): Problem[] {
  return findingsOf(model, "only-fills-in").map(({ datum, span, list }) => {
    if (list) {
      const instead = `It is said of each of ${list.said}. Put  prefill from ${list.said}  below that list: then its questions are filled in by their names.`;
      return problems.onlyFillsIn(span, { name: datum.said, what: "its own list" }, { explanation: [instead] });
    }
    const question = questionFilledFrom(model, datum);
    const where =
      question === undefined
        ? [`Ask a question with  prefill from ${datum.said}  below it, and read that.`]
        : [`${question} is filled in from it: that is what the case goes by.`];
    const fixes = question === undefined ? [] : [change(model.trees, span, question)];
    return problems.onlyFillsIn(span, { name: datum.said, what: "a question" }, { explanation: where, fixes });
  });
}

/** The question that holds it once it is filled in; one of a list's items cannot be meant here. */
function questionFilledFrom(model: Model, datum: Datum): string | undefined {
  const from = dottedOf(datum);
  const fields = fieldsOf(model).filter(({ prefill }) => prefill?.carries && prefill.from.join(".") === from);
  const paths = new Set(fields.map(({ path }) => path.join(".")));
  return model.data.find((one) => !one.item && one.from === "question" && paths.has(dottedOf(one)))?.said;
}
