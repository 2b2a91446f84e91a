// Texts put together by chance from lines of the whole catalogue: printing gives the text back, and formatting keeps its meaning and its
// comments and is done at once. What the lines mean together does not matter here: names may lead nowhere.
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineText } from "../compare/line-text.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import { formatText } from "../format/format-tree.ts";
import { spoilLayout } from "../format/spoilt-layout.ts";
import { findExampleLines } from "../guide/example-lines.ts";
import { buildBlocks, bulletsHeading, fileHeading } from "../syntax/blocks.ts";
import { parseTree } from "../syntax/parse.ts";
import { print } from "../syntax/print.ts";
import type { Line, Tree } from "../syntax/tree.ts";

const blocks = buildBlocks();
const written = findExampleLines([
  ...globSync(["examples/*/*.{service,shared,words}", "compiler/guide/texts/*.{service,words}"])
    .sort()
    .map((file) => ({ file, text: readFileSync(file, "utf8") })),
  ...pages.map(({ good }) => ({ file: `good.${good.kind}`, text: good.text })),
]);

/** Every line that may stand in a block, as somebody wrote one; with the block below it. */
function linesOf(heading: string): { readonly form: string; readonly line: string; readonly below?: string }[] {
  return (blocks.byHeading.get(heading)?.forms ?? []).flatMap((form) => {
    const line = written.of(heading, form.text);
    const below = blocks.opens(form, heading);
    return line === undefined ? [] : [{ form: form.text, line, ...(below !== undefined && { below }) }];
  });
}

/** Lines of a block and, below them, lines of theirs: `draw` says which. */
function compose(heading: string, depth: number, most: number, draw: (below: number) => number): string[] {
  const choices = linesOf(heading).filter(
    ({ form }) => heading !== fileHeading || !/^(service|shared|words) /.test(form),
  );
  if (choices.length === 0) return [];
  return Array.from({ length: draw(most) }).flatMap(() => {
    const { line, below } = choices[draw(choices.length)] ?? choices[0] ?? { line: "" };
    const rest =
      below === undefined || below === bulletsHeading || depth === 0 ? [] : compose(below, depth - 1, 4, draw);
    const comment = draw(6) === 0 && !line.startsWith(">") && !line.includes("\n") ? "  # noted" : "";
    return [...line.split("\n").map((one, at) => (at === 0 ? one + comment : one)), ...rest.map((one) => `  ${one}`)];
  });
}

/** Draws numbers from a seed, so that a text that fails can be made again. */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function said(lines: readonly Line[]): unknown[] {
  return lines.map((line) => [line.form ?? "not read", lineText(line), said(line.children)]);
}

function commentsOf({ comments, text }: Tree): string[] {
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

test("a line was found for nearly every form of the catalogue", () => {
  const headings = [...blocks.byHeading.keys()];
  const found = headings.flatMap((heading) => linesOf(heading).map(({ form }) => `${heading} | ${form}`));
  const all = headings.flatMap((heading) => blocks.byHeading.get(heading)?.forms ?? []);
  expect(found.length / all.length).toBeGreaterThan(0.95);
});

test("texts of lines from the whole catalogue: printed as they are, and formatted without loss, whatever their layout", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, layout) => {
      const text = ['service composed "Composed"', ...compose(fileHeading, 3, 9, drawer(seed)), ""].join("\n");
      const { tree } = parseTree("composed.service", text);
      expect(print(tree)).toBe(text);
      const formatted = formatText("composed.service", text);
      const after = parseTree("composed.service", formatted).tree;
      expect(said(after.lines)).toEqual(said(tree.lines));
      expect(commentsOf(after)).toEqual(commentsOf(tree));
      expect(formatText("composed.service", formatted)).toBe(formatted);
      const spoilt = spoilLayout(after, layout);
      expect(print(parseTree("composed.service", spoilt).tree)).toBe(spoilt);
      expect(formatText("composed.service", formatText("composed.service", spoilt))).toBe(
        formatText("composed.service", spoilt),
      );
    }),
    { numRuns: 150 },
  );
});
