// A language as somebody names it on the command line: by its English name or its tag. One that is not known here is told with the nearest.
import type { Language } from "../model/shapes.ts";
import { languageNamed, languageNames, languageTagged } from "../model/words/languages.ts";
import { nearest } from "../source/nearest.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Welsh, welsh or cy; the name with its capital letter, as texts write it. */
export function languageCalled(given: string): { readonly name: string; readonly language: Language } {
  const known = languageTagged(given.toLowerCase()) ?? given.toLowerCase();
  const language = languageNamed(known);
  if (language) return { name: capital(known), language };
  const close = nearest(known, languageNames).map(capital);
  const hint =
    close.length > 0 ? `Did you mean ${close.join(" or ")}?` : "Languages have their English names, for example Welsh.";
  throw new WrongUsage(`There is no language called ${given} here. ${hint}`);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
