// FW206: a text without its first line. Looks at the tree alone, because there is no model then.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Tree } from "../../syntax/tree.ts";
import { insertAt } from "../text-edits.ts";

export function checkNoServiceLine(tree: Tree): Problem[] {
  if (tree.lines.some((line) => wordOf(line) === "service")) return [];
  const span = { file: tree.file, start: 0, end: Math.min(tree.text.length, firstLineEnd(tree.text)) };
  const line = 'service my-service "My service"';
  const fix = { title: `add  ${line}  as the first line`, edits: [insertAt(span, 0, `${line}\n\n`)] };
  const explanation =
    tree.text.trim() === ""
      ? ["The text is empty. A text that is right from the start is begun by:  formwork new service my-service"]
      : [];
  return [problems.noServiceLine(span, {}, { explanation, fixes: [fix] })];
}

function firstLineEnd(text: string): number {
  const at = text.indexOf("\n");
  return at < 0 ? text.length : at;
}
