// Words that depend on a number: {children: one child | # children}. Which form fits which number is Unicode CLDR's, through Intl: English has
// two forms, Welsh six, Japanese one. Authors write the forms in CLDR's order; compiled words carry the category of each.
import type { Value } from "#contract/facts.ts";

/** In the order in which forms are written. */
const order = ["zero", "one", "two", "few", "many", "other"] as const;

/** Which numbers a form is for, as CLDR names it. */
export type Category = (typeof order)[number];

/** What stands between braces: a name, and the forms when there is a colon. */
export interface Braced {
  readonly name: string;
  readonly forms?: readonly string[];
}

/** `children: one child | # children` → its name and forms; without a colon only the name. */
export function readBraced(inside: string): Braced {
  const colon = inside.indexOf(":");
  if (colon < 0) return { name: inside };
  const forms = inside.slice(colon + 1).split("|");
  return { name: inside.slice(0, colon).trim(), forms: forms.map((form) => form.trim()) };
}

/** Every form that a language has, and those that whole numbers below a million need: the others are for fractions and millions. */
export function categoriesOf(language: string): {
  readonly all: readonly Category[];
  readonly whole: readonly Category[];
} {
  const rules = rulesOf(language);
  const known = new Set<string>(rules.resolvedOptions().pluralCategories);
  const met = new Set(Array.from({ length: 1000 }, (_, number) => rules.select(number)));
  return { all: order.filter((one) => known.has(one)), whole: order.filter((one) => met.has(one)) };
}

/** A language that nobody knows is counted as English is: that it is unknown is told elsewhere. */
function rulesOf(language: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.PluralRules("en");
  }
}

/** The categories of so many forms; undefined when the language does not have so many. */
export function categoriesFor(count: number, language: string): readonly Category[] | undefined {
  const { all, whole } = categoriesOf(language);
  if (count === whole.length) return whole;
  return count === all.length ? all : undefined;
}

const braces = /\{([^{}]*)\}/g;

/** Words as they are compiled: each form says its category. Forms in a number that the language does not have stay as they are. */
export function nameForms(words: string, language: string): string {
  if (!words.includes("{")) return words;
  return words.replace(braces, (whole, inside: string) => {
    const { name, forms } = readBraced(inside);
    const categories = forms && categoriesFor(forms.length, language);
    if (!forms || !categories) return whole;
    return `{${name}: ${forms.map((form, at) => `${categories[at]}=${form}`).join(" | ")}}`;
  });
}

/**
 * The form for a value, with the number in place of #: of a list its length counts. A category that has no form (words shown in
 * another language) takes the last one. Undefined when the value cannot be counted.
 */
export function chooseForm(
  forms: readonly string[],
  value: Value,
  language: string,
  show: (count: number) => string,
): string | undefined {
  const count = Array.isArray(value) ? value.length : value;
  if (typeof count !== "number") return undefined;
  const wanted = rulesOf(language).select(count);
  const form = forms.find((one) => one.startsWith(`${wanted}=`)) ?? forms.at(-1) ?? "";
  return form.replace(/^(?:zero|one|two|few|many|other)=/, "").replaceAll("#", () => show(count));
}
