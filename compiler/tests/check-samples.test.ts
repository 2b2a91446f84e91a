// The folder is the test: samples/check/<slug>/ holds bad.service (and what stands beside it: words files, libraries, lock files), what is
// said about it (expected.txt) and, when the problem has a fix, the text after its first one (fixed.service, or fixed- and the file that
// it mends). And the catalogue's pages are held to what they say.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { readExpected } from "../development/expected.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import type { Page } from "../diagnostics/page.ts";
import type { Fix, Problem } from "../diagnostics/problem.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { applyEdits } from "../source/edits.ts";

const folder = "compiler/tests/samples/check";
const samples = readdirSync(folder).sort();
const ofMeaning = pages.filter((page) => page.code >= "FW2" && page.code !== "FW402");

type Files = ReadonlyMap<string, string>;

function problemsOf(files: Files): readonly Problem[] {
  return compile("bad.service", files, { play }).problems;
}

function filesOf({ text, beside = {} }: Page["bad"]): Files {
  return new Map([["bad.service", text], ...Object.entries(beside)]);
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name !== "expected.txt" && !name.startsWith("fixed"));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

/** All texts after one fix, whichever of them it changes. */
function mended(files: Files, fix: Fix): Files {
  return new Map(
    [...files].map(([file, text]) => [
      file,
      applyEdits(
        text,
        fix.edits.filter((edit) => edit.span.file === file),
      ),
    ]),
  );
}

test.each(samples)("%s is told as expected, and its first fix mends it", async (slug) => {
  const bad = filesIn(path.join(folder, slug));
  const problems = problemsOf(bad);
  const said = renderTerminal(problems, (file) => bad.get(file));
  expect(said).toBe(await readExpected(path.join(folder, slug, "expected.txt"), said));
  const [first] = problems.flatMap((problem) => problem.fixes);
  if (!first) return;
  for (const [file, fixed] of mended(bad, first)) {
    if (fixed === bad.get(file)) continue;
    const name = file === "bad.service" ? "fixed.service" : `fixed-${file}`;
    expect(fixed).toBe(await readExpected(path.join(folder, slug, name), fixed));
  }
});

test("every code of the meaning has a sample, and every sample a code", () => {
  expect(samples).toEqual(ofMeaning.map((page) => page.slug).sort());
});

test.each(ofMeaning.map((page) => [page.code, page] as const))(
  "%s: the bad example gives it and nothing else",
  (_, page) => {
    expect(problemsOf(filesOf(page.bad)).map((problem) => problem.code)).toEqual([page.code]);
  },
);

test.each(ofMeaning.map((page) => [page.code, page] as const))("%s: the good example has no problem", (_, page) => {
  expect(problemsOf(filesOf(page.good))).toEqual([]);
});

test.each(ofMeaning.map((page) => [page.code, page] as const))("%s: each fix removes the problem", (_, page) => {
  const bad = filesOf(page.bad);
  for (const problem of problemsOf(bad))
    for (const fix of problem.fixes)
      expect(problemsOf(mended(bad, fix)).map((left) => left.code)).not.toContain(page.code);
});
