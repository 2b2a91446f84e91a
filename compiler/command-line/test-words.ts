// What `formwork test` says to people.
import type { CoveredPart } from "../check/examples/coverage.ts";
import type { ReportedExample } from "../check/examples/report-examples.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import type { TestedText } from "./tested-text.ts";

/** Each text with its examples and what they reach; with several texts, all counted together at the end. */
export function showTests(tested: readonly TestedText[]): string {
  const texts = tested.map(showText).join("\n\n");
  return tested.length < 2 ? texts : `${texts}\n\n${tested.length} services: ${countAll(tested)}`;
}

function showText(tested: TestedText): string {
  const { file, files, problems, report } = tested;
  const textOf = (name: string) => files.get(name);
  if (!report) return `${renderTerminal(problems, textOf)}\n${file}: the examples were not played; mend this first`;
  if (report.examples.length === 0) return `${file}: no examples\n\n${whatOneIs}`;
  return [
    file,
    ...report.examples.flatMap((one) => showExample(one, textOf)),
    "",
    `  ${countOf(report.examples)}`,
    ...showReached(report.parts),
    ...showReady(tested),
  ].join("\n");
}

const whatOneIs = [
  "  An example is a person made up to try the rules. It stands at the end of the text:",
  "",
  '    example "Somebody under 18"',
  "      given age is 17",
  "      expect not eligible",
  "",
  "  formwork explain FW702 shows one that goes on to a decision.",
].join("\n");

function showExample({ example, problem }: ReportedExample, textOf: (file: string) => string | undefined): string[] {
  if (!problem) return [`  ✓ ${example.title}`];
  const lines = renderTerminal([problem], textOf).trimEnd().split("\n").slice(1);
  return [`  ✗ ${example.title}`, ...lines.map((line) => `    ${line}`.trimEnd())];
}

function countOf(examples: readonly ReportedExample[]): string {
  const good = examples.filter(({ problem }) => problem === undefined).length;
  const all = examples.length;
  if (good === all) return all === 1 ? "1 example, as expected." : `${all} examples, all as expected.`;
  return `${all === 1 ? "1 example" : `${all} examples`}, ${good} as expected, ${all - good} not.`;
}

function countAll(tested: readonly TestedText[]): string {
  const unplayed = tested.filter(({ report }) => !report).length;
  const said = countOf(tested.flatMap(({ report }) => report?.examples ?? []));
  return unplayed === 0 ? said : `${said} ${unplayed} could not be played.`;
}

const kinds: readonly (readonly [CoveredPart["kind"], one: string, many: string])[] = [
  ["outcome", "outcome", "outcomes"],
  ["way", "way between places", "ways between places"],
  ["row", "row of a table", "rows of tables"],
  ["exception", "exception", "exceptions"],
];

function showReached(parts: readonly CoveredPart[]): string[] {
  const counts = kinds.flatMap(([kind, one, many]) => {
    const of = parts.filter((part) => part.kind === kind);
    const reached = of.filter((part) => part.reached).length;
    return of.length === 0 ? [] : [`${reached} of ${of.length} ${of.length === 1 ? one : many}`];
  });
  if (counts.length === 0) return [];
  const missed = parts.filter(({ reached }) => !reached);
  if (missed.length === 0) return [`  They reach everything: ${counts.join(", ")}.`];
  return [
    `  They reach ${counts.join(", ")}.`,
    "",
    "  No example reaches",
    ...missed.map((part) => `    ${sayPart(part)}`),
  ];
}

/** Examples that can be pasted; without the flag, that there may be some. */
function showReady({ file, report, ready }: TestedText): string[] {
  const isMissed = report?.parts.some(({ reached }) => !reached) === true;
  const isGood = report?.examples.every(({ problem }) => problem === undefined) === true;
  if (!isMissed || !isGood) return [];
  if (!ready) return ["", `  formwork test ${file} --ready  shows an example for each that one is found for.`];
  if (ready.texts.length === 0) return ["", `  ${notFound}`];
  const left =
    ready.left.length === 0 ? [] : ["", `  ${notFoundAll}`, ...ready.left.map((part) => `    ${sayPart(part)}`)];
  return [
    "",
    "  Ready to paste at the end of the text, and to be given better words and reasons:",
    ...ready.texts.flatMap((text) => ["", ...text.trim().split("\n")]),
    ...left,
  ];
}

const notFound = "No example for them was found from what the others give: give other answers in a new one.";
const notFoundAll = "No example was found from what the others give for";

function sayPart({ kind, of, said }: CoveredPart): string {
  if (kind === "outcome") return `outcome ${of}`;
  if (kind === "way") return `${of}: ${said}`;
  return kind === "row" ? `table ${of}: the row where ${said}` : `${of}: except ${said}`;
}
