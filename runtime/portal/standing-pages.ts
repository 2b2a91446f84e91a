// Pages that are always there: the catalogue of services, help, accessibility, how a service uses answers.

import { prose } from "@formwork/forms/parts/prose.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Duration, Service } from "#contract";
import { wordsIn } from "#journey/setting.ts";
import { showLength } from "#support/show-parts.ts";
import { agencyTitle, spoken } from "./opening-words.ts";
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

/** How a service uses answers, from its own privacy lines. */
export function renderPrivacy(service: Service, language: string, words: PortalWords): TemplateResult {
  const { privacy } = service;
  const rows: { label: string; lines: readonly string[] }[] = [
    { label: words.privacyPurpose, lines: [wordsIn(privacy?.purpose, language)] },
    { label: words.privacyBasis, lines: (privacy?.lawfulBases ?? []).map(({ law }) => wordsIn(law, language)) },
    {
      label: words.privacySpecial,
      lines: (privacy?.specialCategories ?? []).map(({ under }) => wordsIn(under, language)),
    },
    {
      label: words.privacyKept,
      lines: (privacy?.keep ?? []).map(
        (keep) =>
          `${whatIsKept(service, keep.paths, language, words)}: ${words.keptFor(lengthOf(keep.for, language), words.keptAfter[keep.after])}`,
      ),
    },
    {
      label: words.privacyNotKept,
      lines: privacy?.doNotKeep ? [words.notKept(whatIsKept(service, privacy.doNotKeep, language, words))] : [],
    },
    {
      label: words.privacyShared,
      lines: (privacy?.shares ?? []).map(({ paths, with: partner, under }) =>
        words.sharedWith(
          whatIsKept(service, paths, language, words),
          agencyTitle(service, partner, language),
          wordsIn(under, language),
        ),
      ),
    },
    {
      label: words.privacyAdvised,
      lines: (service.assistance ?? []).map(({ title, registeredAs }) =>
        [words.advisedBy(wordsIn(title, language)), ...(registeredAs ? [words.registeredAs(registeredAs)] : [])].join(
          " ",
        ),
      ),
    },
    { label: words.privacyOwner, lines: service.owner ? [spoken(service.owner)] : [] },
  ].filter(({ lines }) => lines.some((line) => line !== ""));
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${words.howWeUseAnswers}</h1><p>${wordsIn(service.title, language)}, ${wordsIn(service.agency.title, language)}</p></div></div>
    <dl class="pairs">${rows.map(
      ({ label, lines }) =>
        html`<div class="row pair"><dt>${label}</dt><dd class="value">${lines.map((line, at) => [at > 0 ? html`<br>` : nothing, line])}</dd><dd class="do"></dd></div>`,
    )}</dl>
  </div>`;
}

function whatIsKept(service: Service, paths: readonly string[], language: string, words: PortalWords): string {
  if (paths.length === 0) return words.privacyEverything;
  return paths
    .map((path) => wordsIn(service.names[path]?.label, language) || (service.names[path]?.name ?? path))
    .join(", ");
}

function lengthOf(length: Duration, language: string): string {
  return showLength(length, language);
}
