// Which texts are meant by the files and folders that a command was given: a folder means every text of that kind in it and below.
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isEarlierVersion } from "../source/load.ts";
import { mayBeClosed } from "./may-be-closed.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Texts as they were named, in order, each once. */
export interface TextsNamed {
  readonly files: readonly string[];
  /** Every folder that was looked into: a new text may appear there. */
  readonly folders: readonly string[];
}

/** How the names of texts end. */
export type Ending = ".service" | ".shared" | ".words";

/** Files stand for themselves and are not looked at; what they are is told by who reads them. */
export function textsNamed(subjects: readonly string[], endings: readonly Ending[] = [".service"]): TextsNamed {
  return mayBeClosed(() => findTexts(subjects, endings));
}

function findTexts(subjects: readonly string[], endings: readonly Ending[]): TextsNamed {
  if (subjects.length === 0)
    throw new WrongUsage(`Name at least one ${endings.length > 1 ? "" : "service "}text, or a folder that holds some.`);
  const files: string[] = [];
  const folders: string[] = [];
  for (const subject of subjects) {
    if (!statSync(subject, { throwIfNoEntry: false })?.isDirectory()) {
      files.push(subject);
      continue;
    }
    const below = lookInto(subject, endings);
    if (below.files.length === 0)
      throw new UnreadableText(`There is no ${anyOf(endings)} text in ${subject} or below.`);
    files.push(...below.files);
    folders.push(...below.folders);
  }
  return { files: onceEach(files), folders: onceEach(folders) };
}

/** .service, .shared or .words */
function anyOf(endings: readonly Ending[]): string {
  return endings.join(", ").replace(/, (\.\w+)$/, " or $1");
}

/** By name, files before folders. An earlier version belongs to the service beside it. Folders of tools, which nobody writes texts in, are passed over. */
function lookInto(folder: string, endings: readonly Ending[]): TextsNamed {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, two) => (one.name < two.name ? -1 : 1));
  const files = entries.filter(
    (entry) => endings.some((ending) => entry.name.endsWith(ending)) && isText(entry) && !isEarlierVersion(entry.name),
  );
  const below = entries
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
    .map((entry) => lookInto(path.join(folder, entry.name), endings));
  return {
    files: [...files.map((entry) => path.join(folder, entry.name)), ...below.flatMap((one) => one.files)],
    folders: [folder, ...below.flatMap((one) => one.folders)],
  };
}

/** A file, or a link to one. Links to folders are not followed: they may lead round in a circle. */
function isText(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const place = path.join(entry.parentPath, entry.name);
  return existsSync(place) && statSync(place).isFile();
}

/** The same text by two names, or through a link, is one text. */
function onceEach(files: readonly string[]): string[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    const whole = existsSync(file) ? realpathSync(file) : path.resolve(file);
    return !seen.has(whole) && seen.add(whole);
  });
}
