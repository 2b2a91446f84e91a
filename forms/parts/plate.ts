// The reference in its plate, once per service.
import { html, type TemplateResult } from "lit";

/** A framed reference with its name above it. */
export function plate(title: string, reference: string): TemplateResult {
  return html`<div class="plate"><span class="small soft">${title}</span><span class="code">${reference}</span></div>`;
}
