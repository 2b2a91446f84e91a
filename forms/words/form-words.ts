// The forms' own sentences in a language. The sentences stand in en.mf2 and cy.mf2 and are turned into functions by `npm run generate`.
import { welsh } from "./generated/cy.ts";
import { english } from "./generated/en.ts";
import type { FormWords } from "./generated/shape.ts";

export type { FormWords };

/** The sentences in a language; English where we have none for it. */
export function wordsOf(language: string): FormWords {
  return language.split("-")[0] === "cy" ? welsh : english;
}
