// Why nobody can apply now, and until when one can, as people read it. Pure.
import type { Opening, Service } from "#contract";
import { carriedSources } from "#journey/carried.ts";
import { wordsIn } from "#journey/words-in.ts";
import { type Closed, closesAt, nextOpening } from "#routing/closed.ts";
import type { Days } from "#routing/days.ts";
import { dayAndTime, plainDay } from "./days.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** What is looked at to say it. `now` is an instant. */
export interface Doorway {
  readonly service: Service;
  readonly days: Days;
  readonly now: string;
  readonly language: string;
  readonly words: PortalWords;
}

/** Why it is closed, and when it opens where that is known. */
export function sayClosed(closed: Closed, doorway: Doorway): string {
  const { service, days, now, words, language } = doorway;
  const next = closed === "not-open-yet" ? nextOpening(service, now, days.zone) : undefined;
  if (!next) return words.closed[closed];
  const from = plainDay(next.from, language, days.zone.dayOf(now));
  return `${words.closed[closed]} ${words.openFromTo(from, endOf(next, doorway))}`;
}

/** What somebody should know before they begin: until when they can apply, and what they need to have. */
export function beforeApplying(doorway: Doorway): string[] {
  const { service, days, now, words, language } = doorway;
  const open = nextOpening(service, now, days.zone);
  const fillsIn = new Set(carriedSources(service).map((source) => source.credential));
  // One that need not be there is worth a word only where the form is filled in from it.
  const presents = service.applicants
    .flatMap((applicant) => applicant.presents ?? [])
    .filter(({ credential, needed }) => needed || fillsIn.has(credential));
  return [
    ...(open ? [words.openUntil(endOf(open, doorway))] : []),
    ...presents.map(({ credential, issuedBy, needed }) => {
      const licence = wordsIn(service.credentials[credential]?.title, language) || spoken(credential);
      return (needed ? words.needed : words.usefulToHave)(licence, agencyTitle(service, issuedBy, language));
    }),
  ];
}

function endOf(opening: Opening, { service, days, now, language }: Doorway): string {
  const { to, at } = opening;
  if (at === undefined) return plainDay(to, language, days.zone.dayOf(now));
  return dayAndTime(new Date(Date.parse(closesAt(opening, days.zone)) + 1).toISOString(), language, service.timeZone);
}

/** The agency's or a partner's title; an agency that the text does not introduce goes by its name. */
export function agencyTitle({ agency, partners }: Service, name: string, language: string): string {
  const partner = Object.hasOwn(partners, name) ? partners[name] : undefined;
  return wordsIn((agency.name === name ? agency : partner)?.title, language) || spoken(name);
}

/** A name as words: "parking-policy" → "Parking policy". */
export function spoken(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}
