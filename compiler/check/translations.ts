// What each words file has for the words of the texts it translates: asked for by several checks of one model, so put together once.
import type { Model } from "../model/model.ts";
import { type Translation, translationsIn, type WordsFile } from "../model/words/words-book.ts";
import { madeOnce } from "./made-once.ts";

/** All that the file's text says, in its order, each with what the file has for it. */
export function translationsOf(model: Model, file: WordsFile): readonly Translation[] {
  return allTranslations(model).get(file) ?? [];
}

const allTranslations = madeOnce(
  ({ wordsFiles, said }: Model): ReadonlyMap<WordsFile, readonly Translation[]> =>
    new Map(wordsFiles.map((file) => [file, translationsIn(file, said)])),
);
