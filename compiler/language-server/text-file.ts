// A text as an editor has it, cut into chunks that are read apart: after a keystroke only the chunk around it is read again.
// Knows nothing of what names mean.
import { createLineIndex, type LineIndex } from "../source/line-index.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Line, Span } from "../syntax/tree.ts";
import { type Head, headOf, isHead } from "./head.ts";
import { collectMentions } from "./names/collect-mentions.ts";
import type { Mention } from "./names/mention.ts";
import { linesOf, type PlacedLine } from "./placed-line.ts";

/** A block at the left margin with everything under it, as read. Its offsets count from its own start. */
export interface ReadChunk {
  readonly text: string;
  readonly top: readonly Line[];
  /** Those at the margin that say whose text it is and what it uses. */
  readonly heads: readonly Line[];
  /** All lines, bullets too, in the order of the text. */
  readonly lines: readonly PlacedLine[];
  readonly comments: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly mentionsByName: ReadonlyMap<string, readonly Mention[]>;
  /** Those mentions that declare. */
  readonly declarations: readonly Mention[];
}

/** A chunk at its place in the file. */
export interface Chunk {
  readonly start: number;
  readonly read: ReadChunk;
}

/** One file. `file` is its address; its ending says what kind of text it is. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly chunks: readonly Chunk[];
  /** Undefined while nobody has written one. */
  readonly head: Head | undefined;
}

/** Reads a text. What stands before and behind a change is taken from `before`, which costs no more than comparing it. */
export function readTextFile(file: string, text: string, before?: TextFile): TextFile {
  // What was noted of earlier texts is kept for the compiler; nobody writes it, and it names nothing.
  if (file.endsWith(".lock")) return { file, text, index: createLineIndex(text), chunks: [], head: undefined };
  const same = whatStays(text, before);
  const chunks: Chunk[] = [...same.front];
  let start = same.frontEnd;
  for (const piece of cutIntoChunks(text.slice(same.frontEnd, same.backStart))) {
    if (piece === "") continue;
    chunks.push({ start, read: readChunk(file, piece) });
    start += piece.length;
  }
  for (const { read } of same.back) {
    chunks.push({ start, read });
    start += read.text.length;
  }
  const heads = chunks.flatMap((chunk) => chunk.read.heads);
  return { file, text, index: createLineIndex(text), chunks, head: headOf(file, heads) };
}

/** Chunks that stand unchanged in front of a change and behind it. */
interface Staying {
  readonly front: readonly Chunk[];
  readonly frontEnd: number;
  readonly back: readonly Chunk[];
  readonly backStart: number;
}

function whatStays(text: string, before: TextFile | undefined): Staying {
  const chunks = before?.chunks ?? [];
  const old = before?.text ?? "";
  const prefix = commonPrefix(old, text);
  const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
  // The chunk in front of the change may go on in it, and so is read again; so is one that no longer begins a line.
  const front = Math.max(chunks.findLastIndex((chunk) => chunk.start <= prefix) - 1, 0);
  const isKept = ({ start }: Chunk) => start > old.length - suffix && start > (chunks[front]?.start ?? 0);
  const firstKept = chunks.findIndex(isKept);
  const back = firstKept < 0 ? [] : chunks.slice(firstKept);
  const backStart = back[0] ? text.length - (old.length - back[0].start) : text.length;
  return { front: chunks.slice(0, front), frontEnd: chunks[front]?.start ?? 0, back, backStart };
}

/** Texts are compared in pieces first: comparing pieces is quick, comparing letters is not. */
const pieceLength = 4096;

function commonPrefix(one: string, two: string): number {
  const most = Math.min(one.length, two.length);
  let at = 0;
  while (at + pieceLength <= most && one.slice(at, at + pieceLength) === two.slice(at, at + pieceLength))
    at += pieceLength;
  while (at < most && one.charCodeAt(at) === two.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(one: string, two: string, most: number): number {
  const tail = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  let at = 0;
  while (at + pieceLength <= most && tail(one, at, at + pieceLength) === tail(two, at, at + pieceLength))
    at += pieceLength;
  while (at < most && one.charCodeAt(one.length - 1 - at) === two.charCodeAt(two.length - 1 - at)) at++;
  return at;
}

/** The chunk around an offset; at its end, the last one. */
export function chunkAt(file: TextFile, offset: number): Chunk | undefined {
  let low = 0;
  let high = file.chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.chunks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return file.chunks[low];
}

/** A span of the chunk as a span of its file. */
export function inFile(chunk: Chunk, span: Span): Span {
  return { file: span.file, start: chunk.start + span.start, end: chunk.start + span.end };
}

/** Words that continue the line above even at the margin (language 3.6.3). */
const continuing = /^(?:and|or|otherwise|then|say)(?![\p{L}\d-])/iu;
/** What begins no block: spaces, line ends, comments, prose, rows and bullets. */
const noBlock = new Set(" \t\r\n\u00a0#>|-–—•−");

/** Every line at the margin begins a piece, unless it continues the one above. One pass over the line ends. */
function cutIntoChunks(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    const next = end + 1;
    if (next >= text.length || noBlock.has(text.charAt(next)) || continuing.test(text.slice(next, next + 10))) continue;
    pieces.push(text.slice(start, next));
    start = next;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function readChunk(file: string, text: string): ReadChunk {
  const { tree } = parseTree(file, text);
  const lines = linesOf(tree.lines);
  const mentions = collectMentions(lines, text);
  const mentionsByName = Map.groupBy(mentions, (mention) => mention.name);
  const declarations = mentions.filter((mention) => mention.isDeclaration);
  const heads = tree.lines.filter(isHead);
  return { text, top: tree.lines, heads, lines, comments: tree.comments, mentions, mentionsByName, declarations };
}
