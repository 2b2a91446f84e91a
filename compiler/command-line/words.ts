// `formwork words`: makes a words file in another language, or brings it up to date, and says what is left for the translator.

import path from "node:path";
import { readModel } from "../compile.ts";
import { calledLine, lockFileOf, notedWords, readWordsLock, staleLines } from "../locks/words-lock.ts";
import type { Model } from "../model/model.ts";
import type { Language } from "../model/shapes.ts";
import { languageNamed } from "../model/words/languages.ts";
import { type Translation, translationsIn, type WordsFile } from "../model/words/words-book.ts";
import { asTyped } from "../source/as-typed.ts";
import { applyEdits } from "../source/edits.ts";
import { refreshWordsFile } from "../translate/refresh-words.ts";
import { languageCalled } from "./language-called.ts";
import { counted, newWords, type TranslatedText, translatedText } from "./new-words.ts";
import { readOptions } from "./options.ts";
import { readToTranslate } from "./read-alone.ts";
import { writeBeside } from "./write-locks.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when the service cannot be read. Whether something is left to translate is no failure. */
export function words(given: readonly string[]): number {
  const { subjects, flags } = readOptions(given, ["language", "still-fits", "libraries"]);
  const [file, ...more] = subjects;
  const [spoken] = more;
  if (file !== undefined && spoken !== undefined && languageNamed(spoken.toLowerCase()))
    throw new WrongUsage(`Say the language with its flag: formwork words ${asTyped(file)} --language ${spoken}`);
  if (file === undefined || more.length > 0)
    throw new WrongUsage("Name one text: formwork words parking.service --language Welsh");
  const { name, language } = readLanguage(flags.get("language"));
  const { entry, files } = readToTranslate(file, flags.get("libraries"), name);
  const { model } = readModel(entry, files);
  const text = model && translatedText(model, file);
  if (!model || !text) {
    const kind = file.endsWith(".shared") ? "shared" : "service";
    console.error(`${file} has no ${kind} line. formwork check ${asTyped(file)} says more.`);
    return 1;
  }
  const folder = path.dirname(file);
  const own = model.wordsFiles.find((one) => one.tag === language.tag && one.for === text.name);
  if (!own) return newWords([name, file], flags.get("libraries"));
  const written = refresh(model, text, own, files, flags.get("still-fits"));
  for (const [target, text] of written.files) if (!writeBeside(path.resolve(folder, target), text)) return 1;
  for (const line of [...written.said, ...librariesWithout(model, text.name, language, name)]) console.log(line);
  return 0;
}

interface Written {
  readonly files: ReadonlyMap<string, string>;
  readonly said: readonly string[];
}

function refresh(
  model: Model,
  translated: TranslatedText,
  file: WordsFile,
  files: ReadonlyMap<string, string>,
  fits: string | undefined,
): Written {
  const target = file.header.span.file;
  const text = files.get(target) ?? "";
  const lines = translationsIn(file, model.said);
  const lockFile = lockFileOf(target);
  const fitting = new Set(fits?.split(",").map((line) => line.trim()) ?? []);
  const locked = model.locks.get(lockFile);
  const lock = notedWords(lines, locked, { stillFits: (line) => fits === "all" || fitting.has(line) });
  const stale = staleLines(lines, readWordsLock(lock ?? locked ?? "") ?? new Map());
  const missing = lines.filter(({ translated, mayStay }) => !translated && !mayStay);
  const isComplete = locked !== undefined && stale.length === 0 && missing.length === 0;
  const now = refreshWordsFile(target, isComplete ? forVersion(translated, file, text) : text, { lines });
  return {
    files: new Map([
      ...(now === text ? [] : [[target, now] as const]),
      ...(lock === undefined ? [] : [[lockFile, lock] as const]),
    ]),
    said: [
      `${target}: ${summaryOf(missing, stale.length)}`,
      ...stale.map(({ said, before }) => `  changed since it was translated: ${calledLine(said)}, was "${before}"`),
    ],
  };
}

function summaryOf(missing: readonly Translation[], stale: number): string {
  if (missing.length === 0 && stale === 0) return "up to date";
  return `${counted(missing.length)} to translate, ${stale} to read again`;
}

/** Everything is translated from the words of this version: the first line may say so. */
function forVersion({ version }: TranslatedText, file: WordsFile, text: string): string {
  const at = file.header.parts.find((part) => "literal" in part)?.span;
  return at ? applyEdits(text, [{ span: at, text: String(version) }]) : text;
}

/** Libraries bring their own words; those that have none in this language are named. */
function librariesWithout(model: Model, own: string, language: Language, name: string): string[] {
  return model.libraries.flatMap((library) => {
    if (library.name === own) return [];
    const said = [...(model.said.get(library.name)?.values() ?? [])].filter(({ mayStay }) => !mayStay);
    const file = model.wordsFiles.find((one) => one.tag === language.tag && one.for === library.name);
    const missing = file ? translationsIn(file, model.said).filter((one) => !one.translated && !one.mayStay) : said;
    return missing.length === 0
      ? []
      : [
          `${library.tree.file}: no words in ${name} for ${counted(missing.length)} that ${missing.length === 1 ? "is" : "are"} used here`,
        ];
  });
}

function readLanguage(given: string | undefined): { readonly name: string; readonly language: Language } {
  if (given === undefined) throw new WrongUsage("Say the language: --language Welsh");
  return languageCalled(given);
}
