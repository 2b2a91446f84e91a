// Properties of the reader over whole files, good, broken and random. The words of single problems stand in the catalogue and the samples.
import { readdirSync, readFileSync } from "node:fs";
import { Lexer, type TokenType } from "chevrotain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../source/edits.ts";
import { buildBlocks } from "./blocks.ts";
import { createLexer } from "./lexer.ts";
import { LineGrammar } from "./line-grammar.ts";
import { parseTree } from "./parse.ts";
import { print } from "./print.ts";
import { lexerTokens } from "./tokens.ts";
import type { Line } from "./tree.ts";

const example = readFileSync("examples/resident-parking-permit/parking.service", "utf8");

function allLines(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => [line, ...allLines(line.children)]);
}

test("the parking service is read without a problem, every line as a form of the catalogue", () => {
  const { tree, problems } = parseTree("parking.service", example);
  expect(problems).toEqual([]);
  const lines = allLines(tree.lines);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => line.form === undefined)).toEqual([]);
});

test("chevrotain finds nothing wrong with the tokens", () => {
  const { lexerDefinitionErrors } = createLexer({ validate: true });
  expect(lexerDefinitionErrors).toEqual([]);
});

test("what tokens say they begin with is what chevrotain finds out", () => {
  const isOwn = ({ PATTERN, START_CHARS_HINT }: TokenType) =>
    PATTERN instanceof RegExp && START_CHARS_HINT !== undefined;
  const found = new Lexer(
    lexerTokens.map((type) => (isOwn(type) ? { ...type, START_CHARS_HINT: undefined } : type)),
    { positionTracking: "onlyOffset", ensureOptimizations: true },
  );
  const said = createLexer();
  const images = (lexer: Lexer, text: string) => {
    const { tokens, errors } = lexer.tokenize(text);
    return [
      ...tokens.map(({ image, tokenType }) => `${tokenType.name} ${image}`),
      ...errors.map(({ offset }) => offset),
    ];
  };
  const pieces = [
    "1 April 2026",
    "2026-04-01",
    "1/4/26",
    "5 working days",
    "10 MB",
    "10.5%",
    "9:30",
    "1,000",
    "£5",
    "5",
    "x",
    " ",
  ];
  for (const piece of pieces) expect(images(said, piece)).toEqual(images(found, piece));
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 2 })))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (random) => {
      expect(images(said, random)).toEqual(images(found, random));
    }),
  );
});

test("chevrotain finds nothing wrong with the grammar generated from the catalogue", { timeout: 60_000 }, () => {
  expect(() => new LineGrammar(buildBlocks(), { validate: true })).not.toThrow();
});

test("any text is read without an exception and printed as it was", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(
      "ask ",
      "x ",
      '"',
      "\n",
      "  ",
      "as ",
      "when ",
      "(",
      ")",
      "- ",
      "> ",
      "| ",
      "all of",
      "between ",
      ">= ",
      "1 April ",
      "£80,50 ",
      "\t",
      "\r\n",
    ),
  );
  const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (written) => {
      const { tree, problems } = parseTree("any.service", written);
      expect(print(tree)).toBe(written);
      for (const { at } of problems) expect(at.start <= at.end && at.end <= written.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([..."{}()[]*+?\\^$|.,;:!&%"])("a cell of words with the sign %s is read without an exception", (sign) => {
  for (const cell of [`Ben ${sign}`, `Ben${sign}Brown hill`, `A${sign} B`, `Ben ${sign} Brown`]) {
    const text = example.replace("| petrol   | 0 ", `| ${cell} | 0 `);
    expect(text).not.toBe(example);
    expect(print(parseTree("parking.service", text).tree)).toBe(text);
  }
});

test("a service with a piece cut out is read without an exception, and every fix can be applied", () => {
  const cut = fc.tuple(fc.nat(example.length), fc.nat(40), fc.constantFrom("", '"', "\n", "   ", "(", "- "));
  fc.assert(
    fc.property(cut, ([start, length, put]) => {
      const text = example.slice(0, start) + put + example.slice(start + length);
      const { tree, problems } = parseTree("cut.service", text);
      expect(print(tree)).toBe(text);
      for (const fix of problems.flatMap((problem) => problem.fixes)) applyEdits(text, fix.edits);
    }),
    { numRuns: 300 },
  );
});

test("what people paste from a word processor is forgiven", () => {
  const pasted =
    "SERVICE permit “Permit”:\r\n\tagency city “City”.\r\n\r\nlist fuels\r\n  • petrol “Petrol”\r\n  – gas\u00a0“Gas”\r\n";
  const { problems } = parseTree("pasted.service", pasted);
  expect(problems.filter(({ severity }) => severity !== "tip")).toEqual([]);
});

test("every design sample kind parses: a library and a words file", () => {
  const files = readdirSync("examples/resident-parking-permit").filter((file) => file.endsWith(".words"));
  for (const file of files) {
    const text = readFileSync(`examples/resident-parking-permit/${file}`, "utf8");
    expect(parseTree(file, text).problems).toEqual([]);
  }
});

test("in a file of words a line at the margin is told once, and takes nothing with it", () => {
  const words = `words Welsh for stall version 1
  role clerk "clerc"
section about "Amdanoch"
  ask name "Enw"
  outcome done "Wedi gorffen"
`;
  const { problems } = parseTree("stall.cy.words", words);
  expect(problems.map(({ code, fixes }) => [code, fixes[0]?.title])).toEqual([
    ["FW102", "move line 3 to 2 spaces, so that it belongs to  words Welsh"],
  ]);
});
