// Says what is wrong with where a line stands: not in column (FW102), a first word that is not known here (FW104), or one that belongs
// elsewhere (FW105). Lists come from the catalogue; nothing is read here.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { Edit, Fix, Problem } from "../diagnostics/problem.ts";
import { blockNames, kindredWords } from "./block-words.ts";
import type { Block, Blocks } from "./blocks.ts";
import { joinWithOr, leadingWords } from "./expected.ts";
import type { FileReading } from "./file-reading.ts";
import type { OutlineLine } from "./outline.ts";
import { nearestWord } from "./spelling.ts";
import type { Line, Span } from "./tree.ts";

/** A line and what stands around it. */
export interface Placed {
  readonly line: OutlineLine;
  /** The line it stands below, as read; undefined at the left margin. */
  readonly parent?: Line;
  /** The lines above and below it in the same column, as far as they are known. */
  readonly above?: OutlineLine;
  readonly below?: OutlineLine;
  /** Siblings that stand in the same wrong column, moved together with it. */
  readonly together: readonly OutlineLine[];
}

/** FW102: stands in no column of its siblings. */
export function tellMisaligned(placed: Placed, column: number, reader: FileReading): Problem {
  const { line, parent } = placed;
  const { index } = reader;
  const first = firstToken(line);
  const number = index.positionAt(first.startOffset).line;
  const start = index.startOf(number);
  const at = { file: reader.file, start: line.indent === 0 ? first.startOffset : start, end: first.startOffset };
  const target = parent ? `${column} spaces, so that it belongs to  ${nameOfLine(parent, reader)}` : "the left margin";
  const related = lineAbove(number, reader);
  const spaces = related ? indentOfLine(related, reader) : 0;
  const siblings = parent
    ? `belong to the same ${withoutArticle(nameOfBlock(parent.opens ?? ""))}`
    : "stand at the left margin";
  const fix = {
    title: `move line ${number} to ${target}`,
    edits: indentEdits([line, ...placed.together], column - line.indent, reader),
  };
  return say.lineDoesNotLineUp(
    at,
    {},
    {
      beside: countSpaces(line.indent),
      related: related ? [{ span: related }] : [],
      explanation: [
        `Lines that ${siblings} start in the same column.${related ? ` The line above starts after ${countSpaces(spaces)}.` : ""}`,
      ],
      fixes: [fix],
    },
  );
}

/** FW102: stands below a line that has no lines below it, and would fit one step to the left. */
export function tellTooFarRight(placed: Placed, parent: Line, reader: FileReading): Problem {
  const first = firstToken(placed.line);
  const number = reader.index.positionAt(first.startOffset).line;
  const at = { file: reader.file, start: reader.index.startOf(number), end: first.startOffset };
  const owner = parent.parent ? `, so that it belongs to  ${nameOfLine(parent.parent, reader)}` : "";
  const lines = [placed.line, ...placed.together];
  return say.lineDoesNotLineUp(
    at,
    {},
    {
      beside: countSpaces(placed.line.indent),
      related: [{ span: parent.span }],
      explanation: [
        `Nothing can stand below a line that starts with "${parent.word}". That line starts after ${countSpaces(parent.indent)}.`,
      ],
      fixes: [
        {
          title: `move line ${number} to ${countSpaces(parent.indent)}${owner}`,
          edits: indentEdits(lines, parent.indent - placed.line.indent, reader),
        },
      ],
    },
  );
}

/** FW104 when no block knows the word, FW105 when another does. `meant` is the word to read on with. */
export function tellWrongStart(
  placed: Placed,
  word: string,
  block: Block | undefined,
  blocks: Blocks,
  reader: FileReading,
): { problem: Problem; meant?: string } {
  const span = reader.nodes.spanOf(firstToken(placed.line));
  const lacksOf = word === "-" ? tellMissingOf(placed, reader) : undefined;
  if (lacksOf) return { problem: lacksOf };
  const headings = blocks.headingsWith(word).filter((heading) => isForThisFile(heading, reader));
  const meant = block && headings.length === 0 ? nearestWord(word, wordsOf(block)) : undefined;
  const list = block ? [`${capital(nameOfBlock(block.heading))} can have: ${listWords(block)}.`] : [];
  if (headings.length > 0) return { problem: tellElsewhere(placed, word, headings, block, list, blocks, reader) };
  const shown = shownWord(reader.text.slice(span.start, span.end));
  const fixes =
    meant === undefined ? [] : [{ title: `change  ${shown}  to  ${meant}`, edits: [{ span, text: meant }] }];
  const guess = meant === undefined ? [] : [`Did you mean  ${meant} ?`];
  const A = block ? capital(nameOfBlock(block.heading)) : `A line that starts with "${placed.parent?.word ?? ""}"`;
  const problem = say.lineStartsWithUnknownWord(span, { A, word: shown }, { explanation: [...guess, ...list], fixes });
  return { problem, ...(meant !== undefined && { meant }) };
}

