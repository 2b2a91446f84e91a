// FW205: a word beside a choice that is an item of its list and a name as well: it could mean either.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { whatIs } from "../../model/names/names.ts";
import { findingsOf } from "../findings.ts";
import { lineNumber } from "../text-edits.ts";

/** Told once for each name, however often it is compared. */
export function checkListItemIsName(model: Model): Problem[] {
  const byName = Map.groupBy(findingsOf(model, "list-item-is-name"), ({ name, list }) => `${list} ${name}`);
  return [...byName.values()].flatMap(([finding]) => {
    if (!finding) return [];
    const { name, list, span, datum } = finding;
    const what = whatIs(datum);
    const related = datum.at ? [{ span: datum.at, words: `the ${what}` }] : [];
    const where = datum.at ? ` on line ${lineNumber(model.trees, datum.at)}` : "";
    const explanation = [`Here it could be the choice, or the ${what}${where}. Give one of them another name.`];
    return problems.listItemIsName(span, { name, list }, { related, explanation });
  });
}
