// Reads one logical line as the best of several forms. What is wrong in a known way is reported and mended, so that the rest of the line,
// and everything that depends on its names, is still read: one problem, one message.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { expectedAfter, expectedWords } from "./expected.ts";
import type { FileReading } from "./file-reading.ts";
import type { Form } from "./form.ts";
import { plainName } from "./lexer.ts";
import type { Reading } from "./line-grammar.ts";
import { findImpossibleDates, mendLetters } from "./mend-tokens.ts";
import { mendBehindType } from "./mends/behind-type.ts";
import { endOfType, mendLinesBelow } from "./mends/lines-below.ts";
import { mendLine } from "./mends/mend-line.ts";
import { mendOptionsBelow } from "./mends/options-below.ts";
import { saidInstead } from "./mends/said-instead.ts";
import { mendTwice } from "./mends/slips.ts";
import { hasTruths, mendTruths } from "./mends/truths.ts";
import { lineNotFinished } from "./not-finished.ts";
import * as T from "./tokens.ts";

/** More tokens than this in one line are not read: no person wrote them. */
const longestLine = 4000;
/** How deep brackets may stand in brackets, and chains like "before … after …" may go without a comma. */
const deepestNesting = 20;
/** A line is mended at most this often. */
const mostMends = 6;

/** The forms that begin with this word and may stand below a line of this form. */
export type FormsBelow = (form: Form, word: string) => readonly Form[];

/** The forms of the block a line stands in that begin with this word. */
export type FormsBeside = (word: string) => readonly Form[];

/** What a line is read by, and how. */
interface Asked {
  readonly forms: readonly Form[];
  readonly written: IToken[];
  readonly reader: FileReading;
  readonly isHeadingRow: boolean;
  readonly formsBelow: FormsBelow;
  readonly formsBeside: FormsBeside;
}

/** The best reading; its problems are reported. Undefined: no form, or the line is not to be read. */
export function readLineAs(
  forms: readonly Form[],
  written: IToken[],
  reader: FileReading,
  isHeadingRow = false,
  formsBelow: FormsBelow = noForms,
  formsBeside: FormsBeside = noForms,
): Reading | undefined {
  if (forms.length === 0 || isTooNested(written, reader)) return undefined;
  const asked = { forms, written, reader, isHeadingRow, formsBelow, formsBeside };
  // An unclosed quote is mended by trying; it has been reported then: what it swallowed is no second problem.
  if (hasOpenText(written)) {
    const attempt = attemptsOf(asked);
    const tokens = mendLetters(written, reader, attempt);
    return readMended(attempt(tokens), tokens, asked, attempt, true);
  }
  const tokens = mendLetters(written, reader, notRead);
  const reading = tokens[0] === written[0] ? readBest(forms, tokens, reader, isHeadingRow) : attemptsOf(asked)(tokens);
  // Nearly every line fits as it stands; what mending needs is made for the others only.
  const fits = reading && reading.stop === undefined && endOfType(reading, tokens) === undefined;
  if (!fits || hasTruths(tokens, reader)) return readMended(reading, tokens, asked, attemptsOf(asked), false);
  findImpossibleDates(tokens, reader);
  return reading;
}

const noForms = (): readonly Form[] => [];
const notRead = (): undefined => undefined;

function hasOpenText(tokens: readonly IToken[]): boolean {
  for (const { tokenType } of tokens) if (tokenType === T.OpenText) return true;
  return false;
}

/** Reads other tokens in the place of those that were written. */
function attemptsOf({ forms, written, reader, isHeadingRow, formsBeside }: Asked): Attempt {
  // A mend may begin the line with another word: `calculate entitled = age is over 17` is a decision.
  return (tokens) =>
    readBest(isSameStart(tokens[0], written[0]) ? forms : formsBeside(startOf(tokens)), tokens, reader, isHeadingRow);
}

/** The best reading after what is wrong in a known way was mended. `reading` is that of `tokens`. */
function readMended(
  reading: Reading | undefined,
  tokens: IToken[],
  asked: Asked,
  attempt: Attempt,
  isQuiet: boolean,
): Reading | undefined {
  const { reader, formsBelow } = asked;
  const found: Problem[] = [];
  let [now, by] = [reading, tokens];
  for (let mended = 0; now && mended < mostMends; mended++) {
    const better = mend(now, by, reader, attempt, formsBelow);
    if (!better) break;
    found.push(better.problem());
    by = better.tokens;
    now = attempt(by);
  }
  if (now?.stop === undefined) {
    if (!isQuiet) reader.problems.push(...found);
    findImpossibleDates(by, reader);
    return now && mendTruths(now, by, reader, attempt);
  }
  // When the line cannot be read to its end, only the first guess is worth saying.
  if (!isQuiet && reader.isSilent !== true) reader.problems.push(found[0] ?? explain(now, by, reader, attempt));
  return now;
}

