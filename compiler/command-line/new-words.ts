// `formwork new words`: a words file that lists every line of a service which another language has to say, ready to be translated.
import path from "node:path";
import { compile } from "../compile.ts";
import type { Finding, Model } from "../model/model.ts";
import { languageNamed, languageNames } from "../model/words/languages.ts";
import { nearest } from "../source/nearest.ts";
import { beginWords, type LineToTranslate } from "./beginnings/words.ts";
import { readService } from "./read-service.ts";
import { writeNew } from "./write-new.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Writes parking.cy.words beside parking.service. */
export function newWords([language, file, ...more]: readonly string[], libraries: string | undefined): number {
  if (language === undefined || file === undefined || more.length > 0)
    throw new WrongUsage("Name a language and a service text: formwork new words Welsh parking.service");
  const found = languageNamed(language.toLowerCase());
  if (!found) {
    const close = nearest(language.toLowerCase(), languageNames);
    throw new WrongUsage(
      `There is no language called ${language} here.${close.length > 0 ? ` Did you mean ${close.map(titled).join(" or ")}?` : " Languages have their English names: Welsh."}`,
    );
  }
  const { entry, files } = readService(file, libraries);
  const { model } = compile(entry, files);
  if (!model) throw new WrongUsage(`${file} does not begin with a service line: formwork check ${file} says more.`);
  const name = titled(language.toLowerCase());
  const target = path.join(path.dirname(file), `${path.basename(file, ".service")}.${found.tag}.words`);
  const lines = linesToTranslate(model, files, `words ${name} for ${model.name} version ${model.version.number}\n`);
  writeNew(target, beginWords(name, model.name, model.version.number, lines));
  console.log(`${target} is written, with ${lines.length} lines to translate.${declaredToo(model, name, found.tag)}`);
  return 0;
}

/** The compiler itself says what is missing when it reads a words file without a line in it. */
function linesToTranslate(model: Model, files: ReadonlyMap<string, string>, empty: string): LineToTranslate[] {
  const entry = model.tree.file;
  const own = path.basename(entry, ".service");
  const others = [...files].filter(([file]) => !(file.startsWith(`${own}.`) && file.endsWith(".words")));
  const beside = compile(entry, new Map([...others, [`${own}.new.words`, empty]])).model;
  const missing = (beside?.findings ?? []).filter(
    (one): one is Finding & { kind: "words-missing" } => one.kind === "words-missing",
  );
  const text = model.tree.text;
  return missing
    .flatMap(({ lines }) => lines)
    .filter(({ span }) => span.file === entry)
    .sort((one, other) => one.span.start - other.span.start)
    .map(({ said, span }) => ({ said, words: wordsAt(text, span.start, span.end) }));
}

/** Quoted words as they stand; of prose all its lines, which follow each other. */
function wordsAt(text: string, start: number, end: number): string {
  if (text[start] !== ">") return text.slice(start, end);
  const lines = text.slice(start).split(/\r?\n/);
  const ending = lines.findIndex((line) => !line.trimStart().startsWith(">"));
  return lines
    .slice(0, ending < 0 ? lines.length : ending)
    .map((line) => line.trim())
    .join("\n");
}

function titled(language: string): string {
  return `${language.charAt(0).toUpperCase()}${language.slice(1)}`;
}

function declaredToo({ languages }: Model, name: string, tag: string): string {
  if (languages.some((language) => language.tag === tag)) return "";
  return ` Say in the service that it speaks the language:  languages …, ${name}`;
}
