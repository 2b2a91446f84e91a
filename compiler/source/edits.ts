// Applies edits to a text: the only way in which fixes and the visual editor change what an author wrote.
import type { Edit } from "../diagnostics/problem.ts";

/**
 * The text with all edits made, whatever their order; offsets count in the text before. Edits at the same place keep their order.
 * Edits that overlap cannot both be meant: a RangeError says so.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`The edit from ${span.start} to ${span.end} overlaps another or lies outside the text`);
    }
    pieces.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  return pieces.join("") + text.slice(at);
}
