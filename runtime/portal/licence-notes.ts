// What a licence's page says beyond the licence itself: why it was suspended or revoked by itself and what to do, and that
// registers are asked about it again and again.
import type { Service } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, Issued } from "#routing/case.ts";
import type { Days } from "#routing/days.ts";
import { watchesOf } from "#routing/watch.ts";
import { reasonWords } from "../cases/condition-words.ts";
import { plainDay } from "./days.ts";
import type { ShownLicence } from "./post-pages.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** What the notes are made of. `lookedAt` is the instant of the last look, if there was one. */
export interface LicenceAround {
  readonly service: Service;
  readonly case: Case;
  readonly days: Days;
  readonly now: string;
  readonly language: string;
  readonly lookedAt?: string | undefined;
}

/** The notes of one licence; none for one that no line of the text may end. */
export function licenceNotes(
  issued: Issued,
  { service, case: present, days, now, language, lookedAt }: LicenceAround,
  words: PortalWords,
): Pick<ShownLicence, "why" | "looks"> {
  const { byRule, status } = issued;
  const day = (instant: string): string => plainDay(days.zone.dayOf(instant), language, "");
  const watch = watchesOf(service, present, now, days).find(({ issuedId }) => issuedId === issued.id);
  const sources = [
    ...new Set((watch?.asks ?? []).map(({ source }) => wordsIn(service.sources[source]?.title, language))),
  ];
  const condition = byRule && reasonWords(service, issued.credential, byRule.rule, language);
  return {
    ...(byRule &&
      condition !== undefined &&
      (status === "suspended" || status === "revoked") && {
        why: {
          says: words.licenceByItself[status](day(byRule.at)),
          condition,
          thenBack: words.licenceThenBack[status],
        },
      }),
    ...(sources.length > 0 && {
      looks: [
        words.licenceLooks(new Intl.ListFormat(language).format(sources)),
        ...(lookedAt === undefined ? [] : [words.licenceLookedAt(day(lookedAt))]),
      ].join(" "),
    }),
  };
}
