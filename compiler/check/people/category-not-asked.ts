// FW609: privacy names a law for a kind of sensitive answer that nothing in the service asks for.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import { removeLine } from "../text-edits.ts";
import { categoryLines } from "./sensitive-without-condition.ts";

/** A kind that is only misspelt on the question's side is told there (FW601). */
export function checkCategoryNotAsked(model: Model): Problem[] {
  const marked = new Set(model.data.flatMap((datum) => datum.sensitive ?? []));
  const lines = categoryLines(model);
  const covered = new Set(lines.flatMap((line) => nameAt(line)?.name ?? []));
  const uncovered = [...marked].filter((kind) => !covered.has(kind));
  return lines.flatMap((line) => {
    const name = nameAt(line);
    if (!name || marked.has(name.name) || nearest(name.name, uncovered).length > 0) return [];
    const fixes = [{ title: `remove  special category ${name.name}`, edits: [removeLine(model.trees, line)] }];
    return [problems.categoryNotAsked(name.span, { kind: name.name }, { fixes })];
  });
}
