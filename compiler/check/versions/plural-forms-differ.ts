// FW811: forms for numbers that the language does not have, or for something that cannot be counted.

import { categoriesFor, categoriesOf, readBraced } from "#support/plurals.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { familyOf } from "../../model/types/families.ts";
import { change, treeOf } from "../text-edits.ts";

const countable: readonly string[] = ["number", "list", "choices"];

export function checkPluralFormsDiffer(model: Model): Problem[] {
  const { tag = "en" } = model.languages[0] ?? {};
  const inTag = (language: string) => (one: { readonly words: string; readonly span: Span }) =>
    one.words.includes("{") ? bracesIn(model, one.words, one.span, language) : [];
  return [
    ...[...model.said.values()].flatMap((lines) => [...lines.values()].flatMap(inTag(tag))),
    ...model.wordsFiles.flatMap((file) => [...file.entries.values()].flatMap(inTag(file.tag))),
  ];
}

function bracesIn(model: Model, words: string, span: Span, language: string): Problem[] {
  return [...words.matchAll(/\{[^{}]*:[^{}]*\}/g)].flatMap(([braced]) => ofBraces(model, braced, span, language));
}

function ofBraces(model: Model, braced: string, span: Span, language: string): Problem[] {
  const { name, forms = [] } = readBraced(braced.slice(1, -1));
  const at = placeIn(model, braced, span);
  const type = model.fills.get(name)?.type;
  if (type && !countable.includes(familyOf(type)))
    return [
      problems.pluralFormsDiffer(at, { what: `${name} is no number and no list, so it has no forms to choose from` }),
    ];
  if (categoriesFor(forms.length, language)) return [];
  const { whole } = categoriesOf(language);
  const named = new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
  const what = `${named} has ${counted(whole.length)} for numbers, and here ${forms.length === 1 ? "is" : "are"} ${forms.length}`;
  return [
    problems.pluralFormsDiffer(
      at,
      { what },
      { explanation: [`In this order: ${orderOf(language)}.`], fixes: spread(model, at, name, forms, whole) },
    ),
  ];
}

/** `0 · 1 · 2 · 3 · 6 · 4, 5, 7 and so on`: which numbers each form is for. */
function orderOf(language: string): string {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return categoriesOf(language)
    .whole.map((category) => {
      const met = numbers.filter((number) => rules.select(number) === category);
      return `${met.slice(0, 3).join(", ")}${met.length > 3 ? " and so on" : ""}`;
    })
    .join(" | ");
}

function counted(count: number): string {
  return count === 1 ? "1 form" : `${count} forms`;
}

/** The forms that are there at every place where they are right as they stand: of two, the second is for all but one. */
function spread(model: Model, at: Span, name: string, forms: readonly string[], whole: readonly string[]): Fix[] {
  const last = forms.at(-1);
  if (last === undefined || forms.length > 2 || forms.length >= whole.length || last === "") return [];
  const places = whole.map((category) => (category === "one" ? (forms[0] ?? last) : last));
  return [change(model.trees, at, `{${name}: ${places.join(" | ")}}`)];
}

function placeIn(model: Model, braced: string, span: Span): Span {
  const start = treeOf(model.trees, span)?.text.indexOf(braced, span.start) ?? -1;
  return start < 0 ? span : { file: span.file, start, end: start + braced.length };
}
