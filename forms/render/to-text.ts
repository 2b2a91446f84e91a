// A lit template as HTML text. The comments by which lit would find its parts again are left out: the form's element finds places by their names.
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { TemplateResult } from "lit";

/** Renders at once; templates of ours never wait for anything. */
export function toText(template: TemplateResult | unknown): string {
  return collectResultSync(render(template))
    .replace(partMarks, "")
    .replace(textArea, (_, before, text, after) => {
      // A parser takes the first line feed away.
      return `<textarea${before}${after}>\n${text}</textarea>`;
    });
}

/** Of lit; text of ours cannot look like them, for lit escapes the bracket that would begin one. */
const partMarks = /<!--(?:\/?lit-|\?)[^>]*-->/g;

/**
 * A text area shows its content, which lit cannot write: `.value` is a property, and its marks would stand in the text. Templates give
 * it as data-text on the server, escaped by lit as any attribute.
 */
const textArea = /<textarea([^>]*?)\s+data-text="([^"]*)"([^>]*)><\/textarea>/g;
