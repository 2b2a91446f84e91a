// A words file made or brought up to date: what has no words yet stands in it as comments, ready to be translated, at the place where it
// belongs. Nothing that a translator wrote is changed. Texts in, text out.

import type { Edit } from "../diagnostics/problem.ts";
import { calledLine } from "../locks/words-lock.ts";
import { wordOf } from "../model/line.ts";
import { ownerOf, slotOf, writtenSlot } from "../model/words/slots.ts";
import type { Said, Translation } from "../model/words/words-book.ts";
import { applyEdits } from "../source/edits.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Line, Tree } from "../syntax/tree.ts";

/** The text that is translated. */
export interface Translated {
  readonly name: string;
  readonly version: number;
  /** What it says, in its order. */
  readonly lines: readonly Translation[];
}

/** A new words file: every line as a comment that holds the words to translate. */
export function newWordsFile({ name, version, lines }: Translated, language: string): string {
  const all = lines.filter(({ mayStay }) => !mayStay);
  const blocks = byOwner(all).map(([owner, said]) => commentsFor(owner, said, 2).join("\n"));
  return [`words ${language} for ${name} version ${version}`, how, ...blocks, ""].join("\n");
}

const how = [
  "  # Every line that people see. Put your words in place of these, then take the # and the space behind it away.",
  "  # Names, and what stands in {braces}, stay as they are. formwork check says what is left.",
].join("\n");

/** The same file with the lines that are missing now; ready lines whose words were translated since are gone. Its line ends stay. */
export function refreshWordsFile(file: string, text: string, translated: Pick<Translated, "lines">): string {
  const hasReturns = /\r\n/.test(text) && !/(?<!\r)\n/.test(text);
  if (!hasReturns) return refreshed(file, text, translated);
  return refreshed(file, text.replaceAll("\r\n", "\n"), translated).replaceAll("\n", "\r\n");
}

function refreshed(file: string, text: string, { lines }: Pick<Translated, "lines">): string {
  const own = withoutReadyLines(text, lines);
  const { tree } = parseTree(file, own);
  const header = tree.lines.find((line) => wordOf(line) === "words");
  const missing = lines.filter(({ translated, mayStay }) => !translated && !mayStay);
  return header ? applyEdits(own, insertionsFor(tree, header, lines, missing)) : own;
}

function insertionsFor(tree: Tree, header: Line, lines: readonly Said[], missing: readonly Said[]): Edit[] {
  const there = new Map(header.children.map((line) => [ownerOf(line), line]));
  const order = [...new Set(lines.map(({ owner }) => owner))];
  const indent = header.children[0]?.indent ?? 2;
  return byOwner(missing).flatMap(([owner, said]) => {
    const line = there.get(owner);
    if (line) return withProse(said).map(([one, prose]) => insertionBelow(tree, line, one, prose));
    const before = order.slice(0, order.indexOf(owner)).findLast((one) => there.has(one));
    const neighbour = before === undefined ? undefined : there.get(before);
    const at = neighbour ? blockEnd(neighbour) : before === undefined ? header.span.end : blockEnd(header);
    return [insertion(tree, at, commentsFor(owner, said, indent))];
  });
}

/** A missing line of a thing that the file has: below it; a hint of an option below the option, prose below the line it belongs to. */
function insertionBelow(tree: Tree, owner: Line, said: Said, prose: Said | undefined): Edit {
  const { under } = writtenSlot(said.slot);
  const above = under ?? baseOf(said.slot);
  const line = owner.children.find((one, at) => slotOf(one, owner.children.slice(0, at)) === above);
  const inside = owner.children[0]?.indent ?? owner.indent + 2;
  if (line) {
    const deeper = line.children[0]?.indent ?? line.indent + 2;
    return insertion(
      tree,
      blockEnd(line),
      under === undefined ? proseLines(said, deeper) : commentLines({ ...said, slot: "hint" }, deeper),
    );
  }
  // The line is there and only its quoted words are missing: they cannot stand below it.
  const isIt = (one: Line, at: number) => slotOf(one, owner.children.slice(0, at)) === said.slot;
  const own = said.slot === "title" ? owner : owner.children.find(isIt);
  if (own) return insertion(tree, own.span.end, [noWordsYet(said, own.indent)]);
  const below = prose ? proseLines(prose, inside, "  ") : [];
  return insertion(tree, blockEnd(owner), [...commentLines(said, inside), ...below]);
}

