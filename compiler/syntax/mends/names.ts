// Mends of names: dots (FW103), underscores and spaces (FW107), words of the language (FW204), digits first (FW115).
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { expectedAfter } from "../expected.ts";
import type { FileReading } from "../file-reading.ts";
import { wordsOfForm } from "../form.ts";
import { endOf, plainName } from "../lexer.ts";
import { tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import type { Part } from "../tree.ts";
import { type Candidate, changeTo, isWordToken, replaced, type Stopped, textOf } from "./stopped.ts";

/** FW103: `vehicle.fuel` for `vehicle's fuel`. FW107: `date_of_birth` for `date-of-birth`. */
export function* mendDot(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const [left, sign, right] = [tokens[stop - 1], tokens[stop], tokens[stop + 1]];
  if (!isWordToken(left) || !sign) return;
  // `about--you`
  const next = tokens[stop + 2];
  const isTwice = sign.image === "-" && right?.image === "-" && isWordToken(next);
  if (isTwice && next.startOffset === endOf(left) + 2) yield* joinName(stopped, stop - 1, stop + 2);
  if (!isWordToken(right)) return;
  const isTight = sign.startOffset === endOf(left) && right.startOffset === sign.startOffset + 1;
  // A dash that a word processor put for a hyphen.
  if (isTight && /^[–—−]$/.test(sign.image)) yield* joinName(stopped, stop - 1, stop + 1);
  // `driving-records' find-driver`: as one writes it of several.
  const isOfSeveral = /^['’]$/.test(sign.image) && /s$/i.test(left.image) && sign.startOffset === endOf(left);
  if (!isOfSeveral && (!isTight || (sign.image !== "." && sign.image !== "_"))) return;
  if (sign.image === "_") {
    let last = stop + 1;
    while (tokens[last + 1]?.image === "_" && isWordToken(tokens[last + 2])) last += 2;
    yield* joinName(stopped, stop - 1, last);
    return;
  }
  const place = new RegExp(`^[^\\S\\n]*(?:section|page|group) ${plainName(left.image)}(?![\\p{L}\\d-])`, "imu");
  if (sign.image === "." && place.test(reader.text)) {
    const whole = reader.nodes.spanOf(left, sign);
    const explanation = [`A name stands alone, whatever part of the text it stands in:  ${right.image}.`];
    const fixes = [{ title: `remove  ${left.image}.`, edits: [{ span: whole, text: "" }] }];
    const problem = (): Problem => say.wordDoesNotFit(whole, { word: `${left.image}.` }, { explanation, fixes });
    yield { tokens: replaced(tokens, stop - 1, stop + 1, []), problem };
  }
  // `convictions' points`: of each of them, by the name that one of them has.
  const each = isOfSeveral ? nameOfEach(left.image, reader.text) : undefined;
  if (each !== undefined) {
    const whole = reader.nodes.spanOf(left, sign);
    const meant = tokenAt(T.Word, each, whole.start, whole.start + left.image.length);
    const mark = tokenAt(T.Possessive, "'s", whole.end - 1, whole.end);
    const said = `${each}'s ${right.image}`;
    const fixes = changeTo(reader, left, right, said);
    const explanation = [`What holds for each of them is said with the name of one:  ${said}.`];
    const problem = (): Problem =>
      say.wordDoesNotFit(reader.nodes.spanOf(sign), { word: sign.image }, { explanation, fixes });
    yield { tokens: replaced(tokens, stop - 1, stop + 1, [meant, mark]), problem };
  }
  const span = reader.nodes.spanOf(sign);
  const possessive = tokenAt(T.Possessive, "'s", span.start, span.end);
  const explanation = ["A part of a thing is written with 's, as in  vehicle's fuel."];
  const title = `change  ${textOf(reader, left, right)}  to  ${left.image}'s ${right.image}`;
  const fixes = [{ title, edits: [{ span, text: isOfSeveral ? "'s" : "'s " }] }];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: sign.image }, { explanation, fixes });
  yield { tokens: replaced(tokens, stop, stop + 1, [possessive]), problem };
}

/** What one of a list is called: `repeat convictions each conviction "…"`. */
function nameOfEach(list: string, text: string): string | undefined {
  if (!/^[\p{L}\d-]+$/u.test(list)) return undefined;
  return new RegExp(`^[^\\S\\n]*(?:repeat|gives list) ${list} each ([\\p{L}\\d-]+)`, "imu").exec(text)?.[1];
}

/** FW107: `date of birth` for one name. Only where a name is given, or where the file has the joined name: else a word is superfluous. */
export function* mendSpacedName(stopped: Stopped): Generator<Candidate> {
  const { tokens, stop, reading, reader } = stopped;
  const before = tokens[stop - 1];
  if (!isWordToken(before) || !isWordToken(tokens[stop])) return;
  // `can accept go to paid`: the line goes on, and a word is missing before it.
  const ofForm = new Set(wordsOfForm(reading.form.items));
  const isLiteral = reading.parts.some((part) => part.slot === "literal" && part.span.start === before.startOffset);
  if (isLiteral) return;
  for (let last = stop; last < stop + 5 && isWordToken(tokens[last]); last++) {
    const joined = nameOf(tokens.slice(stop - 1, last + 1)).toLowerCase();
    if (broughtNames.has(joined)) yield* joinName(stopped, stop - 1, last);
    const word = plainName(tokens[last]?.image ?? "");
    // `send note when a is yes`: what follows is no part of the name.
    if (ofForm.has(word) || /^(?:when|if|unless|until|because|under|is|are|then)$/.test(word)) return;
    const follower = tokens[last + 1];
    // `send email offer-letter`: a name that a line gives is whole by itself.
    const isWhole = reader.isGiven(plainName(tokens[last]?.image ?? ""));
    const isGiven = follower?.tokenType === T.Text || follower?.tokenType === T.Equals || (stop === 2 && !isWhole);
    const name = nameOf(tokens.slice(stop - 1, last + 1));
    // `by licensing officer`: neither word is a name by itself.
    const isNone = reading.parts.some(isNameOf(before)) && !isKnown(reader, before) && !isKnown(reader, tokens[last]);
    if (isGiven || isNone || occurs(name, reader.text)) yield* joinName(stopped, stop - 1, last);
  }
}

