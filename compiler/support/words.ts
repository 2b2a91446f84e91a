// Words people see: the reader's language, else the language the service is written in; and what stands in {braces}.
// Must not know where values come from or how they are shown: both are given.
import type { Fill, Service, Type, Words } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { valueAt } from "./facts.ts";
import { chooseForm, readBraced } from "./plurals.ts";

/** The words in a language; in the service's first language (`fallback`) where they are not translated; "" of no words. */
export function wordsIn(words: Words | undefined, language: string, fallback: string): string {
  if (!words) return "";
  return own(words, language) ?? own(words, fallback) ?? Object.values(words)[0] ?? "";
}

/** The tag of the language these words really come in, for a `lang` attribute where it is not the page's. */
export function languageOf(words: Words, language: string, fallback: string): string {
  if (own(words, language) !== undefined) return language;
  return own(words, fallback) !== undefined ? fallback : (Object.keys(words)[0] ?? language);
}

function own(words: Words, language: string): string | undefined {
  return Object.hasOwn(words, language) ? words[language] : undefined;
}

/** What filling braces needs. */
export interface Filling {
  /** The service's fills, by the text between the braces, up to a colon. */
  readonly fills: Service["fills"];
  /** The value of a fill; nothing while it is not known. */
  readonly valueOf: (fill: Fill) => Value | undefined;
  /** The value as people read it, in the language of the words. */
  readonly show: (value: Value, type: Type) => string;
  /** What stands for a value that is not known yet. "…" when left out. */
  readonly missing?: string;
  /** Tag of the language of the words, for forms that depend on a number. */
  readonly language: string;
}

const braces = /\{([^{}]*)\}/g;

/**
 * Puts values into the braces of plain words. Braces that are no fill of the service stay as they are, and a value that
 * holds braces itself is not filled again. For prose, parse first and fill its text parts (fillProse), so that a value
 * can never become a link.
 */
export function fillWords(text: string, filling: Filling): string {
  return text.replace(braces, (whole: string, inside: string) => {
    const { name, forms } = readBraced(inside);
    const fill = Object.hasOwn(filling.fills, name) ? filling.fills[name] : undefined;
    if (!fill) return whole;
    const value = filling.valueOf(fill);
    if (value === undefined) return filling.missing ?? "…";
    const show = (count: number) => filling.show(count, { kind: "number" });
    const form = forms && chooseForm(forms, value, filling.language, show);
    return form ?? filling.show(value, fill.type);
  });
}

/**
 * The service with the braces in the labels of its lists filled in, in one language: a choice is then said as people saw it. Answers are
 * no labels, so what somebody typed is never filled in.
 */
export function withFilledLists<Lists extends Pick<Service, "lists" | "languages">>(
  service: Lists,
  language: string,
  fill: (label: string) => string,
): Lists {
  const fallback = service.languages[0]?.tag ?? language;
  const filled = Object.entries(service.lists).flatMap(([name, list]) => {
    const labels = list.options.map(({ label }) => wordsIn(label, language, fallback));
    if (!labels.some((label) => label.includes("{"))) return [];
    const options = list.options.map((option, at) => ({ ...option, label: { [language]: fill(labels[at] ?? "") } }));
    return [[name, { ...list, options }] as const];
  });
  return filled.length === 0 ? service : { ...service, lists: { ...service.lists, ...Object.fromEntries(filled) } };
}

/** Looks fills up in facts: a path of the values, or a rule to work out. */
export function fillsFrom(facts: Facts, rulebook: Rulebook): Filling["valueOf"] {
  return ({ path, rule }) => {
    if (rule !== undefined) return rulebook.evaluate(rule, facts);
    return path && valueAt(facts.values, path);
  };
}

/** Languages that are written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur", "ps", "yi", "dv", "ku", "sd"]);

/** Whether a language, by its BCP 47 tag, is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  return rightToLeft.has(tag.split("-")[0] ?? "");
}
