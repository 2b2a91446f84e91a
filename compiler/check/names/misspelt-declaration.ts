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
