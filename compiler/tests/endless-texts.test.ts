// Texts that nobody wrote by hand: each is read, checked, formatted and looked at by an editor without an error, with few messages that say why.
import { expect, describe as group, it } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { formatText } from "../format/format-tree.ts";
import { complete } from "../language-server/completion.ts";
import { describe } from "../language-server/hover.ts";
import { readTextFile } from "../language-server/text-file.ts";
import { longestChain } from "../model/expressions/reading.ts";

const file = "endless.service";
const many = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
const serviceOf = (...lines: readonly string[]) => ['service a "A"', ...lines].join("\n");
const section = 'section s "S"';
const chain = (count: number) => [
  ...many(count, (at) => `calculate q${at} = q${at + 1} plus 1`),
  `calculate q${count} = 1`,
];

/** Each includes the next one twice: 2 to the power of their number. */
const setsOfSets = (count: number) => [
  ...many(count, (at) => `question-set set${at} "Set"\n  include set${at + 1} as one\n  include set${at + 1} as two`),
  `question-set set${count} "Set"\n  ask town "Town" as text`,
];

const texts: Readonly<Record<string, string>> = {
  "one name": serviceOf(
    section,
    `  ask ${"n".repeat(100_000)} "Q" as text`,
    `    show when ${"n".repeat(99_999)}m is "a"`,
  ),
  brackets: serviceOf(`calculate x = ${"(".repeat(20_000)}1${")".repeat(20_000)}`),
  "one value": serviceOf(`calculate x = ${"1 plus ".repeat(20_000)}1`),
  "parts of parts": serviceOf(`calculate x = a${"'s b".repeat(20_000)}`),
  apostrophes: serviceOf("'".repeat(100_000)),
  quotes: serviceOf('"'.repeat(100_000)),
  "combining marks": serviceOf(section, `  ask a${"\u0301".repeat(100_000)} "Q" as text`),
  levels: serviceOf(section, ...many(2000, (at) => `${" ".repeat(at + 1)}ask x`)),
  "a circle of calculations": serviceOf(...many(5000, (at) => `calculate q${at} = q${(at + 1) % 5000} plus 1`)),
  "a chain of calculations": serviceOf(...chain(5000)),
  "exceptions of one calculation": serviceOf(
    section,
    '  ask a "A" as whole number',
    "calculate x = 1",
    ...many(1000, (at) => `  except ${at} when a is ${at}`),
  ),
  "names that are not there": serviceOf(
    section,
    ...many(2000, (at) => `  ask question${at} "Q" as text\n    show when qeustion${at} is "a"`),
  ),
  "hyphenated names that are not there": serviceOf(
    section,
    ...many(
      2000,
      (at) => `  ask the-question-${at}-of-all "Q" as text\n    show when the-qeustion-${at}-of-all is "a"`,
    ),
  ),
  "sets in sets": serviceOf(...setsOfSets(60), section, "  include set0 as all"),
  "many sets": serviceOf(...setsOfSets(0), section, ...many(5001, (at) => `  include set0 as set${at}`)),
  "line separators": "\u2028".repeat(200_000),
  "empty lines": serviceOf(section, "\n".repeat(100_000), '  ask a "A" as text'),
  "only tabs": "\t".repeat(500_000),
  "only dashes": "-\n".repeat(20_000),
  "only bars": serviceOf("table t", ...many(20_000, () => "  |")),
  "half characters": serviceOf(section, ...many(2000, (at) => `  ask q\ud800${at} "Q\udc00" as text`)),
  "conditions in lines": serviceOf(
    section,
    '  ask a "A" as text',
    "    show when a is 1",
    ...many(10_000, () => "      and a is 1"),
  ),
  "bullets below bullets": serviceOf(
    section,
    "  ask a",
    "    show when all of",
    ...many(60, (at) => `${" ".repeat(at + 6)}- all of`),
  ),
  "a wide table": serviceOf("table t", `  ${"| a ".repeat(3000)}| then b |`, `  ${"| any ".repeat(3000)}| 1 |`),
  "stages without a way out": serviceOf("route", ...many(1000, (at) => `  stage s${at} "S"`)),
};

group("endless texts", () => {
  for (const [what, text] of Object.entries(texts))
    it(`are told in few messages: ${what}`, () => {
      const { problems } = compile(file, new Map([[file, text]]), { play });
      const counts = Map.groupBy(problems, ({ code }) => code);
      for (const [code, same] of counts) expect(same.length, code).toBeLessThanOrEqual(500);
      expect(problems.map(({ title }) => title.length).filter((length) => length > 1000)).toEqual([]);
      formatText(file, text);
      const read = readTextFile(file, text);
      const snapshot = { files: new Map([[file, read]]) };
      const { line, column } = read.index.positionAt(Math.floor(text.length / 2));
      complete(snapshot, file, { line: line - 1, character: column - 1 });
      describe(snapshot, file, { line: line - 1, character: column - 1 });
    });

  it("say how many problems are not told", () => {
    const { problems } = compile(file, new Map([[file, texts["names that are not there"] ?? ""]]));
    const told = problems.flatMap(({ explanation }) => explanation.filter((words) => words.startsWith("There are ")));
    expect(told).toEqual([
      "There are 1500 more like those that are told most often: look again once these are mended.",
    ]);
  });

  it("may work a value out through many others, and not through more", () => {
    const codesOf = (count: number) =>
      compile(file, new Map([[file, serviceOf(...chain(count))]]))
        .problems.map(({ code }) => code)
        .filter((code) => code === "FW113");
    expect(codesOf(longestChain - 1)).toEqual([]);
    expect(codesOf(longestChain + 1)).toEqual(["FW113"]);
    const upwards = chain(longestChain + 1).reverse();
    expect(compile(file, new Map([[file, serviceOf(...upwards)]])).problems.map(({ code }) => code)).toContain("FW113");
  });
});
