// One cause, one message: names that are missing only because of another problem (a line that could not be read, a library
// that is not there, a set that was not found) are not told again.

import { nearest } from "../source/nearest.ts";
import type { Line, Span, Tree } from "../syntax/tree.ts";
import type { Building } from "./building.ts";
import { nameAt, namesAfter, wordOf } from "./line.ts";
import type { Finding, Namespace } from "./model.ts";

/** The findings without those that follow from others. `unread` are lines that nothing reads yet: their names are not known either. */
export function withoutConsequences(
  building: Building,
  findings: readonly Finding[],
  unread: readonly Line[],
): Finding[] {
  if (!findings.some(({ kind }) => kind === "name-not-found" || kind === "not-in-list")) return [...findings];
  const lost = new Set<string>();
  for (const tree of building.trees) noteBrokenLines(lost, tree, tree.lines);
  for (const line of unread) noteUnread(lost, line);
  noteMissingLibraries(lost, building, findings);
  const kinds = new Set(building.trees.flatMap((tree) => [...brokenKinds(tree.lines)]));
  const unknown = findings.filter((finding): finding is NotFound => finding.kind === "name-not-found");
  for (const finding of unknown) noteDeclaredBy(lost, building, finding);
  const mended = new Set([
    ...building.trees.flatMap((tree) => [...mendedKinds(tree.lines)]),
    // The choices of a question whose type is not there are names of nothing; what a library does not have may be any name.
    ...(unknown.some(({ of }) => of === "type") ? kindsOf("ask") : []),
    ...(findings.some(({ kind }) => kind === "not-in-library") ? kindsOf("use") : []),
  ]);
  const isLost = (finding: NotFound) =>
    kinds.has(finding.of) || isConsequence(lost, finding) || (mended.has(finding.of) && !hasNear(finding));
  // What is compared with a name that is lost may be one of its choices, which then cannot be known.
  const without = new Set(unknown.filter(isLost).map((finding) => lineAt(building, finding)));
  const compared = new Set<Line>();
  return findings.filter((finding) => {
    if (finding.kind === "not-in-list") return !hasBrokenChoice(building, finding.list);
    if (finding.kind !== "name-not-found" || isLost(finding)) return finding.kind !== "name-not-found";
    const line = finding.of === "data" ? lineAt(building, finding) : undefined;
    if (line === undefined) return true;
    const isSecond = compared.has(line) && !hasNear(finding);
    compared.add(line);
    return !without.has(line) && !isSecond;
  });
}

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

/** What a line of each word declares: while such a line cannot be read, names of its kind may be missing for that reason. */
const declares: Readonly<Record<string, readonly Namespace[]>> = {
  list: ["list", "data", "words"],
  operation: ["operation", "part"],
  gives: ["part"],
  ask: ["data"],
  include: ["data"],
  repeat: ["data", "part"],
  fetch: ["data"],
  calculate: ["data"],
  decide: ["data"],
  table: ["data"],
  amount: ["data"],
  stage: ["stage", "data"],
  check: ["check"],
  outcome: ["stage"],
  role: ["role"],
  partner: ["partner"],
  source: ["source"],
  message: ["message"],
  credential: ["credential", "data"],
  calendar: ["calendar"],
  assistance: ["assistance"],
  use: ["question-set", "calendar", "source", "list", "type", "message", "data"],
};

function brokenKinds(lines: readonly Line[], kinds: Set<Namespace> = new Set()): ReadonlySet<Namespace> {
  for (const line of lines) {
    if (line.form === undefined)
      for (const { image } of line.tokens.slice(0, 2)) for (const kind of kindsOf(image.toLowerCase())) kinds.add(kind);
    brokenKinds(line.children, kinds);
  }
  return kinds;
}

/** A line that was mended to be read may have been meant to declare another name than it does now. */
function mendedKinds(lines: readonly Line[], kinds: Set<Namespace> = new Set()): ReadonlySet<Namespace> {
  for (const line of lines) {
    if (line.form !== undefined && line.isReported) for (const kind of kindsOf(wordOf(line))) kinds.add(kind);
    mendedKinds(line.children, kinds);
  }
  return kinds;
}

