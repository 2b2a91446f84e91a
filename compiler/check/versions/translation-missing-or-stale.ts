// FW802: a declared language has no words for some lines, or its words are for another version.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber, wordsFrom } from "../text-edits.ts";

export function checkTranslation(model: Model): Problem[] {
  return [...missing(model), ...stale(model)];
}

const shown = 8;

function missing(model: Model): Problem[] {
  return findingsOf(model, "words-missing").map(({ language, at, lines }) => {
    const name = wordsFrom(language);
    if (lines.length === 0)
      return problems.translationMissingOrStale(
        at,
        { what: `There are no words in ${name}` },
        {
          explanation: [
            `Words in ${name} stand in a file beside the service, with the name of the service and a first line such as:`,
            `words ${name} for ${model.name} version ${model.version.number}`,
          ],
        },
      );
    const said = lines.slice(0, shown).map((line) => `line ${lineNumber(model.trees, line.span)}: ${line.said}`);
    const rest = lines.length > shown ? [`and ${lines.length - shown} more`] : [];
    const what = `${name} has no words for ${lines.length} ${lines.length === 1 ? "line" : "lines"}`;
    return problems.translationMissingOrStale(at, { what }, { explanation: [...said, ...rest] });
  });
}

function stale(model: Model): Problem[] {
  return findingsOf(model, "words-stale").map(({ language, wanted, found, versionAt }) => {
    const what = `The words in ${wordsFrom(language)} are for version ${found}, and the service is version ${wanted}`;
    const fixes = [change(model.trees, versionAt, String(wanted))];
    return problems.translationMissingOrStale(
      versionAt,
      { what },
      { explanation: ["Read them once more against the new version, then change the number."], fixes },
    );
  });
}
