// FW202: one name for two things.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber, treeOf } from "../text-edits.ts";

export function checkNameUsedTwice(model: Model): Problem[] {
  return findingsOf(model, "name-used-twice").map(({ name, span, first, what }) => {
    const line = lineNumber(model.trees, first);
    const isReadAsItem = what === "item of a list" && isSpokenOf(model, span, name);
    return problems.nameUsedTwice(
      span,
      { name },
      {
        related: [{ span: first, words: "used first here" }],
        explanation: [`The name already stands for the ${what} on line ${line}. Each name stands for one thing.`],
        fixes: isReadAsItem ? [] : [change(model.trees, span, freeName(model, name))],
      },
    );
  });
}

/** Lines that say something of the item could speak of either list: which is meant, only the author knows. */
function isSpokenOf(model: Model, span: Span, name: string): boolean {
  const text = treeOf(model.trees, span)?.text ?? "";
  return text.includes(`${name}'s `) || new RegExp(`\\b(any|every|no|for each) ${name}\\b`).test(text);
}

function freeName(model: Model, name: string): string {
  const taken = new Set([
    ...model.data.map((datum) => datum.said),
    ...model.data.flatMap(({ item }) => item?.name ?? []),
  ]);
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}
