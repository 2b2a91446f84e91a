// FW810: a translation does not fill in the same values as the words it was made from.

import { readBraced } from "#support/plurals.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { calledLine } from "../../locks/words-lock.ts";
import type { Model } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import { translationsOf } from "../translations.ts";

export function checkBracesDiffer(model: Model): Problem[] {
  return model.wordsFiles.flatMap((file) =>
    translationsOf(model, file).flatMap((said) => {
      if (!said.translated || !(said.words.includes("{") || said.translated.words.includes("{"))) return [];
      const [wanted, given] = [namesIn(said.words), namesIn(said.translated.words)];
      const missing = [...wanted].filter((name) => !given.has(name));
      // A name that nothing in the service has is told as such.
      const extra = [...given].filter((name) => !wanted.has(name) && isKnown(model, name));
      if (missing.length === 0 && extra.length === 0) return [];
      const unknown = [...given].some((name) => !wanted.has(name) && !isKnown(model, name));
      if (extra.length === 0 && unknown) return [];
      const language = wordsFromName(file.language);
      const what = [
        ...(missing.length > 0 ? [`lacks ${listed(missing)}`] : []),
        ...(extra.length > 0 ? [`has ${listed(extra)}, which the words in the service do not have`] : []),
      ].join(" and ");
      const explanation = [`The words in the service: ${said.words.replace(/\s+/g, " ")}`];
      return [problems.bracesDiffer(said.translated.span, { language, line: calledLine(said), what }, { explanation })];
    }),
  );
}

function isKnown(model: Model, name: string): boolean {
  return [...model.fills.keys()].some((known) => plain(known) === name);
}

/** The names in braces, as they are compared. */
function namesIn(words: string): ReadonlySet<string> {
  return new Set([...words.matchAll(/\{([^{}]+)\}/g)].map(([, inside = ""]) => plain(readBraced(inside).name)));
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll("’", "'");
}

function listed(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(", ");
}
