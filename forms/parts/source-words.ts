// How each thing that fills questions in is spoken of: the identity account, a register, and, where a service has a use for it,
// what the applicant has from before. One place, so that no page takes everything that is not the sign-in for a register.
import type { Service } from "#contract";
import type { FilledFrom } from "#contract/facts.ts";
import { whenText, wordsIn } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import { carriedWords } from "./carried-words.ts";
import type { MarkName } from "./marks.ts";

/** The sentences about one source. */
export interface SourceWords {
  readonly mark: MarkName;
  /** What it is called, before a value that it gives: "DVLA vehicle register". */
  readonly name: string;
  /** Its name and nothing else, to be put in bold. */
  readonly title: string;
  /** Since when its value stands, as a sentence or the beginning of one. */
  readonly since: (at: string) => string;
  readonly onlyThere: string;
  /** What to do when a value that cannot be changed here is wrong. */
  readonly wrong: string;
  readonly corrected: string;
  readonly correcting: string;
  readonly goBack: string;
  readonly hint: string;
  readonly hintWithProof: string;
}

/** Of services that fill in what the applicant has from before; a form's script without them leaves it out. */
export const rarerSources: { carried?: typeof carriedWords } = {
  carried: carriedWords,
};

/** The sentences about what filled an answer in. */
export function sourceWords(
  from: FilledFrom,
  issuedBy: string | undefined,
  service: Service,
  setting: Setting,
): SourceWords {
  const carried = from.carries && rarerSources.carried?.(from, issuedBy, service, setting);
  if (carried) return carried;
  return from.source === "identity" ? identityWords(service, setting) : registerWords(from.source, service, setting);
}

function identityWords({ timeZone }: Service, setting: Setting): SourceWords {
  const { words } = setting;
  return {
    mark: "identity",
    name: words.yourIdentityAccount,
    title: words.yourIdentityAccount,
    since: (at) => words.signedIn({ when: whenText(at, setting, timeZone) }),
    onlyThere: words.onlyIdentityCanChange,
    wrong: words.wrongInIdentity,
    corrected: words.youCorrectedIdentity,
    correcting: words.youAreCorrectingIdentity,
    goBack: words.goBackToIdentity,
    hint: words.correctHintNoProof,
    hintWithProof: words.correctHint,
  };
}

function registerWords(source: string, service: Service, setting: Setting): SourceWords {
  const { words, language } = setting;
  const name = registerName(source, service, setting);
  const agency = wordsIn(service.partners[service.sources[source]?.runBy ?? ""]?.title, language) || name;
  return {
    mark: "register",
    name,
    title: name,
    since: (at) => `${capital(whenText(at, setting, service.timeZone))}.`,
    onlyThere: words.onlyRegisterCanChange,
    wrong: words.wrongInRegister({ source: name, agency }),
    corrected: words.youCorrected,
    correcting: words.youAreCorrecting,
    goBack: words.goBackToRegister,
    hint: words.correctHintNoProof,
    hintWithProof: words.correctHint,
  };
}

/** The name of a register as people know it. */
export function registerName(source: string, service: Service, setting: Setting): string {
  return wordsIn(service.sources[source]?.title, setting.language) || setting.words.theRegister;
}

/** With a capital letter, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
