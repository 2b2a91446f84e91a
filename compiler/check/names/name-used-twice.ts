// FW202: one name for two things.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber } from "../text-edits.ts";

export function checkNameUsedTwice(model: Model): Problem[] {
  return findingsOf(model, "name-used-twice").map(({ name, span, first, what }) => {
    const line = lineNumber(model.trees, first);
    return problems.nameUsedTwice(
      span,
      { name },
      {
        related: [{ span: first, words: "used first here" }],
        explanation: [`The name already stands for the ${what} on line ${line}. Each name stands for one thing.`],
        fixes: [change(model.trees, span, freeName(model, name))],
      },
    );
  });
}

function freeName(model: Model, name: string): string {
  const taken = new Set(model.data.map((datum) => datum.said));
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}