function startOf([first]: readonly IToken[]): string {
  return plainName(first?.image ?? "");
}

function isSameStart(one: IToken | undefined, other: IToken | undefined): boolean {
  return one === other || one?.image === other?.image || startOf(one ? [one] : []) === startOf(other ? [other] : []);
}

type Attempt = (tokens: IToken[]) => Reading | undefined;

/** The mend of a line that cannot be read to its end, or whose type goes on with what belongs below it. */
function mend(reading: Reading, tokens: IToken[], reader: FileReading, attempt: Attempt, formsBelow: FormsBelow) {
  const stop = reading.stop ?? endOfType(reading, tokens);
  if (stop === undefined) return undefined;
  const stopped = { reading, tokens, reader, stop, formsBelow: (word: string) => formsBelow(reading.form, word) };
  return reading.stop === undefined
    ? mendLine(stopped, attempt, [mendTwice, mendOptionsBelow, mendLinesBelow, mendBehindType])
    : mendLine(stopped, attempt);
}

/** The form that fits, else the one that got furthest. */
function readBest(
  forms: readonly Form[],
  tokens: IToken[],
  reader: FileReading,
  heading: boolean,
): Reading | undefined {
  // Nearly every line fits: what is kept of those that do not is made when one does not.
  let readings: Map<Form, Reading> | undefined;
  for (const form of forms) {
    if (!reader.grammar.couldBe(form, tokens)) continue;
    const reading = readAs(form, tokens, reader, heading);
    if (reading.stop === undefined) return reading;
    readings ??= new Map();
    readings.set(form, reading);
  }
  return readFurthest(forms, tokens, reader, heading, readings);
}

function readFurthest(
  forms: readonly Form[],
  tokens: IToken[],
  reader: FileReading,
  heading: boolean,
  readings: ReadonlyMap<Form, Reading> | undefined,
): Reading | undefined {
  // Nothing more will be said in this file: the block that the first form opens is all that matters.
  const [first] = forms;
  if (reader.budget.trials <= 0) return readings?.values().next().value ?? (first && unread(first));
  const all = forms.map((form) => readings?.get(form) ?? readAs(form, tokens, reader, heading));
  return all.reduce<Reading | undefined>(
    (best, reading) => (!best || (reading.stop ?? 0) > (best.stop ?? 0) ? reading : best),
    undefined,
  );
}

function readAs(form: Form, tokens: IToken[], reader: FileReading, heading: boolean): Reading {
  reader.budget.trials--;
  return reader.grammar.read(form, tokens, reader.nodes, heading);
}

function unread(form: Form): Reading {
  return { form, parts: [], last: undefined, stop: 0, isTooLong: false, openBullets: [] };
}

function isTooNested(tokens: readonly IToken[], reader: FileReading): boolean {
  const limit = nestingLimit(tokens);
  const [first] = tokens;
  if (!limit || !first) return false;
  reader.problems.push(say.lineIsTooDeep(reader.nodes.spanOf(first), { limit }));
  return true;
}

/** Why a line is not read at all: nobody wrote so many words, or brackets so deep. */
export function nestingLimit(tokens: readonly IToken[]): string | undefined {
  if (tokens.length > longestLine) return `A line may have at most ${longestLine} words and signs.`;
  if (tokens.length <= deepestNesting) return undefined;
  let depth = 0;
  let chain = 0;
  for (const token of tokens) {
    const word = token.image.length > 6 ? "" : token.image.toLowerCase();
    if (token.tokenType === T.LParen) depth++;
    else if (token.tokenType === T.RParen) depth--;
    else if (token.tokenType === T.Comma || word === "and" || word === "or") chain = 0;
    else if (word === "before" || word === "after" || word === "since" || word === "of" || word === "from") chain++;
    if (depth > deepestNesting) return `Brackets may stand at most ${deepestNesting} deep.`;
    if (chain > deepestNesting) return `Give a part of this a name of its own.`;
  }
  return undefined;
}

