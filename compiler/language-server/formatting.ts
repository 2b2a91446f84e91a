// Format document: the formatter's edits as editors take them.
import type { TextEdit } from "vscode-languageserver";
import { formatTree } from "../format/format-tree.ts";
import { parseTree } from "../syntax/parse.ts";
import { type Range, rangeOf, type Snapshot } from "./snapshot.ts";

/** What to change in a file, or in the rows of a part of it, so that it stands in its canonical form; nothing when it does. */
export function formatFile(snapshot: Snapshot, file: string, part?: Range): TextEdit[] {
  const text = snapshot.files.get(file);
  if (!text) return [];
  // An editor writes the ends of lines as it does in the whole text: they are nothing to change.
  const inEnds = (words: string) => (text.text.includes("\r\n") ? words.replace(/\r?\n/g, "\r\n") : words);
  const edits = formatTree(parseTree(file, text.text).tree)
    .map(({ span, text: words }) => ({ span, newText: inEnds(words) }))
    .filter(({ span, newText }) => newText !== text.text.slice(span.start, span.end));
  const all = edits.map(({ span, newText }) => ({ range: rangeOf(text, span), newText }));
  return part ? all.filter(({ range }) => isWithin(range, part)) : all;
}

/** A part that ends at the start of a row leaves that row out, as editors mark whole rows. */
function isWithin({ start, end }: Range, part: Range): boolean {
  const last = part.end.character === 0 && part.end.line > part.start.line ? part.end.line - 1 : part.end.line;
  const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return start.line >= part.start.line && endLine <= last;
}
