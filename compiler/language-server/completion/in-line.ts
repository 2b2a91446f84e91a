// What may follow inside a line: the grammar is asked, by reading the line on with each thing that could come next.
import type { IToken } from "chevrotain";
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { canCompare } from "../../model/expressions/kinds.ts";
import type { Family } from "../../model/types/families.ts";
import { typeNames } from "../../model/types/type-names.ts";
import { expectedAfter } from "../../syntax/expected.ts";
import type { Form, Item } from "../../syntax/form.ts";
import { endOf, plainName, readTokens } from "../../syntax/lexer.ts";
import type { Reading } from "../../syntax/line-grammar.ts";
import { createNodes } from "../../syntax/nodes.ts";
import { grammar } from "../../syntax/parse.ts";
import * as T from "../../syntax/tokens.ts";
import { headingsOf } from "../names/collect-mentions.ts";
import { nameSlot } from "../names/name-slots.ts";
import { type Cursor, firstWord } from "./cursor.ts";
import { suitsPhrase } from "./families.ts";
import { fixedWords } from "./fixed-words.ts";
import { waysToWrite } from "./form-snippet.ts";
import { beginningsOfFacts, completeInExample, refusalOfFact } from "./in-examples.ts";
import { familyAt, lengthNames, namesOf, optionsFor, partsAfter, type Sight, thingsToTranslate } from "./names-here.ts";
import { readyActions } from "./ready-actions.ts";

/** Phrases of values and conditions, tried in this order. */
const phrases: readonly string[] = (
  "is|is not|includes|does not include|at least|at most|over|under|more than|less than|before|after|on or before|" +
  "on or after|from|to|one of|within the last|within the next|in the past|in the future|answered|asked|corrected|yes|no|and|or|unless|" +
  "plus|minus|times|divided by|else|not|not asked|more|or more|to under|all of|any of|none of|any|every|where|sum of|count of|highest of|lowest of|average of|of|today|" +
  "years since|months since|days since|ago|eligible"
).split("|");

/** In the order of the phrases: what is said of most answers comes first. */
function sortOf(phrase: string): string {
  return String(phrases.indexOf(phrase)).padStart(2, "0");
}

/** Of these, what goes with an answer that is chosen from options: nothing is before or over it. */
const phrasesWithOptions: readonly string[] =
  "is|is not|includes|does not include|not|one of|any|answered|asked|corrected|and|or|unless".split("|");

/** Everything that may stand at the cursor, in a line of one of these forms. */
export function completeInLine(sight: Sight, forms: readonly Form[]): CompletionItem[] {
  const { cursor } = sight;
  const behind = pathBehind(cursor.tokens);
  if (behind) return partsAfter(sight, behind);
  if (cursor.headings.includes("words") && cursor.tokens.length === 1)
    return thingsToTranslate(sight, firstWord(cursor));
  const inExample = isExample(cursor) ? completeInExample(sight) : undefined;
  if (inExample) return inExample;
  const readings = forms.map((form) => readAs(form, cursor.tokens)).filter((reading) => isOpen(reading, cursor.tokens));
  if (readings.length === 0 && isTypeBegun(forms, cursor)) return typeItems(sight);
  const begun = [...phrasesBegun(forms, cursor), ...linesBegun(forms, cursor)];
  const slots = [...begun, ...readings.flatMap((reading) => slotItems(sight, reading))];
  if (readings.some(isLengthNext)) return [...slots, ...lengthItems(sight)];
  const isValue = readings.some((reading) => isInside(reading, cursor.tokens));
  const values = isValue
    ? valueItems(
        sight,
        readings.map((reading) => reading.form),
      )
    : [];
  return [...slots, ...values, ...(isExample(cursor) ? [...beginningsOfFacts(sight), ...refusalOfFact(sight)] : [])];
}

/** The rest of a phrase whose first words stand before the cursor: `is at` goes on with  least  and  most. */
function phrasesBegun(forms: readonly Form[], cursor: Cursor): CompletionItem[] {
  const { tokens } = cursor;
  if (typeWritten(cursor) !== undefined) return [];
  const written = tokens.slice(-longestPhrase).map(({ image }) => plainName(image));
  const rests = phrases.flatMap((phrase) => {
    const words = phrase.split(" ");
    return words.slice(1).flatMap((_, at) => {
      const begun = words.slice(0, at + 1);
      const isBegun = begun.join(" ") === written.slice(-begun.length).join(" ");
      const before = isBegun ? tokens.slice(0, -begun.length) : [];
      if (!isBegun || begun.join(" ") === "is") return [];
      return forms.some((form) => fitsNext(form, before, phrase)) ? [words.slice(begun.length).join(" ")] : [];
    });
  });
  return [...new Set(rests)].map((rest) => snippetItem(rest, rest));
}

/** So many words of a phrase can stand before the cursor. */
const longestPhrase = 2;

