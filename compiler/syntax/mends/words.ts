// Mends of single words (FW103): misspelt, twice, in the wrong order, left out, too many, without quotes.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { otherWords, slotWords } from "../block-words.ts";
import { expectedAfter } from "../expected.ts";
import { type Slot, wordsOfForm } from "../form.ts";
import { plainName } from "../lexer.ts";
import { relex, tokenAt } from "../mend-tokens.ts";
import { nameFromWords, wordsFromName } from "../names-and-words.ts";
import { nearestWord } from "../spelling.ts";
import * as T from "../tokens.ts";
import { isTypeWord } from "../type-words.ts";
import { numberNamed } from "../written-values.ts";
import { saidInstead } from "./said-instead.ts";
import { type Candidate, changeTo, isWordToken, replaced, type Stopped, textOf, wordsInPlaceOf } from "./stopped.ts";
import { valueWords } from "./value-words.ts";

/** `wiht reason`, `keeper equals yes`; also one word on, where two alternatives begin alike, and one word back. */
export function* mendSpelling(stopped: Stopped): Generator<Candidate> {
  const { stop, reading } = stopped;
  yield* respell(stopped, stop, expectedAfter(reading).words, false);
  yield* respell(stopped, stop + 1, wordsOfForm(reading.form.items), false);
  yield* respell(stopped, stop - 1, wordsOfForm(reading.form.items), true);
}

function* respell(stopped: Stopped, at: number, expected: readonly string[], onlyWhole: boolean): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const token = tokens[at];
  if (!isWordToken(token)) return;
  const word = plainName(token.image);
  // Behind a number stands a unit.
  if (tokens[at - 1]?.tokenType === T.Num && !Object.hasOwn(otherWords, word)) return;
  // `or` is what joins two things, and no slip of `of`. A name that the text declares is no slip of another word; `valid from start` has its idea in a place of its own.
  if (
    word === "or" ||
    word === "and" ||
    reader.isGiven(word) ||
    (!Object.hasOwn(otherWords, word) && saidInstead(tokens, at))
  )
    return;
  const words = expected.filter((candidate) => /^[a-z]/.test(candidate));
  const near = [...(otherWords[word] ?? []), nearestWord(word, words), ...nearAll(word)];
  for (const meant of new Set(near)) {
    if (meant === undefined) continue;
    const explanation = [`Did you mean  ${meant} ?`];
    const problem = (): Problem =>
      say.wordDoesNotFit(
        reader.nodes.spanOf(token),
        { word: token.image },
        { explanation, fixes: changeTo(reader, token, token, meant) },
      );
    const by = wordsInPlaceOf(meant, token, token, reader);
    yield { tokens: replaced(tokens, at, at + 1, by), problem, onlyWhole };
  }
}

/** The two nearest words of values and conditions. */
function nearAll(word: string): (string | undefined)[] {
  const first = nearestWord(word, valueWords);
  return [
    first,
    nearestWord(
      word,
      valueWords.filter((other) => other !== first),
    ),
  ];
}

/** `for for more information`, `go to pay now`: the line can be read without one word. */
export function* mendSuperfluous({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  // `send email offer-letter`: what the text gives a name to is meant, the word before it is not.
  const isNamed = (at: number): boolean => reader.isGiven(plainName(tokens[at]?.image ?? ""));
  const isBefore = stop > 1 && isNamed(stop) && !isNamed(stop - 1);
  for (const at of isBefore ? [stop - 1, stop] : [stop, stop - 1]) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!before || !isWordToken(token) || isNamed(at) || saidInstead(tokens, at)) continue;
    // A unit or a currency behind a number is not superfluous: without it the number says something else.
    // So is a word behind `this` or `the`: it is what is spoken of.
    if (/^(?:this|the|an?|my|our|next|last)$/i.test(before.image)) continue;
    if (/^[\d£€$]/.test(before.image) || numberNamed(before.image) !== undefined) continue;
    const isTwice = plainName(before.image) === plainName(token.image);
    if (at === stop - 1 && !isTwice && !isBefore) continue;
    const start = reader.nodes.spanOf(before).end;
    const span = reader.nodes.spanOf(token);
    const title = isTwice ? `remove the second  ${token.image}` : `remove  ${token.image}`;
    const fixes = [{ title, edits: [{ span: { ...span, start }, text: "" }] }];
    const explanation = [isTwice ? "It stands twice." : "The line can be read without it."];
    const problem = (): Problem => say.wordDoesNotFit(span, { word: token.image }, { explanation, fixes });
    yield { tokens: replaced(tokens, at, at + 1, []), problem, onlyWhole: true };
  }
}

