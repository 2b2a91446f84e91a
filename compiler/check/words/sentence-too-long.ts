// FW812: a sentence that most people have to read twice.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { hasFewerWords, sentencesOf, wordsOf } from "./reading.ts";
import { originalOf, shownWords } from "./shown-words.ts";

/** In words. The page of the code says why. */
const longest = 25;

/** Languages that are written without spaces between words: words cannot be counted in them. */
const withoutSpaces: readonly string[] = ["zh", "ja", "th", "lo", "km", "my"];

export function checkSentenceTooLong(model: Model): Problem[] {
  return shownWords(model).flatMap((shown) => {
    const { words, span, language } = shown;
    if (withoutSpaces.includes(language) || hasFewerWords(words, longest + 1)) return [];
    const longestFirst = longSentenceIn(words);
    if (!longestFirst) return [];
    const start = longestFirst.sentence.split(" ").slice(0, 6).join(" ");
    return [problems.sentenceTooLong(span, { count: longestFirst.count, start }, { related: originalOf(shown) })];
  });
}

/** The longest sentence of some words, with how many words it has, when it has too many. */
export function longSentenceIn(words: string): { readonly sentence: string; readonly count: number } | undefined {
  const [first] = sentencesOf(words)
    .map((sentence) => ({ sentence, count: wordsOf(sentence).length }))
    .sort((one, two) => two.count - one.count);
  return first && first.count > longest ? first : undefined;
}
