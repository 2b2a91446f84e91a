// FW210: a second `route`, `privacy` or `eligibility` block. The first one counts.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { endOfBlock, insertAt, lineNumber, removeLine, treeOf } from "../text-edits.ts";

/** What stands once in a text. */
const once = ["eligibility", "route", "privacy"];

export function checkBlockSaidTwice(model: Model): Problem[] {
  return once.flatMap((block) => {
    const [first, ...others] = model.tree.lines.filter((line) => wordOf(line) === block && line.form !== undefined);
    if (!first) return [];
    const explanation = [`The first one stands on line ${lineNumber(model.trees, first.span)}, and counts.`];
    const related = [{ span: first.span, words: "the first" }];
    return others.map((line) =>
      problems.blockSaidTwice(line.span, { block }, { related, explanation, fixes: [joined(model, first, line)] }),
    );
  });
}

/** The lines of the second go below the first, as they stand. */
function joined(model: Model, first: Line, second: Line): Fix {
  const text = treeOf(model.trees, second.span)?.text ?? "";
  const below = text.slice(second.span.end, endOfBlock(second));
  return {
    title: `move what stands below to line ${lineNumber(model.trees, first.span)}`,
    edits: [insertAt(first.span, endOfBlock(first), below), removeLine(model.trees, second)],
  };
}
