// What was probably meant by words of the language that stand where a name is looked for: types with a word twice or left out, `yse`, `1 or mroe`.
import type { Fix, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { editDistance, nearest } from "../../source/nearest.ts";
import { change, textAt, treeOf } from "../text-edits.ts";

/** `as file` behind `as`, `one fuels`, `nay of fuels`, `text text`: the types that may be meant, with the lists that the service has. */
export function typesWithSlip(name: string, types: Iterable<string>, lists: readonly string[]): readonly string[] {
  const known = new Set([...types, ...lists.flatMap((list) => [`one of ${list}`, `any of ${list}`])]);
  const words = name.split(" ");
  if (words.length < 2) return [];
  const once = words.filter((word, at) => word !== words[at - 1] && (at > 0 || word !== "as")).join(" ");
  if (once !== name && known.has(once)) return [once];
  return nearest(once, known)
    .filter((one) => editDistance(one, once, mostLetters) <= mostLetters)
    .slice(0, 1);
}

/** A word that is left out, with the space beside it. */
const mostLetters = 3;

/** `yse`, `noo`: yes or no with one letter wrong; in a table also `any`, elsewhere `answered` and `asked`. */
export function literalMeant(model: Model, name: string, span: Span): string | undefined {
  const text = treeOf(model.trees, span)?.text ?? "";
  const line = text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start);
  const known = line.trimStart().startsWith("|") ? ["yes", "no", "any"] : ["yes", "no", "answered", "asked"];
  return name.length < 2 ? undefined : known.find((one) => editDistance(name, one, 1) === 1);
}

/** `is 1 or mroe`: a number and the words behind it are a limit. */
export function limitMeant(
  model: Model,
  name: string,
  span: Span,
): { explanation: string[]; fixes: Fix[] } | undefined {
  const limit = ["more", "less", "fewer", "over", "under"].find((one) => editDistance(name, one, 1) <= 1);
  const text = limit === undefined ? "" : (treeOf(model.trees, span)?.text ?? "");
  const [before, number] =
    /([£€$]?\d[\d,.]*)\s+or\s+$/.exec(text.slice(Math.max(0, span.start - 40), span.start)) ?? [];
  if (limit === undefined || before === undefined) return undefined;
  const whole = { ...span, start: span.start - before.length };
  const meant = `at ${limit === "more" || limit === "over" ? "least" : "most"} ${number}`;
  return {
    explanation: [`It is written  ${meant}.`],
    fixes: [{ ...change(model.trees, whole, meant), title: `change  ${textAt(model.trees, whole)}  to  ${meant}` }],
  };
}
