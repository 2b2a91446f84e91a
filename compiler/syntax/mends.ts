// Mending by trial: where the reading of a line stopped, each mend says what the author may have meant, and counts only when the line can
// then be read further. One subject per function; the order is the order in which they are tried.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../diagnostics/problem.ts";
import { otherWords } from "./block-words.ts";
import { expectedAfter } from "./expected.ts";
import type { FileReading } from "./file-reading.ts";
import type { Item } from "./form.ts";
import { plainName } from "./lexer.ts";
import type { Reading } from "./line-grammar.ts";
import { relex, tokenAt } from "./mend-tokens.ts";
import { nearestWord } from "./spelling.ts";
import * as T from "./tokens.ts";

/** A line whose reading stopped. */
export interface Stopped {
  readonly reading: Reading;
  /** Number of the token that did not fit. */
  readonly stop: number;
  readonly tokens: IToken[];
  readonly reader: FileReading;
  readonly attempt: (tokens: IToken[]) => Reading | undefined;
}

/** What is said, and the tokens to go on with. */
export interface Mended {
  readonly problem: Problem;
  readonly tokens: IToken[];
}

export type Mend = (stopped: Stopped) => Mended | undefined;

/** In the order in which they are tried. */
export const mends: readonly Mend[] = [
  mendBetween,
  mendSymbol,
  mendDot,
  mendSpelling,
  mendSpacedName,
  mendMissingQuotes,
  mendReservedName,
];

function replaced(tokens: readonly IToken[], from: number, to: number, by: readonly IToken[]): IToken[] {
  return [...tokens.slice(0, from), ...by, ...tokens.slice(to)];
}

/** Whether the line can be read to a later place than before; `longer`: how many tokens the mend added. */
function helps(stopped: Stopped, tokens: IToken[], longer = 0): boolean {
  const reading = stopped.attempt(tokens);
  return reading !== undefined && (reading.stop === undefined || reading.stop > stopped.stop + longer);
}

function isWordToken(token: IToken | undefined): token is IToken {
  return token !== undefined && (token.tokenType === T.Word || (token.tokenType.CATEGORIES ?? []).length > 0);
}

function wordsInPlaceOf(words: string, first: IToken, last: IToken, reader: FileReading): IToken[] {
  const end = (last.endOffset ?? last.startOffset) + 1;
  return relex(words, 0, reader).map((token) => tokenAt(token.tokenType, token.image, first.startOffset, end));
}

function textOf(reader: FileReading, first: IToken, last: IToken): string {
  const span = reader.nodes.spanOf(first, last);
  return reader.text.slice(span.start, span.end);
}

/** FW402: `between 0 and 3`. */
function mendBetween(stopped: Stopped): Mended | undefined {
  const { tokens, reader, stop } = stopped;
  const at = [stop, stop - 1].find((place) => tokens[place] && plainName(tokens[place].image) === "between");
  const between = at === undefined ? undefined : tokens[at];
  if (at === undefined || !between) return undefined;
  const and = tokens.findIndex((token, place) => place > at + 1 && plainName(token.image) === "and");
  const [low, joiner, high] = [tokens[at + 1], tokens[and], tokens[and + 1]];
  if (and < 0 || !low || !joiner || !high) return undefined;
  const from = wordsInPlaceOf("from", between, between, reader);
  const to = wordsInPlaceOf("to", joiner, joiner, reader);
  const mended = replaced(replaced(tokens, and, and + 1, to), at, at + 1, from);
  if (!helps(stopped, mended)) return undefined;
  const span = reader.nodes.spanOf(between);
  const lowText = textOf(reader, low, tokens[and - 1] ?? low);
  const highText = textOf(reader, high, high);
  const both = { span: reader.nodes.spanOf(between, joiner), text: `from ${lowText} to` };
  const fixes: Fix[] = [
    { title: `change it to  from ${lowText} to ${highText}  (${lowText} and ${highText} are allowed)`, edits: [both] },
  ];
  const edits = withoutEnds(stopped, at, lowText, and);
  if (edits)
    fixes.push({
      title: `change it to  over ${lowText}  and  under ${highText}  (only what lies between is allowed)`,
      edits,
    });
  return { tokens: mended, problem: say.betweenIsUnclear(span, {}, { fixes }) };
}

/** `must be over 0` with a second line `must be under 3`, or `x is over 0 and x is under 3`. */
function withoutEnds(stopped: Stopped, at: number, low: string, and: number): Fix["edits"] | undefined {
  const { tokens, reader } = stopped;
  const [first, between, joiner] = [tokens[0], tokens[at], tokens[and]];
  if (!first || !between || !joiner) return undefined;
  const span = reader.nodes.spanOf(between, joiner);
  if (plainName(first.image) === "must" && tokens.length === and + 2) {
    const { line } = reader.index.positionAt(first.startOffset);
    const indent = reader.text.slice(reader.index.startOf(line), first.startOffset);
    return [{ span, text: `over ${low}\n${indent}must be under` }];
  }
  const is = tokens[at - 1];
  if (!is || plainName(is.image) !== "is" || tokens.some((token) => plainName(token.image) === "or")) return undefined;
  let start = at - 2;
  while (tokens[start - 1]?.tokenType === T.Possessive) start -= 2;
  const left = tokens[start];
  const end = tokens[at - 2];
  if (!left || !end || !isWordToken(left)) return undefined;
  return [{ span, text: `over ${low} and ${textOf(reader, left, end)} is under` }];
}