/** FW109: bullets below a condition that ends with `all`: the `of` is missing or misspelt. */
function tellMissingOf({ parent }: Placed, reader: FileReading): Problem | undefined {
  const words = parent?.tokens.slice(-2) ?? [];
  const at = words.findIndex(({ image }) => ["all", "any", "none"].includes(image.toLowerCase()));
  const [word, rest] = [words[at], words[at + 1]];
  if (!parent || !word || (rest && rest.image.length > 4)) return undefined;
  const end = word.startOffset + word.image.length;
  const span = { file: reader.file, start: end, end: parent.span.end };
  const explanation = [`Above a list of conditions the line ends with  ${word.image} of.`];
  const fixes = [{ title: `end the line with  ${word.image} of`, edits: [{ span, text: " of" }] }];
  return say.lineIsNotFinished({ ...span, start: span.end }, {}, { explanation, fixes });
}

function tellElsewhere(
  placed: Placed,
  word: string,
  headings: readonly string[],
  block: Block | undefined,
  list: readonly string[],
  blocks: Blocks,
  reader: FileReading,
): Problem {
  const { parent } = placed;
  const span = reader.nodes.spanOf(firstToken(placed.line));
  const places = [...new Set([...headings].sort((left, right) => rank(left) - rank(right)).map(nameOfBlock))];
  const atMargin = headings.includes("file");
  const shown = atMargin ? "at the left margin" : `under ${joinWithOr(places.slice(0, 2))}`;
  const where = !parent
    ? "at the left margin"
    : block
      ? `under ${nameOfBlock(block.heading)}`
      : `under a line that starts with "${parent.word}"`;
  const fixes = [...kindredFixes(span, word, block), ...moveFixes(placed, word, blocks, reader)];
  return say.lineStandsInWrongPlace(
    span,
    { word: shownLineWord(word), belongs: shown, where },
    { related: parent ? [{ span: parent.span }] : [], explanation: list, fixes },
  );
}

/** The places people meet most come first. */
const commonBlocks = [
  "ask",
  "page",
  "section",
  "stage",
  "route",
  "outcome",
  "table",
  "calculate",
  "source",
  "operation",
  "list",
];

function rank(heading: string): number {
  const at = commonBlocks.indexOf(heading);
  return at < 0 ? commonBlocks.length : at;
}

function kindredFixes(span: Span, word: string, block: Block | undefined): Fix[] {
  const kin = kindredWords.find((words) => words.includes(word)) ?? [];
  const other = kin.find((candidate) => candidate !== word && block?.byWord.has(candidate));
  if (!other || !block) return [];
  return [
    { title: `change it to ${other}, which ${nameOfBlock(block.heading)} can have`, edits: [{ span, text: other }] },
  ];
}

/** Under the line above (a step to the right), under the line below, or to the left margin. */
function moveFixes(placed: Placed, word: string, blocks: Blocks, reader: FileReading): Fix[] {
  const { line, above, below } = placed;
  const takes = (other: OutlineLine | undefined): other is OutlineLine =>
    other !== undefined && blocks.headingsWith(word).includes(headingOpenedBy(other, blocks) ?? "");
  if (takes(above)) {
    const column = above.children[0]?.indent ?? above.indent + 2;
    return [
      { title: `move it under  ${nameOfOutline(above)}`, edits: indentEdits([line], column - line.indent, reader) },
    ];
  }
  if (!takes(below)) return [];
  const column = below.children[0]?.indent ?? below.indent + 2;
  const number = reader.index.positionAt(firstToken(below).startOffset).line;
  return [
    {
      title: `move it under  ${nameOfOutline(below)}  (line ${number})`,
      edits: moveBelow(line, number, column, reader),
    },
  ];
}

/** The block that the lines below a line belong to, judged by its first words. */
function headingOpenedBy(line: OutlineLine, blocks: Blocks): string | undefined {
  const word = firstToken(line).image.toLowerCase();
  return [...blocks.byHeading.keys()].find((heading) => heading === word);
}

