// Types are laid out as a person would: by their brackets, whatever stands in comments and quotes.
import { expect, test } from "vitest";
import { layOutTypes } from "./lay-out.ts";

test("members are indented and end with a semicolon; brackets in comments and quotes count for nothing", () => {
  const text = [
    "// A banner; {",
    "",
    "/**",
    "* Title {",
    "* ",
    "* (more",
    "*/",
    "export type Application = ({",
    '"a {b": ("x (" | "y | z")',
    "/**",
    "* Which?",
    "*/",
    'many: ("one" | "two")[]',
    "home: {",
    "line1: string",
    "}",
    "} & ({",
    "keeper: true",
    "letter: {}",
    "} | {",
    "letter?: never",
    "}))",
  ].join("\n");
  expect(layOutTypes(text)).toBe(`// A banner; {

/**
 * Title {
 *
 * (more
 */
export type Application = ({
  "a {b": ("x (" | "y | z");
  /**
   * Which?
   */
  many: ("one" | "two")[];
  home: {
    line1: string;
  };
} & ({
  keeper: true;
  letter: {};
} | {
  letter?: never;
}));
`);
});

test("a choice needs no round brackets, and a long one stands one to a line", () => {
  const choices = Array.from({ length: 12 }, (_, at) => `"a choice | number ${at}"`);
  const text = `export interface Application {\nfuel: ("petrol" | "diesel")\nmany: (${choices.join(" | ")})\n}`;
  expect(layOutTypes(text)).toBe(
    `export interface Application {\n  fuel: "petrol" | "diesel";\n  many: ${choices.join("\n    | ")};\n}\n`,
  );
});
