// FW815: an answer has to be written in a certain form, and nothing shows which.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAt, quotedAt, says, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { patternOf } from "../../model/types/pattern.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt } from "../text-edits.ts";
import { lineUnder, questionsAsked, typeWords } from "./questions.ts";

/** Types whose answers stand on a paper that people have to look at, written in a form of its own. */
const formal: readonly string[] = ["vehicle registration", "national id", "business number", "grid reference"];

export function checkHintMissing(model: Model): Problem[] {
  const types = ownTypes(model);
  return questionsAsked(model).flatMap((line) => ofQuestion(types, line));
}

function ofQuestion(types: ReadonlyMap<string, Line>, line: Line): Problem[] {
  const type = typeWords(line);
  const own = types.get(type);
  const pattern = patternUnder(line) ?? (own && patternUnder(own));
  if (!pattern && !formal.includes(type)) return [];
  const isShown = [line, own].some((one) => one && ["hint", "guidance", "help"].some((word) => lineUnder(one, word)));
  const prefill = lineUnder(line, "prefill");
  if (isShown || showsExample(line, pattern) || (prefill && says(prefill, "locked"))) return [];
  const name = nameAt(line);
  return [
    problems.hintMissing(
      name?.span ?? line.span,
      { name: name?.name ?? "" },
      { fixes: pattern ? showing(line, pattern) : [] },
    ),
  ];
}

/** The words of the question itself show an answer: "What is your code? It looks like AB123." */
function showsExample(line: Line, pattern: string | undefined): boolean {
  return (
    pattern !== undefined &&
    new RegExp(`(^|[^A-Za-z0-9])${patternOf(pattern)}([^A-Za-z0-9]|$)`).test(quotedAt(line)?.words ?? "")
  );
}

/** The author's types by name; of two with one name the first. */
function ownTypes(model: Model): Map<string, Line> {
  const lines = model.trees.flatMap((tree) => tree.lines).filter((line) => wordOf(line) === "type");
  return new Map(lines.map((line) => [nameAt(line)?.name ?? "", line] as const).reverse());
}

/** The pattern of `must match "AA999"`. */
export function patternUnder(line: Line): string | undefined {
  const must = line.children.find((child) => wordOf(child) === "must" && says(child, "match"));
  return must && quotedAt(must)?.words;
}

function showing(line: Line, pattern: string): Fix[] {
  const hint = `hint "For example, ${exampleOf(pattern)}"`;
  const indent = line.children[0]?.indent ?? line.indent + 2;
  return [{ title: `add  ${hint}`, edits: [insertAt(line.span, line.span.end, `\n${" ".repeat(indent)}${hint}`)] }];
}

/** AA999 → AB123: letters and digits in their order; what stands between single quotes, and signs, as they are. */
export function exampleOf(pattern: string): string {
  let letters = 0;
  let digits = 0;
  return pattern.replace(/'([^']*)'|[A9X]/g, (sign, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (sign === "A") return String.fromCharCode(65 + (letters++ % 26));
    return String((digits++ % 9) + 1);
  });
}
