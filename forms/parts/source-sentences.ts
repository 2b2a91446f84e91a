// What is said about one thing that fills questions in, whatever it is: handed to the form's element as data. Shapes only.
import type { MarkName } from "./marks.ts";

/** The sentences about one source. */
export interface SourceWords {
  readonly mark: MarkName;
  /** What it is called, before a value that it gives: "DVLA vehicle register". */
  readonly name: string;
  /** Other words than its name where it stands alone in bold. */
  readonly title?: string;
  /** Since when its value stands, as a sentence. */
  readonly since: string;
  readonly onlyThere: string;
  /** What to do when a value that cannot be changed here is wrong. */
  readonly wrong: string;
  readonly corrected: string;
  readonly correcting: string;
  readonly goBack: string;
  readonly hint: string;
  readonly hintWithProof: string;
}
