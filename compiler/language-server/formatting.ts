// Format document: the formatter's edits as editors take them.
import type { TextEdit } from "vscode-languageserver";
import { formatTree } from "../format/format-tree.ts";
import { parseTree } from "../syntax/parse.ts";
import { rangeOf, type Snapshot } from "./snapshot.ts";

/** What to change in a file so that it stands in its canonical form; nothing when it does. */
export function formatFile(snapshot: Snapshot, file: string): TextEdit[] {
  const text = snapshot.files.get(file);
  if (!text) return [];
  const edits = formatTree(parseTree(file, text.text).tree);
  return edits.map((edit) => ({ range: rangeOf(text, edit.span), newText: edit.text }));
}