const symbolWords: Readonly<Record<string, string>> = {
  ">=": "is at least",
  "=>": "is at least",
  "≥": "is at least",
  "<=": "is at most",
  "=<": "is at most",
  "≤": "is at most",
  ">": "is over",
  "<": "is under",
  "=": "is",
  "==": "is",
  "===": "is",
  "!=": "is not",
  "!==": "is not",
  "<>": "is not",
  "≠": "is not",
  "&&": "and",
  "&": "and",
  "||": "or",
};

/** FW106: `>=` and the like. */
function mendSymbol(stopped: Stopped): Mended | undefined {
  const { tokens, reader, stop } = stopped;
  const first = tokens[stop];
  if (!first || isWordToken(first)) return undefined;
  for (const count of [3, 2, 1]) {
    const last = tokens[stop + count - 1];
    if (!last) continue;
    const written = textOf(reader, first, last);
    const words = symbolWords[written];
    if (words === undefined) continue;
    const afterIs = plainName(tokens[stop - 1]?.image ?? "") === "is";
    const meant = afterIs ? words.replace(/^is ?/, "") : words;
    const span = reader.nodes.spanOf(first, last);
    const by = meant === "" ? [] : wordsInPlaceOf(meant, first, last, reader);
    const mended = replaced(tokens, stop, stop + count, by);
    if (!helps(stopped, mended, by.length - 1)) return undefined;
    return {
      tokens: mended,
      problem: say.symbolsCompare(span, {}, { fixes: [changeFix(reader, span, written, meant)] }),
    };
  }
  return undefined;
}

/** A fix that changes the span, with the spaces that words need around them. */
function changeFix(reader: FileReading, span: Problem["at"], written: string, meant: string): Fix {
  const before = /[\s]/.test(reader.text.charAt(span.start - 1)) ? "" : " ";
  const after = /[\s]/.test(reader.text.charAt(span.end)) ? "" : " ";
  const title = meant === "" ? `remove  ${written}` : `change  ${written}  to  ${meant}`;
  return { title, edits: [{ span, text: `${before}${meant}${after}` }] };
}

/** `vehicle.fuel` for `vehicle's fuel` (FW103), `date_of_birth` for `date-of-birth` (FW107). */
function mendDot(stopped: Stopped): Mended | undefined {
  const { tokens, reader, stop } = stopped;
  const [left, sign, right] = [tokens[stop - 1], tokens[stop], tokens[stop + 1]];
  if (!isWordToken(left) || sign?.tokenType !== T.Sign || !isWordToken(right)) return undefined;
  const isTight = sign.startOffset === (left.endOffset ?? 0) + 1 && right.startOffset === sign.startOffset + 1;
  if (!isTight || (sign.image !== "." && sign.image !== "_")) return undefined;
  if (sign.image === "_") return mendUnderscores(stopped);
  const span = reader.nodes.spanOf(sign);
  const possessive = tokenAt(T.Possessive, "'s", span.start, span.end);
  const mended = replaced(tokens, stop, stop + 1, [possessive]);
  if (!helps(stopped, mended)) return undefined;
  const explanation = ["A part of a thing is written with 's, as in  vehicle's fuel."];
  const whole = textOf(reader, left, right);
  const meant = `${left.image}'s ${right.image}`;
  const fixes = [{ title: `change  ${whole}  to  ${meant}`, edits: [{ span, text: "'s " }] }];
  return { tokens: mended, problem: say.wordDoesNotFit(span, { word: "." }, { explanation, fixes }) };
}

function mendUnderscores(stopped: Stopped): Mended | undefined {
  const { tokens, stop } = stopped;
  let last = stop + 1;
  while (tokens[last + 1]?.image === "_" && isWordToken(tokens[last + 2])) last += 2;
  return joinName(stopped, stop - 1, last);
}

/** FW103 with the word that was meant: `wiht reason`, `keeper equals yes`; also one word on, where two alternatives begin alike. */
function mendSpelling(stopped: Stopped): Mended | undefined {
  const expected = expectedAfter(stopped.reading).words;
  return (
    mendWordAt(stopped, stopped.stop, expected) ??
    mendWordAt(stopped, stopped.stop + 1, wordsOfForm(stopped.reading.form.items))
  );
}

function wordsOfForm(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "word") return [item.word];
    if (item.kind === "slot") return [];
    return (item.kind === "option" ? [item.items] : item.choices).flatMap(wordsOfForm);
  });
}

