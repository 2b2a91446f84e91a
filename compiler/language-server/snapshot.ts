// All texts as they stand at one moment, and who can see whose names. Requests are functions of a snapshot; nothing here changes.
import type { Span } from "../syntax/tree.ts";
import type { Head } from "./head.ts";
import type { TextFile } from "./text-file.ts";

/** From 0, in UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Files by address. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, TextFile>;
}

/** The files whose names a file can use, itself first: its libraries and theirs; for a words file, those of the text it translates. */
export function visibleFrom(snapshot: Snapshot, file: TextFile): TextFile[] {
  const found = new Set<TextFile>([file]);
  for (const one of found) {
    const head = one.head;
    if (head?.kind === "words") add(found, textsNamed(snapshot, one, head.name, ["service", "shared"]));
    for (const library of head?.uses ?? []) add(found, textsNamed(snapshot, one, library, ["shared"]));
  }
  return [...found];
}

function add(all: Set<TextFile>, more: readonly TextFile[]): void {
  for (const one of more) all.add(one);
}

/** Texts that give themselves this name: those nearest to `from`, when copies of it stand in other folders. */
function textsNamed(snapshot: Snapshot, from: TextFile, name: string, kinds: readonly Head["kind"][]): TextFile[] {
  const all = [...snapshot.files.values()].filter((file) => {
    const head = file.head;
    return head !== undefined && kinds.includes(head.kind) && head.name === name;
  });
  const home = folderOf(from.file);
  const near = (file: TextFile) =>
    folderOf(file.file) === home ? 0 : folderOf(file.file) === sharedBeside(home) ? 1 : 2;
  const nearest = Math.min(...all.map(near));
  return all.filter((file) => near(file) === nearest);
}

/** The words files of a text: they stand beside it. */
export function wordsFilesOf(snapshot: Snapshot, file: TextFile): TextFile[] {
  const name = file.head?.name;
  return [...snapshot.files.values()].filter((other) => {
    const head = other.file.endsWith(".words") ? other.head : undefined;
    return head?.kind === "words" && head.name === name && folderOf(other.file) === folderOf(file.file);
  });
}

/** Everything in front of the last slash. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf("/"), 0));
}

/** The folder `shared` beside a folder. */
export function sharedBeside(folder: string): string {
  return `${folderOf(folder)}/shared`;
}

/** Offset of a position; positions outside the text are moved into it. */
export function offsetAt(file: TextFile, position: Position): number {
  const line = Math.max(position.line, 0) + 1;
  if (line > file.index.lineCount) return file.text.length;
  const offset = file.index.startOf(line) + Math.max(position.character, 0);
  return Math.min(offset, file.index.endOf(line));
}

/** The range of a span whose offsets count in the whole file. */
export function rangeOf(file: TextFile, span: Pick<Span, "start" | "end">): Range {
  return { start: positionAt(file, span.start), end: positionAt(file, span.end) };
}

function positionAt(file: TextFile, offset: number): Position {
  const { line, column } = file.index.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}
