// FW208: name too long.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";

/** Finds every place where … */
export function checkNameTooLong(model: Model): Problem[] {
  return model.tree.lines
    .filter((line) => line.form === undefined)
    .map((line) => problems.nameTooLong(line.span, { name: line.word }));
}
