// The tree back to text, from the pieces that its lines hold: a piece that no line holds would be missing, one that two hold would stand twice.
import type { Line, Token, Tree } from "./tree.ts";

/** The text that was read, character by character: comments, blank lines, the author's spelling, broken lines. */
export function print(tree: Tree): string {
  const pieces = [...tree.between, ...tokensOf(tree.lines)];
  pieces.sort((left, right) => left.startOffset - right.startOffset);
  // The image is what was read; the text has what was written, as long as that.
  return pieces.map(({ startOffset, image }) => tree.text.slice(startOffset, startOffset + image.length)).join("");
}

/** The tokens of lines and of all lines below them. */
function tokensOf(lines: readonly Line[]): Token[] {
  return lines.flatMap((line) => [...line.tokens, ...tokensOf(line.bullets), ...tokensOf(line.children)]);
}
