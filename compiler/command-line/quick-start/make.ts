// Makes the quick start: the bundler joins all sources of `formwork check` to one script, Node compiles it, and a note says of which files, as they were.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";
import { isAsItWas, type Note, noteName, readNote, type Source, sourceAt } from "./kept.ts";
import { load } from "./load.ts";

/** What is joined, and where the script is put. */
export interface QuickStart {
  /** The top of the project: nothing above it is taken in. */
  readonly project: string;
  /** The file that starts, from the top of the project. */
  readonly entry: string;
  readonly folder: string;
}

/** Changes of package files so shortly before are taken as changes while it was made: clocks of disks are coarse. In milliseconds. */
const margin = 100;
const minute = 60_000;

/** Throws when the sources cannot be joined, or when somebody changes one meanwhile. Gives back how many files were joined. */
export async function makeQuickStart({ project, entry, folder }: QuickStart): Promise<number> {
  const began = Date.now();
  const read = new Map<string, Source>();
  const text = await join(path.join(project, entry), project, read);
  const packages = packagesOf([...read.keys()], project).map((file) => known(file, project));
  const touched = packages.find(({ changed }) => changed > began - margin);
  if (touched) throw new Error(`${touched.file} was changed while the quick start was made. Make it again.`);
  write({ project, folder, text, sources: [...read.values(), ...packages] });
  return read.size;
}

/** One script of everything that the entry imports. Each file is looked at just before it is read: what changes later is noticed at the start. */
async function join(entry: string, project: string, read: Map<string, Source>): Promise<string> {
  const noting: Plugin = {
    name: "note-sources",
    enforce: "pre",
    load(id) {
      const file = path.relative(project, id.replace(/\?.*$/, "")).replaceAll(path.sep, "/");
      if (existsSync(path.join(project, file))) read.set(file, known(file, project));
    },
  };
  const results = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: "error",
    root: project,
    plugins: [noting],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      minify: false,
      target: "node24",
      rolldownOptions: { output: { format: "cjs", codeSplitting: false } },
    },
  });
  const result = Array.isArray(results) ? results[0] : results;
  const chunks = result && "output" in result ? result.output.filter((part) => part.type === "chunk") : [];
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error(`The bundler gave ${chunks.length} scripts where one was wanted.`);
  return chunk.code;
}

function known(file: string, project: string): Source {
  const source = sourceAt(file, project);
  if (!source) throw new Error(`${file} went away while the quick start was made. Make it again.`);
  return source;
}

/** The package files that say where names in these files lead: of the folders above each, up to the top. */
function packagesOf(files: readonly string[], project: string): string[] {
  const folders = new Set(files.flatMap(foldersAbove));
  const all = [...folders].map((folder) => path.posix.join(folder, "package.json"));
  return all.filter((file) => !files.includes(file) && existsSync(path.join(project, file)));
}

function foldersAbove(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === "." ? ["."] : [folder, ...foldersAbove(folder)];
}

interface Made {
  readonly project: string;
  readonly folder: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/**
 * First the script and its code under names of their own, then the note that names them, each in one step: who starts meanwhile finds the old or
 * the new, and what another process makes at the same time, or was stopped in the middle of, is never run.
 */
function write({ project, folder, text, sources }: Made): void {
  const place = path.join(folder, noteName);
  const name = `check-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const [script, code] = [`${name}.cjs`, `${name}.code`];
  const before = readNote(place);
  mkdirSync(folder, { recursive: true });
  // A script that is there and whole stays as it is: another note names it.
  if (textAt(path.join(folder, script)) !== text) putInPlace(path.join(folder, script), text);
  putInPlace(path.join(folder, code), compiled(path.join(folder, script), project));
  const noted = (): Note => ({ script: known(script, folder), code: known(code, folder), sources });
  let note = noted();
  putInPlace(place, JSON.stringify(note));
  // Another process that made the same may have put its code in place since: either is good, but the note must be about the one that is there.
  while (!isAsItWas(note.code, folder)) {
    note = noted();
    putInPlace(place, JSON.stringify(note));
  }
  const stays = new Set([script, code, before?.script.file, before?.code.file]);
  const isOld = (file: string) => /^check-\w+\.(cjs|code|mjs)$/.test(file) && !stays.has(file);
  for (const file of readdirSync(folder).filter((name) => isOld(name) || isLeftOver(name, folder)))
    rmSync(path.join(folder, file), { force: true });
}

/** Whether it was begun by a process that was stopped before it put it in place: that takes less than a second. */
function isLeftOver(file: string, folder: string): boolean {
  const begun = /^check[\w.-]*\.\d+$/.test(file)
    ? statSync(path.join(folder, file), { throwIfNoEntry: false })
    : undefined;
  return begun !== undefined && begun.mtimeMs < Date.now() - minute;
}

/** What Node made of the script, after it was used once as it will be used: only what has been called is compiled. */
function compiled(file: string, project: string): Buffer {
  const { started, script } = load(file);
  started.practise?.(project);
  return script.createCachedData();
}

function textAt(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function putInPlace(file: string, content: string | Buffer): void {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}
