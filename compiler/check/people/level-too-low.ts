// FW804: identity does not supply this detail at the level people sign in with.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change } from "../text-edits.ts";

export function checkLevelTooLow(model: Model): Problem[] {
  return findingsOf(model, "level-too-low").map(({ said, needs, has, span, levelAt }) =>
    problems.levelTooLow(
      span,
      { name: said, needs, has },
      {
        ...(levelAt && {
          related: [{ span: levelAt, words: `level ${has}` }],
          fixes: [change(model.trees, levelAt, needs)],
        }),
      },
    ),
  );
}
