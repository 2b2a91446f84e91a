// A template as HTML text: the same text as in the browser, so that the element finds there what it would have made itself.
import { contentOf } from "../element/small-lit.ts";

/** Renders at once; templates of ours never wait for anything. */
export function toText(template: unknown): string {
  return contentOf(template);
}
