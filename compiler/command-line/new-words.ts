// `formwork new words`: a words file that lists every line of a service which another language has to say, ready to be translated.
import { existsSync } from "node:fs";
import path from "node:path";
import { readModel } from "../compile.ts";
import type { Model } from "../model/model.ts";
import { languageNamed, languageNames } from "../model/words/languages.ts";
import { nearest } from "../source/nearest.ts";
import { newWordsFile } from "../translate/refresh-words.ts";
import { readService } from "./read-service.ts";
import { writeNew } from "./write-new.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Writes parking.cy.words beside parking.service. */
export function newWords([language, file, ...more]: readonly string[], libraries: string | undefined): number {
  if (language === undefined || file === undefined || more.length > 0)
    throw new WrongUsage("Name a language and a service text: formwork new words Welsh parking.service");
  const found = languageNamed(language.toLowerCase());
  if (!found && languageNamed(file.toLowerCase()))
    throw new WrongUsage(`The language comes first: formwork new words ${file} ${language}`);
  if (!found) {
    const close = nearest(language.toLowerCase(), languageNames);
    throw new WrongUsage(
      `There is no language called ${language} here.${close.length > 0 ? ` Did you mean ${close.map(titled).join(" or ")}?` : " Languages have their English names: Welsh."}`,
    );
  }
  const { entry, files } = readService(file, libraries);
  const { model } = readModel(entry, files);
  if (!model) throw new WrongUsage(`${file} does not begin with a service line: formwork check ${file} says more.`);
  const name = titled(language.toLowerCase());
  const target = path.join(path.dirname(file), `${path.basename(file, ".service")}.${found.tag}.words`);
  if (existsSync(target))
    throw new UnreadableText(
      `${target} is there already, and was left as it is. To bring it up to date: formwork words ${file} --language ${name}`,
    );
  const said = [...(model.said.get(model.name)?.values() ?? [])].sort((one, two) => one.span.start - two.span.start);
  const lines = said.filter(({ mayStay }) => !mayStay);
  writeNew(target, newWordsFile({ name: model.name, version: model.version.number, lines }, name));
  console.log(`${target} is written, with ${lines.length} lines to translate.${declaredToo(model, name, found.tag)}`);
  return 0;
}

function titled(language: string): string {
  return `${language.charAt(0).toUpperCase()}${language.slice(1)}`;
}

function declaredToo({ languages }: Model, name: string, tag: string): string {
  if (languages.some((language) => language.tag === tag)) return "";
  return ` Say in the service that it speaks the language:  languages …, ${name}`;
}
