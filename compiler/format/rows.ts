// The rows of a text, as an editor numbers them, each with the tokens that stand in it and the line of the tree that they belong to.
import { Comment } from "../syntax/tokens.ts";
import type { Line, Token, Tree } from "../syntax/tree.ts";

/** One row of the text. */
export interface Row {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset behind its line break. */
  readonly end: number;
  /** Without its line break. */
  readonly text: string;
  /** Columns before the first thing in it; a tab counts as two. */
  readonly indent: number;
  readonly tokens: readonly Token[];
  readonly comment?: Token;
  /** The line of the tree that its tokens belong to; none when it is blank or holds only a comment. */
  readonly line?: Line;
}

/** Every row, in the order of the text. */
export function readRows(tree: Tree): Row[] {
  const owners = ownersOf(tree.lines);
  const pieces = [...owners.keys(), ...tree.between.filter((piece) => piece.tokenType === Comment)];
  pieces.sort((left, right) => left.startOffset - right.startOffset);
  const rows: Row[] = [];
  let next = 0;
  for (const match of tree.text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, text = ""] = match;
    if (whole === "" && rows.length > 0) break;
    const end = match.index + whole.length;
    const tokens: Token[] = [];
    let comment: Token | undefined;
    for (let piece = pieces[next]; piece && piece.startOffset < end; piece = pieces[++next]) {
      if (piece.tokenType === Comment) comment = piece;
      else tokens.push(piece);
    }
    const [first] = tokens;
    const line = first && owners.get(first);
    const indent = widthOf(text.slice(0, (first ?? comment ?? { startOffset: end }).startOffset - match.index));
    rows.push({ start: match.index, end, text, indent, tokens, ...(comment && { comment }), ...(line && { line }) });
  }
  return rows;
}

function widthOf(blank: string): number {
  return [...blank].reduce((width, character) => width + (character === "\t" ? 2 : 1), 0);
}

function ownersOf(lines: readonly Line[], owners = new Map<Token, Line>()): Map<Token, Line> {
  for (const line of lines) {
    for (const token of line.tokens) owners.set(token, line);
    ownersOf(line.bullets, owners);
    ownersOf(line.children, owners);
  }
  return owners;
}
