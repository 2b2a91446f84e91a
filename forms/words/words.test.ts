// The sentences: plurals of both languages, placeholders that are filled, and a file that lacks a sentence is refused by name.
import { expect, test } from "vitest";
import { wordsOf } from "./form-words.ts";
import { generatedWords, parseSentences } from "./generate-words.ts";

test("plurals follow the language: Welsh has a form for two", () => {
  expect([1, 2, 5].map((count) => wordsOf("en").days({ count }))).toEqual(["1 day", "2 days", "5 days"]);
  expect([1, 2, 3].map((count) => wordsOf("cy").days({ count }))).toEqual(["1 diwrnod", "2 ddiwrnod", "3 diwrnod"]);
  expect([1, 2, 4].map((count) => wordsOf("en").problemsTitle({ count }))).toEqual([
    "One answer needs another look",
    "Two answers need another look",
    "4 answers need another look",
  ]);
});

test("a language we do not speak is answered in English", () => {
  expect(wordsOf("fr").continue).toBe("Continue");
  expect(wordsOf("cy-GB").continue).toBe("Parhau");
});

test("every sentence has words in both languages, and the generated files are fresh", async () => {
  const [english, welsh] = [wordsOf("en"), wordsOf("cy")];
  for (const [key, value] of Object.entries(english)) expect(typeof Reflect.get(welsh, key), key).toBe(typeof value);
  for (const generated of generatedWords) expect(await generated.make()).toContain("Do not edit");
});

test("sentences of several lines, and comments, are read", () => {
  const [first, second] = parseSentences(
    "# a comment\none = Hello {$name}\ntwo =\n  .input {$n :integer}\n  .match $n\n  one {{One}}\n  * {{{$n} many}}\n",
  );
  expect([...(first?.holes ?? [])]).toEqual([["name", "string"]]);
  expect([...(second?.holes ?? [])]).toEqual([["n", "number"]]);
  expect(() => parseSentences("bad = {$x")).toThrow();
});
