// Mends of comparisons: `between` (FW402), symbols (FW106), `isn't` (FW103).
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { plainName } from "../lexer.ts";
import * as T from "../tokens.ts";
import { type Candidate, changeTo, isWordToken, replaced, type Stopped, textOf, wordsInPlaceOf } from "./stopped.ts";

/** FW402: `between 0 and 3`. */
export function* mendBetween(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const at = [stop, stop - 1].find((place) => tokens[place] && plainName(tokens[place].image) === "between");
  const between = at === undefined ? undefined : tokens[at];
  if (at === undefined || !between) return;
  const and = tokens.findIndex((token, place) => place > at + 1 && plainName(token.image) === "and");
  const [low, joiner, high] = [tokens[at + 1], tokens[and], tokens[and + 1]];
  if (and < 0 || !low || !joiner || !high) return;
  const from = wordsInPlaceOf("from", between, between, reader);
  const to = wordsInPlaceOf("to", joiner, joiner, reader);
  const problem = (): Problem => {
    const lowText = textOf(reader, low, tokens[and - 1] ?? low);
    const highText = textOf(reader, high, high);
    const both = { span: reader.nodes.spanOf(between, joiner), text: `from ${lowText} to` };
    const fixes: Fix[] = [
      {
        title: `change it to  from ${lowText} to ${highText}  (${lowText} and ${highText} are allowed)`,
        edits: [both],
      },
    ];
    const edits = withoutEnds(stopped, at, lowText, and);
    const title = `change it to  over ${lowText}  and  under ${highText}  (only what lies between is allowed)`;
    if (edits) fixes.push({ title, edits });
    return say.betweenIsUnclear(reader.nodes.spanOf(between), {}, { fixes });
  };
  yield { tokens: replaced(replaced(tokens, and, and + 1, to), at, at + 1, from), problem };
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
export function* mendSymbol({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const first = tokens[stop];
  if (!first || isWordToken(first)) return;
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
    const fixes = [spacedFix(reader, span, written, meant)];
    yield { tokens: replaced(tokens, stop, stop + count, by), problem: () => say.symbolsCompare(span, {}, { fixes }) };
    return;
  }
}

/** A fix that changes the span, with the spaces that words need around them. */
function spacedFix(reader: FileReading, span: Problem["at"], written: string, meant: string): Fix {
  const before = /[\s]/.test(reader.text.charAt(span.start - 1)) ? "" : " ";
  const after = /[\s]/.test(reader.text.charAt(span.end)) ? "" : " ";
  const title = meant === "" ? `remove  ${written}` : `change  ${written}  to  ${meant}`;
  return { title, edits: [{ span, text: `${before}${meant}${after}` }] };
}

const contractions: Readonly<Record<string, string>> = {
  isn: "is not",
  aren: "is not",
  wasn: "is not",
  doesn: "does not",
  don: "does not",
};

/** FW103: `isn't yes`, `doesn't include`. */
export function* mendContraction({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1]) {
    const [word, sign, letter] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    const meant = word && contractions[plainName(word.image)];
    if (!word || meant === undefined || !letter || !isApostrophe(sign) || plainName(letter.image) !== "t") continue;
    const by: IToken[] = wordsInPlaceOf(meant, word, letter, reader);
    const explanation = [`It is written in full:  ${meant}.`];
    const fixes = changeTo(reader, word, letter, meant);
    const name = textOf(reader, word, letter);
    const span = reader.nodes.spanOf(word, letter);
    const problem = (): Problem => say.wordDoesNotFit(span, { word: name }, { explanation, fixes });
    yield { tokens: replaced(tokens, at, at + 3, by), problem };
  }
}

function isApostrophe(token: IToken | undefined): boolean {
  return token?.tokenType === T.Sign && /^['’`]$/.test(token.image);
}
