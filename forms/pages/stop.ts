// A page with no way on: back works and the draft stays.
import { html, nothing, type TemplateResult } from "lit";
import type { JourneyStop, Setting } from "../journey/shapes.ts";
import { prose } from "../parts/prose.ts";
import { freeNote, row } from "../parts/row.ts";

/** The sheet of a page with no way on. */
export function stopPage(stop: JourneyStop, { words }: Setting): TemplateResult {
  return html`<div class="leaf">${row(html`<h1>${stop.title}</h1>${stop.prose ? prose(stop.prose) : nothing}`, freeNote(html`<p>${words.draftIsKept}</p>`))}</div>`;
}
