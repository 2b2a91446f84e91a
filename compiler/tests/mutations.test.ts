// The mutation run of the reader: every line of the samples broken in every way of mutations.ts. Here a share of it, chosen by chance; the
// whole run is compiler/bench/mutations.bench.ts.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { judgeMutation, judgeWhole, type Verdict } from "./judge-mutation.ts";
import { mutationsOf } from "./mutations.ts";

const files = [
  "examples/resident-parking-permit/parking.service",
  "examples/resident-parking-permit/parking.cy.words",
  "examples/shared/common-questions.shared",
];
const all = files.flatMap((file) =>
  [...mutationsOf(readFileSync(file, "utf8"))].map((mutation) => ({ file, mutation })),
);

test("a broken line gives exactly one problem, on that line or the one above it, at least 95 times of 100", () => {
  const counts: Record<Verdict, number> = { "nothing told": 0, "one problem": 0, "several problems": 0, "far away": 0 };
  const share = 11;
  for (const [at, { file, mutation }] of all.entries()) {
    if (at % share === 0) counts[judgeMutation(file, mutation)]++;
  }
  const told = counts["one problem"] + counts["several problems"] + counts["far away"];
  expect(told).toBeGreaterThan(300);
  expect(counts["one problem"] / told).toBeGreaterThanOrEqual(0.95);
});

// A share of one service only, so with room for chance: the floor of the whole run, which the benchmark prints, is 95.
test("taken through the whole compiler too, a broken line nearly always gives one problem in its place", () => {
  const entry = "parking.service";
  const texts = new Map([...parking.files].filter(([file]) => !file.endsWith(".lock")));
  const before = compile(entry, texts, { play }).problems;
  const counts: Record<Verdict, number> = { "nothing told": 0, "one problem": 0, "several problems": 0, "far away": 0 };
  for (const [at, mutation] of [...mutationsOf(texts.get(entry) ?? "")].entries())
    if (at % 37 === 0) counts[judgeWhole(entry, texts, entry, before, mutation, play).verdict]++;
  const told = counts["one problem"] + counts["several problems"] + counts["far away"];
  expect(told).toBeGreaterThan(150);
  expect(counts["one problem"] / told).toBeGreaterThanOrEqual(0.92);
});

test("no broken line makes the compiler throw", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), ({ file, mutation }) => {
      const name = file.slice(file.lastIndexOf("/") + 1);
      expect(() => compile(name, new Map([[name, mutation.text]]))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
