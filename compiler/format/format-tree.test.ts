// The formatter over all samples, as written and with their layout spoilt: the same meaning, every comment, and the second time no change.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Line } from "../syntax/tree.ts";
import { formatText } from "./format-tree.ts";
import { spoilLayout } from "./spoilt-layout.ts";

interface Sample {
  readonly file: string;
  readonly text: string;
}

const onDisk = globSync(["examples/*/*.{service,shared,words}", "compiler/tests/samples/*/*/*.service"]).sort();
const examples: Sample[] = onDisk.map((file) => ({ file: path.basename(file), text: readFileSync(file, "utf8") }));
const samples: Sample[] = [
  ...examples,
  ...pages.flatMap(({ bad, good }) =>
    [bad, good].map((example) => ({ file: `example.${example.kind}`, text: example.text })),
  ),
];
const parking = new Map(
  globSync(["examples/resident-parking-permit/parking.*{service,words}", "examples/shared/*.{shared,words}"]).map(
    (file) => [path.basename(file), readFileSync(file, "utf8")],
  ),
);

/** Everything the tree says, without where it stands. Names, numbers and dates are compared as they are read. */
function meaningOf(lines: readonly Line[]): unknown[] {
  return lines.map((line) => ({
    form: line.form ?? line.tokens.map((token) => token.image),
    parts: JSON.parse(
      JSON.stringify(line.parts, (key, value) => (key === "span" || key === "operatorSpan" ? undefined : value)),
    ),
    bullets: meaningOf(line.bullets),
    children: meaningOf(line.children),
  }));
}

function commentsOf({ file, text }: Sample): string[] {
  return parseTree(file, text).tree.comments.map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** Tabs between spaces (FW112) are what formatting mends; nothing else. */
function codesOf({ file, text }: Sample): string[] {
  return parseTree(file, text)
    .problems.map((problem) => problem.code)
    .filter((code) => code !== "FW112");
}

function expectSame(sample: Sample): void {
  const formatted = { file: sample.file, text: formatText(sample.file, sample.text) };
  const [before, after] = [sample, formatted].map(({ file, text }) => parseTree(file, text).tree);
  expect(meaningOf(after?.lines ?? [])).toEqual(meaningOf(before?.lines ?? []));
  expect(commentsOf(formatted)).toEqual(commentsOf(sample));
  expect(codesOf(formatted)).toEqual(codesOf(sample));
  expect(formatText(formatted.file, formatted.text)).toBe(formatted.text);
}

test.each(samples.map((sample, at) => [`${at} ${sample.file}`, sample] as const))(
  "%s: formatting keeps meaning, comments and problems, and is done at once",
  (_, sample) => expectSame(sample),
);

test("a spoilt layout comes back as it was", () => {
  const formatted = samples
    .map(({ file, text }) => ({ file, text: formatText(file, text) }))
    .filter((sample) => codesOf(sample).length === 0);
  fc.assert(
    fc.property(fc.constantFrom(...formatted), fc.integer(), ({ file, text }, seed) => {
      const spoilt = spoilLayout(parseTree(file, text).tree, seed);
      fc.pre(codesOf({ file, text: spoilt }).length === 0);
      expectSame({ file, text: spoilt });
      expect(formatText(file, spoilt)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test("the compiled service stays the same, whatever the layout", () => {
  const plain = compile("parking.service", parking).service;
  expect(plain).toBeDefined();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const spoilt = [...parking].map(
        ([file, text]) => [file, formatText(file, spoilLayout(parseTree(file, text).tree, seed))] as const,
      );
      expect(withoutSource(compile("parking.service", new Map(spoilt)).service)).toEqual(withoutSource(plain));
    }),
    { numRuns: 20 },
  );
});

function withoutSource(service: object | undefined): object {
  return { ...service, sourceMap: undefined };
}

test("broken text is left as it is, line by line, and keeps its problems", () => {
  const cut = fc.tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(30), fc.constantFrom("", '"', "\n", "    ", "("));
  fc.assert(
    fc.property(cut, ([{ file, text }, place, length, put]) => {
      const start = place % (text.length + 1);
      expectSame({ file, text: text.slice(0, start) + put + text.slice(start + length) });
    }),
    { numRuns: 300 },
  );
});

test("comments at any place and column: nothing is lost, and it is done at once", () => {
  const added = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...examples), added, ({ file, text }, comments) => {
      const rows = text.split("\n");
      for (const [place, column, isSetOff] of comments)
        rows.splice(place % rows.length, 0, `${" ".repeat(column)}# a note`, ...(isSetOff ? [""] : []));
      expectSame({ file, text: rows.join("\n") });
    }),
    { numRuns: 200 },
  );
});

test("a comment below the last line of a block stays there: lines that were taken out for a while keep their place", () => {
  const service = `service permit "Permit"
  # The agency comes later.
section you "You"
  ask age "Age" as whole number
    # hint "In years"
  # ask name "Name" as text

  # Not sure about this one:
  # ask phone "Phone" as phone number
# What comes after
section end "End"
`;
  const words = `words Welsh for permit version 1
  # section you "You"
  # ask age "Age"
  #   hint "In years"
`;
  expect(formatText("permit.service", service)).toBe(service);
  expect(formatText("permit.cy.words", words)).toBe(words);
});

test("the canonical form", () => {
  const written = [
    "\ufeffSERVICE Permit “Permit”:",
    "\tversion 3 starts 2026-04-01.",
    "",
    "",
    "\tstatus pilot until 01 september 2026 ,at most 500 cases",
    "# Fuels",
    "list fuels",
    "   • petrol “Petrol”# first",
    "   – gas\u00a0“Gas”",
    "TABLE price",
    "   |fuel|then price|",
    "   # cheap",
    "   |not gas|£ 80|",
    "calculate fee=price×2",
    "decide keeper-confirmed when all of",
    "        - vehicle’s fuel is petrol",
    "           and fee is Over £10",
    "",
  ].join("\r\n");
  expect(formatText("permit.service", written)).toBe(
    `service permit "Permit"
  version 3 starts 1 April 2026

  status pilot until 1 September 2026, at most 500 cases
# Fuels
list fuels
  - petrol "Petrol"  # first
  - gas "Gas"
table price
  | fuel    | then price |
  # cheap
  | not gas | £80        |
calculate fee = price * 2
decide keeper-confirmed when all of
  - vehicle's fuel is petrol
    and fee is over £10
`,
  );
});

test("a line that could not be read stays, with the columns of its block; other blocks are tidied", () => {
  const written = "service x “X”\n    agency y “Y”\n    agenzy   y “Y”\nLIST z\n     - a “A”\n";
  expect(formatText("x.service", written)).toBe(
    'service x "X"\n    agency y "Y"\n    agenzy   y “Y”\nlist z\n  - a "A"\n',
  );
});
