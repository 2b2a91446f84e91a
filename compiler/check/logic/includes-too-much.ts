// FW113, of question sets: they stand in one another deeper, or are included more often, than can be followed.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { deepestInclude, mostIncluded } from "../../model/names/declare-data.ts";
import { findingsOf } from "../findings.ts";

/** Told where it is too much for the first time. */
export function checkIncludesTooMuch(model: Model): Problem[] {
  return findingsOf(model, "includes-too-much").map(({ span }) =>
    problems.lineIsTooDeep(span, { limit: limitInWords() }),
  );
}

/** Only when it is told: the first number that a process writes in a language takes it as long as many checks. */
function limitInWords(): string {
  return `Question sets may stand in one another at most ${deepestInclude} deep, and be included ${mostIncluded.toLocaleString("en")} times in all.`;
}
