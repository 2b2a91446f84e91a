// The folder is the test: samples/check/<slug>/ holds bad.service, what is said about it (expected.txt) and, when the problem
// has a fix, the text after its first one (fixed.service). And the catalogue's pages are held to what they say.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { readExpected } from "../development/expected.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { applyEdits } from "../source/edits.ts";

const folder = "compiler/tests/samples/check";
const samples = readdirSync(folder).sort();
const ofMeaning = pages.filter((page) => page.code >= "FW2" && page.code !== "FW402");

function problemsOf(text: string): readonly Problem[] {
  return compile("bad.service", new Map([["bad.service", text]]), { play }).problems;
}

test.each(samples)("%s is told as expected, and its first fix mends it", async (slug) => {
  const bad = readFileSync(path.join(folder, slug, "bad.service"), "utf8");
  const problems = problemsOf(bad);
  const said = renderTerminal(problems, () => bad);
  expect(said).toBe(await readExpected(path.join(folder, slug, "expected.txt"), said));
  const [first] = problems.flatMap((problem) => problem.fixes);
  if (!first) return;
  const fixed = applyEdits(bad, first.edits);
  expect(fixed).toBe(await readExpected(path.join(folder, slug, "fixed.service"), fixed));
});

test("every code of the meaning has a sample, and every sample a code", () => {
  expect(samples).toEqual(ofMeaning.map((page) => page.slug).sort());
});

test.each(ofMeaning.map((page) => [page.code, page] as const))(
  "%s: the bad example gives it and nothing else",
  (_, page) => {
    expect(problemsOf(page.bad.text).map((problem) => problem.code)).toEqual([page.code]);
  },
);

test.each(ofMeaning.map((page) => [page.code, page] as const))("%s: the good example has no problem", (_, page) => {
  expect(problemsOf(page.good.text)).toEqual([]);
});

test.each(ofMeaning.map((page) => [page.code, page] as const))("%s: each fix removes the problem", (_, page) => {
  for (const problem of problemsOf(page.bad.text))
    for (const fix of problem.fixes)
      expect(problemsOf(applyEdits(page.bad.text, fix.edits)).map((left) => left.code)).not.toContain(page.code);
});
