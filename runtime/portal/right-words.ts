// What a right of the applicant is called: as a words file of the service says in their language, as the portal says, or made from its name.
import type { Service } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** The words on the button of a right; in the history of a case too. */
export function rightWords(service: Service, name: string, language: string, words: PortalWords): string {
  const known: Readonly<Record<string, string>> = { withdraw: words.withdraw, appeal: words.appeal };
  const rights = [...(service.route?.rights ?? []), ...service.outcomes.flatMap((outcome) => outcome.rights)];
  const label = rights.find((right) => right.name === name && right.label?.[language] !== undefined)?.label;
  return label ? wordsIn(label, language) : (known[name] ?? words.useRight(name));
}
