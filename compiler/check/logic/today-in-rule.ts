// FW408: a calculation, decision or table that reads the day it runs: its result changes while the case waits.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change } from "../text-edits.ts";

export function checkTodayInRule(model: Model): Problem[] {
  return findingsOf(model, "today-in-rule").map(({ rule, span, text }) =>
    problems.todayInRule(span, { name: rule }, { fixes: [change(model.trees, span, text)] }),
  );
}
