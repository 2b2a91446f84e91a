// A service's texts from disk: the service, its libraries, its words files. Says clearly what cannot be read.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { loadSources } from "../source/load.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** The texts of one service, named from its folder, so that the same text gives the same bundle wherever it stands. */
export interface ReadService {
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A text longer than this is not a service that somebody wrote. In bytes. */
const mostBytes = 4_000_000;

/** Reads `file` and what it uses; libraries stand beside it, in ../shared or in `libraries`. */
export function readService(file: string, libraries: string | undefined): ReadService {
  mustBeText(file);
  const folder = path.dirname(path.resolve(file));
  const read = (name: string): string | undefined => {
    const place = path.resolve(folder, name);
    return isFile(place) ? readText(place, name) : undefined;
  };
  const folders = ["../shared", ...(libraries === undefined ? [] : [relative(folder, libraries)])];
  const entry = path.basename(file);
  const listFolder = (name: string): string[] => readdirSync(path.resolve(folder, name)).sort();
  const sources = loadSources(entry, { readFile: read, listFolder }, folders);
  if (!sources) throw new WrongUsage(`There is no file ${file}.`);
  const all = [sources.main, ...sources.earlier, ...sources.libraries, ...sources.words, ...sources.locks];
  return { entry, files: new Map(all.map((source) => [source.file, source.text])) };
}

function relative(from: string, to: string): string {
  return path.relative(from, path.resolve(to)).split(path.sep).join("/");
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

function mustBeText(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new WrongUsage(`There is no file ${file}.`);
  if (found.isDirectory())
    throw new WrongUsage(
      `${file} is a folder. Name the service text in it, for example ${path.join(file, "parking.service")}.`,
    );
  if (!file.endsWith(".service"))
    throw new WrongUsage(
      `${file} is not a service text: its name ends with ${path.extname(file) || "nothing"}, not with .service.`,
    );
}

/** UTF-8 text; anything else is told as what it is. */
export function readText(place: string, name: string): string {
  const bytes = readFileSync(place);
  if (bytes.length > mostBytes)
    throw new WrongUsage(`${name} has ${bytes.length} bytes. A service text has at most ${mostBytes}.`);
  if (bytes.includes(0)) throw new WrongUsage(`${name} is not a text: it holds bytes that no text has.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new WrongUsage(`${name} is not saved as UTF-8. Save it again as UTF-8, the usual setting of every editor.`);
  }
}
