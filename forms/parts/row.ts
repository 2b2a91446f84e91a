// The unit of every page: a cell of the sheet, and the note that is tied to it in the margin. The question comes first in the source.
import { html, nothing, type TemplateResult } from "lit";

/** Anything lit can show. */
export type Content = TemplateResult | string | typeof nothing | readonly Content[];

/** For which states a part stands, and whether none of them holds now. */
export interface While {
  /** Names of states with spaces between them. */
  readonly states: string;
  readonly away: boolean;
}

/** How a row looks and when it stands there. */
export interface RowShape {
  /** The look's own words: tight, joined, title. */
  readonly shape?: string;
  /** More of them for as long as something on the page needs another look. */
  readonly wrong?: { readonly shape: string; readonly now: boolean };
  readonly shown?: While | undefined;
}

/** A row. */
export function row(on: Content, note: Content = nothing, shape: string | RowShape = ""): TemplateResult {
  const { shape: look = "", wrong, shown } = typeof shape === "string" ? { shape } : shape;
  const words = ["row", look, wrong?.now ? wrong.shape : ""].filter(Boolean).join(" ");
  if (!shown && !wrong) return html`<div class=${words}><div class="on">${on}</div>${note}</div>`;
  return html`<div class=${words} data-wrong=${wrong?.shape ?? nothing} data-while=${shown?.states ?? nothing} ?hidden=${shown?.away === true}><div class="on">${on}</div>${note}</div>`;
}

/** A note in the margin with a title. */
export function note(title: string, text: Content): TemplateResult {
  return html`<div class="note" role="note"><p class="t">${title}</p>${text}</div>`;
}

/** A note without a tie: about the page, not about one line. */
export function freeNote(text: Content): TemplateResult {
  return html`<div class="note free">${text}</div>`;
}
