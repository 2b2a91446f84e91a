// What the agency wrote to a person, and the licences it issued to them.

import { mark } from "@formwork/forms/parts/mark.ts";
import { plate } from "@formwork/forms/parts/plate.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

/** A message in the list. */
export interface ListedMessage {
  readonly subject: string;
  readonly href: string;
  readonly when: string;
  readonly unread: boolean;
  readonly about: string;
}

/** The main part of the list of messages. */
export function renderMessages(messages: readonly ListedMessage[], words: PortalWords): TemplateResult {
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${words.messagesTitle}</h1>${messages.length === 0 ? html`<p>${words.noMessages}</p>` : nothing}</div></div>
    ${messages.map(
      ({ subject, href, when, unread, about }) => html`<section class="row"><div class="on">
        ${unread ? html`<p class="status act">${mark("now")}${words.new}</p>` : nothing}
        <h2><a href=${href}>${subject}</a></h2>
        <p class="small soft">${when}. ${about}</p></div></section>`,
    )}
  </div>`;
}

export interface ReadMessage {
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly when: string;
  readonly about: { readonly text: string; readonly href: string };
}

/** One message, its lines as they were written. */
export function renderMessage(message: ReadMessage, words: PortalWords): TemplateResult {
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <p class="small soft">${message.when}</p>
        <h1 lang=${message.language}>${message.subject}</h1>
        ${message.body
          .split(/\n{2,}/)
          .map(
            (paragraph) =>
              html`<p lang=${message.language}>${paragraph.split("\n").map((line, at) => [at > 0 ? html`<br>` : nothing, line])}</p>`,
          )}
        <p><a href="/messages">${words.backToMessages}</a></p>
      </div>
      <div class="note" role="note"><p><a href=${message.about.href}>${message.about.text}</a></p></div>
    </div>
  </div>`;
}

/** A licence; its claims in words. */
export interface ShownLicence {
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly state: string;
  readonly isGood: boolean;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly claims: readonly { readonly label: string; readonly text: string }[];
  readonly agency: string;
  /** By which other systems know it. */
  readonly type?: string;
  /** Why it was suspended or revoked by itself, with what to do. */
  readonly why?: { readonly says: string; readonly condition: string; readonly thenBack: string };
  /** That registers are asked about it again, and when they last were. */
  readonly looks?: string;
}

/** The list of a person's licences. */
export function renderLicences(licences: readonly ShownLicence[], words: PortalWords): TemplateResult {
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${words.licencesTitle}</h1>${licences.length === 0 ? html`<p>${words.noLicences}</p>` : nothing}</div></div>
    ${licences.map(
      (licence) => html`<section class="row"><div class="on">
        ${renderState(licence)}
        <h2><a href=${licence.href}>${licence.title}</a></h2>
        <p class="small soft">${licence.agency}. ${licence.validTo ? words.validUntil(licence.validTo) : nothing}</p></div></section>`,
    )}
  </div>`;
}

/** One licence, to show or to print. */
export function renderLicence(licence: ShownLicence, words: PortalWords): TemplateResult {
  const rows = [
    ...licence.claims,
    { label: words.validFrom, text: licence.validFrom },
    ...(licence.validTo ? [{ label: words.validTo, text: licence.validTo }] : []),
    ...(licence.type === undefined ? [] : [{ label: words.licenceType, text: licence.type }]),
  ];
  return html`<div class="leaf">
    <div class="row"><div class="on">${renderState(licence)}<h1>${licence.title}</h1><p>${licence.agency}</p>${plate(words.licenceNumber, licence.number)}</div></div>
    ${licence.why ? html`<div class="row"><div class="on"><p>${licence.why.says}</p><div class="said"><p>${licence.why.condition}</p></div><p>${licence.why.thenBack}</p></div></div>` : nothing}
    <dl class="pairs">${rows.map(({ label, text }) => html`<div class="row pair"><dt>${label}</dt><dd class="value">${text}</dd><dd class="do"></dd></div>`)}</dl>
    ${licence.looks === undefined ? nothing : html`<div class="row"><div class="on"><p class="small soft">${licence.looks}</p></div></div>`}
  </div>`;
}

function renderState({ state, isGood }: ShownLicence): TemplateResult {
  return html`<p class=${isGood ? "status done" : "status late"}>${mark(isGood ? "done" : "problem")}${state}</p>`;
}
