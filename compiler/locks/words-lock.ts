// parking.cy.words.lock, beside parking.cy.words: the words that each line was translated from. When they change and the translation does
// not, the translation is out of date. A translation that was changed since counts as read again.

import type { Edit } from "../diagnostics/problem.ts";
import type { Said, Translation, WordsFile } from "../model/words/words-book.ts";
import { asObject, asText, readObject, writeObject } from "./json.ts";
import { sha256 } from "./sha256.ts";

const note =
  "Written by formwork. The words that each translation was made from, and a fingerprint of the translation.";

/** What one translation was made from. */
export interface MadeFrom {
  readonly from: string;
  /** The first digits of the fingerprint of the translation. */
  readonly translation: string;
}

/** By line: `ask registration: hint`. */
export type WordsLock = ReadonlyMap<string, MadeFrom>;

export function lockFileOf(wordsFile: string): string {
  return `${wordsFile}.lock`;
}

/** Undefined: the text is no lock file. */
export function readWordsLock(text: string): WordsLock | undefined {
  const lines = asObject(readObject(text)?.["lines"]);
  if (!lines) return undefined;
  return new Map(
    Object.entries(lines).flatMap(([line, value]) => {
      const from = asText(asObject(value)?.["from"]);
      const translation = asText(asObject(value)?.["translation"]);
      return from === undefined || translation === undefined ? [] : [[line, { from, translation }]];
    }),
  );
}

export function writeWordsLock(lock: WordsLock): string {
  return writeObject({ note, lines: Object.fromEntries(lock) });
}

/** What a line is called: `ask registration: hint`; the words of the thing itself by the thing alone. */
export function calledLine({ owner, slot }: Pick<Said, "owner" | "slot">): string {
  return slot === "title" ? owner : `${owner}: ${slot}`;
}

/** A translation whose words were changed, and that was not changed since. */
export interface Stale {
  readonly said: Translation;
  readonly before: string;
}

/** Lines in the order of the text. A line that is not in the lock file is new: it was made from the words as they are. */
export function staleLines(lines: readonly Translation[], lock: WordsLock): Stale[] {
  return lines.flatMap((said) => {
    const made = lock.get(calledLine(said));
    const isStale =
      made !== undefined &&
      said.translated !== undefined &&
      !isSameWords(made.from, said.words) &&
      made.translation === shortPrint(said.translated.words);
    return isStale ? [{ said, before: made.from }] : [];
  });
}

export interface Noting {
  /** Stale lines that were read again, by what they are called. */
  readonly stillFits?: (line: string) => boolean;
  /** Of a library only what one service uses is looked at: the other lines stay as they are noted. */
  readonly keepsOthers?: boolean;
}

/**
 * The lock file as it should stand: new and changed translations are noted with the words they are made from now. Stale ones keep
 * theirs, unless they still fit. Undefined: there is nothing to write.
 */
export function notedWords(
  lines: readonly Translation[],
  text: string | undefined,
  { stillFits = () => false, keepsOthers = false }: Noting = {},
): string | undefined {
  const lock = text === undefined ? new Map<string, MadeFrom>() : readWordsLock(text);
  if (!lock) return undefined;
  const stale = new Set(staleLines(lines, lock).map(({ said }) => calledLine(said)));
  const noted = new Map<string, MadeFrom>(keepsOthers ? lock : []);
  for (const said of lines) {
    if (!said.translated) continue;
    const line = calledLine(said);
    const old = lock.get(line);
    const keeps = old !== undefined && stale.has(line) && !stillFits(line);
    noted.set(line, keeps ? old : { from: said.words, translation: shortPrint(said.translated.words) });
  }
  const now = writeWordsLock(noted);
  return now === text || (noted.size === 0 && text === undefined) ? undefined : now;
}

/** The edit of the lock file that says: this translation was read again and still fits. */
export function stillFitsEdit(file: string, text: string, { said }: Stale): Edit | undefined {
  const name = `${JSON.stringify(calledLine(said))}: {`;
  const start = text.indexOf('"from": ', text.indexOf(name)) + '"from": '.length;
  const old = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(start))?.[0];
  if (!text.includes(name) || old === undefined) return undefined;
  return { span: { file, start, end: start + old.length }, text: JSON.stringify(said.words) };
}

/** A words file as it was and as it is with another name in it, line by line the same. */
export interface RenamedWords {
  readonly before: WordsFile;
  readonly after: WordsFile;
  /** How words of the service read with the new name. */
  readonly rename: (words: string) => string;
}

/** The lock file as it should stand when a thing got another name: what was up to date stays so, what was out of date too. */
export function renamedLock(text: string, { before, after, rename }: RenamedWords): string | undefined {
  const lock = readWordsLock(text);
  const [old, now] = [[...before.entries], [...after.entries]];
  if (!lock || old.length !== now.length) return undefined;
  const places = new Map(old.map(([key], at) => [calledEntry(key), at]));
  const renamed = [...lock].map(([line, made]): [string, MadeFrom] => {
    const at = places.get(line);
    const [was, is] = at === undefined ? [] : [old[at], now[at]];
    const isSame = was !== undefined && is !== undefined && made.translation === shortPrint(was[1].words);
    const translation = isSame ? shortPrint(is[1].words) : made.translation;
    return [is ? calledEntry(is[0]) : line, { from: rename(made.from), translation }];
  });
  const written = writeWordsLock(new Map(renamed));
  return written === text ? undefined : written;
}

/** `ask registration/hint` → `ask registration: hint` */
function calledEntry(key: string): string {
  const slash = key.indexOf("/");
  return calledLine({ owner: key.slice(0, slash), slot: key.slice(slash + 1) });
}

function shortPrint(words: string): string {
  return sha256(plain(words)).slice(0, 12);
}

function isSameWords(one: string, two: string): boolean {
  return plain(one) === plain(two);
}

/** Spaces and the shape of quotes are no change of words. */
function plain(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim();
}
