// FW801: a library, or its version, is not at hand.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change } from "../text-edits.ts";

export function checkLibraryNotFound(model: Model): Problem[] {
  return findingsOf(model, "library-not-found").map(({ library, wanted, found, span, versionAt }) => {
    const explanation =
      found === undefined
        ? [`Libraries are looked for as ${library}.shared beside the service and in the shared folder.`]
        : [`The library that is there is version ${found}.`];
    const fixes = found === undefined ? [] : [change(model.trees, versionAt, String(found))];
    return problems.libraryNotFound(span, { library, version: wanted }, { explanation, fixes });
  });
}