/** `ask keeper: "…"`, `… is under £2,000;`: a sign of punctuation that the line can be read without. */
export function* mendPunctuation({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const token = tokens[stop];
  if (!token || !/^[:;,.!?&]$/.test(token.image)) return;
  const span = reader.nodes.spanOf(token);
  const fixes = [{ title: `remove  ${token.image}`, edits: [{ span, text: "" }] }];
  const explanation = ["The line can be read without it."];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: token.image }, { explanation, fixes });
  yield { tokens: replaced(tokens, stop, stop + 1, []), problem, onlyWhole: true };
}

/** FW108: `route // the way`, a comment in the way of another tool. */
export function* mendComment({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1]) {
    const [first, second] = [tokens[at], tokens[at + 1]];
    const last = tokens.at(-1);
    if (!first || !second || !last || at < 1) continue;
    const sign = textOf(reader, first, second);
    if (sign !== "//" && sign !== "--") continue;
    const span = reader.nodes.spanOf(first, second);
    const fixes = [{ title: `change  ${sign}  to  #`, edits: [{ span, text: "#" }] }];
    const explanation = ["A comment begins with  #."];
    const problem = (): Problem => say.lineIsTooLong(span, { word: sign }, { explanation, fixes });
    yield { tokens: tokens.slice(0, at), problem, onlyWhole: true };
  }
}

