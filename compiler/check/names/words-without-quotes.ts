// FW201 in an example: `| Ann | 1 |`, `given called is Ann`. What somebody answers in words stands in quotes; no other name is meant by it.
import type { Fix } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import { familyOf } from "../../model/types/families.ts";
import type { Line } from "../../syntax/tree.ts";
import { change, lineHolding, textAt, treeOf } from "../text-edits.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

/** What is said of it, when the question it answers takes words. */
export function wordsMeant(
  model: Model,
  { of, span }: NotFound,
): { readonly explanation: string[]; readonly fixes: Fix[] } | undefined {
  const line = of === "data" ? lineHolding(treeOf(model.trees, span)?.lines ?? [], span) : undefined;
  const question = line && questionAnswered(model, line, span.start);
  if (question === undefined || !takesWords(model, question)) return undefined;
  return {
    explanation: ["Words that somebody answers stand in double quotes."],
    fixes: [change(model.trees, span, `"${textAt(model.trees, span)}"`)],
  };
}

/** The name at the head of the column, or in front of `is`. */
function questionAnswered(model: Model, line: Line, at: number): string | undefined {
  const before = textAt(model.trees, { ...line.span, end: at });
  if (line.word !== "|") return line.word === "given" ? /([\p{L}\d-]+) is $/iu.exec(before)?.[1] : undefined;
  const head = line.parent?.children[0];
  if (line.parent?.word !== "given" || !head || head === line) return undefined;
  const column = before.split("|").length - 1;
  return textAt(model.trees, head.span).split("|")[column]?.trim();
}

function takesWords(model: Model, name: string): boolean {
  const datum = model.data.find(({ said }) => said === name || said.endsWith(`'s ${name}`));
  return datum?.type !== undefined && familyOf(datum.type) === "text";
}
