// FW808: something is taken from a library and stands nowhere in the text.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAfter, namesAfter, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { plainName } from "../../syntax/lexer.ts";
import type { Line, Word } from "../../syntax/tree.ts";
import { change, removeLine } from "../text-edits.ts";

export function checkLibraryNotUsed(model: Model): Problem[] {
  const uses = model.tree.lines.filter((line) => line.form === "use <ns> from <n> version <num>");
  if (uses.length === 0) return [];
  const taken = uses.flatMap((line) => namesAfter(line, "use")).map(({ name }) => name);
  const unsaid = new Set(taken.filter((name) => !isPlainlySaid(name, model.tree.text)));
  for (const line of model.tree.lines) if (wordOf(line) !== "use") takeSaid(unsaid, line);
  return uses.flatMap((line) => {
    const names = namesAfter(line, "use");
    const unused = names.filter(({ name }) => unsaid.has(name));
    const [first] = unused;
    const from = nameAfter(line, "from");
    if (!first || !from || !model.libraries.some(({ name }) => name === from.name)) return [];
    const what = `${list(unused.map(({ name }) => name))} of ${from.name} ${unused.length === 1 ? "is" : "are"} not used`;
    return [problems.libraryNotUsed(first.span, { what }, { fixes: [without(model, line, names, unused)] })];
  });
}

/** Whether the name stands in the text where it can only be a name: nearly every one does, and then nobody need look at every word. */
function isPlainlySaid(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1, at);
    const isWhole =
      !/[\p{L}\p{M}\p{N}-]$/u.test(before) && !/^[\p{L}\p{M}\p{N}\p{Cf}-]/u.test(text.slice(at + name.length));
    if (isWhole && !/["“”„«»>#]|^\s*use\b/i.test(before)) return true;
  }
  return false;
}

/** Takes away every name that is a word of the line or of those below it; nothing is looked at once none is left. What people see in quotes is no use of a name. */
function takeSaid(unsaid: Set<string>, line: Line): void {
  if (unsaid.size === 0) return;
  for (const { image } of line.tokens) if (!/^["“”„«>]/.test(image)) unsaid.delete(plainName(image));
  for (const below of line.bullets) takeSaid(unsaid, below);
  for (const below of line.children) takeSaid(unsaid, below);
}

function without(model: Model, line: Line, names: readonly Word[], unused: readonly Word[]): Fix {
  const kept = names.filter((name) => !unused.includes(name));
  const [first, last] = [names[0], names.at(-1)];
  if (kept.length === 0 || !first || !last)
    return { title: "take the line away", edits: [removeLine(model.trees, line)] };
  const span = { ...first.span, end: last.span.end };
  return change(model.trees, span, kept.map(({ name }) => name).join(", "));
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
