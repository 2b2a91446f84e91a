// FW802: a declared language has no words for some lines, or its words were made from other words than those that stand there now.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import {
  calledLine,
  lockFileOf,
  readWordsLock,
  type Stale,
  staleLines,
  stillFitsEdit,
} from "../../locks/words-lock.ts";
import { nameAt } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { WordsFile } from "../../model/words/words-book.ts";
import { asTyped } from "../../source/as-typed.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber } from "../text-edits.ts";
import { translationsOf } from "../translations.ts";

export function checkTranslation(model: Model): Problem[] {
  return [
    ...noFile(model),
    ...model.wordsFiles.flatMap((file) => [
      ...otherVersion(model, file),
      ...missing(model, file),
      ...stale(model, file),
    ]),
  ];
}

const shown = 8;

function noFile(model: Model): Problem[] {
  return findingsOf(model, "words-file-missing").map(({ language, library, at }) => {
    const name = wordsFromName(language);
    if (library) {
      const what = `There are no words in ${name} for ${library.name}`;
      const explanation = [
        `A library brings its own words: a file beside ${library.tree.file.split("/").at(-1)} with the first line`,
        `words ${name} for ${library.name} version ${library.version}`,
        `formwork words ${asTyped(library.tree.file)} --language ${name}  writes one with every line to translate.`,
      ];
      return problems.translationMissingOrStale(at, { what }, { explanation });
    }
    const explanation = [
      `Words in ${name} stand in a file beside the service, with a first line such as:`,
      `words ${name} for ${model.name} version ${model.version.number}`,
      `formwork words ${asTyped(fileName(model.tree.file))} --language ${name}  writes one with every line to translate.`,
    ];
    return problems.translationMissingOrStale(at, { what: `There are no words in ${name}` }, { explanation });
  });
}

function missing(model: Model, file: WordsFile): Problem[] {
  const lines = translationsOf(model, file).filter((said) => !said.translated && !said.mayStay);
  if (lines.length === 0) return [];
  const said = lines.slice(0, shown).map((line) => `${placeOf(model, line.span)}: ${calledLine(line)}`);
  const rest = lines.length > shown ? [`and ${lines.length - shown} more`] : [];
  const what = `${wordsFromName(file.language)} has no words for ${lines.length} ${lines.length === 1 ? "line" : "lines"}`;
  const at = nameAt(file.header)?.span ?? file.header.span;
  return [problems.translationMissingOrStale(at, { what }, { explanation: [...said, ...rest] })];
}

/** line 7; of a library: common-questions.shared line 7 */
function placeOf(model: Model, span: Span): string {
  const line = `line ${lineNumber(model.trees, span)}`;
  return span.file === model.tree.file ? line : `${fileName(span.file)} ${line}`;
}

/** The whole file was made for another version of its text. */
function otherVersion(model: Model, file: WordsFile): Problem[] {
  const isOfService = file.for === model.name;
  const library = model.libraries.find(({ name }) => name === file.for);
  const wanted = isOfService ? model.version.number : library?.version;
  if (wanted === undefined || file.version === wanted) return [];
  const versionAt = file.header.parts.find((part) => "literal" in part)?.span ?? file.header.span;
  const whose = isOfService ? "the service" : file.for;
  const what = `The words in ${wordsFromName(file.language)} are for version ${file.version}, and ${whose} is version ${wanted}`;
  const explanation = ["Read them once more against the new version, then change the number."];
  const fixes = [change(model.trees, versionAt, String(wanted))];
  return [problems.translationMissingOrStale(versionAt, { what }, { explanation, fixes })];
}

function stale(model: Model, file: WordsFile): Problem[] {
  const name = lockFileOf(file.header.span.file);
  const text = model.locks.get(name);
  const lock = text === undefined ? undefined : readWordsLock(text);
  if (text === undefined || !lock) return [];
  return staleLines(translationsOf(model, file), lock).map((line) => {
    const what = `The words for ${calledLine(line.said)} were changed, and the ${wordsFromName(file.language)} was not`;
    const explanation = [`Translated from: ${oneLine(line.before)}`, `Now: ${oneLine(line.said.words)}`];
    const at = line.said.translated?.span ?? file.header.span;
    return problems.translationMissingOrStale(at, { what }, { explanation, fixes: stillFits(name, text, line) });
  });
}

/** Noting that the translation was read again is the translator's to choose; changing it is done by hand. */
function stillFits(name: string, text: string, line: Stale): Fix[] {
  const edit = stillFitsEdit(name, text, line);
  return edit ? [{ title: "note that the translation still fits", edits: [edit] }] : [];
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
