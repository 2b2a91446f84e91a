// Values as people read them, in the language of the page, and words with values in their braces.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Service, Type } from "#contract";
import type { Facts, Value } from "#contract/facts.ts";
import { createRulebook } from "./evaluate.ts";
import { showLines, showValue } from "./show-value.ts";
import { fillsFrom, fillWords, languageOf, wordsIn } from "./words.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);

test.each<[Value, Type, string, string]>([
  [12_000, { kind: "money" }, "en", "£120"],
  [1250, { kind: "money" }, "en", "£12.50"],
  [-5, { kind: "money" }, "en", "-£0.05"],
  [12.5, { kind: "percentage" }, "en", "12.5%"],
  [2026, { kind: "year" }, "en", "2026"],
  [1234.5, { kind: "measurement", unit: "kilograms" }, "en", "1,234.5 kilograms"],
  ["2026-04-01", { kind: "date" }, "en", "1 April 2026"],
  ["2026-04-01", { kind: "date" }, "cy", "1 Ebrill 2026"],
  ["2026-04-01T08:41:00Z", { kind: "date" }, "en", "1 April 2026"],
  ["2026-04", { kind: "month" }, "en", "April 2026"],
  ["about noon", { kind: "time" }, "en", "about noon"],
  [true, { kind: "yes-or-no" }, "en", "Yes"],
  [false, { kind: "yes-or-no" }, "cy", "Na"],
  ["zone-b", { kind: "one-of", list: "zones" }, "cy", "Parth B: Stryd y Gamlas"],
  ["zone-z", { kind: "one-of", list: "zones" }, "en", "zone-z"],
  [["petrol", "electric"], { kind: "any-of", list: "fuels" }, "en", "Petrol and Electric"],
  [
    { postcode: "AS1 4QT", line1: "14 Canal Street", town: "Ashby" },
    { kind: "postal-address" },
    "en",
    "14 Canal Street, Ashby, AS1 4QT",
  ],
  [
    { id: "f", name: "letter.pdf", size: 3, mediaType: "application/pdf", sha256: "0" },
    { kind: "file" },
    "en",
    "letter.pdf",
  ],
  [{ amount: 10, unit: "working-days" }, { kind: "duration" }, "en", "10 working days"],
  [{ amount: 1, unit: "months" }, { kind: "duration" }, "en", "1 month"],
  ["FR", { kind: "country" }, "en", "France"],
  ["no code", { kind: "country" }, "en", "no code"],
  ["request-more", { kind: "stage" }, "en", "request more"],
])("%j as %j in %s is %s", (value, type, language, shown) => {
  expect(showValue(value, type, language, parking)).toBe(shown);
});

test("coins follow the currency", () => {
  expect(showValue(500, { kind: "money" }, "en", { ...parking, currency: "JPY" })).toContain("500");
  expect(showValue(1500, { kind: "money" }, "en", { ...parking, currency: "KWD" })).toContain("1.5");
});

test("several files are several lines", () => {
  const file = { size: 1, mediaType: "a/b", sha256: "0" };
  expect(
    showLines(
      [
        { id: "1", name: "a.pdf", ...file },
        { id: "2", name: "b.pdf", ...file },
      ],
      { kind: "files" },
      "en",
      parking,
    ),
  ).toEqual(["a.pdf", "b.pdf"]);
});

test("words fall back to the language of the service", () => {
  expect(wordsIn({ en: "Yes", cy: "Ie" }, "cy", "en")).toBe("Ie");
  expect(wordsIn({ en: "Yes" }, "cy", "en")).toBe("Yes");
  expect(languageOf({ en: "Yes" }, "cy", "en")).toBe("en");
  expect(wordsIn({ en: "Yes" }, "constructor", "en")).toBe("Yes");
  expect(wordsIn(undefined, "cy", "en")).toBe("");
});

test("braces are filled from facts and rules, once, and only where the service has a fill", () => {
  const facts: Facts = {
    values: { registration: "{permit-fee}", fuel: "petrol", permitsHeld: 0, blueBadge: false },
    asked: new Set(),
    corrected: new Set(),
    dateApplied: "2026-04-01",
    today: "2026-04-01",
  };
  const filling = {
    fills: parking.fills,
    valueOf: fillsFrom(facts, createRulebook(parking)),
    show: (value: Value, type: Type) => showValue(value, type, "en", parking),
    language: "en",
  };
  expect(fillWords("{registration}: {permit-fee}, {refusal-reason}, {constructor}, {}", filling)).toBe(
    "{permit-fee}: £120, …, {constructor}, {}",
  );
});
