// What a problem is: a value. Its words stand in catalogue/, one page for each code; renderers turn the value into text.
import type { Span } from "../syntax/tree.ts";

export type { Span };

/** Stop: cannot compile. Check: compiles, blocks `status live`. Tip: worth a look. */
export type Severity = "stop" | "check" | "tip";

/** A replacement of the text between two offsets; start = end inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend it, to be applied whole. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The lines as they will stand, where the title alone would be hard to read; where lines can be shown they take its place. */
  readonly lines?: readonly string[];
}

/** A second place that matters, with a few words that stand under it. */
export interface Related {
  readonly span: Span;
  readonly words?: string;
}

export interface Problem {
  /** FW201 */
  readonly code: string;
  /** name-not-found: the same in the catalogue, the check's file and its samples. */
  readonly slug: string;
  readonly severity: Severity;
  readonly at: Span;
  /** The one sentence that says what is wrong, with the author's words filled in. */
  readonly title: string;
  /** Further lines of explanation, filled in. */
  readonly explanation: readonly string[];
  readonly related: readonly Related[];
  readonly args: Readonly<Record<string, string | number>>;
  readonly fixes: readonly Fix[];
  /** A few words that stand beside the marker: 3 spaces. */
  readonly beside?: string;
}
