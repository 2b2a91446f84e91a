// FW816: a limit that standard words cannot explain, and no words of its own.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAt, quotedAt, says, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt } from "../text-edits.ts";
import { exampleOf } from "./hint-missing.ts";
import { questionsAsked } from "./questions.ts";

export function checkOwnWordsMissing(model: Model): Problem[] {
  const types = model.tree.lines.filter((line) => wordOf(line) === "type");
  return [...questionsAsked(model), ...types].flatMap((owner) =>
    owner.children.filter(isUnclear).map((line) => {
      const name = nameAt(owner)?.name ?? "";
      return problems.ownWordsMissing(line.span, { name }, { fixes: withPattern(line) });
    }),
  );
}

/** Patterns, and limits that turn on another answer: standard words know neither what the form is nor what the other answer means. */
function isUnclear(line: Line): boolean {
  if (wordOf(line) !== "must" || line.form === undefined || says(line, "otherwise", "say")) return false;
  return says(line, "match") || says(line, "not");
}

function withPattern(line: Line): Fix[] {
  const pattern = says(line, "match") ? quotedAt(line)?.words : undefined;
  if (pattern === undefined) return [];
  const words = `otherwise say "Enter it in this form: ${exampleOf(pattern)}."`;
  return [{ title: `add  ${words}`, edits: [insertAt(line.span, line.span.end, ` ${words}`)] }];
}
