// All words that people see, in every language that the service speaks. Citations of the law stay as the law is written.
import type { Related } from "../../diagnostics/problem.ts";
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
  /** What a words file translates: the second place that matters. */
  readonly original?: Span;
}

/** The words in the service that these translate, to be shown beside them. */
export function originalOf({ original }: ShownWords): Related[] {
  return original ? [{ span: original, words: "translated from" }] : [];
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
        ? [
            {
              line: calledLine(said),
              words: said.translated.words,
              span: said.translated.span,
              language: file.tag,
              original: said.span,
            },
          ]
        : [],
    ),
  );
  return [...own, ...translated];
});
