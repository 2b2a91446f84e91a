// Parts of the journey that only some services have a use for. A flat table: the form's script of a service leaves out what
// its text has not. On the server all of them are there.
import { beside } from "./beside.ts";
import { confirmation } from "./confirmations.ts";
import { corrections } from "./corrections.ts";
import { dated } from "./dated.ts";
import { choices } from "./fetched-options.ts";
import { fillWords, showPlainly, showValue } from "./fill.ts";
import { carried } from "./filled-from-before.ts";
import { limitWords } from "./limits.ts";
import type { OptionalParts } from "./optional-shapes.ts";
import { addItem } from "./repeat.ts";

/** How each is done. */
export const optionalParts: Partial<OptionalParts> = {
  addItem,
  beside,
  carried,
  choices,
  confirmation,
  corrections,
  dated,
  fills: fillWords,
  limits: limitWords,
  show: showValue,
  plainShow: showPlainly,
};
