// FW419: a table without a result column, or without a row.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { insertAt, textAt } from "../text-edits.ts";

export function checkTableHasNoResult(model: Model): Problem[] {
  return findingsOf(model, "table-has-no-result").map(({ table, span, heading }) => {
    const title = heading && `change  ${textAt(model.trees, heading)}  to  then ${textAt(model.trees, heading)}`;
    const fixes = heading && title !== undefined ? [{ title, edits: [insertAt(heading, heading.start, "then ")] }] : [];
    return problems.tableHasNoResult(span, { table }, { fixes });
  });
}
