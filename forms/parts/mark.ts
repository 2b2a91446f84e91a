// One mark beside words. It says nothing on its own, so it is hidden from screen readers.
import { html, type TemplateResult } from "lit";
import type { MarkName } from "./marks.ts";

/** A mark from the page's sprite; `turns` for arrows that mean a direction. */
export function mark(name: MarkName, turns = false): TemplateResult {
  return html`<svg class=${turns ? "mark turns" : "mark"} viewBox="0 0 20 20" aria-hidden="true"><use href=${`#m-${name}`}></use></svg>`;
}
