// Whether something stands in the place of an answer. Apart from how that is offered and read: every journey asks this.
import type { JourneyField } from "./shapes.ts";

/** True when a box was ticked instead of answering, or a file comes another way. */
export function isReplaced({ instead, ways }: Pick<JourneyField, "instead" | "ways">): boolean {
  return instead?.chosen === true || ways?.chosen !== undefined;
}
