// Chooses the words of the citizens' pages by language.
import { welsh } from "./cy.ts";
import { english, type PortalWords } from "./en.ts";

export type { PortalWords };

/** Languages that the citizens' pages speak, as their own speakers write them. */
export const portalLanguages = [
  { tag: "en", name: "English" },
  { tag: "cy", name: "Cymraeg" },
] as const;

/** The words in a language; English where we have none. */
export function portalWordsOf(language: string): PortalWords {
  return language.split("-")[0] === "cy" ? welsh : english;
}
