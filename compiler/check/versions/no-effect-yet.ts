// FW901: lines that are read but that nothing uses yet. One tip for the whole text, never silence.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { lineNumber, textAt } from "../text-edits.ts";

const shown = 12;

export function checkNoEffectYet(model: Model): Problem[] {
  const [first] = model.unread;
  if (!first) return [];
  const said = model.unread.slice(0, shown).map((line) => {
    const text = textAt(model.trees, line.span).split("\n")[0] ?? "";
    return `line ${lineNumber(model.trees, line.span)}: ${text.length > 70 ? `${text.slice(0, 69)}…` : text}`;
  });
  const rest = model.unread.length > shown ? [`and ${model.unread.length - shown} more`] : [];
  const many = model.unread.length === 1 ? "1 line is" : `${model.unread.length} lines are`;
  return [problems.noEffectYet(first.span, { many }, { explanation: [...said, ...rest] })];
}
