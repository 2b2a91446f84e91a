// A line whose reading stopped, and what a mend of it is. Small steps that all mends share; no mend stands here.
import type { IToken } from "chevrotain";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import type { Form } from "../form.ts";
import { endOf } from "../lexer.ts";
import type { Reading } from "../line-grammar.ts";
import { relex, tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";

/** A line whose reading stopped. */
export interface Stopped {
  readonly reading: Reading;
  /** Number of the token that did not fit; the count of tokens at the end of the line. */
  readonly stop: number;
  readonly tokens: readonly IToken[];
  readonly reader: FileReading;
  /** The forms that begin with this word and may stand below the line. */
  readonly formsBelow: (word: string) => readonly Form[];
}

/** What the author may have meant: the tokens to go on with, and what is said when they can be read. */
export interface Candidate {
  readonly tokens: IToken[];
  readonly problem: () => Problem;
  /** Counts only when the whole line can then be read. */
  readonly onlyWhole?: boolean;
}

/** All that a line may have been meant to say, as one subject sees it; the likeliest first. */
export type Mend = (stopped: Stopped) => Iterable<Candidate>;

/** The tokens with some of them replaced. */
export function replaced(tokens: readonly IToken[], from: number, to: number, by: readonly IToken[]): IToken[] {
  return [...tokens.slice(0, from), ...by, ...tokens.slice(to)];
}

/** Whether a token is a word, reserved or not. */
export function isWordToken(token: IToken | undefined): token is IToken {
  return token !== undefined && (token.tokenType === T.Word || (token.tokenType.CATEGORIES ?? []).length > 0);
}

/** Words as tokens that stand where others stand in the text. */
export function wordsInPlaceOf(words: string, first: IToken, last: IToken, reader: FileReading): IToken[] {
  const end = endOf(last);
  return relex(words, 0, reader).map((token) => tokenAt(token.tokenType, token.image, first.startOffset, end));
}

/** What the author wrote, from one token to another. */
export function textOf(reader: FileReading, first: IToken, last: IToken): string {
  const span = reader.nodes.spanOf(first, last);
  return reader.text.slice(span.start, span.end);
}

/** One way to mend it: other words in the place of the written ones. */
export function changeTo(reader: FileReading, first: IToken, last: IToken, meant: string): Fix[] {
  const span = reader.nodes.spanOf(first, last);
  return [{ title: `change  ${textOf(reader, first, last)}  to  ${meant}`, edits: [{ span, text: meant }] }];
}

/** The indentation of what stands below the line, or would. */
export function below({ tokens, reader }: Stopped): string {
  const start = tokens[0]?.startOffset ?? 0;
  const { line } = reader.index.positionAt(start);
  const own = reader.text.slice(reader.index.startOf(line), start);
  const [, next = ""] = /\n([ \t]*)[^\s#]/.exec(reader.text.slice(tokens.at(-1)?.startOffset ?? start)) ?? [];
  return next.startsWith(own) && next.length > own.length ? next : `${own}  `;
}
