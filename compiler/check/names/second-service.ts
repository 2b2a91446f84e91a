// FW208: a second `service` line. The first one counts.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { lineNumber, removeLine } from "../text-edits.ts";

export function checkSecondService(model: Model): Problem[] {
  const [first, ...others] = model.tree.lines.filter((line) => wordOf(line) === "service" && line.form !== undefined);
  if (!first) return [];
  return others.map((line) => {
    const number = lineNumber(model.trees, line.span);
    // What stands below it may be the first one's own lines: they are the author's to move.
    const isAlone = line.children.length === 0;
    const fixes = isAlone ? [{ title: `remove line ${number}`, edits: [removeLine(model.trees, line)] }] : [];
    const explanation = [
      `Line ${lineNumber(model.trees, first.span)} says which service it is. Each service has a text of its own.`,
    ];
    const related = [{ span: first.span, words: "the first" }];
    return problems.secondService(line.span, { first: model.name }, { related, explanation, fixes });
  });
}