/** The rest of a line of which only words of the language stand there: `can be sent` goes on with  later  and  by post. */
function linesBegun(forms: readonly Form[], { tokens }: Cursor): CompletionItem[] {
  const written = `${tokens.map(({ image }) => plainName(image)).join(" ")} `;
  const rests = forms
    .flatMap((form) => waysToWrite(form.items))
    .flatMap(({ snippet }) => (snippet.startsWith(written) ? [snippet.slice(written.length)] : []))
    .filter((rest) => rest !== "" && !rest.includes("$"));
  return [...new Set(rests)].map((rest) => snippetItem(rest, rest));
}

function isExample({ headings: [first = ""] }: Cursor): boolean {
  return first.startsWith("example") || first.startsWith("given");
}

function readAs(form: Form, tokens: readonly IToken[]): Reading {
  return grammar.read(form, [...tokens], createNodes(""), false);
}

/** Whether the form has not been left before the cursor. */
function isOpen(reading: Reading, tokens: readonly IToken[]): boolean {
  return reading.stop === undefined || (reading.stop >= tokens.length && !reading.isTooLong);
}

/** Whether a slot of values, conditions, lengths or cells is being written, or may begin here. */
function isInside(reading: Reading, tokens: readonly IToken[]): boolean {
  const last = reading.parts.at(-1);
  const end = tokens.at(-1);
  const isAtEdge = last !== undefined && end !== undefined && last.span.end === endOf(end);
  const next = expectedAfter(reading).slots;
  const composite = ["e", "es", "c", "pred", "d", "g", "row"];
  return composite.some((slot) => next.includes(slot as "e")) || (isAtEdge && composite.includes(last.slot));
}

/** Whether a length of time comes next, and nothing else that has a value. */
function isLengthNext(reading: Reading): boolean {
  const { slots } = expectedAfter(reading);
  return slots.includes("d") && !slots.some((slot) => slot === "e" || slot === "c" || slot === "pred");
}

/** Lengths as they are written, and amounts that are lengths: a question is none. */
function lengthItems(sight: Sight): CompletionItem[] {
  const working = namesOf(sight, ["calendar"]).length > 0 ? ["10 working days"] : [];
  const lengths = [...working, "28 days", "2 weeks", "3 months", "1 year"];
  const written = lengths.map((label, at) => ({ label, kind: CompletionItemKind.Value, sortText: `0 ${at}` }));
  return [...written, ...lengthNames(sight)];
}

/** Items of the form itself that may come next: words with what follows them, names, quotes, types. */
function slotItems(sight: Sight, reading: Reading): CompletionItem[] {
  const { cursor } = sight;
  const next = expectedAfter(reading);
  const word = lastWord(reading);
  const line = { block: cursor.headings[0] ?? "", form: reading.form.text, word: firstWord(cursor) };
  const { declares, kinds } = nameSlot({ ...blank, ...line }, word);
  const isName = next.slots.some((slot) => slot === "n" || slot === "ns" || slot === "p" || slot === "ps");
  const isNamesOpen = cursor.tokens.at(-1)?.tokenType === T.Comma;
  const names =
    (isName || isNamesOpen) && !declares ? [...fixedWords(reading.form, word), ...namesOf(sight, kinds)] : [];
  const types = next.slots.includes("ty") || isWritingType(reading, cursor) ? typeItems(sight) : [];
  const ready = isName && declares && word === "can" ? readyActions(reading.form.text) : [];
  const actions = ready.map(({ label, snippet }) => snippetItem(label, snippet));
  const quoted = next.slots.includes("t") ? [snippetItem('"words"', `"\${1:words}"`)] : [];
  return [...names, ...actions, ...types, ...quoted, ...wordItems(reading.form, next.words)];
}

const blank = {
  parts: [],
  children: [],
  bullets: [],
  tokens: [],
  endMarks: [],
  isReported: false,
  span: { file: "", start: 0, end: 0 },
  indent: 0,
} as const;

function lastWord(reading: Reading): string {
  const last = reading.parts.findLast((part) => part.slot === "literal");
  return last?.slot === "literal" ? last.word : "";
}

