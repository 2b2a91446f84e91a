// Words of the author in the language of the journey. Apart from the setting, whose sentences a script does not say.
import type { Words } from "#contract";

/** Words in a language, or in the first language they are written in. */
export function wordsIn(words: Words | undefined, language: string): string {
  return words?.[language] ?? Object.values(words ?? {})[0] ?? "";
}
