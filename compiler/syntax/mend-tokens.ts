// Mending that needs no grammar: quotes that are not closed, dates with slashes, commas in numbers, days that no calendar has.
// Each finds its problem in the letters themselves and gives tokens that can be read on.
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { FileReading } from "./file-reading.ts";
import { endOf, lexText, retag } from "./lexer.ts";
import type { Reading } from "./line-grammar.ts";
import { readDate } from "./nodes.ts";
import * as T from "./tokens.ts";
import { daysIn, daysMeant, groupedNumber, monthNames, writtenValue } from "./written-values.ts";

type Attempt = (tokens: IToken[]) => Reading | undefined;

/** Reports and mends what is wrong in the letters of a line. */
export function mendLetters(tokens: IToken[], reader: FileReading, attempt: Attempt): IToken[] {
  if (!tokens.some(mayNeedMending)) return tokens;
  let mended: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as IToken;
    const isNumber = token.tokenType === T.Money || token.tokenType === T.Num;
    const number = isNumber ? (groupedDigits(tokens, at, reader) ?? numberWithComma(tokens, at, reader)) : undefined;
    if (number) {
      mended.push(number[0]);
      at += number[1];
    } else if (token.tokenType === T.SlashDate) mended.push(slashDate(token, reader));
    else if (token.tokenType === T.OpenText) mended = openText(token, mended, reader, attempt);
    else mended.push(token);
  }
  return mended;
}

function mayNeedMending({ tokenType }: IToken): boolean {
  return tokenType === T.Money || tokenType === T.Num || tokenType === T.SlashDate || tokenType === T.OpenText;
}

/** A token of another type in the place of one that stands in the text. */
export function tokenAt(type: TokenType, image: string, start: number, end: number): IToken {
  return createTokenInstance(type, image, start, end - 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
}

/** Lexes a piece of the text anew, its tokens where they stand in the file. */
export function relex(text: string, offset: number, reader: FileReading): IToken[] {
  return lexText(text).tokens.map((token) => {
    const start = offset + token.startOffset;
    const moved = tokenAt(token.tokenType, token.image, start, start + token.image.length);
    retag(moved, reader.grammar.words);
    return moved;
  });
}

/** FW110 with two readings, FW118 with one, FW114 with none: which one is meant is never guessed. */
function slashDate(token: IToken, reader: FileReading): IToken {
  const span = reader.nodes.spanOf(token);
  const days = daysMeant(token.image);
  const [day = "1 January 2026", ...others] = days;
  const fixes = days.map((meant) => ({ title: `change it to  ${meant}`, edits: [{ span, text: meant }] }));
  reader.problems.push(
    days.length === 0
      ? say.dayDoesNotExist(span, { date: token.image })
      : others.length > 0
        ? say.dateReadsTwoWays(span, { date: token.image }, { fixes })
        : say.writtenOtherwise(span, { written: token.image, meant: day }, { fixes }),
  );
  return tokenAt(T.DateToken, day, span.start, span.end);
}

/** FW118: `2 000` or `£2.000,50`. Gives the number and how many tokens it takes. */
function groupedDigits(tokens: readonly IToken[], at: number, reader: FileReading): [IToken, number] | undefined {
  const token = tokens[at] as IToken;
  const text = reader.text.slice(token.startOffset, token.startOffset + 40);
  const grouped = groupedNumber(text);
  const whole = grouped && writtenValue(text);
  const number = grouped && whole && whole.length > grouped.length ? whole : grouped;
  const end = token.startOffset + (number?.length ?? 0);
  const last = tokens.findIndex((other, place) => place >= at && endOf(other) === end);
  if (!number || last < at) return undefined;
  // `from 1 200`: two numbers, and `to` is missing between them.
  const isRange = tokens[at - 1]?.image.toLowerCase() === "from" && tokens[last + 1]?.image.toLowerCase() !== "to";
  if (isRange && last > at) return undefined;
  const span = { file: reader.file, start: token.startOffset, end };
  const written = reader.text.slice(span.start, end);
  const fixes = [{ title: `change  ${written}  to  ${number.meant}`, edits: [{ span, text: number.meant }] }];
  reader.problems.push(say.writtenOtherwise(span, { written, meant: number.meant }, { fixes }));
  const type = /^[£€$]/.test(number.meant) ? T.Money : token.tokenType;
  return [tokenAt(type, number.meant, span.start, end), last - at];
}

/** `£80,50` or `2,5`: a comma with digits on both sides and no space. Three digits behind it would be thousands. */
function numberWithComma(tokens: readonly IToken[], at: number, reader: FileReading): [IToken, number] | undefined {
  const [token, comma, digits] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || comma?.tokenType !== T.Comma || digits?.tokenType !== T.Num) return undefined;
  const isTight = comma.startOffset === endOf(token) && digits.startOffset === comma.startOffset + 1;
  if (!isTight || digits.image.length > 2 || token.image.includes(".") || digits.image.includes(".")) return undefined;
  const span = reader.nodes.spanOf(token, digits);
  const written = `${token.image},${digits.image}`;
  const meant = `${token.image}.${token.tokenType === T.Money ? digits.image.padEnd(2, "0") : digits.image}`;
  const fixes = [{ title: `change it to  ${meant}`, edits: [{ span, text: meant }] }];
  reader.problems.push(say.commaInNumber(span, { number: written }, { fixes }));
  return [tokenAt(token.tokenType, meant, span.start, span.end), 2];
}

