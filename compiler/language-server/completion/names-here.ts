// The names that may stand at a cursor: of the right kind, in sight from there.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { nameAt, quotedAt, wordOf } from "../../model/line.ts";
import type { Datum } from "../../model/model.ts";
import { applicantData, builtInWords, caseData, identityData, previousData } from "../../model/names/built-in.ts";
import { previousApplication } from "../../model/names/carried.ts";
import type { Family } from "../../model/types/families.ts";
import type { Kind, Mention } from "../names/mention.ts";
import { partsOwner, scopesAround } from "../names/owners.ts";
import { declarationsIn, type Found, findPath, optionsOf, ownerOfParts, whatIs } from "../names/resolve.ts";
import type { PlacedLine } from "../placed-line.ts";
import { type Snapshot, visibleFrom } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import { familyOfBuiltIn, familyOfFound } from "./families.ts";

/** What is in sight from a cursor: looked up once for each request. */
export interface Sight {
  readonly cursor: Cursor;
  readonly all: readonly Found[];
  readonly visible: ReturnType<typeof visibleFrom>;
  readonly scopes: readonly string[];
}

/** Looks around from a cursor. */
export function lookAround(snapshot: Snapshot, cursor: Cursor): Sight {
  const visible = visibleFrom(snapshot, cursor.file);
  const all = declarationsIn(visible).filter(({ file, mention }) => file === cursor.file || isShared(mention.kinds[0]));
  return { cursor, visible, all, scopes: scopesAround(cursor.parent) };
}

/** Of a library, its own calculations are not in sight; what can be used from it is. */
function isShared(kind: Kind | undefined): boolean {
  return kind !== "stage" && kind !== "role" && kind !== "section";
}

const owned: ReadonlySet<Kind> = new Set<Kind>(["data", "option", "operation", "part", "parameter", "action"]);

/** Names of these kinds; `suits` says which families of values can stand here. */
export function namesOf(
  sight: Sight,
  kinds: readonly Kind[],
  suits: (family: Family | undefined) => boolean = () => true,
): CompletionItem[] {
  const items = kinds.flatMap((kind) => {
    const named = sight.all.filter(({ mention }) => mention.kinds[0] === kind);
    if (kind === "source") return named.flatMap((found) => [itemOf(found), ...partsBehind(sight, found)]);
    if (kind !== "data") return named.filter((found) => !owned.has(kind) || isOwnedHere(sight, found)).map(itemOf);
    const data = named.filter(({ mention }) => sight.scopes.includes(mention.owners[0] ?? ""));
    return [
      ...data.flatMap((found) => [
        ...(suits(familyOfFound(found)) ? [itemOf(found)] : []),
        ...partsBehind(sight, found, suits),
      ]),
      ...builtIn(sight)
        .filter((datum) => suits(familyOfBuiltIn(datum)))
        .map(builtInItem),
    ];
  });
  return unique(items);
}

/** Names of amounts that are lengths of time. */
export function lengthNames(sight: Sight): CompletionItem[] {
  const isLength = ({ children }: PlacedLine["line"]): boolean =>
    children.some((below) => below.parts.some(({ slot }) => slot === "length"));
  const amounts = sight.all.filter(
    ({ mention }) => mention.kinds[0] === "data" && wordOf(mention.line.line) === "amount",
  );
  return unique(amounts.filter(({ mention }) => isLength(mention.line.line)).map(itemOf));
}

function isOwnedHere(sight: Sight, { mention }: Found): boolean {
  return sight.cursor.parent === undefined || mention.line.parent === sight.cursor.parent;
}

/** vehicle's make, for everything that vehicle has. */
function partsBehind(
  sight: Sight,
  found: Found,
  suits: (family: Family | undefined) => boolean = () => true,
): CompletionItem[] {
  const { mention } = found;
  const owner = partsOwner(mention.line.line, mention.name, mention.kinds[0] ?? "data");
  if (owner === undefined || sight.scopes.includes(owner)) return [];
  const parts = partsOf(sight, owner).filter((part) => suits(familyOfFound(part)));
  return parts.map((part) => ({ ...itemOf(part), label: `${mention.name}'s ${part.mention.name}` }));
}

function partsOf(sight: Sight, owner: string): Found[] {
  return sight.all.filter(({ mention }) => mention.owners[0] === owner && partKinds.has(mention.kinds[0] ?? "role"));
}

const partKinds: ReadonlySet<Kind> = new Set<Kind>(["data", "part", "operation"]);

/** What may stand behind the 's of a path. */
export function partsAfter(sight: Sight, path: readonly string[]): CompletionItem[] {
  if (path.length === 1 && path[0] === previousApplication) return unique(questionsOf(sight).map(itemOf));
  const wanted = wantedHere(sight, path);
  const owner = ownerOfParts(sight.visible, { ...wanted, path });
  const declared = owner === undefined ? [] : partsOf(sight, owner).map(itemOf);
  const start = `${path.join("'s ")}'s `;
  const known = builtIn(sight).filter((datum) => datum.said.startsWith(start));
  return unique([
    ...declared,
    ...known.map((datum) => ({ ...builtInItem(datum), label: datum.said.slice(start.length) })),
  ]);
}

