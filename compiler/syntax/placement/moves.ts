// Edits that move lines, with all below them, to where they belong.
import type { Edit, Fix } from "../../diagnostics/problem.ts";
import type { Blocks } from "../blocks.ts";
import type { FileReading } from "../file-reading.ts";
import type { OutlineLine } from "../outline.ts";
import { firstToken, type Placed } from "./placed.ts";
import { countSpaces, nameOfLine, nameOfOutline } from "./shown.ts";

/** Under the line above (a step to the right), under the line below, or beside the line it stands under. */
export function moveFixes(placed: Placed, word: string, blocks: Blocks, reader: FileReading): Fix[] {
  const { above, below, parent } = placed;
  const takes = (other: OutlineLine | undefined): other is OutlineLine =>
    other !== undefined && blocks.headingsWith(word).includes(headingOpenedBy(other, blocks) ?? "");
  // A line that has no lines below it is moved alone: what stands below it may come to stand beside it.
  const line = headingOpenedBy(placed.line, blocks) === undefined ? { ...placed.line, children: [] } : placed.line;
  const owner = lastLines(above).findLast(takes);
  if (owner) {
    const column = owner.children[0]?.indent ?? owner.indent + 2;
    return [
      { title: `move it under  ${nameOfOutline(owner)}`, edits: indentEdits([line], column - line.indent, reader) },
    ];
  }
  if (takes(below)) {
    const column = below.children[0]?.indent ?? below.indent + 2;
    const number = reader.index.positionAt(firstToken(below).startOffset).line;
    return [
      {
        title: `move it under  ${nameOfOutline(below)}  (line ${number})`,
        edits: moveBelow(line, number, column, reader),
      },
    ];
  }
  const parents = [parent, parent?.parent, parent?.parent?.parent];
  const beside = parents.find((one) => one && blocks.headingsWith(word).includes(one.block));
  if (!parent || !beside) return [];
  if (beside !== parent) {
    const edits = indentEdits([placed.line], beside.indent - line.indent, reader);
    return [{ title: `move it to ${countSpaces(beside.indent)}, below  ${nameOfLine(beside, reader)}`, edits }];
  }
  const where = parent.indent === 0 ? "to the left margin" : `to ${countSpaces(parent.indent)}`;
  const title = `move it ${where}, beside  ${nameOfLine(parent, reader)}`;
  return [{ title, edits: indentEdits([placed.line], parent.indent - line.indent, reader) }];
}

/** The blocks that stand once in a text, or whose last one above is the likeliest. */
const homes = ["route", "section"];

/** `stage …` at the left margin: to the end of the route; `declare …`: to the end of the section above. */
export function moveIntoBlock({ line }: Placed, headings: readonly string[], reader: FileReading): Fix[] {
  const { index, text } = reader;
  const home = homes.find((one) => headings.includes(one));
  const start = firstToken(line).startOffset;
  const own = index.positionAt(start).line;
  if (home === undefined || line.indent !== 0) return [];
  const heads = [...text.slice(0, start).matchAll(new RegExp(`^${home}\\b`, "gim"))];
  const head = heads.at(-1)?.index;
  if (head === undefined || (home === "route" && heads.length > 1)) return [];
  let last = index.positionAt(head).line;
  for (let number = last + 1; number < own; number++) {
    const content = index.textOf(number);
    if (content.trim() === "") continue;
    if (widthOf(content) === 0) break;
    last = number;
  }
  if (last === index.positionAt(head).line) return [];
  const title = `move it to the end of  ${firstWords(index.textOf(index.positionAt(head).line))}  (line ${last})`;
  return [{ title, edits: moveBelow(line, last, 2, reader) }];
}

/** A line, its last child, that one's last child, and so on: what another line below might belong to. */
function lastLines(line: OutlineLine | undefined): OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (let next = line; next; next = next.children.at(-1)) lines.push(next);
  return lines;
}

/** The line above it stands a step too far to the left: both belong to the line before that one. */
export function moveParentFix({ line, parent }: Placed, word: string, blocks: Blocks, reader: FileReading): Fix[] {
  if (!parent || parent.opens !== undefined) return [];
  const number = reader.index.positionAt(parent.span.start).line;
  for (let above = number - 1; above >= Math.max(1, number - 50); above--) {
    const content = reader.index.textOf(above);
    if (content.trim() === "" || widthOf(content) > parent.indent) continue;
    const heading = /^\s*(\S+)/.exec(content)?.[1]?.toLowerCase() ?? "";
    const takesBoth = [word, parent.word].every((one) => blocks.headingsWith(one).includes(heading));
    if (widthOf(content) < parent.indent || !takesBoth) return [];
    const start = reader.index.startOf(number);
    const title = `move line ${number} to ${countSpaces(line.indent)}, so that it belongs to  ${firstWords(content)}`;
    const span = { file: reader.file, start, end: parent.span.start };
    return [{ title, edits: [{ span, text: " ".repeat(line.indent) }] }];
  }
  return [];
}

function firstWords(content: string): string {
  return content.trim().split(/\s+/).slice(0, 2).join(" ");
}

/** The block that the lines below a line belong to, judged by its first words. */
export function headingOpenedBy(line: OutlineLine, blocks: Blocks): string | undefined {
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

/** Columns before the first thing in a line; a tab counts as two. */
export function widthOf(content: string): number {
  const blank = content.slice(0, content.length - content.trimStart().length);
  return [...blank].reduce((width, character) => width + (character === "\t" ? 2 : 1), 0);
}

/** Offset of the last character of a line and all below it. */
function lastOffset(line: OutlineLine): number {
  const own = line.tokens.at(-1)?.startOffset ?? 0;
  const child = line.children.at(-1);
  return child ? Math.max(own, lastOffset(child)) : own;
}
