// The shapes of the journey's optional parts. Only types, and apart from the table: what the table does not name is not in the script.
import type { beside } from "./beside.ts";
import type { confirmation } from "./confirmations.ts";
import type { corrections } from "./corrections.ts";
import type { dated } from "./dated.ts";
import type { choices } from "./fetched-options.ts";
import type { fillWords, showPlainly, showValue } from "./fill.ts";
import type { carried } from "./filled-from-before.ts";
import type { limitWords } from "./limits.ts";
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
  /** Declarations and signatures on a page of questions. */
  readonly confirmation: typeof confirmation;
  /** Answers that a register filled in and a person may change. */
  readonly corrections: typeof corrections;
  /** `must be dated …`. */
  readonly dated: typeof dated;
  /** Values in braces that change while a page is filled in; the server puts in all others. */
  readonly fills: typeof fillWords;
  /** Standard words for limits whose question is worded anew while a page is filled in; the server says all others. */
  readonly limits: typeof limitWords;
  /** Values that are said while a page is filled in. */
  readonly show: typeof showValue;
  /** The same where all of them are numbers, choices or plain text. */
  readonly plainShow: typeof showPlainly;
}