/** The questions that an applicant answered last time. */
function questionsOf(sight: Sight): Found[] {
  return sight.all.filter(
    ({ mention }) =>
      mention.kinds[0] === "data" &&
      mention.owners[0] === "" &&
      ["ask", "include", "repeat"].includes(wordOf(mention.line.line)),
  );
}

/** The family of what a path leads to, as far as the text says it. */
export function familyAt(sight: Sight, path: readonly string[]): Family | undefined {
  if (path.length === 0) return undefined;
  const said = path.join("'s ");
  const known = builtIn(sight).find((datum) => datum.said === said);
  if (known) return familyOfBuiltIn(known);
  const found = findPath(sight.visible, wantedHere(sight, path), path);
  return found && familyOfFound(found);
}

/** What an answer can be compared with: its options, yes and no. */
export function optionsFor(sight: Sight, path: readonly string[]): CompletionItem[] {
  const wanted = wantedHere(sight, path);
  const left = findPath(sight.visible, wanted, path);
  if (!left) return [];
  const types = left.mention.line.line.parts.flatMap((part) => (part.slot === "ty" ? part.type.words : []));
  const isYesNo =
    wordOf(left.mention.line.line) === "decide" || types.map((word) => word.name).join(" ") === "yes or no";
  if (isYesNo) return ["yes", "no"].map((label) => ({ label, kind: CompletionItemKind.Value }));
  const owner = optionsOf(left);
  return sight.all.filter(({ mention }) => owner !== undefined && mention.owners[0] === owner).map(itemOf);
}

function wantedHere(sight: Sight, path: readonly string[]): Mention {
  const line: PlacedLine = sight.cursor.parent ?? { line: nowhere };
  const span = { file: sight.cursor.file.file, start: 0, end: 0 };
  const name = path.at(-1) ?? "";
  return { name, span, kinds: ["data", "part"], isDeclaration: false, owners: sight.scopes, path: [], line };
}

const nowhere: PlacedLine["line"] = {
  block: "",
  word: "",
  parts: [],
  children: [],
  bullets: [],
  tokens: [],
  endMarks: [],
  isReported: true,
  span: { file: "", start: 0, end: 0 },
  indent: 0,
};

/** What every service has: identity's parts for its kinds of applicant, the facts of a case. */
function builtIn(sight: Sight): Datum[] {
  const top = sight.visible.flatMap(({ chunks }) => chunks.flatMap(({ read }) => read.top));
  const applicants = top.filter((line) => wordOf(line) === "applicant");
  const kinds = new Set(applicants.map((line) => nameAt(line)?.name ?? ""));
  // What can only fill a question in is offered where one is filled in, and where an example gives it.
  const fillsIn = /^(prefill|given)\b/.test(sight.cursor.before);
  const others = applicants.some(({ children }) =>
    children.some((line) => /^(may be helped|acting)/.test(line.form ?? "")),
  );
  // Where only one kind may apply, and only by itself, there is nothing to compare.
  const who = applicantData().filter(({ said }) => (said === "applicant-kind" ? kinds.size > 1 : others));
  return [...identityData(kinds), ...who, ...(fillsIn ? previousData() : []), ...caseData()];
}

/** In a words file, the things of the text it translates that begin with that word. */
export function thingsToTranslate(sight: Sight, word: string): CompletionItem[] {
  const [words, text] = sight.visible;
  if (words === undefined) return [];
  const named = sight.all.filter(({ file, mention }) => file === text && wordOf(mention.line.line) === word);
  return unique(named.filter(({ mention }) => mention.kinds[0] !== "option").map(itemOf));
}

function builtInItem(datum: Datum): CompletionItem {
  const from = builtInWords(datum);
  return { label: datum.said, kind: CompletionItemKind.Constant, detail: from, sortText: `2 ${datum.said}` };
}

const itemKinds: Readonly<Partial<Record<Kind, CompletionItemKind>>> = {
  data: CompletionItemKind.Variable,
  stage: CompletionItemKind.Event,
  option: CompletionItemKind.EnumMember,
  list: CompletionItemKind.Enum,
  part: CompletionItemKind.Field,
  operation: CompletionItemKind.Function,
};

/** A declared thing as an editor offers it. */
export function itemOf(found: Found): CompletionItem {
  const { mention } = found;
  const words = quotedAt(mention.line.line)?.words;
  return {
    label: mention.name,
    kind: itemKinds[mention.kinds[0] ?? "data"] ?? CompletionItemKind.Reference,
    detail: words === undefined ? whatIs(found) : `${whatIs(found)} “${words}”`,
    sortText: `1 ${mention.name}`,
  };
}

function unique(items: readonly CompletionItem[]): CompletionItem[] {
  return [...new Map(items.toReversed().map((item) => [item.label, item])).values()].reverse();
}
