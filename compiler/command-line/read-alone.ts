// A library or a words file checked alone. A library means something in a service that uses it: one that uses all it has is made up for it.
// Words are those of the text beside them. Only what is said of the named file counts.
import { statSync } from "node:fs";
import path from "node:path";
import { nameAt, wordOf } from "../model/line.ts";
import { parseTree } from "../syntax/parse.ts";
import { type ReadService, readService, readText } from "./read-service.ts";
import { UnreadableText } from "./wrong-usage.ts";

/** The texts to compile, and the one file whose problems count. */
export interface ReadAlone extends ReadService {
  readonly only: string;
}

/** Undefined for a service text, which is checked as it is. */
export function readAlone(file: string, libraries: string | undefined): ReadAlone | undefined {
  const only = path.basename(file);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  if (file.endsWith(".shared")) return { ...aroundLibrary(file, libraries, []), only };
  return file.endsWith(".words") ? { ...besideWords(file, libraries), only } : undefined;
}

/** The texts of a service, or those of a library in a service that uses all of it and speaks this language too. */
export function readToTranslate(file: string, libraries: string | undefined, language: string): ReadService {
  return file.endsWith(".shared") ? aroundLibrary(file, libraries, [language]) : readService(file, libraries);
}

/** The library with what it uses, and a service that uses every name of it. */
function aroundLibrary(file: string, libraries: string | undefined, languages: readonly string[]): ReadService {
  const { files } = readService(file, libraries, ".shared");
  const name = path.basename(file);
  const { tree } = parseTree(name, files.get(name) ?? "");
  const head = tree.lines.find((line) => wordOf(line) === "shared");
  const version = /^[ \t]*version[ \t]+(\d+)/m.exec(tree.text)?.[1] ?? "1";
  const things = tree.lines.filter((line) => !["shared", "use", "words", "service"].includes(wordOf(line)));
  const names = things.flatMap((line) => nameAt(line)?.name ?? []);
  const sets = things.filter((line) => wordOf(line) === "question-set").flatMap((line) => nameAt(line)?.name ?? []);
  const entry = `all-of-${name}.service`;
  const lines = [
    'service all-of-library "All of a library"',
    "  version 1 starts 1 January 2000",
    ...(languages.length > 0 ? [`  languages English, ${languages.join(", ")}`] : []),
    ...(head && names.length > 0 ? [`use ${names.join(", ")} from ${nameAt(head)?.name} version ${version}`] : []),
    ...(sets.length > 0 ? ['section all "All"', ...sets.map((set) => `  include ${set} as ${set}-asked`)] : []),
  ];
  return { entry, files: new Map([[entry, `${lines.join("\n")}\n`], ...files]) };
}

/** The service or the library that the words are for: the text of the same name beside them. */
function besideWords(file: string, libraries: string | undefined): ReadService {
  const name = path.basename(file);
  const text = readText(file, name);
  const base = path.join(path.dirname(file), name.slice(0, name.indexOf(".")));
  const language = /^\s*words[ \t]+(\S+)/m.exec(text)?.[1] ?? "";
  const found = [`${base}.service`, `${base}.shared`].find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  if (found === undefined)
    throw new UnreadableText(
      `${file} holds the words of another text, and neither ${base}.service nor ${base}.shared stands beside it.`,
    );
  const read = found.endsWith(".service") ? readService(found, libraries) : aroundLibrary(found, libraries, [language]);
  return { ...read, files: new Map([...read.files, [name, text]]) };
}
