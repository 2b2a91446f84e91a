// The frame of every page: skip link, header with the agency and its tools, footer. The same for forms, portal and desk.
import { html, nothing, type TemplateResult } from "lit";
import type { Link, Surroundings } from "../render/page-view.ts";
import { csrfField } from "./buttons.ts";
import { mark } from "./mark.ts";

/** Skip link and header of a citizen's page. */
export function citizenHeader(around: Surroundings, skip: string): TemplateResult {
  const links = [...around.languages, ...around.tools];
  return html`<a class="skip" href="#main">${skip}</a>
    <header class="top"><div class="frame"><span class="tiepoint"></span><span class="tiepoint"></span>
      <a class="agency" href=${around.agency.href}>${emblem()}${around.agency.name}</a>
      ${links.length > 0 ? html`<ul class="tools">${links.map((link) => html`<li>${toolLink(link, around.csrf)}</li>`)}</ul>` : nothing}
    </div></header>`;
}

/** Skip link and header of an officer's page: the Formwork mark, places, who one is. */
export function deskHeader(
  around: Surroundings,
  skip: string,
  placesName: string,
  places: readonly (Link & { readonly current?: boolean })[],
): TemplateResult {
  return html`<a class="skip" href="#main">${skip}</a>
    <header class="app"><a class="brand" href=${around.agency.href}>${brandMark()}${around.agency.name}</a>
      ${places.length > 0 ? html`<nav aria-label=${placesName}>${placeList(places)}</nav>` : nothing}
      <ul class="tools">${[...around.languages, ...around.tools].map((link) => html`<li>${toolLink(link, around.csrf)}</li>`)}</ul>
    </header>`;
}

/** Places one can go to, the present one underlined. */
export function placeList(places: readonly (Link & { readonly current?: boolean })[]): TemplateResult {
  return html`<ul class="places">${places.map((place) => html`<li><a href=${place.href} aria-current=${place.current ? "page" : nothing}>${place.text}</a></li>`)}</ul>`;
}

/** The footer; nothing when it would be empty. */
export function footer(around: Surroundings): TemplateResult | typeof nothing {
  if (around.footer.length === 0) return nothing;
  return html`<footer class="foot"><div class="frame">${around.footer.map((link) => html`<a href=${link.href}>${link.text}</a>`)}</div></footer>`;
}

/** A message on top of the page, once. */
export function saidLine(said: Surroundings["said"]): TemplateResult | typeof nothing {
  if (!said) return nothing;
  return html`<p class=${`said ${said.tone}`} role="status">${mark(said.tone === "done" ? "done" : said.tone === "late" ? "problem" : "now")}<span>${said.text}</span></p>`;
}

/** A link, or a small form where following it changes something; text alone when it leads nowhere. */
function toolLink(link: Link, csrf: string | undefined): TemplateResult | string {
  if (link.href === "") return link.text;
  if (link.post)
    return html`<form method="post" action=${link.href}>${csrfField(csrf)}<button class="plainbutton" lang=${link.lang ?? nothing}>${link.text}</button></form>`;
  return html`<a href=${link.href} lang=${link.lang ?? nothing} hreflang=${link.lang ?? nothing}>${link.text}</a>`;
}

/** The emblem of an agency that brings none: a leaf. */
function emblem(): TemplateResult {
  return html`<svg viewBox="0 0 28 28" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"><path d="M14 26V11M14 19.5 9 15.5M14 16l5-4M14 3c-5.5 3-7.5 7-7 11.5.4 3.5 3 5.5 7 5.5s6.6-2 7-5.5C21.5 10 19.5 6 14 3z"/></svg>`;
}

/** The Formwork mark: a board with two by three tie holes, holes 1, 2 and 4 filled, the braille F. */
export function brandMark(): TemplateResult {
  return html`<svg viewBox="0 0 20 26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"><rect x="1" y="1" width="18" height="24" rx="1.5"/><g stroke-width="1.3"><circle cx="6.7" cy="6.7" r="2" fill="currentColor"/><circle cx="13.3" cy="6.7" r="2" fill="currentColor"/><circle cx="6.7" cy="13" r="2" fill="currentColor"/><circle cx="13.3" cy="13" r="2"/><circle cx="6.7" cy="19.3" r="2"/><circle cx="13.3" cy="19.3" r="2"/></g></svg>`;
}
