// From tokens to the small nodes of the tree: words, literals, paths. Knows the spelling of numbers, dates and money; not what they mean.

import type { IToken } from "chevrotain";
import { coinDigits, currencySigns } from "#support/currencies.ts";
import { endOf, plainName } from "./lexer.ts";
import { DateToken, DayMonth, Duration, Money, Num, Percent, Prose, Size, Text, Time } from "./tokens.ts";
import type { LengthNode, LiteralNode, PathNode, Span, Word } from "./tree.ts";

/** What every node has. */
interface Placed {
  readonly span: Span;
}

/** Builds the nodes of one file. */
export interface Nodes {
  spanOf(first: IToken, last?: IToken): Span;
  join(first: Placed, last: Placed): Span;
  word(token: IToken): Word;
  path(words: readonly IToken[]): PathNode;
  literal(token: IToken): LiteralNode;
  length(token: IToken): LengthNode;
  quoted(token: IToken): { readonly words: string; readonly span: Span };
}

/** Nodes whose spans name this file. */
export function createNodes(file: string): Nodes {
  const spanOf = (first: IToken, last: IToken = first): Span => ({
    file,
    start: first.startOffset,
    end: endOf(last),
  });
  const word = (token: IToken): Word => ({ name: plainName(token.image), span: spanOf(token) });
  const length = (token: IToken): LengthNode => ({ kind: "length", ...readLength(token.image), span: spanOf(token) });
  return {
    spanOf,
    word,
    length,
    join: (first, last) => ({ file, start: first.span.start, end: last.span.end }),
    path(words) {
      const parts = words.map(word);
      const first = words[0];
      const span = first ? spanOf(first, words.at(-1)) : { file, start: 0, end: 0 };
      return { kind: "path", words: parts, span };
    },
    quoted: (token) => ({ words: readQuoted(token.image), span: spanOf(token) }),
    literal: (token) => (token.tokenType === Duration ? length(token) : { ...readLiteral(token), span: spanOf(token) }),
  };
}

type Unplaced<T> = T extends unknown ? Omit<T, "span"> : never;

function readLiteral(token: IToken): Unplaced<LiteralNode> {
  const image = token.image;
  switch (token.tokenType) {
    case Text:
      return { kind: "text", value: readQuoted(image) };
    case DateToken:
      return { kind: "date", value: readDate(image) };
    case DayMonth:
      return { kind: "day-month", day: Number.parseInt(image, 10), month: monthOf(image) };
    case Money:
      return { kind: "money", ...moneyOf(image) };
    case Percent:
      return { kind: "percent", value: readNumber(image) };
    case Time:
      return { kind: "time", value: image.padStart(5, "0") };
    case Size:
      return { kind: "size", value: Math.round(readNumber(image) * unitBytes(image)) };
    case Num:
      return { kind: "number", value: readNumber(image) };
    default:
      return plainName(image) === "today" ? { kind: "today" } : { kind: "yes-no", value: plainName(image) === "yes" };
  }
}

/** The words between the quotes. */
export function readQuoted(image: string): string {
  if (image.startsWith("«")) return image.slice(1, -1).trim();
  return image.replace(/^["“”„]/, "").replace(/["“”]$/, "");
}

/** The words behind the `>` of a prose line. */
export function readProse(token: IToken): string {
  return token.tokenType === Prose ? token.image.replace(/^>[ \t\u00a0]?/, "").trimEnd() : token.image;
}

/** The number in "£2,000.50", "25%" or "2,000". */
export function readNumber(image: string): number {
  return Number.parseFloat(image.replace(/[^\d.]/g, ""));
}

function readLength(image: string): { amount: number; unit: LengthNode["unit"] } {
  const unit = image
    .replace(/^[\d,]+/, "")
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, "-")
    .replace(/s?$/, "s");
  return { amount: readNumber(image), unit: unit as LengthNode["unit"] };
}

/** The months in small letters, January first. */
export const monthNames: readonly string[] =
  "january february march april may june july august september october november december".split(" ");

function monthOf(image: string): number {
  return monthNames.findIndex((month) => image.toLowerCase().includes(month)) + 1;
}

/** ISO 8601 date, as written: whether the calendar has such a day is asked elsewhere. */
export function readDate(image: string): string {
  if (/^\d{4}-/.test(image)) return image;
  const day = String(Number.parseInt(image, 10)).padStart(2, "0");
  return `${image.slice(-4)}-${String(monthOf(image)).padStart(2, "0")}-${day}`;
}

/** In whole coins: there are no pence in yen, and a thousand fils in a dinar. */
function moneyOf(image: string): { value: number; currency: string } {
  const currency = currencySigns[image.charAt(0)] ?? image.slice(0, 3).toUpperCase();
  return { value: Math.round(readNumber(image) * 10 ** coinDigits(currency)), currency };
}

function unitBytes(image: string): number {
  const unit = image.slice(-2).toUpperCase();
  return unit === "KB" ? 1000 : unit === "MB" ? 1_000_000 : 1_000_000_000;
}
