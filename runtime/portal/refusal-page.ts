// The page shown when something is in the way: what happened, that nothing is lost, and a way on.
import { html, nothing, type TemplateResult } from "lit";
import type { Refusal } from "../server/refusal.ts";
import type { PortalWords } from "./words/portal-words.ts";

export interface RefusalView {
  readonly words: PortalWords;
  readonly refusal: Refusal;
  readonly desk: boolean;
  readonly signedIn: boolean;
  /** Leads from the page to the log. */
  readonly reference: string;
}

/** The main part of a refusal page. */
export function renderRefusal({ words, refusal, desk, signedIn, reference }: RefusalView): TemplateResult {
  const [title, lead] = words.refusals[refusal.kind];
  const home = desk
    ? { text: words.wayOn.desk, href: "/desk" }
    : signedIn
      ? { text: words.wayOn.applications, href: "/applications" }
      : { text: words.wayOn.home, href: "/" };
  const incident = refusal.status >= 500 ? words.incident(reference) : undefined;
  if (desk && signedIn)
    return html`<div class="desk"><section class="panel">
      <h1>${title}</h1>${refusal.detail ? html`<p>${refusal.detail}</p>` : nothing}<p>${lead}</p>
      ${incident ? html`<p class="small soft">${incident}</p>` : nothing}
      <p><a href=${refusal.wayOn ?? home.href}>${refusal.wayOn ? words.wayOn.again : home.text}</a></p>
    </section></div>`;
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <h1>${title}</h1>
        ${refusal.detail ? html`<p>${refusal.detail}</p>` : nothing}
        <p>${lead}</p>
        <div class="buttons">
          ${refusal.wayOn ? html`<a class="button" href=${refusal.wayOn}>${words.wayOn.again}</a>` : nothing}
          <a class=${refusal.wayOn ? "" : "button"} href=${home.href}>${home.text}</a>
        </div>
      </div>
      ${incident ? html`<div class="note" role="note"><p>${incident}</p></div>` : nothing}
    </div>
  </div>`;
}
