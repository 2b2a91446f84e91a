// What an officer reads when the case they began is on its way.
import { html, type TemplateResult } from "lit";

export interface BegunView {
  readonly number: string;
  readonly service: string;
  /** Day and time, in words. */
  readonly when: string;
  /** Whether the case has come to a stage of their roles. */
  readonly mayOpen: boolean;
}

/** The main part of the page. */
export function renderBegun({ number, service, when, mayOpen }: BegunView): TemplateResult {
  return html`<div class="desk"><section class="panel">
    <h1>The case is begun</h1>
    <p>${service}, reference <span class="code case-number">${number}</span>. You sent it ${when}.</p>
    ${
      mayOpen
        ? html`<p><a href=${`/desk/cases/${number}`}>Open the case</a></p>`
        : html`<p>Officers of another role work on it now. You can open it when it comes to a stage of your role.</p>`
    }
    <p><a href="/desk/work">Go to my work</a></p>
  </section></div>`;
}
