// A line and what stands around it, for those who say what is wrong with its place.
import type { IToken } from "chevrotain";
import type { OutlineLine } from "../outline.ts";
import type { Line } from "../tree.ts";

/** A line and what stands around it. */
export interface Placed {
  readonly line: OutlineLine;
  /** The line it stands below, as read; undefined at the left margin. */
  readonly parent?: Line;
  /** The lines above and below it in the same column, as far as they are known. */
  readonly above?: OutlineLine;
  readonly below?: OutlineLine;
  /** Siblings that stand in the same wrong column, moved together with it. */
  readonly together: readonly OutlineLine[];
}

/** The token a line begins with. */
export function firstToken(line: OutlineLine): IToken {
  const [first] = line.tokens;
  if (!first) throw new Error("A line of the outline has at least one token");
  return first;
}
