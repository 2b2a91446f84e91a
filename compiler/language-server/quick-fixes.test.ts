// Every way to mend that the compiler proposes is offered in the editor: all samples of the checks, opened as an editor has them.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkAround } from "./diagnostics.ts";
import { listFixes } from "./quick-fixes.ts";
import { offsetAt } from "./snapshot.ts";
import { readTextFile } from "./text-file.ts";

const samples = globSync("compiler/tests/samples/**/bad.service").sort();

test.each(samples)("%s", (sample) => {
  const folder = path.dirname(sample);
  const texts = globSync(`${folder}/*.{service,shared,words}`).filter(
    (file) => path.basename(file) !== "fixed.service",
  );
  const files = new Map(texts.map((file) => [file, readTextFile(file, readFileSync(file, "utf8"))]));
  const { problems } = checkAround({ files }, sample);
  for (const problem of problems.filter(({ file }) => file === sample)) {
    const offered = listFixes(problems, sample, { start: problem.range.start, end: problem.range.start });
    for (const fix of problem.data.fixes) {
      const found = offered.find(
        ({ title, diagnostics }) => title === fix.title && diagnostics?.[0]?.code === problem.code,
      );
      const edits = Object.values(found?.edit?.changes ?? {}).flat();
      expect(edits.length, fix.title).toBe(fix.edits.length);
      const text = files.get(sample);
      for (const { range } of edits) if (text) expect(offsetAt(text, range.end)).toBeLessThanOrEqual(text.text.length);
    }
  }
});
