// The lock files of a service as they should stand: what is new is noted, what changed is left for its check to tell.
import type { Model } from "../model/model.ts";
import { translationsIn } from "../model/words/words-book.ts";
import { lockFileBeside, notedLibraries } from "./library-lock.ts";
import { lockFileOf, notedWords } from "./words-lock.ts";

/** Only those that have something new to note, by file. */
export function lockFilesOf(model: Model): ReadonlyMap<string, string> {
  const beside = lockFileBeside(model.tree.file);
  const all: (readonly [file: string, text: string | undefined])[] = [
    [beside, notedLibraries(model.libraries, model.locks.get(beside))],
    ...model.wordsFiles.map((file) => {
      const name = lockFileOf(file.header.span.file);
      const lines = translationsIn(file, model.said);
      return [name, notedWords(lines, model.locks.get(name), { keepsOthers: file.for !== model.name })] as const;
    }),
  ];
  return new Map(all.flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])));
}
