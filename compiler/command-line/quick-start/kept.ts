// The quick start of `formwork check`: all its sources as one script, made beforehand, and the code that Node made of it. Here: where they are kept,
// and whether they still say what the sources say. One that is older than any of its sources is not used: a slow start is better than a wrong one.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

/** One file that the script was made of, from the top of the project, and by what it is known that nobody has touched it since. */
export interface Source {
  readonly file: string;
  readonly size: number;
  /** When its text was last written and when anything about it changed, in milliseconds: the second cannot be set back. */
  readonly written: number;
  readonly changed: number;
}

/** What stands beside the script. */
export interface Note {
  /** The script in the same folder, as it was when it was whole: one that is cut short, or gone, is not run. */
  readonly script: Source;
  /** What Node compiled of the script. */
  readonly code: Source;
  readonly sources: readonly Source[];
}

/** Where it is kept: what is installed keeps it, so whoever may write it may write the sources as well. */
export function quickStartFolder(project: string): string {
  return path.join(project, "node_modules", ".cache", "formwork");
}

/** The file beside the script, with what the script was made of. */
export const noteName = "check.json";

/** Paths of the script and of the code that was made of it. */
export interface Kept {
  readonly script: string;
  readonly code: string;
}

/** What is kept in `folder`; undefined when there is nothing, or when a part of it or one of its sources is not as it was. */
export function findQuickStart(folder: string, project: string): Kept | undefined {
  const note = readNote(path.join(folder, noteName));
  if (!note || !isAsItWas(note.script, folder) || !isAsItWas(note.code, folder)) return undefined;
  if (!note.sources.every((source) => isAsItWas(source, project))) return undefined;
  return { script: path.join(folder, note.script.file), code: path.join(folder, note.code.file) };
}

const ifThere = { throwIfNoEntry: false } as const;

/** A file as it stands now; undefined when it is gone. */
export function sourceAt(file: string, project: string): Source | undefined {
  // Not path.join: over six hundred names, putting them in order takes longer than asking the disk.
  const found = statSync(`${project}/${file}`, ifThere);
  return found && { file, size: found.size, written: found.mtimeMs, changed: found.ctimeMs };
}

/** Whether nobody has touched the file since. */
export function isAsItWas(source: Source, project: string): boolean {
  const now = sourceAt(source.file, project);
  if (!now) return false;
  return now.size === source.size && now.written === source.written && now.changed === source.changed;
}

/** The note; undefined when there is none that can be read, whatever the reason: then the sources themselves are run. */
export function readNote(file: string): Note | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isNote(read) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return undefined;
    throw error;
  }
}

function isNote(read: unknown): read is Note {
  const isRecord = typeof read === "object" && read !== null && "script" in read && "code" in read && "sources" in read;
  if (!isRecord || !isSource(read.script) || !isSource(read.code) || !Array.isArray(read.sources)) return false;
  return read.sources.length > 0 && read.sources.every(isSource);
}

/** Whether it names a file: what else it holds is only compared. */
function isSource(read: unknown): read is Source {
  return typeof read === "object" && read !== null && "file" in read && typeof read.file === "string";
}
