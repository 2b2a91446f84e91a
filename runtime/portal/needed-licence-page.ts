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
  const [way, ...others] = missing.flatMap(({ services }) => services);
  // One filled button: the way to the licence where there is one and no other, else to those that one has.
  const only = others.length === 0 ? way : undefined;
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <h1>${neededLicenceTitle(view)}</h1>
        ${missing.map((one) => missingPart(one, words, only !== undefined))}
        <p>${keptUntil === undefined ? words.licenceThen : words.licenceThenKept(keptUntil)}</p>
        <div class="buttons">
          ${only ? html`<a class="button" href=${only.href}>${only.text}</a>` : nothing}
          <a class=${only ? "" : "button"} href="/licences">${words.licences}</a>
        </div>
      </div>
    </div>
  </div>`;
}

function missingPart(one: MissingLicence, words: PortalWords, hasButton: boolean): TemplateResult {
  const { services, ask, contact } = one;
  if (services.length === 0)
    return html`<p>${stateOf(one, words)}</p>
      <p>${words.licenceAsk(ask)}${contact ? html`<br>${contact}` : nothing}</p>`;
  if (hasButton) return html`<p>${stateOf(one, words)}</p>`;
  return html`<p>${stateOf(one, words)}</p>
    <p>${words.licenceGetIt}</p>
    <ul>${services.map(({ text, href }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>`;
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
