// `use … from … version N`: finds each library among the given texts, the libraries' own libraries too, and declares what is used of it.
// A library that is not there, of another version, used in two versions or in a circle becomes a finding; the reading goes on.

import type { Line, Span, Tree, Word } from "../syntax/tree.ts";
import type { Building } from "./building.ts";
import { nameAfter, nameAt, namesAfter, numberAfter, wordOf } from "./line.ts";
import type { Library } from "./model.ts";
import { declareTopLevel, keepList } from "./names/declare.ts";
import { buildCalendar } from "./service/calendar.ts";
import { buildList } from "./service/list.ts";
import { buildSource } from "./service/source.ts";

/** One library as it is being collected: more may be used of it by another line. */
type Collected = Library & { readonly names: Set<string> };

/** The libraries of all `use` lines, each once, in the order in which they are met. */
export function readLibraries(building: Building, tree: Tree): Library[] {
  const libraries = new Map<string, Collected>();
  useAll(building, tree, [], libraries);
  return [...libraries.values()];
}

/** `trail` are the libraries on the way here: one that comes again makes a circle. */
function useAll(building: Building, tree: Tree, trail: readonly string[], libraries: Map<string, Collected>): void {
  for (const line of tree.lines) {
    if (line.form !== "use <ns> from <n> version <num>") continue;
    building.read.add(line);
    const from = nameAfter(line, "from");
    if (!from) continue;
    if (trail.includes(from.name)) {
      const through = [...trail.slice(trail.indexOf(from.name)), from.name];
      building.findings.push({ kind: "library-circle", library: from.name, through, span: from.span });
      continue;
    }
    const library = useLibrary(building, line, from, libraries);
    if (library) useAll(building, library.tree, [...trail, from.name], libraries);
  }
}

/** The library of one `use` line; undefined when there is none, or when its own lines have been followed already. */
function useLibrary(
  building: Building,
  line: Line,
  from: Word,
  libraries: Map<string, Collected>,
): Collected | undefined {
  const wanted = numberAfter(line, "version");
  if (wanted === undefined) return undefined;
  const versionAt = versionSpan(line) ?? from.span;
  const known = libraries.get(from.name);
  if (known && known.version !== wanted) {
    const first = { version: known.version, at: known.usedAt };
    building.findings.push({ kind: "library-conflict", library: from.name, version: wanted, first, span: versionAt });
    return undefined;
  }
  const library = known ?? findLibrary(building, line, from, wanted);
  if (!library) return undefined;
  for (const name of namesUsed(building, line, library)) library.names.add(name);
  libraries.set(from.name, library);
  return known ? undefined : library;
}

function findLibrary(building: Building, line: Line, from: Word, wanted: number): Collected | undefined {
  const all = building.trees.filter((tree) => tree.kind === "shared");
  const shared = all.filter((tree) => libraryName(tree) === from.name);
  const tree = shared.find((one) => libraryVersion(one) === wanted);
  if (tree) return { tree, name: from.name, version: wanted, usedAt: line, names: new Set() };
  building.findings.push({
    kind: "library-not-found",
    library: from.name,
    wanted,
    versions: shared.flatMap((one) => libraryVersion(one) ?? []).sort((one, two) => one - two),
    others: all.flatMap((one) => libraryName(one) ?? []),
    span: from.span,
    versionAt: versionSpan(line) ?? from.span,
  });
  return undefined;
}

/** The names of a `use` line; those that the library does not have become findings. */
function namesUsed(building: Building, line: Line, library: Library): string[] {
  const offered = library.tree.lines.filter((one) => wordOf(one) !== "shared" && wordOf(one) !== "use");
  const known = new Set(offered.flatMap((one) => (one.form === undefined ? [] : (nameAt(one)?.name ?? []))));
  const words = namesAfter(line, "use");
  for (const word of words) {
    if (known.has(word.name)) continue;
    const { name, version } = library;
    building.findings.push({
      kind: "not-in-library",
      library: name,
      version,
      name: word.name,
      known: [...known],
      span: word.span,
    });
  }
  return words.map((word) => word.name);
}

/** The name after `shared`. */
export function libraryName(tree: Tree): string | undefined {
  const head = tree.lines.find((line) => wordOf(line) === "shared");
  return head && nameAt(head)?.name;
}

/** The number of its `version` line. */
export function libraryVersion(tree: Tree): number | undefined {
  const head = tree.lines.find((line) => wordOf(line) === "shared");
  const version = head?.children.find((line) => wordOf(line) === "version");
  return version && numberAfter(version, "version");
}

function versionSpan(line: Line): Span | undefined {
  return line.parts.find((part) => "literal" in part)?.span;
}

/** Declares what is used; the library's lists and types come along, for its question sets need them. */
export function declareLibrary(building: Building, library: Library): void {
  const along = library.tree.lines.filter((line) => wordOf(line) === "list" || wordOf(line) === "type");
  const names = new Set([...library.names, ...along.flatMap((line) => nameAt(line)?.name ?? [])]);
  declareTopLevel(building, library.tree, library.name, names);
  for (const line of along) if (wordOf(line) === "list") keepList(building, line);
}

/** Builds the calendars, lists and sources that are used. */
export function buildLibrary(building: Building, library: Library): void {
  for (const line of library.tree.lines) {
    const name = nameAt(line)?.name;
    if (line.form === undefined || name === undefined) continue;
    if (wordOf(line) === "list") buildList(building, line, library.name);
    if (!library.names.has(name)) continue;
    if (wordOf(line) === "calendar") buildCalendar(building, line, library.name);
    if (wordOf(line) === "source") buildSource(building, line, library.name);
  }
}
