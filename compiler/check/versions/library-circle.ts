// FW807: libraries that use each other in a circle.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";

export function checkLibraryCircle(model: Model): Problem[] {
  return findingsOf(model, "library-circle").map(({ library, through, span }) => {
    const steps = through.slice(1).map((name, at) => `${through[at]} uses ${name}`);
    const explanation = [
      `${steps.join(", ")}. Put what both need into a library of its own, which neither of them is used by.`,
    ];
    return problems.libraryCircle(
      span,
      { library },
      { explanation: through.length > 2 ? explanation : [`${library} uses itself. Take the line away.`] },
    );
  });
}
