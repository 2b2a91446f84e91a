// The shapes of the journey's optional parts. Only types, and apart from the table: what the table does not name is not in the script.
import type { beside } from "./beside.ts";
import type { dated } from "./dated.ts";
import type { choices } from "./fetched-options.ts";
import type { carried } from "./filled-from-before.ts";
import type { rarerLimit } from "./limit-words.ts";
import type { addItem } from "./repeat.ts";

/** By the name of its line in the table. */
export interface OptionalParts {
  /** Pages about items of a list. */
  readonly addItem: typeof addItem;
  /** `instead`, `can be`. */
  readonly beside: typeof beside;
  /** `prefill from previous-application's …`, or from a credential that is presented. */
  readonly carried: typeof carried;
  /** `choices from`. */
  readonly choices: typeof choices;
  /** `must be dated …`. */
  readonly dated: typeof dated;
  /** `must have … words`, `must be in the past`, `must be within …`. */
  readonly limits: typeof rarerLimit;
}
