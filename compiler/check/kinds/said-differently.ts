// FW308: a wording from everyday speech or another language, for which there is one wording here.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change } from "../text-edits.ts";

export function checkSaidDifferently(model: Model): Problem[] {
  return findingsOf(model, "said-differently").map(({ written, meant, span, text }) => {
    const words = written.replace(/\s+/g, " ");
    const fixes = text === undefined ? [] : [change(model.trees, span, text)];
    return problems.saidDifferently(span, { written: words }, { explanation: [`It is written  ${meant}.`], fixes });
  });
}
