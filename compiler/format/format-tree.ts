// The formatter: a tree in, edits out, each for one row of the text. It changes how things are written, never what they mean, and leaves
// alone every line in which something was reported.
import type { Edit } from "../diagnostics/problem.ts";
import { applyEdits } from "../source/edits.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Tree } from "../syntax/tree.ts";
import { columnsOf } from "./columns.ts";
import { readRows } from "./rows.ts";
import { writeRows } from "./written-rows.ts";

/** The text in its one canonical form. Formatting it again changes nothing. `file` names it: its ending says what kind it is. */
export function formatText(file: string, text: string): string {
  return applyEdits(text, formatTree(parseTree(file, text).tree));
}

/** What to change: at most one edit for each row, none where nothing changes. */
export function formatTree(tree: Tree): Edit[] {
  const rows = readRows(tree);
  const written = writeRows(rows, columnsOf(tree, rows));
  const edits: Edit[] = [];
  // Blank rows wait for the next row that is kept: at most one of them stays, none at the start or the end of the text.
  let hasText = false;
  let waits = false;
  for (const [at, row] of rows.entries()) {
    const isBlank = row.tokens.length === 0 && !row.comment;
    if (isBlank) waits = hasText;
    const before = waits && !isBlank ? "\n" : "";
    const wanted = isBlank ? "" : `${before}${written[at] ?? ""}\n`;
    if (!isBlank) {
      hasText = true;
      waits = false;
    }
    edits.push({ span: { file: tree.file, start: row.start, end: row.end }, text: wanted });
  }
  return tidied(edits, tree.text);
}

/** Edits that change nothing fall away: the blank row that stays is written by the row below it, so the two are looked at together. */
function tidied(edits: readonly Edit[], text: string): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && last.text === "" && last.span.end === edit.span.start)
      joined.splice(-1, 1, { span: { ...edit.span, start: last.span.start }, text: edit.text });
    else joined.push(edit);
  }
  return joined.filter(({ span, text: wanted }) => text.slice(span.start, span.end) !== wanted);
}
