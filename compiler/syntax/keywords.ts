// The words of the language as a table: another language's keywords are another table, the grammar does not change.
import { createToken, Lexer, type TokenType } from "chevrotain";
import type { Blocks } from "./blocks.ts";
import type { Item } from "./form.ts";
import { AnyWord, Word } from "./tokens.ts";

/** Words that can directly follow a value: a question may not be called one of these. */
export const reservedWords: readonly string[] = (
  "is not and or unless when where of any every no yes else from to has includes does at before after under over since ago " +
  "today answered asked corrected plus minus times divided then otherwise count sum highest lowest average"
).split(" ");

/** Words that only conditions, values, types and tables use; the others come from the forms of the catalogue. */
const expressionWords: readonly string[] = (
  "least most more less than on one dated within the last next in past future include with working days weeks months years all none by " +
  "message sent payment made case started time goes are expect true false between as for"
).split(" ");

/** The token type of each word of the language, by the word in small letters. */
export type Keywords = ReadonlyMap<string, TokenType>;

/** English: every word stands for itself. */
export function buildKeywords(blocks: Blocks): Keywords {
  const words = new Set([...reservedWords, ...expressionWords]);
  const collect = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === "word" && /^[a-z]/.test(item.word)) words.add(item.word);
      if (item.kind === "option") collect(item.items);
      if (item.kind === "choice") item.choices.forEach(collect);
    }
  };
  for (const form of blocks.forms.values()) collect(form.items);
  return new Map([...words].map((word) => [word, keywordOf(word)]));
}

/** What a word counts as is set afterwards: chevrotain then works it out for all of them at once, when the grammar is made, and not anew for each. */
function keywordOf(word: string): TokenType {
  const type = createToken({ name: `word ${word}`, pattern: Lexer.NA });
  type.CATEGORIES = [reservedWords.includes(word) ? AnyWord : Word];
  return type;
}
