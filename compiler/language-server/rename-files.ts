// A renamed library and its files: `questions.shared`, its words files and their lock files are called as it is called. Which files get
// another name, and what editors are told that cannot do it.
import type { WorkspaceEdit } from "vscode-languageserver";
import { declaredAt } from "./definition.ts";
import { folderOf, type Position, type Snapshot } from "./snapshot.ts";

/** A file and its new address. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** Which files bear the name of the library at a position; none for anything else than a library. */
export function filesOfLibrary(snapshot: Snapshot, file: string, position: Position, newName: string): FileRename[] {
  const declared = declaredAt(snapshot, file, position);
  if (declared?.mention.kinds[0] !== "library") return [];
  const { name } = declared.mention;
  const folder = folderOf(declared.file.file);
  return [...snapshot.files.keys()].flatMap((from) => {
    const own = nameOf(from);
    const isOwn = folderOf(from) === folder && own.startsWith(`${name}.`);
    const ending = isOwn ? own.slice(name.length) : "";
    // An earlier version beside it (questions.version-1.shared) is a text of its own and keeps its name.
    if (!/^(?:\.shared|\.[\p{L}-]+\.words(?:\.lock)?)$/u.test(ending)) return [];
    const start = from.slice(0, from.lastIndexOf("/") + 1);
    return [{ from, to: `${start}${encodeURIComponent(newName.trim())}${ending}` }];
  });
}

/** The edits of texts, then the new names of files: for editors that make such changes in one go. */
export function withFiles({ changes = {} }: WorkspaceEdit, files: readonly FileRename[]): WorkspaceEdit {
  const texts = Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  const renames = files.map(({ from, to }) => ({ kind: "rename" as const, oldUri: from, newUri: to }));
  return { documentChanges: [...texts, ...renames] };
}

/** Files whose new address is taken: they keep their names. */
export function takenIn(snapshot: Snapshot, files: readonly FileRename[]): FileRename[] {
  return files.filter(({ to }) => snapshot.files.has(to));
}

/** What the author is told about files that keep their names; undefined when none does. */
export function keptNames(kept: readonly FileRename[], taken: readonly FileRename[]): string | undefined {
  if (taken.length > 0) {
    const [{ from, to }] = taken as readonly [FileRename];
    return `The library has its new name. ${nameOf(from)} keeps its file name, because there is a file ${nameOf(to)} already.`;
  }
  if (kept.length === 0) return undefined;
  const said = kept.map(({ from, to }) => `${nameOf(from)} to ${nameOf(to)}`).join(", ");
  return `The library has its new name in all texts. This editor cannot rename files along with it. Rename ${said}.`;
}

/** The last piece of an address, without escapes. */
function nameOf(file: string): string {
  const last = file.slice(file.lastIndexOf("/") + 1);
  return /%(?![\da-f]{2})/i.test(last) ? last : decodeURIComponent(last);
}
