// A text as an editor has it, cut into chunks that are read apart: after a keystroke only the chunk around it is read again.
// Knows nothing of what names mean.
import { createLineIndex, type LineIndex } from "../source/line-index.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Line, Span } from "../syntax/tree.ts";
import { type Head, headOf } from "./head.ts";
import { collectMentions } from "./names/collect-mentions.ts";
import type { Mention } from "./names/mention.ts";
import { linesOf, type PlacedLine } from "./placed-line.ts";

/** A block at the left margin with everything under it, as read. Its offsets count from its own start. */
export interface ReadChunk {
  readonly text: string;
  readonly top: readonly Line[];
  /** All lines, bullets too, in the order of the text. */
  readonly lines: readonly PlacedLine[];
  readonly comments: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly mentionsByName: ReadonlyMap<string, readonly Mention[]>;
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

/** Reads a text; chunks that `before` holds with the same words are taken from there. */
export function readTextFile(file: string, text: string, before?: TextFile): TextFile {
  const known = new Map(before?.chunks.map(({ read }) => [read.text, read]));
  let start = 0;
  const chunks = cutIntoChunks(text).map((piece): Chunk => {
    const read = known.get(piece) ?? readChunk(file, piece);
    known.set(piece, read);
    const chunk = { start, read };
    start += piece.length;
    return chunk;
  });
  const top = chunks.flatMap((chunk) => chunk.read.top);
  return { file, text, index: createLineIndex(text), chunks, head: headOf(file, top) };
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

// Every line at the margin begins a chunk, unless it continues the one above (language 3.6.3) or is a row, bullet, prose or comment.
const cut = /^(?=[^\s#>|\-–—•−])(?!(?:and|or|otherwise|then|say)(?![\p{L}\d-]))/gimu;

function cutIntoChunks(text: string): string[] {
  const starts = [0];
  for (const match of text.matchAll(cut)) if (match.index > 0) starts.push(match.index);
  return starts.map((start, at) => text.slice(start, starts[at + 1] ?? text.length));
}

function readChunk(file: string, text: string): ReadChunk {
  const { tree } = parseTree(file, text);
  const lines = linesOf(tree.lines);
  const mentions = collectMentions(lines, text);
  const mentionsByName = Map.groupBy(mentions, (mention) => mention.name);
  return { text, top: tree.lines, lines, comments: tree.comments, mentions, mentionsByName };
}
