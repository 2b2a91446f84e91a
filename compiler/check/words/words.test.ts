// What the checks of words count, and that plain words are never told.
import { assert, nat, property, string } from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../../bench/parking.ts";
import { compile } from "../../compile.ts";
import { exampleOf } from "./hint-missing.ts";
import { hasFewerWords, sentencesOf, wordsOf, yearsOfSchool } from "./reading.ts";

test("sentences end with their signs, with paragraphs and with list entries; what is filled in is one word", () => {
  const text = "You paid {identity's full-name}. Park now!\nOr later:\n- in zone A\n- in zone B\n\nBring your card";
  expect(sentencesOf(text)).toEqual([
    "You paid value.",
    "Park now!",
    "Or later:",
    "- in zone A",
    "- in zone B",
    "Bring your card",
  ]);
  expect(wordsOf("Mae'n cymryd tua 5 munud, i'r breswylwyr.")).toHaveLength(7);
});

test("a text that is passed over as too short never has so many words", () => {
  const texts = string({ unit: "grapheme", size: "medium" });
  assert(
    property(texts, nat(30), (text, count) => {
      if (hasFewerWords(text, count)) expect(sentencesOf(text).flatMap(wordsOf).length).toBeLessThan(count);
    }),
  );
  expect(hasFewerWords("one two three", 4)).toBe(true);
  expect(hasFewerWords("one two three", 3)).toBe(false);
});

test("short everyday words ask for little school, long ones for much", () => {
  const plain = "We look at what you send. If we say no, we write to you and tell you why.";
  const hard = "Supplementary documentation demonstrating residential entitlement may additionally be requested.";
  expect(yearsOfSchool(plain).years).toBeLessThan(4);
  expect(yearsOfSchool(hard).years).toBeGreaterThan(16);
  expect(yearsOfSchool("")).toEqual({ words: 0, years: 0 });
});

test.each([
  ["AA9999", "AB1234"],
  ["'DOG-'999X", "DOG-1234"],
  ["99-99-99", "12-34-56"],
])("%s is shown as %s", (pattern, example) => {
  expect(exampleOf(pattern)).toBe(example);
});

function labelsIn(section: string): string[] {
  const text = `service permit "Permit"\nsection about-you "About you"\n${section}`;
  const { problems } = compile("permit.service", new Map([["permit.service", text]]));
  return problems.flatMap(({ code, at }) => (code === "FW814" ? [text.slice(at.start, at.end)] : []));
}

test("questions that something else tells apart may have the same words", () => {
  const ask = (name: string, more = "") => `  ask ${name} "Phone" as phone number\n    optional\n${more}`;
  expect(labelsIn(ask("own") + ask("work"))).toEqual(['"Phone"']);
  expect(labelsIn(ask("own") + ask("work", '    short name "Work phone"\n'))).toEqual([]);
  expect(
    labelsIn(`  ask sure "Sure?" as yes or no\n${ask("own")}${ask("work", "    show when sure is yes\n")}`),
  ).toEqual([]);
  const group = (name: string) => `    group ${name} "${name}"\n${ask(name).replace(/^/gm, "    ").trimEnd()}\n`;
  expect(labelsIn(`  page phones "Phones"\n${group("own")}${group("work")}`)).toEqual([]);
});

test("a question and one of a set that is included beside it", () => {
  const told = (section: string) => {
    const text = `service permit "Permit"\nquestion-set person "Person"\n  ask phone "Phone" as phone number\nsection you "You"\n${section}`;
    const { problems } = compile("permit.service", new Map([["permit.service", text]]));
    return problems.flatMap(({ code, title, at }) =>
      code === "FW814" ? [`${text.slice(at.start, at.end)}: ${title}`] : [],
    );
  };
  const own = '  ask own "Phone?" as phone number\n';
  const first = "  include person as first\n";
  expect(told(own + first)).toEqual(["include person as first: own on line 5 has the same words"]);
  expect(told(first + own)).toEqual(['"Phone?": first\'s phone on line 5 has the same words']);
  expect(told(`${own}${first}    worded phone "Phone of the first person"\n`)).toEqual([]);
  expect(told(`${first}  include person as second\n`)).toEqual([]);
});

test("capitals and the sign at the end make no difference, and choices of one list are told apart by their words", () => {
  expect(labelsIn('  ask own "Your phone?" as phone number\n  ask work "your phone" as phone number\n')).toEqual([
    '"your phone"',
  ]);
  const zones = (south: string) => `  ask zone "Zone?" as one of these\n    - north "Zone A"\n    - south "${south}"\n`;
  expect(labelsIn(zones("zone A"))).toEqual(['"zone A"']);
  expect(labelsIn(zones("Zone B"))).toEqual([]);
});

test("a question whose own words show an answer needs no hint", () => {
  const codes = (words: string) =>
    compile(
      "permit.service",
      new Map([
        [
          "permit.service",
          `service permit "Permit"\nsection you "You"\n  ask code "${words}" as text\n    must match "AA999"\n      otherwise say "Enter a code like AB123."\n`,
        ],
      ]),
    ).problems.map(({ code }) => code);
  expect(codes("What is the code?")).toEqual(["FW815"]);
  expect(codes("What is the code? It looks like AB123.")).toEqual([]);
  expect(codes("What is the code of 1000AB1234?")).toEqual(["FW815"]);
});

test("the parking service is written plainly in both languages", () => {
  const codes = compile(parking.entry, parking.files).problems.map(({ code }) => code);
  expect(codes.filter((code) => code >= "FW812" && code <= "FW816")).toEqual([]);
});

test("of a translation the words that it was made from are shown beside it", () => {
  const text = `service permit "Permis"\n  languages Welsh, English\nsection you "Chi"\n  ask name "Enw" as full name\n`;
  const long = "Supplementary documentation demonstrating entitlement to residential parking in this particular";
  const words = `words English for permit version 1\n  service permit "Permit"\n  section you "You"\n  ask name "${long} zone of the city of Ashby is considered by authorised representatives of the municipality every month"\n`;
  const files = new Map([
    ["permit.service", text],
    ["permit.en.words", words],
  ]);
  const told = compile("permit.service", files).problems.filter(({ code }) => code === "FW812");
  expect(
    told.map(({ at, related }) => [at.file, related.map(({ span }) => [span.file, text.slice(span.start, span.end)])]),
  ).toEqual([["permit.en.words", [["permit.service", '"Enw"']]]]);
});
