// Whether a slip stands where something is declared rather than where it is read: the words beside a declaration, and how often its name stands.
import type { Span } from "../../syntax/tree.ts";

/** `ask fel "Fuel"`, `- pertol "Petrol"`: the words for people have the name that is missing, and not the one that is declared. */
export function standsBeside(text: string, at: Span, missing: string, declared: string): boolean {
  const end = text.indexOf("\n", at.end);
  const beside = text.slice(at.end, end < 0 ? undefined : end).toLowerCase();
  const words = new Set(beside.match(/[\p{L}\p{N}]+/gu) ?? []);
  const has = (name: string): boolean => name.split("-").every((word) => words.has(word));
  return has(missing) && !has(declared);
}

/** The name that stands there is said nowhere else in the text. */
export function standsOnce(text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)) if (word === name) count++;
  return count === 1;
}

/**
 * Whether the name that is missing is made of words, and the one that is declared is not: `review` is said elsewhere in the text too, `rwview` is
 * not; `permits-held` is written like two words, `permitsheld` like none.
 */
export function isWordOfText(text: string, missing: string, declared: string): boolean {
  if (missing.includes("-") && missing.replaceAll("-", "") === declared.replaceAll("-", ""))
    return !declared.includes("-");
  const said = new Map<string, number>();
  const wanted = new Set([...missing.split("-"), ...declared.split("-")]);
  const name = new RegExp(`(?<![\\p{L}\\p{N}-])${missing}(?![\\p{L}\\p{N}-])`, "giu");
  for (const [word] of text
    .replace(name, " ")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu))
    if (wanted.has(word)) said.set(word, (said.get(word) ?? 0) + 1);
  const isSaid = (word: string, most: number): boolean => (said.get(word) ?? 0) > most;
  const strange = declared.split("-").filter((word) => !missing.split("-").includes(word));
  return (
    missing.split("-").every((word) => word.length > 2 && isSaid(word, 0)) && strange.every((word) => !isSaid(word, 1))
  );
}