/** Looks for the place where the closing quote was meant: the line end, or before a word with which the line can be read on. Gives the whole line so far. */
function openText(token: IToken, before: readonly IToken[], reader: FileReading, attempt: Attempt): IToken[] {
  const image = token.image.trimEnd();
  const start = token.startOffset;
  const ends = [...roleBehindWords(image, before, reader), image.length, ...wordStarts(image)];
  let end = image.length;
  let rest: IToken[] = [];
  let fits = false;
  for (const candidate of ends) {
    const tokens = relex(image.slice(candidate), start + candidate, reader);
    const quoted = tokenAt(T.Text, `${image.slice(0, candidate).trimEnd()}"`, start, start + candidate);
    if (reader.budget.trials <= 0) break;
    if (attempt([...before, quoted, ...tokens])?.stop !== undefined) continue;
    end = candidate;
    rest = tokens;
    fits = true;
    break;
  }
  const opened = fits ? undefined : openedEarlier(token, before, reader, attempt);
  if (opened) return opened;
  const words = image.slice(0, end).trimEnd();
  const offset = start + words.length;
  const edits = [{ span: { file: reader.file, start: offset, end: offset }, text: '"' }];
  const lastWord = words.split(/\s+/).at(-1) ?? words;
  const fixes = [{ title: `add " after  ${lastWord}`, edits }];
  const span = { file: reader.file, start, end: start + image.length };
  reader.problems.push(say.wordsHaveNoClosingQuote(span, {}, { fixes }));
  return [...before, tokenAt(T.Text, `${words}"`, start, offset), ...rest];
}

/** FW117: the quote was meant to close words that no quote opens. At most some twelve words back. */
function openedEarlier(
  token: IToken,
  before: readonly IToken[],
  reader: FileReading,
  attempt: Attempt,
): IToken[] | undefined {
  const rest = relex(token.image.slice(1), token.startOffset + 1, reader);
  for (let from = before.length - 1; from > 0 && from > before.length - 13; from--) {
    const first = before[from];
    if (!first || first.tokenType === T.Text || reader.budget.trials <= 0) return undefined;
    const words = reader.text.slice(first.startOffset, token.startOffset);
    if (words.includes("\n")) return undefined;
    const quoted = tokenAt(T.Text, `"${words}"`, first.startOffset, token.startOffset + 1);
    const tokens = [...before.slice(0, from), quoted, ...rest];
    if (attempt(tokens)?.stop !== undefined) continue;
    const span = { file: reader.file, start: first.startOffset, end: token.startOffset + 1 };
    const edits = [{ span: { ...span, end: span.start }, text: '"' }];
    const fixes = [{ title: `add " before  ${first.image}`, edits }];
    reader.problems.push(say.wordsHaveNoOpeningQuote(span, {}, { fixes }));
    return tokens;
  }
  return undefined;
}

/** `stage review "An officer looks at it by officer`: who works there is a role of the service, and no word that people read. */
function roleBehindWords(image: string, before: readonly IToken[], { isGiven }: FileReading): number[] {
  const [place, names = ""] =
    before[0]?.image.toLowerCase() === "stage" ? (/\sby ([a-z][a-z-]*(?:, [a-z][a-z-]*)*)$/.exec(image) ?? []) : [];
  return place !== undefined && names.split(", ").every(isGiven) ? [image.length - place.length] : [];
}

/** Where a word begins that the words for people may end before, from the line end backwards; at most twelve. */
function wordStarts(image: string): number[] {
  const starts = [
    ...image.matchAll(/\s(?=(as|when|then|by|for|from|with|because|until|otherwise|at|within|under|to|is|and)\s|,\s)/g),
  ];
  const commas = [...image.matchAll(/,\s/g)];
  return [...starts, ...commas]
    .map((match) => match.index)
    .sort((left, right) => right - left)
    .slice(0, 12);
}

/** 31 April, 25:70: reported, and left as they are. */
export function findImpossibleDates(tokens: readonly IToken[], reader: FileReading): void {
  for (const token of tokens) {
    if (isPossible(token)) continue;
    const span = reader.nodes.spanOf(token);
    const fixes = lastDayOf(token).map((day) => ({ title: `change it to  ${day}`, edits: [{ span, text: day }] }));
    reader.problems.push(say.dayDoesNotExist(span, { date: token.image }, { fixes }));
  }
}

function isPossible(token: IToken): boolean {
  if (token.tokenType === T.Time) {
    const [hours = 0, minutes = 0] = token.image.split(":").map(Number);
    return hours < 24 && minutes < 60;
  }
  if (token.tokenType !== T.DateToken && token.tokenType !== T.DayMonth) return true;
  const image = token.tokenType === T.DayMonth ? `${token.image} 2024` : token.image;
  const [year = 0, month = 0, day = 0] = readDate(image).split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** 30 April 2026, for 31 April 2026: the month's last day is what is meant most often. */
function lastDayOf({ image, tokenType }: IToken): string[] {
  if (tokenType !== T.DateToken) return [];
  const [year = 0, month = 0, day = 0] = readDate(image).split("-").map(Number);
  if (month > 12) return daysMeant(`${day}/${month}/${year}`);
  return month > 0 && day > 28 && day < 32 ? [`${daysIn(year, month)} ${monthNames[month - 1]} ${year}`] : [];
}
