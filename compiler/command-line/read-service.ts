// A service's texts from disk: the service, its libraries, its words files. Says clearly what cannot be read.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { loadSources } from "../source/load.ts";
import { nearest } from "../source/nearest.ts";
import { mayBeClosed, notReadable } from "./may-be-closed.ts";
import { isUtf16, otherKindOf } from "./other-kinds.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** The texts of one service, named from its folder, so that the same text gives the same bundle wherever it stands. */
export interface ReadService {
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A text longer than this is not a service that somebody wrote. In bytes. */
const mostBytes = 4_000_000;

/** Reads `file` and what it uses; libraries stand beside it, in ../shared or in `libraries`. */
export function readService(
  file: string,
  libraries: string | undefined,
  ending: ".service" | ".shared" = ".service",
): ReadService {
  return mayBeClosed(() => readTexts(file, libraries, ending));
}

function readTexts(file: string, libraries: string | undefined, ending: ".service" | ".shared"): ReadService {
  mustBeText(file, ending);
  const folder = path.dirname(path.resolve(file));
  const read = (name: string): string | undefined => {
    const place = path.resolve(folder, name);
    return isFile(place) ? readText(place, name) : undefined;
  };
  const folders = ["../shared", ...(libraries === undefined ? [] : [relative(folder, libraries)])];
  const entry = path.basename(file);
  const listFolder = (name: string): string[] => readdirSync(path.resolve(folder, name)).sort();
  const sources = loadSources(entry, { readFile: read, listFolder }, folders);
  if (!sources) throw new UnreadableText(noFile(file));
  const all = [sources.main, ...sources.earlier, ...sources.libraries, ...sources.words, ...sources.locks];
  return { entry, files: new Map(all.map((source) => [source.file, source.text])) };
}

function relative(from: string, to: string): string {
  return path.relative(from, path.resolve(to)).split(path.sep).join("/");
}

function isFile(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

function mustBeText(file: string, ending: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UnreadableText(noFile(file));
  if (found.isDirectory())
    throw new UnreadableText(
      `${file} is a folder. Name the service text in it, for example ${path.join(file, "parking.service")}.`,
    );
  if (!file.endsWith(ending)) throw new UnreadableText(otherEnding(file, ending));
}

function otherEnding(file: string, ending: string): string {
  const own = path.extname(file);
  const wanted = `${path.basename(file, own)}${ending}`;
  const kind = ending === ".shared" ? "library" : "service text";
  return `${file} is not a ${kind}: its name ends with ${own || "nothing"}, not with ${ending}. If it is one, call it ${wanted}.`;
}

/** With the text of the folder whose name is nearest; one that only lacks its ending is nearest of all. */
export function noFile(file: string, ending = ".service"): string {
  const folder = path.dirname(file);
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isThere) return `There is no folder ${folder}, so there is no ${path.basename(file)} in it.`;
  const texts = readdirSync(folder).filter((name) => /\.(service|shared|words|bpmn)$/.test(name));
  const name = path.basename(file);
  const whole = texts.find((one) => one === `${name}${ending}`);
  const wanted = texts.filter((one) => one.endsWith(ending));
  const close = whole ?? nearest(name, wanted)[0] ?? nearest(name, texts)[0];
  const what = path.extname(name) === "" ? "file or folder" : "file";
  return `There is no ${what} ${file}.${close === undefined ? "" : ` Did you mean ${path.join(folder, close)}?`}`;
}

/** UTF-8 text; anything else is told as what it is. */
export function readText(place: string, name: string): string {
  const bytes = readBytes(place, name);
  if (bytes.length > mostBytes)
    throw new UnreadableText(
      `${name} has ${inMegabytes(bytes.length)}. A service text has at most ${inMegabytes(mostBytes)}.`,
    );
  const other = otherKindOf(bytes);
  if (other !== undefined)
    throw new UnreadableText(
      `${name} is ${other}, whatever its name says. Copy its words into a plain text, as a text editor saves it, and call that ${name}.`,
    );
  const isWide = isUtf16(bytes);
  if (!isWide && bytes.includes(0))
    throw new UnreadableText(
      `${name} is not a text: it holds bytes that no text has. Name a text as a text editor saves it.`,
    );
  try {
    if (!isWide) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const saved = isWide ? "is saved as UTF-16" : "is not saved as UTF-8";
  throw new UnreadableText(`${name} ${saved}. Save it again as UTF-8, the usual setting of every editor.`);
}

/** 5 MB */
function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}

function readBytes(place: string, name: string): Buffer {
  try {
    return readFileSync(place);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    throw new UnreadableText(notReadable(name));
  }
}