function kindsOf(word: string): Namespace[] {
  return Object.hasOwn(declares, word) ? [...(declares[word] ?? []), "words"] : [];
}

/** A part of something that is not there resembles parts of other things, and says nothing. */
function hasNear({ name, candidates }: NotFound): boolean {
  if (name.includes("'s ")) return false;
  const names = candidates.map((candidate) => candidate.name);
  return nearest(name, names, 1).length > 0;
}

function hasBrokenChoice(building: Building, list: string): boolean {
  return building.lists.get(list)?.line.children.some((child) => child.form === undefined || child.isReported) === true;
}

/** Its name is lost for another reason, which is told. */
function isConsequence(lost: ReadonlySet<string>, finding: NotFound): boolean {
  const [first = ""] = (finding.whole ?? finding.name).split("'s ");
  // A question of a list's item that could not be read is no part of the item either.
  return lost.has(first) || (finding.of === "part" && lost.has(finding.name));
}

/** What the line of an unknown name would have declared, had the name been there. */
function noteDeclaredBy(lost: Set<string>, building: Building, finding: NotFound): void {
  const line = lineAt(building, finding);
  const declared = line?.word === "include" ? nameAt(line, 1) : line?.word === "fetch" ? nameAt(line) : undefined;
  if (declared) lost.add(declared.name);
}

function lineAt(building: Building, finding: NotFound): Line | undefined {
  const tree = building.trees.find((one) => one.file === finding.span.file);
  return tree && deepest(tree.lines, finding.span.start);
}

function deepest(lines: readonly Line[], at: number): Line | undefined {
  // Lines stand in the order of the text: only the last that begins before the place can hold it. Found by halves, for there may be thousands.
  let [from, to] = [0, lines.length];
  while (from < to) {
    const half = (from + to) >>> 1;
    if ((lines[half]?.span.start ?? 0) <= at) from = half + 1;
    else to = half;
  }
  const line = lines[from - 1];
  if (!line) return undefined;
  return at <= line.span.end ? line : deepest(line.children, at);
}

/** Any word of a line that could not be read, or that was mended to be read, may be the name it declares. */
function noteBrokenLines(lost: Set<string>, tree: Tree, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.form === undefined || line.isReported)
      for (const word of tree.text.slice(line.span.start, line.span.end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu))
        lost.add(word[0].toLowerCase());
    noteBrokenLines(lost, tree, line.children);
  }
}

function noteNames(lost: Set<string>, line: Line): void {
  for (const part of line.parts) if (part.slot === "n") lost.add(part.name.name);
  for (const child of line.children) noteNames(lost, child);
}

/** A stage with a line that is not read yet may have a value that is not known either. */
function noteUnread(lost: Set<string>, line: Line): void {
  noteNames(lost, line);
  const stage = line.parent && wordOf(line.parent) === "stage" ? nameAt(line.parent) : undefined;
  if (stage) lost.add(stage.name);
}

const ofLibraries: readonly Finding["kind"][] = ["library-not-found", "library-conflict", "library-circle"];

/** What a `use` line would have brought, had its library been there; and single names that the library does not have. */
function noteMissingLibraries(lost: Set<string>, building: Building, findings: readonly Finding[]): void {
  const spans = findings.flatMap((one) => (ofLibraries.includes(one.kind) && "span" in one ? [one.span] : []));
  for (const tree of building.trees)
    for (const line of tree.lines) {
      const isLost = (at: Span) => at.file === tree.file && at.start >= line.span.start && at.end <= line.span.end;
      if (wordOf(line) === "use" && spans.some(isLost)) for (const word of namesAfter(line, "use")) lost.add(word.name);
    }
  for (const one of findings) if (one.kind === "not-in-library") lost.add(one.name);
}
