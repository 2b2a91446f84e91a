// A page that says one thing and offers one way on.
import { html, nothing, type TemplateResult } from "lit";

export interface Notice {
  readonly title: string;
  readonly lead: string;
  readonly more?: string;
  readonly button?: { readonly text: string; readonly href: string };
}

/** The main part of such a page. */
export function renderNotice({ title, lead, more, button }: Notice): TemplateResult {
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <h1>${title}</h1>
        <p>${lead}</p>
        ${more ? html`<p>${more}</p>` : nothing}
        ${button ? html`<div class="buttons"><a class="button" href=${button.href}>${button.text}</a></div>` : nothing}
      </div>
    </div>
  </div>`;
}
