// What a section or an item demands of several answers together: it shows on the page of the last answer that it names (3.6.7).
import type { Demand } from "#contract";
import type { JourneyPage, JourneyStep } from "./shapes.ts";
import { problemOf } from "./walk-page.ts";
import type { Place, Walker } from "./walker.ts";

/** The steps, with each demand at its page and as a problem there when it is known not to be met. */
export function withChecks(
  walker: Walker,
  steps: readonly JourneyStep[],
  checks: readonly Demand[],
  place: Place,
): JourneyStep[] {
  let result = [...steps];
  for (const check of checks) {
    const found = lastNaming(walker, result, check);
    if (!found) continue;
    const { page, field } = found;
    const broken = walker.broken(check.rule, place);
    const problems = broken
      ? [...page.problems, problemOf(field, walker.words(check.otherwise, place), page.address)]
      : page.problems;
    const checked: JourneyPage = {
      ...page,
      problems,
      alsoChecked: [...(page.alsoChecked ?? []), check],
      ...(broken ? { complete: false, done: false } : {}),
    };
    result = result.map((step) => (step === page ? checked : step));
  }
  return result;
}

/** The last page with an asked question that the demand reads, and that question. */
function lastNaming(walker: Walker, steps: readonly JourneyStep[], check: Demand) {
  const reads = walker.service.rules[check.rule]?.reads ?? [];
  const pages = steps.filter((step) => step.kind === "page");
  for (const page of pages.toReversed()) {
    const field = page.fields.findLast((one) => one.asked && reads.includes(one.field.path.join(".")));
    if (field) return { page, field };
  }
  return undefined;
}