/** The problem of a line that could not be mended: not finished, too long, or a word that does not fit. */
function explain(reading: Reading, tokens: readonly IToken[], reader: FileReading, attempt: Attempt): Problem {
  const stop = reading.stop ?? tokens.length;
  const token = tokens[stop];
  const before = tokens[stop - 1];
  const expected = expectedAfter(reading);
  const what =
    reading.isTooLong && expected.isEnd ? expectedWords({ ...expected, isEnd: false }) : expectedWords(expected);
  const behind = before ? quotedWord(before) : "";
  const explanation =
    what === "" || behind === "" ? [] : [`After  ${behind}  ${reading.isTooLong ? "there may be" : "comes"} ${what}.`];
  // A word that begins a row of its own cannot be what is wrong: the row above is not finished.
  const isNextRow = token && before && reader.text.slice(before.startOffset, token.startOffset).includes("\n");
  // `wait 28 days`, below it `then go to …`: the line above has no such end.
  if (token && isNextRow && plainName(token.image) === "then" && expected.isEnd) {
    const [span, next] = [reader.nodes.spanOf(token), tokens[stop + 1]];
    const edits = [{ span: { ...span, end: next ? reader.nodes.spanOf(next).start : span.end }, text: "" }];
    const told = ["The line above is whole without it. What comes then is a line of its own, without  then."];
    const fixes = [{ title: `remove  ${token.image}`, edits }];
    return say.wordDoesNotFit(span, { word: token.image }, { explanation: told, fixes });
  }
  if (!token || isNextRow) {
    return lineNotFinished({ reading, tokens, stop, reader, attempt, explanation });
  }
  const instead = saidInstead(tokens, stop);
  if (instead) {
    const { at: place, explanation: told } = instead;
    const stranger = tokens[place] ?? token;
    return say.wordDoesNotFit(
      reader.nodes.spanOf(stranger),
      { word: quotedWord(stranger).replaceAll('"', "") },
      { explanation: [told] },
    );
  }
  // `can be reviewed`, `can put on waiting list`
  const isAction =
    plainName(tokens[0]?.image ?? "") === "can" &&
    (stop === 2 || (stop === 3 && /^(?:on|put|be)$/i.test(before?.image ?? "")));
  const span = reader.nodes.spanOf(token);
  const word = quotedWord(token).replace(/["“”„]/g, "");
  const units = expected.slots.includes("d") && token.tokenType === T.Num ? [unitsOfTime] : explanation;
  if (!reading.isTooLong) {
    const more = isAction ? [plainName(before?.image ?? "") === "be" ? askedOfThem : actionHasOneWord] : units;
    return say.wordDoesNotFit(span, { word }, { explanation: more });
  }
  const last = tokens.at(-1) ?? token;
  const rest = reader.nodes.spanOf(before ?? token, last);
  const removal = { span: { ...rest, start: before ? reader.nodes.spanOf(before).end : span.start }, text: "" };
  const written = reader.text.slice(span.start, rest.end);
  const title = written.length > 40 ? "remove the rest of the line" : `remove  ${written}`;
  // What limits, joins or compares is no word too many: without it the line would say something else.
  const isLimit = plainName(tokens[0]?.image ?? "") === "must";
  const isMeant = isLimit || tokens.slice(stop).some(({ image }) => meaningful.has(plainName(image)));
  if (isAction) return say.lineIsTooLong(span, { word }, { explanation: [actionHasOneWord], fixes: [] });
  if (isMeant)
    return say.lineIsTooLong(span, { word }, { explanation: [...explanation, restMeansSomething], fixes: [] });
  const fixes = tokens.length - stop > 12 ? [] : [{ title, edits: [removal] }];
  return say.lineIsTooLong(span, { word }, { explanation, fixes });
}

const meaningful: ReadonlySet<string> = new Set(
  "and or not than except but unless until only within without is includes otherwise when if for each every per to by then".split(
    " ",
  ),
);
const restMeansSomething = "What follows is not read. Say it in a line of its own, or leave it out.";

const askedOfThem =
  "What people can do afterwards begins with  applicant:  applicant can appeal within 28 days then go to …";

const actionHasOneWord =
  "What can be chosen has a name of one word, and behind it stands where the case goes:  can write-to-neighbour then go to follow-up.";

const unitsOfTime =
  "A length of time is counted in minutes, hours, days, working days, weeks, months or years:  10 working days. Which days are no working days is said by a calendar.";

/** The author's word, shortened when it is long. */
function quotedWord(token: IToken): string {
  return token.image.length <= 40 ? token.image : `${token.image.slice(0, 39)}…`;
}
