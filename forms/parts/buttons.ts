// Buttons say what happens. One filled button a view; the second is outlined; the rest are links.
import { html, nothing, type TemplateResult } from "lit";
import type { Content } from "./row.ts";

/** The row of buttons that ends a form: the filled one posts it. */
export function continueButtons(text: Content, more: Content = nothing): TemplateResult {
  return html`<div class="buttons"><button class="button">${text}</button>${more}<span class="small soft" role="status" data-saved></span></div>`;
}

/** The hidden field that tells our own forms from others'. */
export function csrfField(token: string | undefined): TemplateResult | typeof nothing {
  return token === undefined ? nothing : html`<input type="hidden" name="_csrf" value=${token}>`;
}