/** A word of the form with the rest of what it begins: otherwise go to … */
function wordItems(form: Form, words: readonly string[]): CompletionItem[] {
  return words
    .filter((word) => /^[a-z(]/.test(word))
    .flatMap((word) => {
      const rest = sequencesFrom(form.items, word);
      return rest.flatMap(waysToWrite).map((way) => snippetItem(way.label, way.snippet));
    });
}

/** The items from a word on to the end of the sequence it stands in. */
function sequencesFrom(items: readonly Item[], word: string): (readonly Item[])[] {
  return items.flatMap((item, at): (readonly Item[])[] => {
    if (item.kind === "word") return item.word === word ? [items.slice(at)] : [];
    if (item.kind === "option") return sequencesFrom(item.items, word);
    return item.kind === "choice" ? item.choices.flatMap((choice) => sequencesFrom(choice, word)) : [];
  });
}

function isWritingType(reading: Reading, cursor: Cursor): boolean {
  return reading.parts.at(-1)?.slot === "ty" && typeWritten(cursor) !== undefined;
}

/** `as yes` is no type yet, and goes on with  or no. */
function isTypeBegun(forms: readonly Form[], cursor: Cursor): boolean {
  return (typeWritten(cursor) ?? "") !== "" && forms.some(({ text }) => /(?:as|like) <ty>/.test(text));
}

/** The words of a type in front of the word that is being written: "one of ". */
function typeWritten(cursor: Cursor): string | undefined {
  const written = cursor.before.slice(0, cursor.before.length - cursor.word.length);
  return /^.*\s(?:as|like)\s+(?<type>[\p{L}\d -]*)$/u.exec(written)?.groups?.["type"];
}

/** Types that begin with what is written; the rest of each is put in. */
function typeItems(sight: Sight): CompletionItem[] {
  const written = typeWritten(sight.cursor)?.toLowerCase() ?? "";
  const lists = namesOf(sight, ["list"]).flatMap((list) =>
    ["one of", "any of"].map((choice) => ({ ...list, label: `${choice} ${list.label}` })),
  );
  const plain = typeNames.map((label) => ({ label, kind: CompletionItemKind.TypeParameter }));
  return [...plain, ...lists, ...namesOf(sight, ["type"])]
    .filter(({ label }) => label.startsWith(written))
    .map((item) => ({
      ...item,
      filterText: item.label.slice(written.length),
      insertText: item.label.slice(written.length),
    }));
}

/** Values: options of what is compared, names, and the phrases that the grammar reads here. */
function valueItems(sight: Sight, forms: readonly Form[]): CompletionItem[] {
  const { cursor } = sight;
  const fits = (words: string) => forms.some((form) => fitsNext(form, cursor.tokens, words));
  const compared = comparedWith(cursor);
  const options = optionsFor(sight, compared);
  const wanted = familyAt(sight, compared);
  const suits = (family: Family | undefined) => !wanted || !family || canCompare(wanted, family);
  const names = fits("some-name") ? namesOf(sight, ["data"], suits) : [];
  const said = wanted ?? familyAt(sight, pathBefore(cursor.tokens));
  const isChosen = options.length > 0 || optionsFor(sight, pathBefore(cursor.tokens)).length > 0;
  const words = (isChosen ? phrasesWithOptions : phrases)
    .filter((phrase) => suitsPhrase(said, phrase) && fits(phrase))
    .map((label) => ({ label, kind: CompletionItemKind.Keyword, sortText: `3 ${sortOf(label)}` }));
  return [
    ...options.map((item) => ({ ...item, sortText: `0 ${item.label}` })),
    ...(options.length > 0 ? [] : names),
    ...words,
  ];
}

function fitsNext(form: Form, tokens: readonly IToken[], words: string): boolean {
  const more = readTokens(words, grammar.words).tokens;
  const all = [...tokens, ...more];
  const reading = readAs(form, all);
  return reading.stop === undefined || (reading.stop >= all.length && !reading.isTooLong);
}

/** vehicle, when the line ends with vehicle's. */
function pathBehind(tokens: readonly IToken[]): string[] | undefined {
  if (tokens.at(-1)?.tokenType !== T.Possessive) return undefined;
  return pathBefore(tokens.slice(0, -1));
}

function pathBefore(tokens: readonly IToken[]): string[] {
  const path: string[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 2) {
    path.unshift(plainName(tokens[at]?.image ?? ""));
    if (tokens[at - 1]?.tokenType !== T.Possessive) break;
  }
  return path;
}

/** The path in front of "is", "is not", "is one of a, …" at the cursor; in a row, the heading of the column. */
function comparedWith(cursor: Cursor): string[] {
  if (firstWord(cursor) === "|") {
    const bars = cursor.tokens.filter((token) => token.tokenType === T.Pipe).length;
    const rows = cursor.parent && headingsOf({ line: cursor.parent.line, parent: cursor.parent });
    return [...(rows?.[bars - 1] ?? [])];
  }
  const words = cursor.tokens.map((token) => plainName(token.image));
  const is = words.lastIndexOf("is");
  const between = words.slice(is + 1).filter((word, at) => !(word === "," || (at > 0 && words[is + at] === ",")));
  const isOpen = is > 0 && ["", "not", "one of", "not one of"].includes(between.join(" "));
  return isOpen || (is > 0 && isListOpen(words, is)) ? pathBefore(cursor.tokens.slice(0, is)) : [];
}

function isListOpen(words: readonly string[], is: number): boolean {
  return (
    words.at(-1) === "," &&
    words
      .slice(is + 1, is + 4)
      .join(" ")
      .includes("one of")
  );
}

function snippetItem(label: string, snippet: string): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Keyword,
    insertText: snippet,
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `0 ${label}`,
  };
}
