// formwork.lock, beside a service: each library version in use with a fingerprint of its text, so that a text that changed without a new
// version number is seen. Texts in, text out: reading and writing the file is the command line's.
import { lineText } from "../compare/line-text.ts";
import type { Library } from "../model/model.ts";
import type { Line, Tree } from "../syntax/tree.ts";
import { asObject, asText, readObject, writeObject } from "./json.ts";
import { sha256 } from "./sha256.ts";

const note = "Written by formwork. Which text each version of a library had when it was first used here.";

/** The lock file beside a service: one for all services of a folder. */
export function lockFileBeside(service: string): string {
  return `${service.slice(0, service.lastIndexOf("/") + 1)}formwork.lock`;
}

/** `common-questions version 2` → fingerprint. Undefined: the text is no lock file. */
export type LibraryLock = ReadonlyMap<string, string>;

export function readLibraryLock(text: string): LibraryLock | undefined {
  const libraries = asObject(readObject(text)?.["libraries"]);
  if (!libraries) return undefined;
  return new Map(Object.entries(libraries).flatMap(([name, value]) => (asText(value) ? [[name, String(value)]] : [])));
}

export function writeLibraryLock(lock: LibraryLock): string {
  const libraries = Object.fromEntries([...lock].sort(([one], [two]) => (one < two ? -1 : 1)));
  return writeObject({ note, libraries });
}

/** What a library in use is called in the lock file. */
export function lockedName({ name, version }: Pick<Library, "name" | "version">): string {
  return `${name} version ${version}`;
}

/** Of what the text says: spaces, comments and spelling variants are no change. */
export function fingerprintOf(tree: Tree): string {
  return `sha256-${sha256(written(tree.lines, 0).join("\n"))}`;
}

function written(lines: readonly Line[], depth: number): string[] {
  return lines.flatMap((line) => [`${" ".repeat(depth)}${lineText(line)}`, ...written(line.children, depth + 1)]);
}

/**
 * The lock file as it should stand. Libraries that are new are noted; those that changed keep their old fingerprint, so that the
 * change goes on being told, unless `isAgreed`. Undefined: there is nothing to write.
 */
export function notedLibraries(
  libraries: readonly Library[],
  text: string | undefined,
  isAgreed = false,
): string | undefined {
  if (libraries.length === 0) return undefined;
  const lock = text === undefined ? new Map<string, string>() : readLibraryLock(text);
  if (!lock && !isAgreed) return undefined;
  const noted = new Map(lock);
  for (const library of libraries) {
    const name = lockedName(library);
    if (isAgreed || !noted.has(name)) noted.set(name, fingerprintOf(library.tree));
  }
  const now = writeLibraryLock(noted);
  return now === text ? undefined : now;
}
