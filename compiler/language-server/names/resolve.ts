// From a mention to what it names, and from a thing to all its mentions, over all files that can see each other.
import { nameAt, wordOf } from "../../model/line.ts";
import { previousApplication } from "../../model/names/carried.ts";
import type { Span } from "../../syntax/tree.ts";
import { type Snapshot, visibleFrom } from "../snapshot.ts";
import { type Chunk, chunkAt, inFile, type TextFile } from "../text-file.ts";
import type { Kind, Mention } from "./mention.ts";
import { actionsOwner, optionOwner, partsOwner } from "./owners.ts";

/** A mention with where it stands. */
export interface Found {
  readonly file: TextFile;
  readonly chunk: Chunk;
  readonly mention: Mention;
}

/** Its place in its file. */
export function spanOf({ chunk, mention }: Found): Span {
  return inFile(chunk, mention.span);
}

/** The mention at an offset, its ends included; a name before the offset wins over one behind it. */
export function mentionAt(file: TextFile, offset: number): Found | undefined {
  for (const at of [offset, offset - 1]) {
    const chunk = chunkAt(file, Math.max(at, 0));
    if (!chunk) continue;
    const inside = offset - chunk.start;
    const mention = chunk.read.mentions.find(({ span }) => span.start <= inside && inside <= span.end);
    if (mention) return { file, chunk, mention };
  }
  return undefined;
}

/** What a mention names; itself when it declares. Undefined: it leads nowhere, or to what is built in. */
export function declarationOf(snapshot: Snapshot, found: Found): Found | undefined {
  if (found.mention.isDeclaration) return found;
  return find(visibleFrom(snapshot, found.file), found.mention);
}

/** A part of a part of a part … goes no deeper: nothing that is declared does. */
const deepestPart = 20;

/** The declaration that these names lead to, seen from a mention or a place like one. */
export function find(visible: readonly TextFile[], wanted: Mention): Found | undefined {
  const { name, path, owners, kinds, against } = wanted;
  if (path.length > deepestPart) return undefined;
  // What the applicant said last time is a question of this text.
  if (path[0] === previousApplication)
    return find(visible, { ...wanted, path: path.slice(1), owners: [""], kinds: ["data", "part"] });
  if (path.length > 0) {
    const owner = ownerOfParts(visible, wanted);
    return owner === undefined ? undefined : lookUp(visible, name, [owner], kinds);
  }
  if (against && kinds.includes("option")) {
    const option = optionsOwner(visible, wanted, against);
    const found = option === undefined ? undefined : lookUp(visible, name, [option], ["option", "action"]);
    if (found) return found;
  }
  const named = kinds.filter((kind) => kind !== "option" || !against);
  return lookUp(visible, name, wanted.anyOwner ? undefined : owners, named);
}

/** What the thing in front of a mention's 's owns. */
export function ownerOfParts(visible: readonly TextFile[], wanted: Mention): string | undefined {
  const { path, owners } = wanted;
  const before = find(visible, {
    ...wanted,
    name: path.at(-1) ?? "",
    path: path.slice(0, -1),
    owners,
    kinds: path.length > 1 ? wanted.kinds : ["data", "source", "credential"],
  });
  if (before) return partsOwner(before.mention.line.line, before.mention.name, before.mention.kinds[0] ?? "data");
  // The one that is gone round for each choice of a question is declared nowhere: activity in "for each activity of activities".
  return path.length === 1 ? `item:${path[0]}` : undefined;
}

/** Whose options the answer of `against` is one of. */
function optionsOwner(visible: readonly TextFile[], near: Mention, against: readonly string[]): string | undefined {
  const left = findPath(visible, near, against);
  return left && optionsOf(left);
}

/** The declaration of a path, seen from a mention. */
export function findPath(visible: readonly TextFile[], near: Mention, path: readonly string[]): Found | undefined {
  const { against: _, ...rest } = near;
  const kinds: Kind[] = path.length > 1 ? ["data", "part"] : ["data", "stage", "check"];
  return find(visible, { ...rest, name: path.at(-1) ?? "", path: path.slice(0, -1), kinds });
}

/** The owner of the options that a declared thing is answered with: its list, its own bullets, a stage's actions. */
export function optionsOf({ mention }: Found): string | undefined {
  if (mention.kinds[0] === "stage" || mention.kinds[0] === "check") return actionsOwner(mention.name);
  const { line } = mention.line;
  const [first, of, list] = line.parts.flatMap((part) => (part.slot === "ty" ? part.type.words : []));
  // Bullets below a yes or no add choices to it.
  if (first?.name === "yes" && of?.name === "or") return optionOwner(mention.line);
  if ((first?.name !== "one" && first?.name !== "any") || of?.name !== "of" || !list) return undefined;
  return list.name === "these" ? optionOwner(mention.line) : `list:${list.name}`;
}

