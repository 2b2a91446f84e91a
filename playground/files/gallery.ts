// The services that one can begin from: the texts of examples/, taken in when the playground is built. Data only.
import type { Texts } from "../worker/messages.ts";

/** One example with everything it needs. */
export interface Example {
  /** Its folder: resident-parking-permit. */
  readonly name: string;
  /** "Resident parking permit", from its own first line. */
  readonly title: string;
  /** The service file. */
  readonly entry: string;
  /** The service, its words files, the libraries, and the lock files beside them. */
  readonly texts: Texts;
  /** A few of its own lines, for the gallery. */
  readonly taste: readonly string[];
  /** "3 sections, 4 stages, 189 lines" */
  readonly size: string;
}

/** The example that a first visit opens. */
export const firstExample = "resident-parking-permit";

/** An empty page: the shortest text that is a service. */
export const emptyPage: Texts = { "my.service": "" };

/** Builds the examples from files by path ("../../examples/resident-parking-permit/parking.service"), in order of their names. */
export function buildGallery(files: Readonly<Record<string, string>>): Example[] {
  const shared = Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.includes("/shared/"))
      .map(([path, text]) => [fileName(path), text]),
  );
  const examples: Example[] = [];
  for (const [path, text] of Object.entries(files).sort(([one], [other]) => one.localeCompare(other))) {
    if (!path.endsWith(".service")) continue;
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const own = Object.entries(files).filter(([other]) => other.startsWith(folder));
    const ownTexts = Object.fromEntries(own.map(([other, words]) => [fileName(other), words]));
    const texts = { ...ownTexts, ...withUsed(text, shared) };
    examples.push({ name: folder.split("/").at(-2) ?? "", entry: fileName(path), texts, ...describeText(text) });
  }
  return examples;
}

/** The libraries that a text takes something from, those that they take from, and their words files. */
function withUsed(text: string, shared: Texts, used: ReadonlySet<string> = new Set()): Texts {
  const names = [...text.matchAll(/^use\s.*\sfrom\s+(\S+)\s+version/gm)].flatMap(([, name]) => name ?? []);
  const fresh = names.filter((name) => !used.has(name));
  const known = new Set([...used, ...fresh]);
  const found: Record<string, string> = {};
  for (const [file, library] of Object.entries(shared)) {
    const name = /^(?:shared|words \S+ for)\s+(\S+)/m.exec(library)?.[1];
    if (name === undefined || !fresh.includes(name)) continue;
    const [lock, noted] = [`${file}.lock`, shared[`${file}.lock`]];
    Object.assign(found, { [file]: library, ...(noted !== undefined && { [lock]: noted }) });
    Object.assign(found, withUsed(library, shared, known));
  }
  return found;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function describeText(text: string): Pick<Example, "title" | "taste" | "size"> {
  const lines = text.split(/\r?\n/);
  const title = /^service\s+\S+\s+["“”]([^"“”]*)["“”]/m.exec(text)?.[1] ?? "A service";
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const sizes = [
    [count(/^section /), "section", "sections"],
    [count(/^\s+stage /), "stage", "stages"],
    [lines.length, "line", "lines"],
  ] as const;
  const size = sizes
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  return { title, taste: tasteOf(lines), size: size.join(", ") };
}

/** The first promise of the text or its first question: two lines that say what the language is like. */
function tasteOf(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => /^\s+ask .* as (vehicle|money|date|one of|yes)/.test(line));
  const at = Math.max(0, first);
  const taken = lines.slice(at, at + 2);
  const indent = Math.min(
    ...taken.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  return taken.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}
