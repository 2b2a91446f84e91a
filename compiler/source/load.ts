// Which files belong to a service: the service itself, the libraries it uses, its words in other languages. Reads them only through
// the reader it is given; there is no disk here.

/** One file as read. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Where files come from: a disk, a browser's store, a test. Undefined: there is no such file. */
export interface SourceReader {
  readFile(path: string): string | undefined;
  /** Names of the files in a folder; needed only to find words files. */
  listFolder?(folder: string): readonly string[];
}

/** A service and what it needs. Libraries that were not found are left out: the model says so at the `use` line. */
export interface LoadedSources {
  readonly main: SourceText;
  readonly libraries: readonly SourceText[];
  readonly words: readonly SourceText[];
}

/** Loads `path` and, beside it and then in `libraryFolders`, each `<library>.shared` that it or its libraries use. */
export function loadSources(
  path: string,
  reader: SourceReader,
  libraryFolders: readonly string[] = [],
): LoadedSources | undefined {
  const text = reader.readFile(path);
  if (text === undefined) return undefined;
  const main = { file: path, text };
  const folders = [folderOf(path), ...libraryFolders];
  const libraries = new Map<string, SourceText>();
  const waiting: SourceText[] = [main];
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    for (const name of usedLibraries(source.text)) {
      if (libraries.has(name)) continue;
      const library = findLibrary(name, folders, reader);
      if (!library) continue;
      libraries.set(name, library);
      waiting.push(library);
    }
  }
  const all = [main, ...libraries.values()];
  return { main, libraries: [...libraries.values()], words: all.flatMap((source) => wordsOf(source.file, reader)) };
}

/** Names of the libraries in `use … from <library> version <n>` lines, each once. */
export function usedLibraries(text: string): string[] {
  const found = text.matchAll(/^[ \t\u00a0]*use\b[^"\r\n#]*?[ \t\u00a0]from[ \t\u00a0]+([^\s"#]+)/gim);
  return [...new Set([...found].map((match) => (match[1] ?? "").toLowerCase()))].filter(isFileName);
}

/** A name that stays inside its folder: no path parts. */
function isFileName(name: string): boolean {
  return !/[/\\:]|\.\./.test(name) && name !== "";
}

function findLibrary(name: string, folders: readonly string[], reader: SourceReader): SourceText | undefined {
  for (const folder of folders) {
    const file = inFolder(folder, `${name}.shared`);
    const text = reader.readFile(file);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** `parking.cy.words` beside `parking.service`. */
function wordsOf(path: string, reader: SourceReader): SourceText[] {
  const base = path
    .slice(folderOf(path).length)
    .replace(/^\//, "")
    .replace(/\.[^.]+$/, "");
  const names = reader.listFolder?.(folderOf(path)) ?? [];
  return names
    .filter((name) => name.startsWith(`${base}.`) && name.endsWith(".words"))
    .sort()
    .flatMap((name) => {
      const file = inFolder(folderOf(path), name);
      const text = reader.readFile(file);
      return text === undefined ? [] : [{ file, text }];
    });
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
