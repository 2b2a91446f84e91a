// Words people see in every language: the text's own and what the words files hold for the same line.
// Remembers which translated lines were used, so that missing and left-over ones can be told.

import type { Line, Span, Tree, Word } from "../../syntax/tree.ts";
import { nameAt, numberAfter, proseUnder, quotedAt } from "../line.ts";
import type { Words } from "../shapes.ts";

/** Words of one line in a words file. */
interface Translated {
  readonly words: string;
  readonly span: Span;
  used: boolean;
}

/** One words file: a language's words for one service or library. */
export interface WordsFile {
  readonly tag: string;
  /** As written: Welsh. */
  readonly language: string;
  readonly for: string;
  readonly version: number;
  readonly header: Line;
  readonly entries: ReadonlyMap<string, Translated>;
  /** The things it names, for those that are not there: `ask registration` → the name's word. */
  readonly owners: ReadonlyMap<string, Word>;
  /** Lines of the text that it has no words for. */
  readonly missing: { said: string; span: Span }[];
}

export interface WordsBook {
  readonly tag: string;
  readonly files: readonly WordsFile[];
  /** Owners that the text has: what a words file may speak of. By text, then `ask registration`. */
  readonly owners: Map<string, Set<string>>;
}

/** Slots of lines under a thing in a words file, each with how its key is made. */
const slots: Readonly<Record<string, string>> = {
  hint: "hint",
  help: "help",
  guidance: "guidance",
  unit: "unit",
  subject: "subject",
  permission: "permission",
  purpose: "purpose",
  short: "short name",
  add: "add another",
};

/** A words file read into its entries; undefined when the line is not the head of one. */
export function readWordsFile(tree: Tree, tagOf: (language: string) => string | undefined): WordsFile | undefined {
  const header = tree.lines.find((line) => line.word === "words");
  const language = header && nameAt(header, 0);
  const target = header && nameAt(header, 1);
  if (!header || !language || !target) return undefined;
  const entries = new Map<string, Translated>();
  const owners = new Map<string, Word>();
  for (const line of header.children) {
    const name = nameAt(line);
    const owner = name ? `${kindOf(line)} ${name.name}` : kindOf(line);
    if (name) owners.set(owner, name);
    addEntry(entries, `${owner}/title`, quotedAt(line));
    addEntry(entries, `${owner}/prose`, proseUnder(line));
    for (const below of line.children) addLineBelow(entries, owner, below);
  }
  return {
    tag: tagOf(language.name) ?? language.name,
    language: language.name,
    for: target.name,
    version: numberAfter(header, "version") ?? 0,
    header,
    entries,
    owners,
    missing: [],
  };
}

function kindOf(line: Line): string {
  return line.word === "for" ? "for each" : line.word;
}

function addLineBelow(entries: Map<string, Translated>, owner: string, line: Line): void {
  const quoted = quotedAt(line);
  const name = nameAt(line)?.name;
  const number = line.parts.find((part) => "literal" in part)?.literal;
  if (line.word === "-") addEntry(entries, `${owner}/- ${name}`, quoted);
  else if (number?.kind === "number") addEntry(entries, `${owner}/${line.word} ${number.value}`, quoted);
  else if (name !== undefined) addEntry(entries, `${owner}/${line.word} ${name}`, quoted);
  else if (quoted) addEntry(entries, `${owner}/${slots[line.word] ?? line.word}`, quoted);
  const prose = proseUnder(line);
  if (prose) addEntry(entries, `${owner}/${line.word} prose`, prose);
  for (const below of line.children) {
    const hint = quotedAt(below);
    if (line.word === "-" && hint) addEntry(entries, `${owner}/- ${name} hint`, hint);
  }
}

function addEntry(
  entries: Map<string, Translated>,
  key: string,
  quoted: { readonly words: string; readonly span: Span } | undefined,
): void {
  if (quoted) entries.set(key, { words: quoted.words, span: quoted.span, used: false });
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
 * What a thing without words of its own is called: in the text's language made from its name (permit-fee: Permit fee), in
 * others as their words files say. Undefined when no words file speaks of it.
 */
export function wordsOfName(book: WordsBook, key: WordsKey, name: string): Words | undefined {
  const words = wordsOf(book, key, undefined);
  const made = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
  return Object.keys(words).length > 1 ? { ...words, [book.tag]: made } : undefined;
}

/** The words in every language the service has them in. */
export function wordsOf(
  book: WordsBook,
  key: WordsKey,
  own: { readonly words: string; readonly span: Span } | undefined,
): Words {
  const words: Words = { [book.tag]: own?.words ?? "" };
  const owners = book.owners.get(key.text) ?? new Set<string>();
  book.owners.set(key.text, owners.add(key.owner));
  for (const file of book.files) {
    if (file.for !== key.text) continue;
    const entry = file.entries.get(`${key.owner}/${key.slot}`);
    if (entry) {
      entry.used = true;
      words[file.tag] = entry.words;
    } else if (own && !key.mayStay) {
      file.missing.push({ said: key.slot === "title" ? key.owner : `${key.owner}: ${key.slot}`, span: own.span });
    }
  }
  return words;
}
