// What an applicant should know of a case besides where it is: that it is on hold and why, that it takes longer, that somebody else
// must sign, which other case came of it. Templates and the values they need.

import { html, type TemplateResult } from "lit";
import type { Service } from "#contract";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case } from "#routing/case.ts";
import { presentStageOf } from "#routing/position.ts";
import { lastDay, longDay } from "./days.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** One thing to know: a heading, lines, and an address where there is one. */
export interface StandingNote {
  readonly title: string;
  readonly lines: readonly string[];
  /** An address to give to somebody else, in a field to copy it from. */
  readonly address?: string;
  readonly addressLabel?: string;
  readonly link?: { readonly text: string; readonly href: string };
}

/** What there is to know now. `publicAddress` is without a slash at the end. */
export function standingNotes(
  one: Case,
  service: Service,
  setting: Setting,
  words: PortalWords,
  publicAddress: string,
): StandingNote[] {
  const day = (instant: string): string => longDay(lastDay(instant, service.timeZone), setting.language, setting.today);
  const { onHold, longer = [], started = [], signingKey, number } = one;
  const coSign = presentStageOf(service, one)?.coSign;
  const { place } = one;
  const isDecided = place.kind === "outcome";
  const noAppeal = isDecided ? service.outcomes.find(({ name }) => name === place.outcome)?.noAppeal : undefined;
  return [
    ...(coSign && signingKey
      ? [
          {
            title: words.signingTitle,
            lines: [words.signingLead(coSign.by.replaceAll("-", " "))],
            addressLabel: words.signingAddress,
            address: `${publicAddress}/sign/${number}/${signingKey}`,
          },
        ]
      : []),
    ...(onHold ? [{ title: words.onHold, lines: [onHold.reason, words.goOnBy(day(onHold.until))] }] : []),
    ...(noAppeal ? [{ title: words.noAppeal, lines: [wordsIn(noAppeal, setting.language)] }] : []),
    ...(isDecided ? [] : longer).map(({ reason }) => ({ title: words.weTakeLonger, lines: [reason] })),
    ...started.flatMap(({ number: other }) =>
      other === undefined
        ? []
        : [{ title: words.ledTo, lines: [], link: { text: other, href: `/applications/${other}` } }],
    ),
  ];
}

/** Each on a row of its own. */
export function renderStandingNotes(notes: readonly StandingNote[]): TemplateResult[] {
  return notes.map(
    ({ title, lines, address, addressLabel, link }) => html`<div class="row"><div class="on"><h2>${title}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}
      ${address ? html`<div class="field plain"><label for="address">${addressLabel}</label><input class="input code" id="address" readonly value=${address}></div>` : ""}${link ? html`<p><a class="code" href=${link.href}>${link.text}</a></p>` : ""}</div></div>`,
  );
}
