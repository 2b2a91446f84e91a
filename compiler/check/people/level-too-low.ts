// FW804: identity does not supply this detail at the level people sign in with, or nobody signs in at all.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, lineBelow } from "../text-edits.ts";

export function checkLevelTooLow(model: Model): Problem[] {
  return findingsOf(model, "level-too-low").map(({ said, needs, has, span, levelAt }) =>
    problems.levelTooLow(
      span,
      { name: said, needs, but: has === undefined ? "nobody signs in" : `people sign in at level ${has}` },
      levelAt && has !== undefined
        ? {
            related: [{ span: levelAt, words: `level ${has}` }],
            fixes: [change(model.trees, levelAt, needs)],
          }
        : { fixes: signInFix(model, needs) },
    ),
  );
}

/** People sign in below the line that says who may apply. */
function signInFix(model: Model, needs: string): Fix[] {
  const applicant = model.tree.lines.find((line) => line.form === "applicant is (a|an) <n>");
  if (!applicant) return [];
  const text = `signs in at level ${needs}`;
  return [{ title: `add  ${text}`, edits: [lineBelow(applicant, applicant.children[0]?.indent ?? 2, text)] }];
}
