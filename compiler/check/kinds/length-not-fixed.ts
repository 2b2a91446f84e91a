// FW309: a deadline whose length changes from case to case, or from day to day.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkLengthNotFixed(model: Model): Problem[] {
  return findingsOf(model, "length-not-fixed").map(({ name, span }) => problems.lengthNotFixed(span, { name }));
}
