// The line between header and sheet: the way back, and where one is.
import { html, nothing, type TemplateResult } from "lit";
import type { Journey } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import { mark } from "../parts/mark.ts";
import type { Content } from "../parts/row.ts";

/** A link back and words beside it. */
export function way(back: { readonly text: string; readonly href: string }, beside: Content = nothing): TemplateResult {
  return html`<div class="way"><a class="back" href=${back.href}>${mark("arrow", true)}${back.text}</a>${beside}</div>`;
}

/** "Resident parking permit, section 2 of 3" with one point for each section. */
export function sectionPlace(journey: Journey, section: string): TemplateResult {
  const { service, setting, sections } = journey;
  const title = wordsIn(service.title, setting.language);
  const here = section === "check" ? sections.length - 1 : sections.findIndex((one) => one.name === section);
  if (here < 0) return html`<p>${title}</p>`;
  return html`<p>${setting.words.sectionOf({ service: title, number: here + 1, total: sections.length })} <span class="ties" aria-hidden="true">${sections.map(
    (_, index) => html`<i class=${index < here ? "gone" : index === here ? "now" : ""}></i>`,
  )}</span></p>`;
}
