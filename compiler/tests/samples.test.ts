// The folder is the test: samples/write/<slug>/ holds bad.service, what is said about it (expected.txt) and, when the problem has a fix,
// the text after the first fix of each problem (fixed.service). `npm run accept` writes both anew; the diff is the review.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readExpected } from "../development/expected.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { applyEdits } from "../source/edits.ts";
import { parseTree } from "../syntax/parse.ts";

const folder = "compiler/tests/samples/write";
const samples = readdirSync(folder).sort();

test.each(samples)("%s", async (slug) => {
  const bad = readFileSync(path.join(folder, slug, "bad.service"), "utf8");
  const { problems } = parseTree("bad.service", bad);
  const said = renderTerminal(problems, () => bad);
  expect(problems.some((problem) => problem.slug === slug)).toBe(true);
  expect(said).toBe(await readExpected(path.join(folder, slug, "expected.txt"), said));
  const edits = problems.flatMap((problem) => problem.fixes.slice(0, 1)).flatMap((fix) => fix.edits);
  if (edits.length === 0) return;
  const fixed = applyEdits(bad, edits);
  expect(fixed).toBe(await readExpected(path.join(folder, slug, "fixed.service"), fixed));
  expect(parseTree("fixed.service", fixed).problems.map((problem) => problem.slug)).not.toContain(slug);
});

test("every writing code has a sample", () => {
  const slugs = pages.filter((page) => page.code.startsWith("FW1")).map((page) => page.slug);
  expect(samples).toEqual(expect.arrayContaining(slugs));
});
