// What an editor can fold: each line with lines under it, and comments that stand together.
import type { FoldingRange } from "vscode-languageserver";
import { endOf } from "./document-symbols.ts";
import type { Snapshot } from "./snapshot.ts";
import { type Chunk, inFile, type TextFile } from "./text-file.ts";

/** The foldable ranges of one file. */
export function listFolds(snapshot: Snapshot, file: string): FoldingRange[] {
  const text = snapshot.files.get(file);
  if (!text) return [];
  return text.chunks.flatMap((chunk) => [...foldsOfLines(text, chunk), ...foldsOfComments(text, chunk)]);
}

function foldsOfLines(text: TextFile, chunk: Chunk): FoldingRange[] {
  return chunk.read.lines.flatMap(({ line }) => {
    const span = inFile(chunk, { ...line.span, end: endOf(line) });
    const [startLine, endLine] = [lineOf(text, span.start), lineOf(text, span.end)];
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

function foldsOfComments(text: TextFile, chunk: Chunk): FoldingRange[] {
  const folds: { startLine: number; endLine: number; kind: "comment" }[] = [];
  for (const comment of chunk.read.comments) {
    const line = lineOf(text, chunk.start + comment.start);
    const last = folds.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else folds.push({ startLine: line, endLine: line, kind: "comment" });
  }
  return folds.filter(({ startLine, endLine }) => endLine > startLine);
}

function lineOf(text: TextFile, offset: number): number {
  return text.index.positionAt(offset).line - 1;
}
