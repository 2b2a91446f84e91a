// Two versions of a service compared: its text, its libraries and its words files. Trees in, differences out; no model is needed, so
// texts with problems can be compared too.
import { nameAt, wordOf } from "../model/line.ts";
import type { Line, Tree } from "../syntax/tree.ts";
import { compareLines } from "./compare-lines.ts";
import type { Chapter, Difference } from "./difference.ts";
import { findRenamed, type Renamed, withNewNames } from "./renamed.ts";
import { topOf } from "./thing.ts";

/** One version: the service's file and all trees, as `compile` gives them. */
export interface Version {
  readonly entry: string;
  readonly trees: readonly Tree[];
}

/** Everything that differs, the service first, then the libraries both use, then words in other languages. */
export function compareServices(before: Version, after: Version): Difference[] {
  const renamed = findRenamed(before.trees, after.trees);
  const earlier = { ...before, trees: before.trees.map((tree) => withNewNames(tree, renamed.renames)) };
  const old = earlier.trees.find(({ file }) => file === before.entry);
  const now = after.trees.find(({ file }) => file === after.entry);
  if (!old || !now) throw new RangeError("A version to compare lacks the service's own text");
  return [
    ...inChapters(old, now, renamed, (line) => chapters[wordOf(topOf(line))] ?? "The service"),
    ...compareOthers(earlier, after, renamed, "shared", (name): Chapter => `Library ${name}`),
    ...compareOthers(earlier, after, renamed, "words", (name): Chapter => `Words in ${name}`),
  ];
}

/** Chapters by the first word of the block at the left margin. */
const chapters: Readonly<Record<string, Chapter>> = {
  eligibility: "The form",
  section: "The form",
  "question-set": "The form",
  list: "The form",
  type: "The form",
  table: "Rules and amounts",
  calculate: "Rules and amounts",
  decide: "Rules and amounts",
  amount: "Rules and amounts",
  route: "The route",
  outcome: "The route",
  calendar: "The route",
  credential: "What people get",
  document: "What people get",
  message: "What people get",
  role: "People and data",
  partner: "People and data",
  applicant: "People and data",
  source: "People and data",
  privacy: "People and data",
  measures: "People and data",
  assistance: "People and data",
  example: "Examples",
  examples: "Examples",
};

function inChapters(old: Tree, now: Tree, renamed: Renamed, chapterOf: (line: Line) => Chapter): Difference[] {
  const lineAt = (tree: Tree, at: number | undefined) =>
    at === undefined ? undefined : tree.lines.findLast((line) => line.span.start <= at);
  const names = renamed.found.filter(({ afterAt }) => afterAt?.file === now.file);
  return [...names, ...compareLines(old.lines, now.lines)].map((found) => {
    const line = lineAt(now, found.afterAt?.start) ?? lineAt(old, found.beforeAt?.start);
    return { ...found, chapter: line ? chapterOf(line) : "The service" };
  });
}

/** Libraries and words files that stand in both versions under the same name. A new one is seen at its `use` or `languages` line. */
function compareOthers(
  before: Version,
  after: Version,
  renamed: Renamed,
  kind: Tree["kind"],
  chapter: (name: string) => Chapter,
): Difference[] {
  const others = ({ trees, entry }: Version) => trees.filter((tree) => tree.kind === kind && tree.file !== entry);
  const left = new Map(others(before).map((tree) => [keyOf(tree), tree]));
  return others(after).flatMap((tree) => {
    const old = left.get(keyOf(tree));
    if (!old || old.text === tree.text) return [];
    return inChapters(old, tree, renamed, () => chapter(titleOf(tree)));
  });
}

/** common-questions; `Welsh for resident-parking-permit` */
function keyOf(tree: Tree): string {
  const head = headOf(tree);
  return head ? [nameAt(head, 0)?.name, nameAt(head, 1)?.name].join(" for ") : tree.file;
}

/** What the file calls itself, as it is written: a language keeps its capital letter. */
function titleOf(tree: Tree): string {
  const head = headOf(tree);
  const name = head && nameAt(head, 0);
  return name ? tree.text.slice(name.span.start, name.span.end) : tree.file;
}

function headOf(tree: Tree): Line | undefined {
  return tree.lines.find((line) => wordOf(line) === (tree.kind === "words" ? "words" : "shared"));
}
