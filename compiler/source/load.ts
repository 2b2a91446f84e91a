// Which files belong to a service: the service itself, the libraries it uses, their words in other languages, and the lock files beside
// them. Reads them only through the reader it is given; there is no disk here.

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
  /** Earlier texts of the service: `parking.version-2.service` beside `parking.service`. */
  readonly earlier: readonly SourceText[];
  readonly libraries: readonly SourceText[];
  readonly words: readonly SourceText[];
  /** formwork.lock, and `parking.cy.words.lock` beside `parking.cy.words`. */
  readonly locks: readonly SourceText[];
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
  const earlier = earlierVersions(path, reader);
  const waiting: SourceText[] = [main, ...earlier];
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    for (const library of usesOf(source.text).flatMap((use) => findLibrary(use, folders, reader))) {
      if (libraries.has(library.file)) continue;
      libraries.set(library.file, library);
      waiting.push(library);
    }
  }
  const all = [main, ...libraries.values()];
  const words = all.flatMap((source) => wordsOf(source.file, reader));
  const locks = [inFolder(folderOf(path), "formwork.lock"), ...words.map(({ file }) => `${file}.lock`)];
  return {
    main,
    earlier,
    libraries: [...libraries.values()],
    words,
    locks: locks.flatMap((file) => read(file, reader)),
  };
}

/** One library of a text, and the version it asks for, as far as it can be seen. */
export interface Use {
  readonly library: string;
  readonly version?: string;
}

/** The `use … from <library> version <n>` lines of a text, each library and version once. */
export function usesOf(text: string): Use[] {
  const found = text.matchAll(
    /^[ \t\u00a0]*use\b[^"\r\n#]*?[ \t\u00a0]from[ \t\u00a0]+([^\s"#]+)(?:[ \t\u00a0]+version[ \t\u00a0]+(\d{1,6})\b)?/gim,
  );
  const uses = new Map<string, Use>();
  for (const [, name = "", version] of found) {
    const library = name.toLowerCase();
    if (isFileName(library)) uses.set(`${library} ${version}`, { library, ...(version !== undefined && { version }) });
  }
  return [...uses.values()];
}

/** A name that stays inside its folder: no path parts. */
function isFileName(name: string): boolean {
  return !/[/\\:]|\.\./.test(name) && name !== "";
}

/**
 * `common-questions.shared`, and `common-questions.version-1.shared` when that version is asked for: of each the first that the folders
 * have. Both are given: which one fits is seen by what they say of themselves.
 */
function findLibrary({ library, version }: Use, folders: readonly string[], reader: SourceReader): SourceText[] {
  const names = [`${library}.shared`, ...(version === undefined ? [] : [`${library}.version-${version}.shared`])];
  return names.flatMap((name) => {
    for (const folder of folders) {
      const [found] = read(inFolder(folder, name), reader);
      if (found) return [found];
    }
    return [];
  });
}

function read(file: string, reader: SourceReader): SourceText[] {
  const text = reader.readFile(file);
  return text === undefined ? [] : [{ file, text }];
}

/** Texts of versions that are replaced; cases may still run under them. */
function earlierVersions(path: string, reader: SourceReader): SourceText[] {
  const base = baseOf(path);
  const names = reader.listFolder?.(folderOf(path)) ?? [];
  return names
    .filter((name) => name.startsWith(`${base}.version-`) && isEarlierVersion(name))
    .sort()
    .flatMap((name) => read(inFolder(folderOf(path), name), reader));
}

/** Whether a file's name says that it holds an earlier version of the service beside it. */
export function isEarlierVersion(file: string): boolean {
  return /\.version-\d+\.service$/.test(file);
}

/** parking, of in/parking.service */
function baseOf(path: string): string {
  return path
    .slice(folderOf(path).length)
    .replace(/^\//, "")
    .replace(/\.[^.]+$/, "");
}

/** `parking.cy.words` beside `parking.service`. */
function wordsOf(path: string, reader: SourceReader): SourceText[] {
  const base = baseOf(path);
  const names = reader.listFolder?.(folderOf(path)) ?? [];
  return names
    .filter((name) => name.startsWith(`${base}.`) && name.endsWith(".words"))
    .sort()
    .flatMap((name) => read(inFolder(folderOf(path), name), reader));
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
