// FW302: a word that is not one of the choices it is compared with.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import { findingsOf } from "../findings.ts";
import { change, insertAt, lineNumber, wordsFrom } from "../text-edits.ts";

export function checkNotInList(model: Model): Problem[] {
  return findingsOf(model, "not-in-list").map((finding) => {
    const { value, list, options, listAt } = finding;
    const where = listAt ? ` (list on line ${lineNumber(model.trees, listAt)})` : "";
    return problems.notInList(
      finding.span,
      { value, list },
      {
        ...(listAt && { related: [{ span: listAt, words: "the list" }] }),
        explanation: [`${list} can be: ${options.join(", ")}${where}.`],
        fixes: [...changes(model, finding), ...addition(finding)],
      },
    );
  });
}

type NotInList = Extract<Finding, { kind: "not-in-list" }>;

function changes(model: Model, { value, options, span }: NotInList): Fix[] {
  const near = nearest(value, options);
  const offered = near.length > 0 ? near : options.slice(0, 3);
  return offered.map((option) => change(model.trees, span, option));
}

function addition({ value, list, listEnd }: NotInList): Fix[] {
  if (!listEnd) return [];
  const bullet = `- ${value} "${wordsFrom(value)}"`;
  const edit = insertAt(listEnd.at, listEnd.at.end, `\n${" ".repeat(listEnd.indent)}${bullet}`);
  return [{ title: `add  ${bullet}  to list ${list}`, edits: [edit] }];
}
