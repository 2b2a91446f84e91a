// What an answer to "why is this here?" is made of: chapters of lines, each with its place in the author's text. Shapes and small words only.
import type { Expression, Place, Service, Type, Words } from "#contract";
import { sayExpression } from "#support/explain-words.ts";
import { wordsIn } from "#support/words.ts";

/** One sentence. Those that rest on the line above stand deeper. */
export interface WhyLine {
  readonly words: string;
  readonly at?: Place;
  readonly depth: number;
}

/** Where it comes from; who reads it; how long it is kept. */
export interface WhyChapter {
  readonly title: string;
  readonly lines: readonly WhyLine[];
}

/** All that a text says about one name. */
export interface Why {
  readonly name: string;
  /** question, calculation, stage … */
  readonly what: string;
  /** What people see it called. */
  readonly label?: string;
  readonly at?: Place;
  readonly chapters: readonly WhyChapter[];
}

/** Words in the language that the text is written in. */
export function inText(service: Service, words: Words | undefined): string {
  const language = service.languages[0]?.tag ?? "en";
  return wordsIn(words, language, language);
}

/** A line, with its place when the text has one for this piece. */
export function lineOf(service: Service, words: string, pointer: string, depth = 0): WhyLine {
  const at = placeOf(service, pointer);
  return { words, depth, ...(at && { at }) };
}

/** The place of a piece, or of the nearest one around it. The whole text is no place. */
export function placeOf({ sourceMap }: Service, pointer: string): Place | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
    if (Object.hasOwn(sourceMap, at)) return sourceMap[at];
  return undefined;
}

/** A key as it stands in a JSON pointer (RFC 6901). */
export function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The key that stands in a JSON pointer. */
export function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** An expression on one line, in the author's words. */
export function say(service: Service, expression: Expression): string {
  return sayExpression(expression, service).replace(/\s+/g, " ");
}

/** ` (Parking Places Order 2019, article 12)`; "" without a law. */
export function lawOf(service: Service, because: Words | undefined): string {
  const law = inText(service, because);
  return law === "" ? "" : ` (${law})`;
}

/** one of fuels; whole number; yes or no */
export function typeWords({ kind, list, unit }: Type): string {
  const words = kind.replaceAll("-", " ");
  return `${words}${list === undefined ? "" : ` ${list}`}${unit === undefined ? "" : ` in ${unit}`}`;
}

/** a, b and c */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
