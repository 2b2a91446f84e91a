// FW901: lines that are read but that nothing carries out yet. One message for the whole text, never silence.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineNumber, textAt } from "../text-edits.ts";

const shown = 12;

/** Forms that say something only, and the word that one of them must hold to be among them. */
const notCarriedOut: ReadonlyMap<string, string | undefined> = new Map([["start <n> every <d>", undefined]]);

export function checkNoEffectYet(model: Model): Problem[] {
  const lines = within(model.tree.lines);
  const [first] = lines;
  if (!first) return [];
  const said = lines.slice(0, shown).map((line) => {
    const text = textAt(model.trees, line.span).split("\n")[0] ?? "";
    return `line ${lineNumber(model.trees, line.span)}: ${text.length > 70 ? `${text.slice(0, 69)}…` : text}`;
  });
  const rest = lines.length > shown ? [`and ${lines.length - shown} more`] : [];
  const many = lines.length === 1 ? "1 line is" : `${lines.length} lines are`;
  return [problems.noEffectYet(first.span, { many }, { explanation: [...said, ...rest] })];
}

function within(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => [...(isIdle(line) ? [line] : []), ...within(line.children)]);
}

function isIdle({ form = "", tokens }: Line): boolean {
  if (!notCarriedOut.has(form)) return false;
  const word = notCarriedOut.get(form);
  return word === undefined || tokens.some(({ image }) => image.toLowerCase() === word);
}
