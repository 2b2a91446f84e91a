// The gallery: services that work, each with two lines of its own text, to begin from.
import { html, type TemplateResult } from "lit";
import type { Example } from "../files/gallery.ts";

/** The gallery's page; `onOpen` gets the chosen example, undefined for an empty page. */
export function galleryPage(examples: readonly Example[], onOpen: (example: Example | undefined) => void): TemplateResult {
  return html`<div class="gallery-page">
    <div class="head"><div><h1>Start from a service that works</h1><p class="soft">Open one, change a line, see what follows. What you have written now is kept until you change the one you open.</p></div>
      <button type="button" class="button second small" @click=${() => onOpen(undefined)}>Begin with an empty page</button></div>
    <ul class="gallery">${examples.map(
      (example) => html`<li class="piece">
        <h2><button type="button" class="plainbutton" @click=${() => onOpen(example)}>${example.title}</button></h2>
        <pre><code>${example.taste.join("\n")}</code></pre>
        <p class="small soft">${example.size}</p>
      </li>`,
    )}</ul>
  </div>`;
}
