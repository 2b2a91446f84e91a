// Mends of slips of the hand in words that the language brings: a word twice, one letter wrong, a small word left out. They go before what
// else might be meant, because they are what was meant most often; each counts only when the whole line can then be read.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { editDistance } from "../../source/nearest.ts";
import { expectedAfter } from "../expected.ts";
import { wordsOfForm } from "../form.ts";
import { plainName } from "../lexer.ts";
import { tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { isTypeWord } from "../type-words.ts";
import { type Candidate, changeTo, isWordToken, replaced, type Stopped, wordsInPlaceOf } from "./stopped.ts";
import { valueWords } from "./value-words.ts";

/** `can can approve`, `is is yes`: a word that stands twice side by side, near where the reading stopped. */
export function* mendTwice({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (let at = Math.min(stop + 1, tokens.length - 1); at > 0 && at > stop - 4; at--) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!before || !isWordToken(token) || plainName(before.image) !== plainName(token.image)) continue;
    const span = reader.nodes.spanOf(token);
    const edits = [{ span: { ...span, start: reader.nodes.spanOf(before).end }, text: "" }];
    const fixes = [{ title: `remove the second  ${token.image}`, edits }];
    const problem = (): Problem =>
      say.wordDoesNotFit(span, { word: token.image }, { explanation: ["It stands twice."], fixes });
    yield { tokens: replaced(tokens, at, at + 1, []), problem, onlyWhole: true };
  }
}

/** `show whenn …`, `can refuse wih reason`: one letter of a word of the language is wrong. */
export function* mendLetter({ tokens, reader, reading, stop }: Stopped): Generator<Candidate> {
  const expected = expectedAfter(reading).words;
  for (const at of [stop, stop - 1, stop + 1]) {
    const token = tokens[at];
    // A name that the text declares, and a word of the language, are no slip of another.
    if (at < 1 || token?.tokenType !== T.Word) continue;
    const word = plainName(token.image);
    if (reader.isGiven(word)) continue;
    const known = new Set([
      ...(at === stop ? expected : []),
      ...wordsOfForm(reading.form.items),
      ...valueWords,
      ...ofLimits,
    ]);
    for (const meant of [...known].filter((one) => isOneLetterOff(word, one))) {
      const fixes = changeTo(reader, token, token, meant);
      const problem = (): Problem =>
        say.wordDoesNotFit(
          reader.nodes.spanOf(token),
          { word: token.image },
          { explanation: [`Did you mean  ${meant} ?`], fixes },
        );
      yield {
        tokens: replaced(tokens, at, at + 1, wordsInPlaceOf(meant, token, token, reader)),
        problem,
        onlyWhole: true,
      };
    }
  }
}

const ofLimits = ["more", "less", "than"];

/** One letter added, dropped, changed or swapped; of words of two letters only swapped, because so many are alike. */
function isOneLetterOff(word: string, meant: string): boolean {
  if (!/^[a-z]+$/.test(meant) || word === meant) return false;
  if (word.length < 3 || meant.length < 3)
    return word.length + meant.length > 4
      ? editDistance(word, meant, 1) === 1 && Math.min(word.length, meant.length) > 1
      : [...word].reverse().join("") === meant;
  return editDistance(word, meant, 1) === 1;
}

const units = ["day", "week", "month", "year", "hour", "minute"];

/** `within 5 dasy`, `10 workung days`: a unit of time behind a number, misspelt. */
export function* mendUnit({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1]) {
    const [number, word, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (number?.tokenType !== T.Num || !isWordToken(word)) continue;
    const written = plainName(word.image);
    const isOne = number.image === "1";
    const known = units.map((unit) => (isOne ? unit : `${unit}s`));
    const isWorking = next !== undefined && /^days?$/.test(plainName(next.image));
    const all = isWorking ? ["working"] : [...known, ...units.map((unit) => (isOne ? `${unit}s` : unit))];
    const near = (most: number): string | undefined => all.find((unit) => editDistance(written, unit, most) <= most);
    const meant = near(1) ?? (written.length > 4 ? near(2) : undefined);
    if (meant === undefined || meant === written) continue;
    const last = isWorking ? next : word;
    const whole = `${number.image} ${isWorking ? `working ${plainName(next.image)}` : meant}`;
    const problem = (): Problem =>
      say.wordDoesNotFit(
        reader.nodes.spanOf(word),
        { word: word.image },
        { explanation: [`Did you mean  ${meant} ?`], fixes: changeTo(reader, word, word, meant) },
      );
    const by = wordsInPlaceOf(whole, number, last, reader);
    yield { tokens: replaced(tokens, at, at + (isWorking ? 3 : 2), by), problem, onlyWhole: true };
  }
}

/** A word that is left out before a token: what is added, and in which other ways it could be meant. */
interface LeftOut {
  readonly at: number;
  readonly words: readonly string[];
}

/** `keeper no`, `is at 5`, `from 0 20`, `yes no`, `"AA99" say "…"`: a small word is left out. */
export function* mendLeftOut({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1, stop + 1]) {
    const words = leftOutAt(tokens, at);
    if (words.length > 0) yield* withWords({ tokens, reader }, { at, words });
  }
}

