// FW404: a question depends on an answer that comes after it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { insertAt, lineNumber, textAt, wholeLines } from "../text-edits.ts";

export function checkAskedLater(model: Model): Problem[] {
  return findingsOf(model, "asked-later").map(({ datum, line, span, through }) => {
    const place = datum.at && lineNumber(model.trees, datum.at);
    const verb = datum.from === "fetched" ? "is looked up" : "is asked";
    const worked = through === undefined ? [] : [`${through} is worked out from ${datum.said}.`];
    const reason = `${datum.said} ${verb}${place === undefined ? "" : ` on line ${place}`}, after this. People could not see it in time.`;
    return problems.askedLater(span, {}, { explanation: [...worked, reason], fixes: moveFix(model, datum, line) });
  });
}

/** Moves the later question in front of this one, when both stand side by side. */
function moveFix(model: Model, datum: Datum, line: Line): Fix[] {
  const own = line.parent;
  const later = datum.line;
  if (!own || !later || later.parent !== own.parent || later.span.file !== own.span.file) return [];
  const block = wholeLines(model.trees, later);
  const start = wholeLines(model.trees, own).start;
  const text = textAt(model.trees, block);
  const moved = text.endsWith("\n") ? text : `${text}\n`;
  const title = `move  ${later.word} ${datum.said}  above line ${lineNumber(model.trees, own.span)}`;
  return [{ title, edits: [insertAt(own.span, start, moved), { span: block, text: "" }] }];
}
