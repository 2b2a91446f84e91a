// One cause, one message: names that are missing only because of another problem (a line that could not be read, a library
// that is not there, a set that was not found) are not told again.

import type { Line, Tree } from "../syntax/tree.ts";
import type { Building } from "./building.ts";
import { nameAt, namesAfter, wordOf } from "./line.ts";
import type { Finding, Namespace } from "./model.ts";

/** The findings without those that follow from others. `unread` are lines that nothing reads yet: their names are not known either. */
export function withoutConsequences(
  building: Building,
  findings: readonly Finding[],
  unread: readonly Line[],
): Finding[] {
  const lost = new Set<string>();
  for (const tree of building.trees) noteBrokenLines(lost, tree, tree.lines);
  for (const line of unread) noteUnread(lost, line);
  noteMissingLibraries(lost, building, findings);
  const kinds = new Set(building.trees.flatMap((tree) => brokenKinds(tree.lines)));
  const unknown = findings.filter((finding): finding is NotFound => finding.kind === "name-not-found");
  for (const finding of unknown) noteDeclaredBy(lost, building, finding);
  return findings.filter((finding) => {
    if (finding.kind === "not-in-list") return !hasBrokenChoice(building, finding.list);
    return finding.kind !== "name-not-found" || (!kinds.has(finding.of) && !isConsequence(building, lost, finding));
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
};

function brokenKinds(lines: readonly Line[]): Namespace[] {
  return lines.flatMap((line) => [
    ...(line.form === undefined && Object.hasOwn(declares, line.word) ? (declares[line.word] ?? []) : []),
    ...brokenKinds(line.children),
  ]);
}

function hasBrokenChoice(building: Building, list: string): boolean {
  return building.lists.get(list)?.line.children.some((child) => child.form === undefined) === true;
}

/** On a `use` line the name is told; everywhere else it follows from there. */
function isConsequence(building: Building, lost: ReadonlySet<string>, finding: NotFound): boolean {
  const [first = ""] = (finding.whole ?? finding.name).split("'s ");
  return lost.has(first) && !isUseLine(building, finding);
}

/** What the line of an unknown name would have declared, had the name been there. */
function noteDeclaredBy(lost: Set<string>, building: Building, finding: NotFound): void {
  const line = lineAt(building, finding);
  const declared = line?.word === "include" ? nameAt(line, 1) : line?.word === "fetch" ? nameAt(line) : undefined;
  if (declared) lost.add(declared.name);
  if (line?.word === "use") lost.add(finding.name);
}

function isUseLine(building: Building, finding: NotFound): boolean {
  return lineAt(building, finding)?.word === "use";
}

function lineAt(building: Building, finding: NotFound): Line | undefined {
  const tree = building.trees.find((one) => one.file === finding.span.file);
  return tree && deepest(tree.lines, finding.span.start);
}

function deepest(lines: readonly Line[], at: number): Line | undefined {
  for (const line of lines) {
    if (line.span.start <= at && at <= line.span.end) return line;
    const below = deepest(line.children, at);
    if (below) return below;
  }
  return undefined;
}

/** Any word of a line that could not be read may be the name it declares. */
function noteBrokenLines(lost: Set<string>, tree: Tree, lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.form === undefined)
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

function noteMissingLibraries(lost: Set<string>, building: Building, findings: readonly Finding[]): void {
  const spans = new Set(findings.flatMap((one) => (one.kind === "library-not-found" ? [one.span.start] : [])));
  for (const line of building.tree.lines) {
    const from = wordOf(line) === "use" ? nameAt(line) : undefined;
    if (from && spans.has(from.span.start)) for (const word of namesAfter(line, "use")) lost.add(word.name);
  }
}
