// All words that people see, in every language that the service speaks. Citations of the law stay as the law is written.
import { calledLine } from "../../locks/words-lock.ts";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { madeOnce } from "../made-once.ts";
import { translationsOf } from "../translations.ts";

export interface ShownWords {
  /** `ask registration: hint` */
  readonly line: string;
  readonly words: string;
  readonly span: Span;
  readonly language: string;
}

export const shownWords = madeOnce((model: Model): readonly ShownWords[] => {
  const { tag = "en" } = model.languages[0] ?? {};
  const own = [...model.said.values()].flatMap((lines) =>
    [...lines.values()]
      .filter(({ mayStay }) => !mayStay)
      .map((said) => ({ line: calledLine(said), words: said.words, span: said.span, language: tag })),
  );
  const translated = model.wordsFiles.flatMap((file) =>
    translationsOf(model, file).flatMap((said) =>
      said.translated && !said.mayStay
        ? [{ line: calledLine(said), words: said.translated.words, span: said.translated.span, language: file.tag }]
        : [],
    ),
  );
  return [...own, ...translated];
});
