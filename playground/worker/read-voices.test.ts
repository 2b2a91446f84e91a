import { readFileSync } from "node:fs";
import { parseTree } from "@formwork/compiler/syntax/parse.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Voice, voices } from "./messages.ts";
import { readVoices } from "./read-voices.ts";

const parking = readFileSync(
  new URL("../../examples/resident-parking-permit/parking.service", import.meta.url),
  "utf8",
);

/** The stretches of one line of a text, as words by voice. */
function said(text: string, line: string): { voice: Voice | undefined; words: string }[] {
  const at = text.indexOf(line);
  if (at < 0) throw new Error(`the text has no ${line}`);
  return stretches(text)
    .filter(({ start, end }) => start >= at && end <= at + line.length)
    .map(({ start, end, voice }) => ({ voice, words: text.slice(start, end) }));
}

function stretches(text: string): { start: number; end: number; voice: Voice | undefined }[] {
  const numbers = readVoices(parseTree("a.service", text).tree);
  return Array.from({ length: numbers.length / 3 }, (_, index) => ({
    start: numbers[index * 3] ?? -1,
    end: numbers[index * 3 + 1] ?? -1,
    voice: voices[numbers[index * 3 + 2] ?? -1],
  }));
}

const wordsOf = (text: string, line: string, voice: Voice): string =>
  said(text, line)
    .filter((one) => one.voice === voice)
    .map((one) => one.words)
    .join(" ");

test("a question: structure words, its name, its words; the type stays plain", () => {
  const line = 'ask keeper-letter "Upload a letter from the registered keeper" as file';
  expect(wordsOf(parking, line, "structure")).toBe("ask as");
  expect(wordsOf(parking, line, "name")).toBe("keeper-letter");
  expect(wordsOf(parking, line, "quoted")).toBe('"Upload a letter from the registered keeper"');
});

test("a condition: its words are structure, its names and answers plain", () => {
  expect(wordsOf(parking, "show when keeper is no", "structure")).toBe("show when is");
  expect(wordsOf(parking, "show when keeper is no", "name")).toBe("");
});

test("law is told from other quoted words", () => {
  expect(wordsOf(parking, 'because "Parking Places Order 2019, article 12"', "law")).toBe(
    '"Parking Places Order 2019, article 12"',
  );
});

test("a table reads as a table: only the mark of the result column is structure", () => {
  expect(wordsOf(parking, "| fuel         | permits-held | then price |", "structure")).toBe("then");
  expect(said(parking, "| electric     | 1 or more    | £90        |")).toEqual([]);
});

test("a reference is not set as a new name", () => {
  expect(wordsOf(parking, "otherwise go to review", "name")).toBe("");
  expect(
    wordsOf(
      parking,
      'share registration, zone with parking-enforcement because "to check permits on the street"',
      "name",
    ),
  ).toBe("");
});

test("stretches stand in order, inside the text, and never overlap, however the text is broken", () => {
  const cut = fc.tuple(fc.nat(parking.length), fc.nat(60), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 6 }), (cuts) => {
      const text = cuts.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), parking);
      let behind = 0;
      for (const { start, end, voice } of stretches(text)) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(end).toBeGreaterThan(start);
        expect(voice).toBeDefined();
        behind = end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});