/** Whether a slot for names holds this word, alone or as the last of several. */
function isNameOf({ startOffset }: IToken): (part: Part) => boolean {
  return (part) => {
    const names =
      part.slot === "n"
        ? [part.name]
        : part.slot === "ns"
          ? part.names
          : part.slot === "p"
            ? part.path.words
            : part.slot === "ps"
              ? (part.paths.at(-1)?.words ?? [])
              : [];
    return names.at(-1)?.span.start === startOffset;
  };
}

/** A name that a line of the text gives, or that the language brings. */
function isKnown({ isGiven }: FileReading, token: IToken | undefined): boolean {
  const name = plainName(token?.image ?? "");
  return isGiven(name) || brought.has(name);
}

const brought: ReadonlySet<string> = new Set(
  "applicant staff representative appointee email text-message letter inbox person business organisation identity".split(
    " ",
  ),
);

/** Names of several words that the language brings: what a service knows of each case, and how people are written to. */
const broughtNames: ReadonlySet<string> = new Set(
  "date-applied case-number applicant-kind previous-application refusal-reason expected-decision-date appeal-deadline text-message".split(
    " ",
  ),
);

/** Whether a name stands somewhere in the text as a whole word. What people wrote may hold signs: nothing that is no name is one. */
export function occurs(name: string, text: string): boolean {
  if (!/^[\p{L}\d-]+$/u.test(name)) return false;
  return new RegExp(`(?<![\\p{L}\\d-])${name}(?![\\p{L}\\d-])`, "iu").test(text);
}

function nameOf(tokens: readonly IToken[]): string {
  return tokens
    .filter(isWordToken)
    .map((token) => token.image)
    .join("-");
}

function* joinName(stopped: Stopped, from: number, to: number): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last) return;
  const name = nameOf(tokens.slice(from, to + 1));
  const span = reader.nodes.spanOf(first, last);
  const people = tokens.find((token) => token.tokenType === T.Text);
  const explanation = people ? [`People still see ${people.image}. The name is only used in this file.`] : [];
  yield {
    tokens: replaced(tokens, from, to + 1, [tokenAt(T.Word, name, span.start, span.end)]),
    problem: () => say.nameHasSpaces(span, {}, { fixes: changeTo(reader, first, last, name), explanation }),
    onlyWhole: true,
  };
}

/** FW204: a name that is a word of the language, such as `count`. */
export function* mendReservedName(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const token = tokens[stop];
  // `| then sum |`: what a column is called.
  const isCell = tokens[0]?.tokenType === T.Pipe && /^(?:then|expect)$/i.test(tokens[stop - 1]?.image ?? "");
  if (!isWordToken(token) || !(isCell || expectsName(stopped))) return;
  const span = reader.nodes.spanOf(token);
  const fixes = changeTo(reader, token, token, `the-${plainName(token.image)}`);
  yield {
    tokens: replaced(tokens, stop, stop + 1, [tokenAt(T.Word, token.image, span.start, span.end)]),
    problem: () => say.nameIsReserved(span, { word: token.image }, { fixes }),
  };
}

function expectsName({ reading }: Stopped): boolean {
  return expectedAfter(reading).slots.some((slot) => ["n", "ns", "p", "ps"].includes(slot));
}

const numbersInWords = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** FW115: a name that starts with a digit, such as `8-day`. */
export function* mendDigitFirst(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const first = tokens[stop];
  if (first?.tokenType !== T.Num || !/^\d+$/.test(first.image) || !expectsName(stopped)) return;
  let end = stop + 1;
  while (isNextTo(tokens[end - 1], tokens[end]) && (isWordToken(tokens[end]) || isHyphenOrNumber(tokens[end]))) end++;
  const last = tokens[end - 1];
  if (!last) return;
  const written = textOf(reader, first, last);
  const rest = written.slice(first.image.length).replace(/^-/, "");
  const number = numbersInWords[Number(first.image)] ?? `number-${first.image}`;
  const name = rest === "" ? number : `${number}-${rest}`;
  const span = reader.nodes.spanOf(first, last);
  yield {
    tokens: replaced(tokens, stop, end, [tokenAt(T.Word, name, span.start, span.end)]),
    problem: () => say.nameStartsWithDigit(span, { name: written }, { fixes: changeTo(reader, first, last, name) }),
  };
}

function isNextTo(left: IToken | undefined, right: IToken | undefined): boolean {
  return left !== undefined && right !== undefined && right.startOffset === endOf(left);
}

function isHyphenOrNumber(token: IToken | undefined): boolean {
  return (token?.tokenType === T.Minus && token.image === "-") || token?.tokenType === T.Num;
}
