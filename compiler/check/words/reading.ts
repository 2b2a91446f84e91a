// How long sentences are and how hard a text is to read. Counts letters, words and sentences; knows nothing of any language's grammar.

/** Sentences of a text that may hold paragraphs and lists: a list entry ends one, as a full stop does. */
export function sentencesOf(text: string): string[] {
  const blocks = text.replace(/\{[^{}]*\}/g, "value").split(/\n\s*\n|\n(?=\s*(?:-|\d+\.)\s)/);
  return blocks
    .flatMap((block) => block.replace(/\s+/g, " ").split(/(?<=[.!?…:;。！？])["'’”)]*\s+/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** The words of a sentence: letters and digits, with hyphens and apostrophes inside. */
export function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/**
 * Whether a text surely has fewer words than that: most that people see is a label. A word has a letter, or two braces, and a sign between two;
 * signs that are no letters of English count as between.
 */
export function hasFewerWords(text: string, count: number): boolean {
  if (text.length < 2 * count - 1) return true;
  let between = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSmall = code >= 97 && code <= 122;
    if (!isSmall && !(code >= 65 && code <= 90) && !(code >= 48 && code <= 57)) between++;
  }
  return between < count - 1;
}

/**
 * Years of school that a text asks for: the Automated Readability Index (Smith and Senter, AMRL-TR-66-220, 1967), made for English.
 * It counts letters, not syllables, so it needs no dictionary and gives the same everywhere.
 */
export function yearsOfSchool(text: string): { readonly words: number; readonly years: number } {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return { words: 0, years: 0 };
  const letters = words.reduce((sum, word) => sum + [...word].length, 0);
  const years = 4.71 * (letters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
  return { words: words.length, years: Math.ceil(years) };
}
