// The unit of every page: a cell of the sheet, and the note that is tied to it in the margin. The question comes first in the source.
import { html, nothing, type TemplateResult } from "lit";

/** Anything lit can show. */
export type Content = TemplateResult | string | typeof nothing | readonly Content[];

/** A row; `shape` takes the look's own words: tight, joined, title. */
export function row(on: Content, note: Content = nothing, shape = ""): TemplateResult {
  return html`<div class=${shape ? `row ${shape}` : "row"}><div class="on">${on}</div>${note}</div>`;
}

/** A note in the margin with a title. */
export function note(title: string, text: Content): TemplateResult {
  return html`<div class="note" role="note"><p class="t">${title}</p>${text}</div>`;
}

/** A note without a tie: about the page, not about one line. */
export function freeNote(text: Content): TemplateResult {
  return html`<div class="note free">${text}</div>`;
}