/** `then to go review`: two neighbours in the wrong order. */
export function* mendOrder({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (const at of [stop, stop - 1, stop - 2]) {
    const [left, right] = [tokens[at], tokens[at + 1]];
    if (at < 1 || !left || !right || /^(?:this|the|an?)$/i.test(right.image)) continue;
    const span = reader.nodes.spanOf(left, right);
    const swapped = [right, left].map((token) => tokenAt(token.tokenType, token.image, span.start, span.end));
    const meant = `${right.image} ${left.image}`;
    const explanation = [`Did you mean  ${meant} ?`];
    const problem = (): Problem =>
      say.wordDoesNotFit(
        span,
        { word: shortened(textOf(reader, left, right)) },
        {
          explanation,
          fixes: changeTo(reader, left, right, meant),
        },
      );
    yield { tokens: replaced(tokens, at, at + 2, swapped), problem, onlyWhole: true };
  }
}

const placeholders: Partial<Readonly<Record<Slot, readonly [type: IToken["tokenType"], image: string]>>> = {
  n: [T.Word, "name"],
  ns: [T.Word, "name"],
  p: [T.Word, "name"],
  ps: [T.Word, "name"],
  t: [T.Text, '""'],
  d: [T.Duration, "1 day"],
  e: [T.Num, "1"],
  num: [T.Num, "1"],
  date: [T.DateToken, "1 January 2026"],
  ty: [T.Word, "text"],
};

/** `can approve then to pay`: a word, or what a slot holds, is missing. */
export function* mendMissing({ tokens, reader, reading, stop }: Stopped): Generator<Candidate> {
  if (saidInstead(tokens, stop)) return;
  for (const at of [stop, stop - 1]) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!before || !token) continue;
    const place = reader.nodes.spanOf(before).end;
    const shown = reader.nodes.spanOf(token);
    const add = (words: string): Fix => ({
      title: `add  ${words}  before  ${shortened(token.image)}`,
      edits: [{ span: { ...shown, start: place, end: place }, text: words === "," ? words : ` ${words}` }],
    });
    const say103 = (what: string, fixes: Fix[]): Problem =>
      say.wordDoesNotFit(
        shown,
        { word: shortened(token.image).replace(/["“”„]/g, "") },
        {
          explanation: [`After  ${shortened(before.image)}  comes ${what}.`],
          fixes,
        },
      );
    const expected = at === stop ? expectedAfter(reading) : { words: wordsOfForm(reading.form.items), slots: [] };
    // `given student yes`: a fact says what it is.
    const facts = /^(given|expect)$/.test(plainName(tokens[0]?.image ?? "")) ? ["is"] : [];
    for (const word of [...facts, ...expected.words.filter((candidate) => /^[a-z,=]/.test(candidate))]) {
      // Behind "as" comes a type: a word that begins none is not mended by it.
      if (word === "as" && reading.form.text.includes("as <ty>") && !isTypeWord(plainName(token.image))) continue;
      const by = wordsInPlaceOf(word, before, before, reader).map((one) => tokenAt(one.tokenType, word, place, place));
      yield {
        tokens: replaced(tokens, at, at, by),
        problem: () => say103(word === "," ? "a comma" : word, [add(word)]),
        onlyWhole: word !== "is",
      };
    }
    for (const slot of expected.slots) {
      const [type, image] = placeholders[slot] ?? [];
      if (!type || image === undefined) continue;
      const by = [tokenAt(type, image, place, place)];
      const isOfWords = slot === "n" && reader.file.endsWith(".words");
      const guess = isOfWords ? nameInWords(before, reader.text) : slotGuess(slot, before, token, reader.isGiven);
      const problem = (): Problem => say103(slotWords[slot], guess === undefined ? [] : [add(guess)]);
      yield { tokens: replaced(tokens, at, at, by), problem, onlyWhole: true };
    }
  }
}

/** `can approve then go to paid when adult`: the condition stands before "then". */
export function* mendConditionLast({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const at = [stop, stop - 1].find((place) => /^(when|if)$/.test(plainName(tokens[place]?.image ?? "")));
  const then = tokens.findIndex((token) => plainName(token.image) === "then");
  const [first, when, last, end] = [tokens[then], tokens[at ?? -1], tokens.at(-1), tokens[(at ?? 0) - 1]];
  if (at === undefined || then < 1 || then > at || !first || !when || !last || !end) return;
  const condition = textOf(reader, tokens[at + 1] ?? last, last);
  const meant = `when ${condition} ${textOf(reader, first, end)}`;
  const moved = [...wordsInPlaceOf("when", first, last, reader), ...tokens.slice(at + 1), ...tokens.slice(then, at)];
  const problem = (): Problem =>
    say.wordDoesNotFit(
      reader.nodes.spanOf(when),
      { word: when.image },
      { explanation: [`The condition comes first:  ${meant}.`], fixes: changeTo(reader, first, last, meant) },
    );
  yield { tokens: replaced(tokens, then, tokens.length, moved), problem, onlyWhole: true };
}

/** `repeat children "Your children"`: what one of them is called is missing. */
export function* mendMissingEach({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const [first, list, token] = [tokens[0], tokens[stop - 1], tokens[stop]];
  if (!first || !list || !token || plainName(first.image) !== "repeat" || stop !== 2) return;
  const name = plainName(list.image);
  const ending = name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.endsWith("s") ? name.slice(0, -1) : name;
  const one = name.replace(/children$/, "child").replace(/people$/, "person");
  const single = one === name ? ending : one;
  // `repeat pupil "Your pupils"`: the list has the name of several.
  const several = single === name ? `${name}s` : name;
  const end = reader.nodes.spanOf(list).end;
  const by = relex(`each ${single}`, 0, reader).map(({ tokenType, image }) => tokenAt(tokenType, image, end, end));
  const span = reader.nodes.spanOf(token);
  const explanation = ["After  each  comes what one of them is called: rules and answers of one are said with it."];
  const edits =
    several === name
      ? [{ span: { ...span, start: end, end }, text: ` each ${single}` }]
      : [{ span: reader.nodes.spanOf(list), text: `${several} each ${single}` }];
  const title =
    several === name
      ? `add  each ${single}  behind  ${list.image}`
      : `change  ${list.image}  to  ${several} each ${single}`;
  const fixes = [{ title, edits }];
  const word = shortened(token.image).replace(/["“”„]/g, "");
  const problem = (): Problem => say.wordDoesNotFit(span, { word }, { explanation, fixes });
  yield { tokens: replaced(tokens, stop, stop, by), problem, onlyWhole: true };
}

/** A words file repeats the names of the service: only that of the service itself stands in it. */
function nameInWords(before: IToken, text: string): string | undefined {
  return plainName(before.image) === "service" ? /^words \S+ for (\S+)/im.exec(text)?.[1] : undefined;
}

/** What can be put where a slot is empty: a name out of the words behind it, words out of the name before it. */
function slotGuess(slot: Slot, before: IToken, token: IToken, isGiven: (name: string) => boolean): string | undefined {
  if (slot === "t" && isWordToken(before)) return `"${wordsFromName(plainName(before.image))}"`;
  if (slot !== "n" || token.tokenType !== T.Text) return undefined;
  return nameFromWords(token.image, isGiven);
}

/** Words that people see, without quotes. */
export function* mendMissingQuotes({ tokens, reader, stop, reading }: Stopped): Generator<Candidate> {
  // `- hill, Hill school`: the comma goes too.
  const from = tokens[stop]?.tokenType === T.Comma ? stop + 1 : stop;
  const first = tokens[from];
  if (!first || !expectedAfter(reading).slots.includes("t")) return;
  // `stage review by officer`: the line goes on, and its words are missing.
  if (wordsOfForm(reading.form.items).includes(plainName(first.image))) return;
  for (let end = tokens.length; end > stop && end > tokens.length - 12; end--) {
    const last = tokens[end - 1];
    if (!last || tokens.slice(stop, end).some((token) => token.tokenType === T.Text)) continue;
    const shown = reader.nodes.spanOf(first, last);
    const words = reader.text.slice(shown.start, shown.end);
    const span = from === stop ? shown : { ...shown, start: reader.nodes.spanOf(tokens[stop] ?? first).start };
    if (words.includes("\n")) continue;
    const explanation = ["Words that people see stand in double quotes."];
    const quoted = `"${withoutQuotes(words)}"`;
    const text = from === stop ? quoted : ` ${quoted}`;
    const fixes = [{ title: `change it to  ${quoted}`, edits: [{ span, text }] }];
    yield {
      tokens: replaced(tokens, stop, end, [tokenAt(T.Text, quoted, span.start, span.end)]),
      problem: () => say.wordDoesNotFit(span, { word: words }, { explanation, fixes }),
      onlyWhole: true,
    };
  }
}

/** Without the quotes of another keyboard or language: 'About you', `About you`, 「About you」. */
function withoutQuotes(words: string): string {
  const match = /^(?:''(.+)''|['‘‚`´](.+)['’‘`´]|[″«»‹›](.+)[″«»‹›]|[「『](.+)[」』])$/u.exec(words);
  return (match?.slice(1).find((inner) => inner !== undefined) ?? words).trim();
}

/** `"The "big" house"`: straight quotes among words that stand in straight quotes. */
export function* mendQuotesInside({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  const first = tokens[stop - 1];
  if (first?.tokenType !== T.Text) return;
  const end = tokens.findIndex(({ tokenType }, at) => at >= stop && tokenType === T.Text);
  const last = tokens[end];
  if (!last || end === stop || end > stop + 12) return;
  const span = reader.nodes.spanOf(first, last);
  const words = reader.text.slice(span.start + 1, span.end - 1);
  if (words.includes("\n") || (words.match(/"/g)?.length ?? 0) !== 2) return;
  const meant = `"${words.replace('"', "“").replace('"', "”")}"`;
  const explanation = ["Quotes among the words that people see are curly, so that the end of the words can be told."];
  const fixes = [{ title: `change it to  ${meant}`, edits: [{ span, text: meant }] }];
  yield {
    tokens: replaced(tokens, stop - 1, end + 1, [tokenAt(T.Text, meant, span.start, span.end)]),
    problem: () => say.wordDoesNotFit(span, { word: words.replaceAll('"', "'") }, { explanation, fixes }),
    onlyWhole: true,
  };
}

function shortened(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 39)}…`;
}