/** Missing lines, each with the prose that stands below it when that is missing too. */
function withProse(said: readonly Said[]): [said: Said, prose: Said | undefined][] {
  const isTold = (one: Said) => said.some(({ slot }) => slot === baseOf(one.slot));
  return said.filter((one) => !isTold(one)).map((one) => [one, said.find(({ slot }) => baseOf(slot) === one.slot)]);
}

function noWordsYet(said: Said, indent: number): string {
  return `${" ".repeat(indent)}# ${calledLine(said)} has no words yet: "${said.words}"`;
}

/** The line that prose stands below when that line has words of its own: help, of `help prose`. */
function baseOf(slot: string): string | undefined {
  return slot.endsWith(" prose") ? slot.slice(0, -" prose".length) : undefined;
}

function insertion(tree: Tree, at: number, lines: readonly string[]): Edit {
  const rowEnd = tree.text.indexOf("\n", at);
  const end = rowEnd < 0 ? tree.text.length : rowEnd;
  return { span: { file: tree.file, start: end, end }, text: lines.map((line) => `\n${line}`).join("") };
}

function byOwner(lines: readonly Said[]): [owner: string, said: Said[]][] {
  return [...Map.groupBy(lines, ({ owner }) => owner)];
}

/** The lines of one thing as comments: its own, then those below it. */
function commentsFor(owner: string, said: readonly Said[], indent: number): string[] {
  const title = said.find(({ slot }) => slot === "title");
  const own = `${" ".repeat(indent)}# ${owner}${title ? ` "${title.words}"` : ""}`;
  const below = said
    .filter((one) => one !== title)
    .flatMap((one) =>
      said.some(({ slot }) => slot === baseOf(one.slot))
        ? proseLines(one, indent, "    ")
        : commentLines(one, indent, "  "),
    );
  return [own, ...below];
}

/** `# hint "For example, AB12 CDE"`; prose as lines of its own. `inside` stands behind the sign: how deep the line will stand. */
function commentLines({ slot, words }: Said, indent: number, inside = ""): string[] {
  const { lead, under, isProse } = writtenSlot(slot);
  const start = `${" ".repeat(indent)}# ${inside}`;
  const deeper = under === undefined ? start : `${start}  `;
  if (!isProse) return [`${deeper}${lead} "${words}"`];
  if (lead === undefined) return proseLines({ words }, indent, inside);
  return [`${start}${lead}`, ...proseLines({ words }, indent, `${inside}  `)];
}

function proseLines({ words }: Pick<Said, "words">, indent: number, inside = ""): string[] {
  return words.split("\n").map((line) => `${" ".repeat(indent)}# ${inside}> ${line}`.trimEnd());
}

/** Without the ready lines: those still missing are written anew where they belong. What a translator changed in one of them is kept. */
function withoutReadyLines(text: string, lines: readonly Translation[]): string {
  const done = byOwner(lines).flatMap(([owner, said]) => [
    `# ${owner}`,
    ...commentsFor(owner, said, 0),
    ...said.flatMap((one) => [...commentLines(one, 0), ...hintAlone(one)]),
    ...said.map((one) => noWordsYet(one, 0)),
  ]);
  const ready = new Set(done.map((line) => plain(line)));
  return text
    .split("\n")
    .filter((row) => !/^\s*#/.test(row) || !ready.has(plain(row)))
    .join("\n");
}

function hintAlone(said: Said): string[] {
  return writtenSlot(said.slot).under === undefined ? [] : commentLines({ ...said, slot: "hint" }, 0);
}

function plain(row: string): string {
  return row.trim().replace(/^#\s*/, "# ");
}

/** Where a line and everything below it ends. */
function blockEnd(line: Line): number {
  return Math.max(line.span.end, ...line.children.map(blockEnd));
}
