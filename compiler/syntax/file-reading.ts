// What the reading of one file carries along. Made anew for each file, so that files never touch each other.
import type { Problem } from "../diagnostics/problem.ts";
import type { LineIndex } from "../source/line-index.ts";
import type { LineGrammar } from "./line-grammar.ts";
import type { Nodes } from "./nodes.ts";

/** What reading the lines of one file needs and collects. */
export interface FileReading {
  readonly file: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly nodes: Nodes;
  readonly grammar: LineGrammar;
  /** Whether a line of the file gives this name. */
  readonly isGiven: (name: string) => boolean;
  /** By how many columns lines stand to the right of the one they belong to. */
  readonly step: number;
  readonly problems: Problem[];
  /** How many more trial readings mending may cost in this file: a text of nothing but mistakes stays quick. */
  readonly budget: { trials: number };
  /** Nothing found here will be said: what stands above says it. */
  readonly isSilent?: boolean;
}