function mendWordAt(stopped: Stopped, at: number, expected: readonly string[]): Mended | undefined {
  const { tokens, reader } = stopped;
  const token = tokens[at];
  if (!isWordToken(token)) return undefined;
  const word = plainName(token.image);
  const words = expected.filter((candidate) => /^[a-z]/.test(candidate));
  const candidates = [otherWords[word], nearestWord(word, words), nearestWord(word, valueWords)];
  for (const meant of candidates) {
    if (meant === undefined) continue;
    const span = reader.nodes.spanOf(token);
    const mended = replaced(tokens, at, at + 1, wordsInPlaceOf(meant, token, token, reader));
    if (!helps(stopped, mended)) continue;
    const explanation = [`Did you mean  ${meant} ?`];
    const fixes = [{ title: `change  ${token.image}  to  ${meant}`, edits: [{ span, text: meant }] }];
    return { tokens: mended, problem: say.wordDoesNotFit(span, { word: token.image }, { explanation, fixes }) };
  }
  return undefined;
}

/** Words inside values and conditions that may be misspelt. */
const valueWords =
  "is not and or unless when where of else from to has includes does include before after over under since ago plus minus times divided by then".split(
    " ",
  );

/** FW107: `date of birth` for one name. */
function mendSpacedName(stopped: Stopped): Mended | undefined {
  const { tokens, stop, reading } = stopped;
  const before = tokens[stop - 1];
  if (!isWordToken(before) || !isWordToken(tokens[stop])) return undefined;
  const isLiteral = reading.parts.some((part) => part.slot === "literal" && part.span.start === before.startOffset);
  if (isLiteral) return undefined;
  for (let last = stop; last < stop + 5 && isWordToken(tokens[last]); last++) {
    const joined = joinName(stopped, stop - 1, last);
    if (joined) return joined;
  }
  return undefined;
}

function joinName(stopped: Stopped, from: number, to: number): Mended | undefined {
  const { tokens, reader } = stopped;
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last) return undefined;
  const words = tokens
    .slice(from, to + 1)
    .filter(isWordToken)
    .map((token) => token.image);
  const name = words.join("-");
  const span = reader.nodes.spanOf(first, last);
  const mended = replaced(tokens, from, to + 1, [tokenAt(T.Word, name, span.start, span.end)]);
  if (stopped.attempt(mended)?.stop !== undefined) return undefined;
  const written = textOf(reader, first, last);
  const fixes: Fix[] = [{ title: `change  ${written}  to  ${name}`, edits: [{ span, text: name }] }];
  const people = tokens.find((token) => token.tokenType === T.Text);
  const explanation = people ? [`People still see ${people.image}.`] : [];
  return { tokens: mended, problem: say.nameHasSpaces(span, {}, { fixes, explanation }) };
}

/** FW103: words that people see, without quotes. */
function mendMissingQuotes(stopped: Stopped): Mended | undefined {
  const { tokens, reader, stop, reading } = stopped;
  const first = tokens[stop];
  if (!first || !expectedAfter(reading).slots.includes("t")) return undefined;
  for (let end = tokens.length; end > stop && end > tokens.length - 12; end--) {
    const last = tokens[end - 1];
    if (!last || tokens.slice(stop, end).some((token) => token.tokenType === T.Text)) continue;
    const span = reader.nodes.spanOf(first, last);
    const words = reader.text.slice(span.start, span.end);
    if (words.includes("\n")) continue;
    const mended = replaced(tokens, stop, end, [tokenAt(T.Text, `"${words}"`, span.start, span.end)]);
    if (stopped.attempt(mended)?.stop !== undefined) continue;
    const explanation = ["Words that people see stand in double quotes."];
    const fixes = [{ title: `change it to  "${words}"`, edits: [{ span, text: `"${words}"` }] }];
    return { tokens: mended, problem: say.wordDoesNotFit(span, { word: words }, { explanation, fixes }) };
  }
  return undefined;
}

/** FW103: a name that is a word of the language, such as `count`. */
function mendReservedName(stopped: Stopped): Mended | undefined {
  const { tokens, reader, stop, reading } = stopped;
  const token = tokens[stop];
  const expected = expectedAfter(reading).slots;
  if (!isWordToken(token) || !expected.some((slot) => slot === "n" || slot === "ns" || slot === "p" || slot === "ps"))
    return undefined;
  const span = reader.nodes.spanOf(token);
  const mended = replaced(tokens, stop, stop + 1, [tokenAt(T.Word, token.image, span.start, span.end)]);
  if (!helps(stopped, mended)) return undefined;
  const explanation = [
    `${token.image} is a word of the language, so nothing can be called that. Add a word, for example  the-${token.image}.`,
  ];
  const problem = say.wordDoesNotFit(span, { word: token.image }, { explanation });
  return { tokens: mended, problem };
}
