// Pages that are always there: the catalogue of services, help, accessibility, how a service uses answers.

import { prose } from "@formwork/forms/parts/prose.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Notice, NoticeChapter } from "#contract/notice.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** A service in the catalogue. `lead` is the author's prose; `notice` says that it is on trial or not there now. */
export interface OfferedService {
  readonly title: string;
  readonly href: string;
  readonly lead?: string;
  readonly notice?: string;
  /** The topics under which it is found, in words. */
  readonly topics?: string;
  readonly begun: boolean;
}

/** The catalogue of services. */
export function renderCatalogue(
  agency: string,
  services: readonly OfferedService[],
  words: PortalWords,
): TemplateResult {
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${words.servicesOf(agency)}</h1><p>${services.length > 0 ? words.catalogueLead : words.noServices}</p></div></div>
    ${services.map(
      ({ title, href, lead, notice, topics, begun }) => html`<section class="row">
        <div class="on"><h2><a href=${href}>${title}</a></h2>${lead ? prose(lead) : nothing}${topics ? html`<p class="small soft">${topics}</p>` : nothing}${begun ? html`<p><a href=${`${href}/apply`}>${words.goOn}</a></p>` : nothing}</div>
        ${notice ? html`<div class="note" role="note"><p>${notice}</p></div>` : nothing}
      </section>`,
    )}
  </div>`;
}

/** Help: how saving works, and whom to ask. */
export function renderHelp(agency: string, contacts: readonly string[], words: PortalWords): TemplateResult {
  return html`<div class="leaf"><div class="row"><div class="on"><h1>${words.helpTitle}</h1><p>${words.helpLead}</p><p>${words.helpContact(agency)}</p>${contacts.map(prose)}</div></div></div>`;
}

export function renderAccessibility(words: PortalWords): TemplateResult {
  return html`<div class="leaf"><div class="row"><div class="on"><h1>${words.accessibilityTitle}</h1><p>${words.accessibilityLead}</p><p>${words.accessibilityTell}</p></div></div></div>`;
}

/** How a service uses answers: the notice of its bundle; without one, whom to ask. */
export function renderPrivacy(notice: Notice | undefined, title: string, ask: string): TemplateResult {
  if (!notice)
    return html`<div class="leaf"><div class="row"><div class="on"><h1>${title}</h1><p>${ask}</p></div></div></div>`;
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${notice.title}</h1></div></div>
    ${notice.chapters.map(renderChapter)}
  </div>`;
}

function renderChapter({ heading, lines, groups = [] }: NoticeChapter): TemplateResult {
  const parts = groups.map((group) => html`<h3>${group.heading}</h3>${renderLines(group.lines)}`);
  return html`<section class="row"><div class="on"><h2>${heading}</h2>${lines.length > 0 ? renderLines(lines) : nothing}${parts}</div></section>`;
}

function renderLines(lines: readonly string[]): TemplateResult {
  return lines.length === 1 ? html`<p>${lines}</p>` : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
