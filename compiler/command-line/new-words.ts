// `formwork new words`: a words file that lists every line of a service or a library which another language has to say, ready to be translated.

import { existsSync } from "node:fs";
import path from "node:path";
import { readModel } from "../compile.ts";
import type { Model } from "../model/model.ts";
import { languageNamed } from "../model/words/languages.ts";
import { asTyped } from "../source/as-typed.ts";
import { newWordsFile } from "../translate/refresh-words.ts";
import { languageCalled } from "./language-called.ts";
import { readToTranslate } from "./read-alone.ts";
import { writeNew } from "./write-new.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** The service or the library that is translated. */
export interface TranslatedText {
  readonly name: string;
  readonly version: number;
}

/** What the named file is called in its first line. */
export function translatedText(model: Model, file: string): TranslatedText | undefined {
  if (!file.endsWith(".shared")) return { name: model.name, version: model.version.number };
  return model.libraries.find(({ tree }) => tree.file === path.basename(file));
}

/** 1 line, 5 lines */
export function counted(lines: number): string {
  return lines === 1 ? "1 line" : `${lines} lines`;
}

/** Writes parking.cy.words beside parking.service, or common.cy.words beside common.shared. */
export function newWords([language, file, ...more]: readonly string[], libraries: string | undefined): number {
  if (language === undefined || file === undefined || more.length > 0)
    throw new WrongUsage("Name a language and a service text: formwork new words Welsh parking.service");
  if (!languageNamed(language.toLowerCase()) && languageNamed(file.toLowerCase()))
    throw new WrongUsage(`The language comes first: formwork new words ${asTyped(file)} ${language}`);
  const { name, language: found } = languageCalled(language);
  const { entry, files } = readToTranslate(file, libraries, name);
  const { model } = readModel(entry, files);
  const text = model && translatedText(model, file);
  const ending = path.extname(file);
  if (!model || !text)
    throw new WrongUsage(
      `${file} does not begin with a ${ending === ".shared" ? "shared" : "service"} line: formwork check ${asTyped(file)} says more.`,
    );
  if (model.languages[0]?.tag === found.tag)
    throw new UnreadableText(
      `${file} itself is written in ${name}: its first language needs no file of words. Name another language.`,
    );
  const target = path.join(path.dirname(file), `${path.basename(file, ending)}.${found.tag}.words`);
  if (existsSync(target))
    throw new UnreadableText(
      `${target} is there already, and was left as it is. To bring it up to date: formwork words ${asTyped(file)} --language ${name}`,
    );
  const said = [...(model.said.get(text.name)?.values() ?? [])].sort((one, two) => one.span.start - two.span.start);
  const lines = said.filter(({ mayStay }) => !mayStay);
  writeNew(target, newWordsFile({ ...text, lines }, name));
  const also = ending === ".shared" ? "" : declaredToo(model, name, found.tag);
  console.log(`${target} is written, with ${counted(lines.length)} to translate.${also}`);
  return 0;
}

function declaredToo({ languages }: Model, name: string, tag: string): string {
  if (languages.some((language) => language.tag === tag)) return "";
  return ` Say in the service that it speaks the language:  languages …, ${name}`;
}
