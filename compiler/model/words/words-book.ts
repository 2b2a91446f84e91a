// Words people see in every language: the text's own and what the words files hold for the same line.
// Remembers which translated lines were used, so that missing and left-over ones can be told.

import { nameForms } from "#support/plurals.ts";
import type { Line, Span, Tree, Word } from "../../syntax/tree.ts";
import { nameAt, numberAfter, proseUnder, quotedAt, wordOf } from "../line.ts";
import type { Words } from "../shapes.ts";
import { ownerOf, slotOf } from "./slots.ts";

/** Words of one line in a words file. */
export interface Translated {
  readonly words: string;
  readonly span: Span;
  /** The line they stand on, or above their prose. */
  readonly line: Line;
}

/** Words that a text says and every words file of it should say. */
export interface Said {
  readonly owner: string;
  readonly slot: string;
  readonly words: string;
  readonly span: Span;
  /** Missing words are no problem: citations and the like may stay in the language of the law. */
  readonly mayStay: boolean;
}

/** The same with what a words file has for it. */
export interface Translation extends Said {
  readonly translated?: Translated;
}

/** One words file: a language's words for one service or library. */
export interface WordsFile {
  readonly tag: string;
  /** As compared: welsh. */
  readonly language: string;
  readonly for: string;
  readonly version: number;
  readonly header: Line;
  /** By owner and slot: `ask registration/hint`. */
  readonly entries: ReadonlyMap<string, Translated>;
  /** The things it names, for those that are not there: `ask registration` → the name's word. */
  readonly owners: ReadonlyMap<string, Word>;
  /** Names without words of their own that it gives words: `calculate permit-fee/title`. */
  readonly named: Set<string>;
}

export interface WordsBook {
  readonly tag: string;
  files: readonly WordsFile[];
  /** Owners that the text has: what a words file may speak of. By text, then `ask registration`. */
  readonly owners: Map<string, Set<string>>;
  /** What each text says, by text, then by owner and slot; filled while the model is built. */
  readonly said: Map<string, Map<string, Said>>;
}

/** What a text says, in its order, each with what this words file has for it. */
export function translationsIn(file: WordsFile, said: WordsBook["said"]): Translation[] {
  const lines = [...(said.get(file.for) ?? [])].map(([at, one]): Translation => {
    const translated = file.entries.get(at);
    return translated ? { ...one, translated } : one;
  });
  return lines.sort((one, two) => one.span.start - two.span.start);
}

/** A words file read into its entries; undefined when the line is not the head of one. */
export function readWordsFile(tree: Tree, tagOf: (language: string) => string | undefined): WordsFile | undefined {
  const header = tree.lines.find((line) => wordOf(line) === "words");
  const language = header && nameAt(header, 0);
  const target = header && nameAt(header, 1);
  if (!header || !language || !target) return undefined;
  const entries = new Map<string, Translated>();
  const owners = new Map<string, Word>();
  for (const line of header.children) {
    const name = nameAt(line);
    const owner = ownerOf(line);
    if (name) owners.set(owner, name);
    addEntry(entries, `${owner}/title`, line, quotedAt(line));
    addEntry(entries, `${owner}/prose`, line, proseUnder(line));
    for (const [at, below] of line.children.entries())
      addLineBelow(entries, owner, below, slotOf(below, line.children.slice(0, at)));
  }
  return {
    tag: tagOf(language.name) ?? language.name,
    language: language.name,
    for: target.name,
    version: numberAfter(header, "version") ?? 0,
    header,
    entries,
    owners,
    named: new Set(),
  };
}

function addLineBelow(entries: Map<string, Translated>, owner: string, line: Line, slot: string): void {
  addEntry(entries, `${owner}/${slot}`, line, quotedAt(line));
  addEntry(entries, `${owner}/${slot} prose`, line, proseUnder(line));
  if (wordOf(line) !== "-") return;
  for (const below of line.children) addEntry(entries, `${owner}/${slot} hint`, below, quotedAt(below));
}

function addEntry(
  entries: Map<string, Translated>,
  key: string,
  line: Line,
  quoted: { readonly words: string; readonly span: Span } | undefined,
): void {
  if (quoted && !entries.has(key)) entries.set(key, { words: quoted.words, span: quoted.span, line });
}

/** Which line of which text some words stand on. */
export interface WordsKey {
  /** The service or library. */
  readonly text: string;
  /** ask registration */
  readonly owner: string;
  /** hint; `say 2`; `- electric`; title */
  readonly slot: string;
  /** Citations and the like may stay in the language of the law: then nothing is said when a translation is missing. */
  readonly mayStay?: boolean;
}

/**
 * The same for what is shown under its name: the words made from it are said, so that a missing translation of them can be told.
 * Undefined when no words file speaks of it.
 */
export function wordsOfShownName(book: WordsBook, key: WordsKey, name: Word): Words | undefined {
  const words = wordsOf(book, key, { words: madeFrom(name.name), span: name.span });
  return Object.keys(words).length > 1 ? words : undefined;
}

function madeFrom(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

/**
 * What a thing without words of its own is called: in the text's language made from its name (permit-fee: Permit fee), in
 * others as their words files say. Undefined when no words file speaks of it.
 */
export function wordsOfName(book: WordsBook, key: WordsKey, name: string): Words | undefined {
  const words = wordsOf(book, key, undefined);
  return Object.keys(words).length > 1 ? { ...words, [book.tag]: madeFrom(name) } : undefined;
}

/** The words in every language the service has them in. */
export function wordsOf(
  book: WordsBook,
  key: WordsKey,
  own: { readonly words: string; readonly span: Span } | undefined,
): Words {
  const words: Words = { [book.tag]: nameForms(own?.words ?? "", book.tag) };
  ownersIn(book, key.text).add(key.owner);
  const at = `${key.owner}/${key.slot}`;
  if (own) keepSaid(book, at, key, own);
  for (const file of book.files) {
    if (file.for !== key.text) continue;
    const translated = file.entries.get(at);
    if (translated) words[file.tag] = nameForms(translated.words, file.tag);
    if (!own) file.named.add(at);
  }
  return words;
}

/** A set that is used twice says the same words twice: the first time counts. */
function keepSaid(
  book: WordsBook,
  at: string,
  key: WordsKey,
  own: { readonly words: string; readonly span: Span },
): void {
  const said = saidIn(book, key.text);
  const { owner, slot, mayStay = false } = key;
  if (!said.has(at)) said.set(at, { owner, slot, mayStay, words: own.words, span: own.span });
}

function ownersIn({ owners }: WordsBook, text: string): Set<string> {
  const known = owners.get(text) ?? new Set();
  if (known.size === 0) owners.set(text, known);
  return known;
}

function saidIn({ said }: WordsBook, text: string): Map<string, Said> {
  const known = said.get(text) ?? new Map();
  if (known.size === 0) said.set(text, known);
  return known;
}
