// What `must match` says as a regular expression.
import fc from "fast-check";
import { expect, test } from "vitest";
import { patternOf } from "./pattern.ts";

const fits = (match: string, text: string): boolean => new RegExp(`^(?:${patternOf(match)})$`, "u").test(text);

test("A is a letter, 9 a digit, X either, words in quotes and signs stand for themselves", () => {
  expect(fits("AA-99", "Ab-12")).toBe(true);
  expect(fits("AA-99", "Ab12")).toBe(false);
  expect(fits("'LIC'/99.X", "LIC/07.Q")).toBe(true);
  expect(fits("'LIC'/99.X", "LIC/07,Q")).toBe(false);
});

test("whatever stands in the pattern, it can be read as one, and a text of signs fits itself", () => {
  fc.assert(fc.property(fc.string(), (match) => typeof fits(match, "") === "boolean"));
  fc.assert(fc.property(fc.stringMatching(/^[-\\^$.*+?()[\]{}|/ &#€é]+$/), (signs) => fits(signs, signs)));
});
