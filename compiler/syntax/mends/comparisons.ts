// Mends of comparisons: `between` (FW402), symbols (FW106), `isn't` (FW103).
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { FileReading } from "../file-reading.ts";
import { plainSigns } from "../forgiven-signs.ts";
import { plainName } from "../lexer.ts";
import * as T from "../tokens.ts";
import { type Candidate, changeTo, isWordToken, replaced, type Stopped, textOf, wordsInPlaceOf } from "./stopped.ts";

/** FW402: `between 0 and 3`, `between 0 to 3`, `between 0-3`. */
export function* mendBetween(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const at = [stop, stop - 1].find((place) => tokens[place] && plainName(tokens[place].image) === "between");
  const between = at === undefined ? undefined : tokens[at];
  if (at === undefined || !between) return;
  const joins = (token: IToken): boolean => token.image === "-" || ["and", "to"].includes(plainName(token.image));
  const and = tokens.findIndex((token, place) => place > at + 1 && joins(token));
  const [low, joiner, high] = [tokens[at + 1], tokens[and], tokens[and + 1]];
  if (and < 0 || !low || !joiner || !high) return;
  const from = wordsInPlaceOf("from", between, between, reader);
  const to = wordsInPlaceOf("to", joiner, joiner, reader);
  const after = tokens[and + 2];
  const isInclusive = after !== undefined && /^(inclusive|included)$/.test(plainName(after.image));
  const ends = isInclusive ? replaced(tokens, and + 2, and + 3, []) : tokens;
  const problem = (): Problem => {
    const lowText = textOf(reader, low, tokens[and - 1] ?? low);
    const highText = textOf(reader, high, high);
    const both = reader.nodes.spanOf(between, isInclusive ? after : high);
    const included = plainName(tokens[0]?.image ?? "") === "must" ? "are allowed" : "count as well";
    const fixes: Fix[] = [
      {
        title: `change it to  from ${lowText} to ${highText}  (${lowText} and ${highText} ${included})`,
        edits: [{ span: both, text: `from ${lowText} to ${highText}` }],
      },
    ];
    const without = isInclusive ? undefined : withoutEnds(stopped, { at, and, low: lowText, high: highText });
    if (without) fixes.push(without);
    return say.betweenIsUnclear(reader.nodes.spanOf(between), {}, { fixes });
  };
  yield { tokens: replaced(replaced(ends, and, and + 1, to), at, at + 1, from), problem };
}

/** Where the words of a range stand, and its ends as written. */
interface Between {
  readonly at: number;
  readonly and: number;
  readonly low: string;
  readonly high: string;
}

/** `must be over 0` with a second line `must be under 3`, or `x is over 0 and x is under 3`; days are after and before. */
function withoutEnds(stopped: Stopped, { at, and, low, high }: Between): Fix | undefined {
  const { tokens, reader } = stopped;
  const [first, between, last] = [tokens[0], tokens[at], tokens[and + 1]];
  if (!first || !between || !last) return undefined;
  const isDay = last.tokenType === T.DateToken || last.tokenType === T.DayMonth;
  const [over, under] = isDay ? ["after", "before"] : ["over", "under"];
  const title = `change it to  ${over} ${low}  and  ${under} ${high}  (only what lies between)`;
  const end = tokens.at(-1) ?? last;
  const span = reader.nodes.spanOf(between, end);
  if (plainName(first.image) === "must") {
    const rest = reader.text.slice(reader.nodes.spanOf(last).end, span.end);
    if (rest !== "" && !/^\s*otherwise say /.test(rest)) return undefined;
    const { line } = reader.index.positionAt(first.startOffset);
    const indent = reader.text.slice(reader.index.startOf(line), first.startOffset);
    return { title, edits: [{ span, text: `${over} ${low}${rest}\n${indent}must be ${under} ${high}${rest}` }] };
  }
  const is = tokens[at - 1];
  if (!is || plainName(is.image) !== "is" || tokens.some((token) => plainName(token.image) === "or")) return undefined;
  let start = at - 2;
  while (tokens[start - 1]?.tokenType === T.Possessive) start -= 2;
  const [left, ended] = [tokens[start], tokens[at - 2]];
  if (!left || !ended || !isWordToken(left)) return undefined;
  const text = `${over} ${low} and ${textOf(reader, left, ended)} is ${under} ${high}`;
  return { title, edits: [{ span: reader.nodes.spanOf(between, last), text }] };
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
  "!": "not",
};

/** What is said of a symbol that joins conditions, or turns one round. */
const joining: ReadonlySet<string> = new Set(["&&", "&", "||", "!"]);
/** Arrows that other tools draw from a step to the next. */
const arrows: ReadonlySet<string> = new Set(["=>", "->", "→", "⇒", "-->", "==>"]);

/** FW106: `>=` and the like. */
export function* mendSymbol({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const first = tokens[stop];
  if (!first || isWordToken(first)) return;
  for (const count of [3, 2, 1]) {
    const last = tokens[stop + count - 1];
    if (!last) continue;
    const written = textOf(reader, first, last);
    const words = symbolWords[plainSigns(written)];
    if (words === undefined) continue;
    const before = plainName(tokens[stop - 1]?.image ?? "");
    const meant =
      { is: words.replace(/^is ?/, ""), be: words.replace(/^is ?/, ""), must: words.replace(/^is/, "be") }[before] ??
      words;
    const span = reader.nodes.spanOf(first, last);
    const by = meant === "" ? [] : wordsInPlaceOf(meant, first, last, reader);
    const fixes = [spacedFix(reader, span, written, meant)];
    const purpose = written === "!" ? "turn a condition round" : joining.has(written) ? "join conditions" : "compare";
    yield {
      tokens: replaced(tokens, stop, stop + count, by),
      problem: () => say.symbolsCompare(span, { purpose }, { fixes }),
    };
    return;
  }
}

/** FW106: `-> review`, for `then go to review`. */
export function* mendArrow({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const from of [stop, stop - 1])
    for (const count of [3, 2, 1]) {
      const [first, last] = [tokens[from], tokens[from + count - 1]];
      if (!first || !last || from + count <= stop || !arrows.has(textOf(reader, first, last))) continue;
      for (const meant of ["then go to", "go to"]) {
        const span = reader.nodes.spanOf(first, last);
        const fixes = [spacedFix(reader, span, textOf(reader, first, last), meant)];
        const by = wordsInPlaceOf(meant, first, last, reader);
        const problem = (): Problem => say.symbolsCompare(span, { purpose: "say where a case goes" }, { fixes });
        yield { tokens: replaced(tokens, from, from + count, by), problem, onlyWhole: true };
      }
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
