// A renamed thing in the lock files of words: what they note of a translation goes on under the new name, so that one that is out of date
// is still told after the renaming.
import type { TextEdit } from "vscode-languageserver";
import { lockFileOf, renamedLock } from "../locks/words-lock.ts";
import { readWordsFile, type WordsFile } from "../model/words/words-book.ts";
import { plainName } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Found } from "./names/resolve.ts";
import { spanOf } from "./names/resolve.ts";
import { rangeOf, type Snapshot, visibleFrom } from "./snapshot.ts";
import type { TextFile } from "./text-file.ts";

/** The edits of lock files, by file. */
export function renameNotes(
  snapshot: Snapshot,
  declared: Found,
  mentions: readonly Found[],
  name: string,
): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const file of snapshot.files.values()) {
    const lock = file.file.endsWith(".words") ? snapshot.files.get(lockFileOf(file.file)) : undefined;
    if (!lock || !visibleFrom(snapshot, file).includes(declared.file)) continue;
    const here = mentions.filter((found) => found.file === file);
    const [before, after] = [wordsOf(file, file.text), wordsOf(file, written(file, here, name))];
    const rename = (words: string) => renamedHoles(words, declared.mention.name, name);
    const text = before && after && renamedLock(lock.text, { before, after, rename });
    if (text === undefined) continue;
    const range = rangeOf(lock, { start: 0, end: lock.text.length });
    changes[lock.file] = [{ range, newText: text }];
  }
  return changes;
}

function wordsOf(file: TextFile, text: string): WordsFile | undefined {
  return readWordsFile(parseTree(file.file, text).tree, () => undefined);
}

/** The text with the new name at these places. */
function written(file: TextFile, here: readonly Found[], name: string): string {
  const fromBehind = here.map(spanOf).sort((one, other) => other.start - one.start);
  return fromBehind.reduce((text, { start, end }) => text.slice(0, start) + name + text.slice(end), file.text);
}

/** `{permits-held: one permit | # permits}`: the name stands in front of the colon. */
function renamedHoles(words: string, old: string, name: string): string {
  return words.replace(/\{[^{}:]*/g, (hole) =>
    hole.replace(/[\p{L}\p{N}\-\u2010\u2011]+/gu, (word) => (plainName(word) === old ? name : word)),
  );
}
