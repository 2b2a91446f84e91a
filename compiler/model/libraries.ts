// `use … from … version N`: finds the library among the given texts and declares what is used of it.

import type { Line, Span, Tree } from "../syntax/tree.ts";
import type { Building } from "./building.ts";
import { nameAfter, nameAt, namesAfter, numberAfter, wordOf } from "./line.ts";
import { declareTopLevel, keepList } from "./names/declare.ts";
import { notFound } from "./names/names.ts";
import { buildCalendar } from "./service/calendar.ts";
import { buildList } from "./service/list.ts";
import { buildSource } from "./service/source.ts";

/** A library in use: its text, and the names the service takes from it. */
export interface Library {
  readonly tree: Tree;
  readonly name: string;
  readonly names: ReadonlySet<string>;
}

/** The libraries of all `use` lines. A missing one, or one of another version, is a finding. */
export function readLibraries(building: Building, lines: readonly Line[]): Library[] {
  const libraries: Library[] = [];
  for (const line of lines) {
    if (line.form !== "use <ns> from <n> version <num>") continue;
    building.read.add(line);
    const library = useLibrary(building, line);
    if (library) libraries.push(library);
  }
  return libraries;
}

function useLibrary(building: Building, line: Line): Library | undefined {
  const from = nameAfter(line, "from");
  const wanted = numberAfter(line, "version");
  if (!from || wanted === undefined) return undefined;
  const shared = building.trees.filter((tree) => tree.kind === "shared" && libraryName(tree) === from.name);
  const tree = shared.find((one) => versionOf(one) === wanted);
  if (!tree) {
    const found = shared.map(versionOf).find((version) => version !== undefined);
    building.findings.push({
      kind: "library-not-found",
      library: from.name,
      wanted,
      ...(found !== undefined && { found }),
      span: from.span,
      versionAt: versionSpan(line) ?? from.span,
    });
    return undefined;
  }
  const words = namesAfter(line, "use");
  const offered = tree.lines.flatMap((one) => (one.word === "shared" ? [] : (nameAt(one) ?? [])));
  for (const word of words) {
    if (offered.some((name) => name.name === word.name)) continue;
    const candidates = offered.map((name) => ({ name: name.name, what: `in ${from.name}`, at: name.span }));
    notFound(building, "question-set", word.name, word.span, candidates);
  }
  return { tree, name: from.name, names: new Set(words.map((word) => word.name)) };
}

/** The name after `shared`. */
export function libraryName(tree: Tree): string | undefined {
  const head = tree.lines.find((line) => wordOf(line) === "shared");
  return head && nameAt(head)?.name;
}

function versionOf(tree: Tree): number | undefined {
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
