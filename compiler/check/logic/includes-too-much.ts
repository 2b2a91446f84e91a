// FW113, of question sets: they stand in one another deeper, or are included more often, than can be followed, or bring a list into a list.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { deepestInclude, mostIncluded } from "../../model/names/declare-data.ts";
import { findingsOf } from "../findings.ts";

/** Told where it is too much for the first time. */
export function checkIncludesTooMuch(model: Model): Problem[] {
  return findingsOf(model, "includes-too-much").map(({ span, list }) =>
    problems.lineIsTooDeep(span, { limit: list ? listInWords(list) : limitInWords() }),
  );
}

function listInWords({ name, of }: { readonly name: string; readonly of: string }): string {
  return `A list cannot stand in what each ${of} is asked: make ${name} a list of its own, which asks what ${of} each one belongs to.`;
}

/** Only when it is told: the first number that a process writes in a language takes it as long as many checks. */
function limitInWords(): string {
  return `Question sets may stand in one another at most ${deepestInclude} deep, and be included ${mostIncluded.toLocaleString("en")} times in all.`;
}
