// Every page of the diagnostics catalogue keeps its word: the bad example gives exactly its code, the good one none, each fix removes it.
// Writing codes are held to it through the reader; the other codes are held to it where the checks are.
import { expect, test } from "vitest";
import { pages } from "../diagnostics/generated/pages.ts";
import { applyEdits } from "../source/edits.ts";
import { parseTree } from "../syntax/parse.ts";

const written = pages.filter((page) => page.code.startsWith("FW1") || page.code === "FW402");

test.each(written.map((page) => [page.code, page] as const))(
  "%s: its examples show it, its fixes remove it",
  (code, page) => {
    const file = `example.${page.bad.kind}`;
    const { problems } = parseTree(file, page.bad.text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(parseTree(`example.${page.good.kind}`, page.good.text).problems).toEqual([]);
    for (const fix of problems.flatMap((problem) => problem.fixes)) {
      const mended = parseTree(file, applyEdits(page.bad.text, fix.edits)).problems;
      expect(mended.map((problem) => problem.code)).not.toContain(code);
    }
  },
);
