// The page in the way of somebody who lacks a licence that the service needs: what is missing, why, and what to do instead.
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

/** A licence that is missing. */
export interface MissingLicence {
  /** As people know it: "Approved supplier". */
  readonly title: string;
  /** The agency that issues it, and the one to ask. */
  readonly issuer: string;
  readonly ask: string;
  /** How to reach that agency, where its service says so. */
  readonly contact?: string;
  readonly state: "none" | "elsewhere" | "ended" | "not-yet" | "suspended" | "revoked";
  /** The day of "ended" and "not-yet", in words. */
  readonly day?: string;
  /** Services through which one gets it. */
  readonly services: readonly { readonly text: string; readonly href: string }[];
}

export interface NeededLicenceView {
  readonly words: PortalWords;
  readonly missing: readonly MissingLicence[];
  /** Until when the draft is kept, in words; absent when nothing is filled in yet. */
  readonly keptUntil?: string;
}

/** The title of the page. */
export function neededLicenceTitle({ words, missing: [first] }: NeededLicenceView): string {
  return words.licenceNeeded(first?.title ?? "");
}

/** The main part of the page. */
export function renderNeededLicence(view: NeededLicenceView): TemplateResult {
  const { words, missing, keptUntil } = view;
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <h1>${neededLicenceTitle(view)}</h1>
        ${missing.map(
          (one) => html`<p>${stateOf(one, words)}</p>
        ${
          one.services.length > 0
            ? html`<p>${words.licenceGetIt}</p>
        <ul>${one.services.map(({ text, href }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>`
            : html`<p>${words.licenceAsk(one.ask)}${one.contact ? html`<br>${one.contact}` : nothing}</p>`
        }`,
        )}
        <p>${keptUntil === undefined ? words.licenceThen : words.licenceThenKept(keptUntil)}</p>
        <div class="buttons"><a class="button" href="/licences">${words.licences}</a> <a href="/">${words.services}</a></div>
      </div>
    </div>
  </div>`;
}

function stateOf({ state, title, issuer, day = "" }: MissingLicence, words: PortalWords): string {
  switch (state) {
    case "none":
      return words.licenceNone(title, issuer);
    case "elsewhere":
      return words.licenceElsewhere(issuer);
    case "ended":
      return words.licenceEnded(title, day);
    case "not-yet":
      return words.licenceNotYet(title, day);
    case "suspended":
      return words.licenceSuspended(title);
    case "revoked":
      return words.licenceRevoked(title);
  }
}