function moveBelow(line: OutlineLine, below: number, column: number, reader: FileReading): Edit[] {
  const { index, text, file } = reader;
  const first = index.positionAt(firstToken(line).startOffset).line;
  const last = index.positionAt(lastOffset(line)).line;
  const lines = Array.from({ length: last - first + 1 }, (_, at) => index.textOf(first + at));
  const moved = lines.map(
    (content) => `\n${" ".repeat(Math.max(0, column + widthOf(content) - line.indent))}${content.trimStart()}`,
  );
  const end = last < index.lineCount ? index.startOf(last + 1) : text.length;
  const target = index.endOf(below);
  return [
    { span: { file, start: index.startOf(first), end }, text: "" },
    { span: { file, start: target, end: target }, text: moved.join("") },
  ];
}

/** Moves whole lines, with all below them, by some columns. */
export function indentEdits(lines: readonly OutlineLine[], columns: number, reader: FileReading): Edit[] {
  const { index, file } = reader;
  const edits: Edit[] = [];
  for (const line of lines) {
    const first = index.positionAt(firstToken(line).startOffset).line;
    const last = index.positionAt(lastOffset(line)).line;
    for (let number = first; number <= last; number++) {
      const content = index.textOf(number);
      if (content.trim() === "") continue;
      const start = index.startOf(number);
      const end = start + content.length - content.trimStart().length;
      const width = Math.max(0, widthOf(content) + columns);
      edits.push({ span: { file, start, end }, text: " ".repeat(width) });
    }
  }
  return edits;
}

function widthOf(content: string): number {
  const blank = content.slice(0, content.length - content.trimStart().length);
  return [...blank].reduce((width, character) => width + (character === "\t" ? 2 : 1), 0);
}

/** Offset of the last character of a line and all below it. */
function lastOffset(line: OutlineLine): number {
  const own = line.tokens.at(-1)?.startOffset ?? 0;
  const child = line.children.at(-1);
  return child ? Math.max(own, lastOffset(child)) : own;
}

function firstToken(line: OutlineLine): IToken {
  const [first] = line.tokens;
  if (!first) throw new Error("A line of the outline has at least one token");
  return first;
}

function lineAbove(number: number, reader: FileReading): Span | undefined {
  for (let above = number - 1; above >= Math.max(1, number - 50); above--) {
    const content = reader.index.textOf(above).trim();
    if (content === "" || content.startsWith("#")) continue;
    const start = reader.index.startOf(above);
    return { file: reader.file, start, end: reader.index.endOf(above) };
  }
  return undefined;
}

function indentOfLine(span: Span, reader: FileReading): number {
  return widthOf(reader.text.slice(span.start, span.end));
}

function isForThisFile(heading: string, reader: FileReading): boolean {
  const isWords = heading === "words" || heading === "under words";
  return heading === "file" || isWords === reader.file.endsWith(".words");
}

/** What a block is called, with its article: "a question". */
export function nameOfBlock(heading: string): string {
  const known = blockNames[heading];
  if (known) return known;
  const word = heading.split(" <")[0] ?? heading;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function withoutArticle(name: string): string {
  return name.replace(/^(an?|the) /, "");
}

function nameOfLine(line: Line, reader: FileReading): string {
  return reader.text.slice(line.span.start, line.span.end).split(/\s+/).slice(0, 2).join(" ").slice(0, 60);
}

function nameOfOutline(line: OutlineLine): string {
  return line.tokens
    .slice(0, 2)
    .map((token) => token.image)
    .join(" ")
    .slice(0, 60);
}

function countSpaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shownWord(word: string): string {
  const plain = word.replace(/["“”„]/g, "");
  return plain.length <= 40 ? plain : `${plain.slice(0, 39)}…`;
}

const lineWords: Readonly<Record<string, string>> = { "-": "-", "|": "|", ">": ">" };

function shownLineWord(word: string): string {
  return lineWords[word] ?? word.replace(/[<>]/g, "");
}

function wordsOf(block: Block): string[] {
  return [...block.byWord.keys()].filter((word) => /^[a-z]/.test(word));
}

/** The first words of a block's lines, sorted: "ask, check, show". */
function listWords(block: Block): string {
  const words = block.forms.map(leadingWords).map((word) => (/^[a-z]/.test(word) ? word : ""));
  const firsts = wordsOf(block).filter((word) => !words.some((lead) => lead.split(" ")[0] === word));
  const signs = [...block.byWord.keys()].flatMap((word) => signNames.get(word) ?? []);
  return [...[...new Set([...words.filter((word) => word !== ""), ...firsts])].sort(), ...signs].join(", ");
}

const signNames = new Map([
  ["-", "bullets with -"],
  ["|", "table rows"],
  [">", "text after >"],
  ["<money>", "an amount of money"],
  ["<percent>", "a percentage"],
  ["<num>", "a number"],
  ["<length>", "a length of time"],
]);
