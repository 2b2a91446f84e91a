// FW203: a hyphenated word that nothing is called, made of names that there are: a minus sign without spaces was meant.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import { createNamesOf, findingsOf, type NamesOf } from "../findings.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

/** One problem for each place. `checkNameNotFound` leaves these names alone. */
export function checkNameReadAsOne(model: Model): Problem[] {
  const namesOf = createNamesOf();
  return findingsOf(model, "name-not-found").flatMap((finding) => {
    const parts = partsReadAsOne(finding, namesOf);
    if (!parts) return [];
    const [first, second] = parts;
    const meant = parts.join(" - ");
    const fixes = [{ title: `change it to  ${meant}`, edits: [{ span: finding.span, text: meant }] }];
    return [problems.nameIsReadAsOne(finding.span, { name: finding.name, first, second }, { fixes })];
  });
}

/** The two known names that the written one joins with a hyphen; undefined when it is not made so. */
export function partsReadAsOne(
  { of, name, candidates }: NotFound,
  namesOf: NamesOf,
): [first: string, second: string] | undefined {
  const words = name.split("-");
  if (of !== "data" || words.length < 2) return undefined;
  const known = namesOf(candidates);
  for (let at = words.length - 1; at > 0; at--) {
    const parts: [string, string] = [words.slice(0, at).join("-"), words.slice(at).join("-")];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return undefined;
}
