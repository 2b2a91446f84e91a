// FW406: calculations that need each other.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkCircle(model: Model): Problem[] {
  return findingsOf(model, "circle").map(({ name, span, through }) => {
    const way = [...through, name].join(" → ");
    const [first, second] = through.length > 1 ? through : [through[0], name];
    const out =
      first === undefined || first === second
        ? `Work ${name} out from answers, without ${name} itself.`
        : `Take  ${second}  out of what  ${first}  is worked out from, or break the circle at another of them.`;
    return problems.circle(span, { name }, { explanation: [`${way}: each needs the next one first.`, out] });
  });
}
