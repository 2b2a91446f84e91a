// The shapes of the element's optional parts. Only types, and apart from the table: what the table does not name is not in the script.
import type { ownWords } from "../journey/own-words.ts";
import type { sayingsOf } from "../journey/page-sayings.ts";
import type { liveProse } from "./live-prose.ts";

/** By the name of its line in the table. */
export interface ElementParts {
  /** "You say: Electric", beside an answer that is not the register's. */
  readonly own: typeof ownWords;
  /** Prose with values that change while a page is filled in. */
  readonly prose: typeof liveProse;
  /** Labels, hints, titles and values that do. */
  readonly sayings: typeof sayingsOf;
}
