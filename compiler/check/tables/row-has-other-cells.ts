// FW418: a row of a table with more or fewer cells than its heading.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkRowHasOtherCells(model: Model): Problem[] {
  return findingsOf(model, "row-has-other-cells").map(({ span, cells, wanted, head }) =>
    problems.rowHasOtherCells(
      span,
      { cells: cells === 1 ? "1 cell" : `${cells} cells`, wanted },
      {
        related: [{ span: head, words: `${wanted} columns` }],
        explanation: ["Each column has a cell in each row. Where a column does not matter, write  any."],
      },
    ),
  );
}
