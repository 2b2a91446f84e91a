// How each thing that fills questions in is spoken of: the identity account, a register, the last application, a licence. One place, so
// that no page takes everything that is not the sign-in for a register. On the server only; the form's element is handed the words.
import type { Service } from "#contract";
import type { FilledFrom } from "#contract/facts.ts";
import { whenText } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import { carriedWords } from "./carried-words.ts";
import type { SourceWords } from "./source-sentences.ts";

/** The sentences about what filled an answer in, at an instant. */
export function sourceWords(
  from: FilledFrom & { readonly at: string },
  service: Service,
  setting: Setting,
): SourceWords {
  const carried = carriedWords(from, service, setting);
  if (carried) return carried;
  const when = whenText(from.at, setting, service.timeZone);
  return from.source === "identity" ? identityWords(when, setting) : registerWords(from.source, when, service, setting);
}

function identityWords(when: string, { words }: Setting): SourceWords {
  return {
    mark: "identity",
    name: words.yourIdentityAccount,
    since: words.signedIn({ when }),
    onlyThere: words.onlyIdentityCanChange,
    wrong: words.wrongInIdentity,
    corrected: words.youCorrectedIdentity,
    correcting: words.youAreCorrectingIdentity,
    goBack: words.goBackToIdentity,
    hint: words.correctHintNoProof,
    hintWithProof: words.correctHint,
  };
}

function registerWords(source: string, when: string, service: Service, setting: Setting): SourceWords {
  const { words, language } = setting;
  const name = registerName(source, service, setting);
  const agency = wordsIn(service.partners[service.sources[source]?.runBy ?? ""]?.title, language) || name;
  return {
    mark: "register",
    name,
    since: `${capital(when)}.`,
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
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
