// The author's own text at a place, for messages. Reads trees only.
import type { Span, Tree } from "../syntax/tree.ts";

/** The text at a place; empty when the file is not among the trees. */
export function sourceText(trees: readonly Tree[], span: Span): string {
  return trees.find((tree) => tree.file === span.file)?.text.slice(span.start, span.end) ?? "";
}
