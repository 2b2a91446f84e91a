// FW116: `true` and `false` where a value stands. They read as names, so the line fits; it is mended after it was read.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { FileReading } from "../file-reading.ts";
import { plainName } from "../lexer.ts";
import type { Reading } from "../line-grammar.ts";
import { tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";

const meant: Readonly<Record<string, string>> = { true: "yes", false: "no" };
const valueSlots: readonly string[] = ["e", "es", "c", "pred", "g", "row"];

/** The reading with yes and no in their place. */
export function mendTruths(
  reading: Reading,
  tokens: IToken[],
  reader: FileReading,
  attempt: (tokens: IToken[]) => Reading | undefined,
): Reading {
  const { words } = reader.grammar;
  const truths = [words.get("true"), words.get("false")];
  if (!hasTruths(tokens, reader)) return reading;
  const values = reading.parts.filter(({ slot }) => valueSlots.includes(slot)).map(({ span }) => span);
  const isValue = ({ startOffset, tokenType }: IToken): boolean =>
    truths.includes(tokenType) && values.some(({ start, end }) => start <= startOffset && startOffset < end);
  const mended = tokens.map((token, at) => {
    const isPart = [tokens[at - 1], tokens[at + 1]].some((other) => other?.tokenType === T.Possessive);
    const word = meant[plainName(token.image)];
    if (word === undefined || isPart || !isValue(token)) return token;
    const span = reader.nodes.spanOf(token);
    const fixes = [{ title: `change  ${token.image}  to  ${word}`, edits: [{ span, text: word }] }];
    reader.problems.push(say.yesAndNoOnly(span, { word: token.image, meant: word }, { fixes }));
    return tokenAt(words.get(word) ?? T.Word, word, span.start, span.end);
  });
  return attempt(mended) ?? reading;
}

/** Whether a true or a false stands in the line, wherever it stands. Asked of every line. */
export function hasTruths(tokens: readonly IToken[], { grammar: { words } }: FileReading): boolean {
  const [yes, no] = [words.get("true"), words.get("false")];
  for (const { tokenType } of tokens) if (tokenType === yes || tokenType === no) return true;
  return false;
}
