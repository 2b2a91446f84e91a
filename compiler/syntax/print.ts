// The tree back to text. What was read is never lost: comments, blank lines, the author's spelling, broken lines.
import type { Tree } from "./tree.ts";

/** The text that was read, character by character. */
export function print(tree: Tree): string {
  return tree.text;
}