/** `yes or on`, the one slip that makes another word of the language of a type. */
export function* mendYesOrNo({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const [yes, or, token] = [tokens[stop - 2], tokens[stop - 1], tokens[stop]];
  if (!token || [yes, or, token].map((one) => plainName(one?.image ?? "")).join(" ") !== "yes or on") return;
  const span = reader.nodes.spanOf(token);
  const fixes = changeTo(reader, token, token, "no");
  const problem = (): Problem =>
    say.wordDoesNotFit(span, { word: token.image }, { explanation: ["Did you mean  no ?"], fixes });
  yield {
    tokens: replaced(tokens, stop, stop + 1, wordsInPlaceOf("no", token, token, reader)),
    problem,
    onlyWhole: true,
  };
}

/** `must be 1 or mroe`: a limit whose last word is misspelt. */
export function* mendOrMore({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const [number, or, word] = [tokens[stop - 1], tokens[stop], tokens[stop + 1]];
  if (!number || !isNumber(number) || plainName(or?.image ?? "") !== "or" || word?.tokenType !== T.Word) return;
  const written = plainName(word.image);
  const limit = ["more", "less", "fewer"].find((one) => editDistance(written, one, 1) === 1);
  if (limit === undefined || reader.isGiven(written)) return;
  const meant = `at ${limit === "more" ? "least" : "most"} ${number.image}`;
  const problem = (): Problem =>
    say.wordDoesNotFit(
      reader.nodes.spanOf(word),
      { word: word.image },
      { explanation: [`It is written  ${meant}.`], fixes: changeTo(reader, number, word, meant) },
    );
  const by = wordsInPlaceOf(meant, number, word, reader);
  yield { tokens: replaced(tokens, stop - 1, stop + 2, by), problem, onlyWhole: true };
}

const limits = /^(?:at|over|under|more|less|before|after|from|one|not)$/;
const ofCondition = /^(?:when|where|unless|if|and|or|of)$/;

/** The words that may be missing in front of this token. */
function leftOutAt(tokens: readonly IToken[], at: number): readonly string[] {
  const [first, before, token] = [tokens[0], tokens[at - 1], tokens[at]];
  if (!before || !first) return [];
  const [word, last, second] = [token, before, tokens[at - 2]].map((one) => plainName(one?.image ?? ""));
  if (word === undefined || last === undefined) return [];
  if (last === "or" && token === undefined && second === "yes") return ["no"];
  if (!token) return [];
  if (last === "show" && at === 1) return ["when"];
  if (before.tokenType === T.Text && isTypeWord(word)) return ["as"];
  if (last === "as" && word === "of") return ["one", "any"];
  if (second === "as" && (last === "one" || last === "any")) return ["of"];
  if (word === "no" && last === "yes") return ["or"];
  if (word === "say" && before.tokenType !== T.Comma && last !== "otherwise" && last !== "and") return ["otherwise"];
  if (last === "at" && word !== "least" && word !== "most" && isValue(token)) return ["least", "most"];
  if ((word === "least" || word === "most") && last !== "at") return ["at"];
  if ((last === "more" || last === "less") && isValue(token)) return ["than"];
  if (isNumber(token) && isNumber(before) && (second === "from" || second === "|")) return ["to"];
  if (second === "|" && isNumber(before) && (word === "more" || word === "less")) return ["or"];
  const isInCondition =
    first.image === "-" || tokens.slice(0, at - 1).some(({ image }) => ofCondition.test(plainName(image)));
  // `when keeper no`: behind a name stands what it is.
  const isSaid = /^(?:yes|no)$/.test(word) || limits.test(word) || isNumber(token) || token.tokenType === T.Word;
  if (isInCondition && before.tokenType === T.Word && isSaid) return ["is"];
  return [];
}

function isNumber({ tokenType }: IToken): boolean {
  return tokenType === T.Num || tokenType === T.Money || tokenType === T.DateToken || tokenType === T.Duration;
}

function isValue(token: IToken): boolean {
  return isNumber(token) || token.tokenType === T.Word;
}

function* withWords(
  { tokens, reader }: Pick<Stopped, "tokens" | "reader">,
  { at, words }: LeftOut,
): Generator<Candidate> {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const [first] = words;
  if (!before || first === undefined) return;
  const end = reader.nodes.spanOf(before).end;
  const shown = token ? reader.nodes.spanOf(token) : { ...reader.nodes.spanOf(before), start: end };
  // In front of the word when that begins a row of its own.
  const isNextRow = token !== undefined && reader.text.slice(end, shown.start).includes("\n");
  const place = isNextRow ? shown.start : end;
  const fixes = words.map((word): Fix => {
    const title = token ? `add  ${word}  before  ${token.image}` : `add  ${word}  at the end of the line`;
    return {
      title,
      edits: [{ span: { ...shown, start: place, end: place }, text: isNextRow ? `${word} ` : ` ${word}` }],
    };
  });
  const by = wordsInPlaceOf(first, before, before, reader).map((one) => tokenAt(one.tokenType, first, place, place));
  const explanation = [`After  ${before.image}  comes ${words.join(" or ")}.`];
  const problem = (): Problem =>
    token
      ? say.wordDoesNotFit(shown, { word: token.image.replace(/["“”„]/g, "") }, { explanation, fixes })
      : say.lineIsNotFinished(shown, {}, { explanation, fixes });
  yield { tokens: replaced(tokens, at, at, by), problem, onlyWhole: true };
}
