// The messages that the design of the language writes out (language.md 6.2, in its order): samples/design/<number>-<slug>/ holds the line in a
// whole service, and what is said. One cause gives one message, and every fix that is offered takes it away.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { readExpected } from "../development/expected.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { applyEdits } from "../source/edits.ts";

const folder = "compiler/tests/samples/design";
const samples = readdirSync(folder).sort();

function problemsOf(text: string): readonly Problem[] {
  return compile("bad.service", new Map([["bad.service", text]]), { play }).problems;
}

test.each(samples)("%s", async (sample) => {
  const bad = readFileSync(path.join(folder, sample, "bad.service"), "utf8");
  const problems = problemsOf(bad);
  const said = renderTerminal(problems, () => bad);
  expect(said).toBe(await readExpected(path.join(folder, sample, "expected.txt"), said));
  expect(problems.map(({ slug }) => slug)).toEqual([sample.slice(3)]);
  for (const { code, fixes } of problems) {
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edits } of fixes) {
      const left = problemsOf(applyEdits(bad, edits));
      expect(left.map((problem) => problem.code)).not.toContain(code);
      expect(left.filter(({ severity }) => severity === "stop")).toEqual([]);
    }
  }
});

test("all that the design writes out are here", () => {
  expect(samples.map((sample) => Number.parseInt(sample, 10))).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
});
