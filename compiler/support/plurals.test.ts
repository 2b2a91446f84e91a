// Plural forms: as many as the language has, the right one for each number, in the language of the words.
import fc from "fast-check";
import { expect, test } from "vitest";
import { categoriesFor, categoriesOf, chooseForm, nameForms, readBraced } from "./plurals.ts";
import { fillWords } from "./words.ts";

const welsh = "{children: dim plant | un plentyn | dau blentyn | tri phlentyn | chwe phlentyn | # o blant}";

function filled(text: string, value: number | readonly string[] | undefined, language: string): string {
  return fillWords(nameForms(text, language), {
    fills: { children: { path: ["children"], type: { kind: "whole-number" } } },
    valueOf: () => (typeof value === "object" ? [...value] : value),
    show: (one) => String(one),
    missing: "not known yet",
    language,
  });
}

test.each([
  ["{children: one child | # children}", 1, "en", "one child"],
  ["You have {children: one child | # children}.", 2, "en", "You have 2 children."],
  ["{children: one child | # children}", 0, "en", "0 children"],
  ["{children: one child | # children}", ["a", "b", "c"], "en", "3 children"],
  ["{children: one child | # children}", undefined, "en", "not known yet"],
  [welsh, 0, "cy", "dim plant"],
  [welsh, 2, "cy", "dau blentyn"],
  [welsh, 3, "cy", "tri phlentyn"],
  [welsh, 6, "cy", "chwe phlentyn"],
  [welsh, 4, "cy", "4 o blant"],
  ["{children: # dziecko | # dzieci | # dzieci wiele}", 5, "pl", "5 dzieci wiele"],
  ["{children}", 2, "en", "2"],
  ["{nobody: one | # more}", 2, "en", "{nobody: one=one | other=# more}"],
])("%s with %s in %s", (text, value, language, expected) => {
  expect(filled(text, value, language)).toBe(expected);
});

test("words that stand in for a missing translation choose a form that is there", () => {
  const english = nameForms("{children: one child | # children}", "en");
  const { forms = [] } = readBraced(english.slice(1, -1));
  expect([0, 1, 2, 3, 6].map((count) => chooseForm(forms, count, "cy", String))).toEqual([
    "0 children",
    "one child",
    "2 children",
    "3 children",
    "6 children",
  ]);
});

test("every number has a form in every language, and whole numbers need no more than the whole ones", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("en", "cy", "ar", "pl", "fr", "ja", "lt", "ga", "sl"),
      fc.nat(999),
      (language, count) => {
        const { whole } = categoriesOf(language);
        expect(categoriesFor(whole.length, language)).toEqual(whole);
        const words = nameForms(`{n: ${whole.map((category) => `<${category}>`).join(" | ")}}`, language);
        const { forms = [] } = readBraced(words.slice(1, -1));
        expect(chooseForm(forms, count, language, String)).toBe(`<${new Intl.PluralRules(language).select(count)}>`);
      },
    ),
  );
});
