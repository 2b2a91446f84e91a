// By which word a line is known: the catalogue's forms are looked up by it.
import type { IToken } from "chevrotain";
import { plainName } from "./lexer.ts";
import * as T from "./tokens.ts";

const signWords = new Map([
  [T.Minus, "-"],
  [T.Pipe, "|"],
  [T.Prose, ">"],
  [T.Money, "<money>"],
  [T.Percent, "<percent>"],
  [T.Num, "<num>"],
  [T.Duration, "<length>"],
]);

/** The word a line is known by: its first word, or the sign it starts with. */
export function wordOf(token: IToken): string {
  return signWords.get(token.tokenType) ?? plainName(token.image);
}
