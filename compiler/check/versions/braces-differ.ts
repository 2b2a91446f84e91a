// FW810: a translation does not fill in the same values as the words it was made from.

import { readBraced } from "#support/plurals.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { calledLine } from "../../locks/words-lock.ts";
import type { Model } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import { textAt } from "../text-edits.ts";
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
      const [lacking, other] = [missing, extra].map((names) => (names.length === 1 ? names[0] : undefined));
      const fixes =
        lacking !== undefined && other !== undefined ? renamed(model, said.translated.span, other, lacking) : [];
      const where = extra.length === 0 ? [`Put  ${listed(missing)}  where the value belongs in these words.`] : [];
      const explanation = [`The words in the service: ${said.words.replace(/\s+/g, " ")}`, ...where];
      const args = { language, line: calledLine(said), what };
      return [problems.bracesDiffer(said.translated.span, args, { explanation, fixes })];
    }),
  );
}

/** Of one name that is missing and one that is too much, the one is written for the other. */
function renamed(model: Model, at: Span, from: string, to: string): Fix[] {
  const written = textAt(model.trees, at);
  const places = [...written.matchAll(/\{([^{}]+)\}/g)].filter(([, inside = ""]) => plain(inside) === from);
  if (places.length === 0) return [];
  const edits = places.map((place) => {
    const start = at.start + place.index;
    return { span: { ...at, start, end: start + place[0].length }, text: `{${to}}` };
  });
  return [{ title: `change  {${from}}  to  {${to}}`, edits }];
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
