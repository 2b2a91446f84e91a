// The gallery: services that work, each with two lines of its own text, to begin from.
import { html, nothing, type TemplateResult } from "lit";
import type { Example } from "../files/gallery.ts";

export interface GalleryEvents {
  /** The chosen example; undefined: an empty page. */
  onOpen(example: Example | undefined): void;
  onBringBack(): void;
}

/** The gallery's page. `before` names the text that was open before this one, if there is one to bring back. */
export function galleryPage(
  examples: readonly Example[],
  before: string | undefined,
  events: GalleryEvents,
): TemplateResult {
  return html`<div class="gallery-page">
    <div class="head"><div><h1>Start from a service that works</h1><p class="soft">Open one, change a line, see what follows. The text you have open now can be brought back.</p></div>
      <div class="buttons"><button type="button" class="button second small" @click=${() => events.onOpen(undefined)}>Begin with an empty page</button>${
        before
          ? html`<button type="button" class="plainbutton small" @click=${() => events.onBringBack()}>Bring back ${before} from before</button>`
          : nothing
      }</div></div>
    <ul class="gallery">${examples.map(
      (example) => html`<li class="piece">
        <h2><button type="button" class="plainbutton" @click=${() => events.onOpen(example)}>${example.title}</button></h2>
        <pre><code>${example.taste.join("\n")}</code></pre>
        <p class="small soft">${example.size}</p>
      </li>`,
    )}</ul>
  </div>`;
}