/** The first declaration of that name, kinds in their order; `owners` undefined: whoever owns it. */
function lookUp(
  visible: readonly TextFile[],
  name: string,
  owners: readonly string[] | undefined,
  kinds: readonly Kind[],
): Found | undefined {
  const all = declarationsNamed(visible, name);
  for (const kind of kinds)
    for (const owner of owners ?? [undefined]) {
      const [first, ...more] = all.filter(
        ({ mention }) =>
          mention.kinds[0] === kind && (owner === undefined || ownerFor(kind, owner) === mention.owners[0]),
      );
      if (first) return more.length === 0 ? first : ([first, ...more].find((one) => isTaken(visible, one)) ?? first);
    }
  return undefined;
}

/** Whether the text, the first of what is visible, declares this itself or says that it takes it from that library. */
function isTaken([text]: readonly TextFile[], { file, mention }: Found): boolean {
  if (!text || text === file) return text !== undefined;
  return text.chunks.some(({ read }) =>
    read.top.some((line) => {
      const names = line.parts.flatMap((part) => (part.slot === "ns" ? part.names : []));
      const isUse = wordOf(line) === "use" && nameAt(line)?.name === file.head?.name;
      return isUse && names.some(({ name }) => name === mention.name);
    }),
  );
}

/** Things at the margin belong to the whole text, wherever they are mentioned. */
function ownerFor(kind: Kind, owner: string): string {
  return owned.has(kind) ? owner : "";
}

const owned: ReadonlySet<Kind> = new Set<Kind>(["data", "operation", "part", "parameter", "option", "action"]);

function declarationsNamed(visible: readonly TextFile[], name: string): Found[] {
  return visible.flatMap((file) => mentionsNamed(file, name).filter(({ mention }) => mention.isDeclaration));
}

function mentionsNamed(file: TextFile, name: string): Found[] {
  const all: Found[] = [];
  for (const chunk of file.chunks)
    for (const mention of chunk.read.mentionsByName.get(name) ?? []) all.push({ file, chunk, mention });
  return all;
}

/** All mentions of a declared thing, in all files, the declaration among them. */
export function mentionsOf(snapshot: Snapshot, declared: Found): Found[] {
  const is = (other: Found | undefined) =>
    other !== undefined && (isOneRight(other, declared) || isAtOnePlace(other, declared));
  return [...snapshot.files.values()].flatMap((file) => {
    const named = mentionsNamed(file, declared.mention.name);
    if (named.length === 0) return [];
    const visible = visibleFrom(snapshot, file);
    if (!visible.includes(declared.file)) return [];
    return named.filter((one) => is(one.mention.isDeclaration ? one : find(visible, one.mention)));
  });
}

function isAtOnePlace(one: Found, other: Found): boolean {
  return one.file === other.file && spanOf(one).start === spanOf(other).start;
}

/** What applicants can do goes by its name, after whichever outcome: `then applicant chooses appeal`. */
function isOneRight(one: Found, other: Found): boolean {
  const isRight = ({ mention }: Found) => mention.kinds[0] === "action" && wordOf(mention.line.line) === "applicant";
  return one.file === other.file && isRight(one) && isRight(other);
}

/** Every declaration that can be seen from a file. */
export function declarationsIn(visible: readonly TextFile[]): Found[] {
  const all: Found[] = [];
  for (const file of visible)
    for (const chunk of file.chunks) for (const mention of chunk.read.declarations) all.push({ file, chunk, mention });
  return all;
}

/** What a declared thing is, in a word for people. */
export function whatIs({ mention }: Found): string {
  const word = wordOf(mention.line.line);
  const words: Readonly<Record<string, string>> = {
    ask: "question",
    include: "included question set",
    repeat:
      mention.span.start === mention.line.line.parts.find((part) => part.slot === "n")?.span.start
        ? "list"
        : "one of the list",
    fetch: "looked up",
    declare: "declaration",
    calculate: "calculation",
    decide: "decision",
    amount: "amount",
    outcome: "outcome",
    document: "document",
    "|": "table result",
    announces: "announcement",
    holds: "held detail",
  };
  if (mention.kinds[0] === "data" || Object.hasOwn(words, word)) return words[word] ?? "value";
  return mention.kinds[0]?.replace("-", " ") ?? "name";
}
