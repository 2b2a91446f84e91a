// FW817: a licence changes by itself, and whoever holds it reads the condition as it stands in the text: in one language for everybody.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, says, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";

/** Only where people read several languages: in one the condition says what it says. */
export function checkConditionNotSaid(model: Model): Problem[] {
  if (model.languages.length < 2) return [];
  return model.tree.lines
    .filter((line) => wordOf(line) === "credential")
    .flatMap((credential) =>
      credential.children
        .filter((line) => says(line, "revoke", "when") || says(line, "suspend", "when"))
        .filter((line) => !line.parts.some((part) => part.slot === "t"))
        .map((line) => problems.conditionNotSaid(line.span, { credential: nameAt(credential)?.name ?? "" })),
    );
}
