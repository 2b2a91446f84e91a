// How what an applicant has from before is spoken of: their last application, and a licence that they present.
import type { Service } from "#contract";
import type { FilledFrom } from "#contract/facts.ts";
import { sayDay } from "#support/days-in-words.ts";
import { dayOf } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import type { SourceWords } from "./source-sentences.ts";

type Filled = FilledFrom & { readonly at: string };

/** The sentences about it; nothing about the sign-in and registers. */
export function carriedWords(from: Filled, service: Service, setting: Setting): SourceWords | undefined {
  if (from.carries === "credential") return licenceWords(from, service, setting);
  return from.carries && earlierWords(from, service, setting);
}

function earlierWords({ number = "", at }: Filled, { agency, timeZone }: Service, setting: Setting): SourceWords {
  const { words, language } = setting;
  return {
    mark: "earlier",
    name: words.lastTime,
    title: words.whatYouToldUs,
    since: words.inYourApplication({ number, date: dayInWords(at, timeZone, setting) }),
    onlyThere: words.cannotBeChangedHere,
    wrong: words.wrongInEarlier({ agency: wordsIn(agency.title, language) }),
    corrected: words.youChangedEarlier,
    correcting: words.youAreChangingEarlier,
    goBack: words.goBackToEarlier,
    hint: words.changeHintNoProof,
    hintWithProof: words.changeHint,
  };
}

function licenceWords({ source, issuedBy, at }: Filled, service: Service, setting: Setting): SourceWords {
  const { words, language } = setting;
  const title = wordsIn(service.credentials[source]?.title, language) || source.replaceAll("-", " ");
  const { agency, partners } = service;
  const issuer = issuedBy === undefined || issuedBy === agency.name ? agency : partners[issuedBy];
  const by = wordsIn(issuer?.title, language) || (issuedBy ?? "").replaceAll("-", " ");
  return {
    mark: "identity",
    name: title,
    title: words.yourLicence({ title }),
    since: words.licenceIssued({ date: dayInWords(at, service.timeZone, setting) }),
    onlyThere: words.onlyAgencyCanChange({ agency: by }),
    wrong: words.wrongOnLicence({ title, agency: by }),
    corrected: words.youCorrectedLicence,
    correcting: words.youAreCorrectingLicence,
    goBack: words.goBackToLicence,
    hint: words.correctHintNoProof,
    hintWithProof: words.correctHint,
  };
}

function dayInWords(at: string, timeZone: string, { words }: Setting): string {
  return sayDay(dayOf(at, timeZone), words.tag);
}
