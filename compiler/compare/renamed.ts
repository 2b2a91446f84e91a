// Things that were given another name and are otherwise the same. The old version is then read with the new names, so that a renamed
// question is one difference and not one in every line that mentions it.

import { plainName } from "../syntax/lexer.ts";
import { grammar } from "../syntax/parse.ts";
import * as T from "../syntax/tokens.ts";
import type { CellNode, Line, Part, Token, Tree, Word } from "../syntax/tree.ts";
import type { Found } from "./difference.ts";
import { saidText, textFrom, textWithin } from "./line-text.ts";
import { placeOf, thingOf } from "./thing.ts";

/** New names by old ones. */
export type Renames = ReadonlyMap<string, string>;

/** What was renamed between two versions, and how it is told. */
export interface Renamed {
  readonly renames: Renames;
  readonly found: readonly Found[];
}

interface Thing {
  readonly line: Line;
  readonly name: string;
}

/**
 * A thing that is gone and one that is new are the same when all else in them, the words they begin with or all lines below are the
 * same, nothing else is like them, and neither name means anything in the other version.
 */
export function findRenamed(before: readonly Tree[], after: readonly Tree[]): Renamed {
  const now = thingsIn(after);
  const newNames = new Set(now.map(({ name }) => name));
  const renames = new Map<string, string>();
  const found: Found[] = [];
  for (const likeness of [whole, beginning, below]) {
    // What was found so far is known by its new name, so that what mentions it is alike too.
    const old = thingsIn(before.map((tree) => withNewNames(tree, renames)));
    const oldNames = new Set(old.map(({ name }) => name));
    const isFree = ({ name }: Thing, taken: ReadonlySet<string>) => !taken.has(name) && !grammar.words.has(name);
    const gone = alone(
      old.filter((thing) => isFree(thing, newNames)),
      likeness,
    );
    const come = alone(
      now.filter((thing) => isFree(thing, oldNames)),
      likeness,
    );
    for (const [like, { line, name }] of gone) {
      const partner = come.get(like);
      if (!partner) continue;
      renames.set(name, partner.name);
      const about = `${placeOf(partner.line)}, name`;
      const places = { beforeAt: line.span, afterAt: partner.line.span };
      found.push({ change: "changed", about, before: name, after: partner.name, ...places });
    }
  }
  return { renames, found };
}

/** What a thing is known by when its name is not looked at. */
type Likeness = (line: Line) => string | undefined;

/** Those that are like no other of them, and whose name is no other's. */
function alone(things: readonly Thing[], likeness: Likeness): ReadonlyMap<string, Thing> {
  const likenesses = Map.groupBy(things, ({ line, name }) => withoutName(likeness(line), name));
  const names = Map.groupBy(things, ({ name }) => name);
  const found = new Map<string, Thing>();
  for (const [like, [first, ...more]] of likenesses)
    if (like !== undefined && first && more.length === 0 && names.get(first.name)?.length === 1) found.set(like, first);
  return found;
}

/** A thing may mention itself: `then go to review` in stage review. */
function withoutName(text: string | undefined, name: string): string | undefined {
  return text?.replace(/[^\s,"'().:;|{}]+/g, (word) => (word === name ? "…" : word));
}

/** Everything but the name, and everything below. */
function whole(line: Line): string | undefined {
  const own = afterName(line);
  const others = allBelow(line).map(saidText);
  return own === "" && others.length === 0 ? undefined : [line.form, own, ...others].join("\n");
}

/** First words of things that are little more than what stands below them. */
const wholes = new Set(["section", "page", "group", "repeat", "list", "table", "stage", "outcome"]);

/** All lines below, when they are more than one: one line alone says little. */
function below(line: Line): string | undefined {
  const others = wholes.has(line.word) ? allBelow(line).map(saidText) : [];
  return others.length < 2 ? undefined : [line.form, ...others].join("\n");
}

/** What stands behind the name in the same line, when people read it: words in quotes. */
function beginning(line: Line): string | undefined {
  const hasWords = line.parts.some(({ slot }) => slot === "t");
  return hasWords ? `${line.form}\n${afterName(line)}` : undefined;
}

function afterName(line: Line): string {
  return textFrom(line, line.parts[1]?.span.end ?? line.span.end);
}

function allBelow(line: Line): Line[] {
  return line.children.flatMap((child) => [child, ...allBelow(child)]);
}

/** Of the service and its libraries: words files only follow. */
function thingsIn(trees: readonly Tree[]): Thing[] {
  const lines = trees.flatMap((tree) => (tree.kind === "words" ? [] : tree.lines));
  return lines
    .flatMap((line) => [line, ...allBelow(line)])
    .flatMap((line) => {
      const name = thingOf(line) !== undefined && line.parts[1]?.slot === "n" ? line.parts[1].name.name : undefined;
      return name === undefined ? [] : [{ line, name }];
    });
}

/** The tree as it would read with the new names. Places stay those of the text. */
export function withNewNames(tree: Tree, renames: Renames): Tree {
  return renames.size === 0 ? tree : { ...tree, lines: tree.lines.map((line) => renamedLine(line, renames)) };
}

function renamedLine(line: Line, renames: Renames, parent?: Line): Line {
  const isName = ({ startOffset }: Token) =>
    !line.parts.some((part) => isNoName(part, line) && part.span.start <= startOffset && startOffset < part.span.end);
  const copy: Line & { children: readonly Line[]; bullets: readonly Line[] } = {
    ...line,
    tokens: line.tokens.map((token) => (isName(token) ? renamedToken(token, renames) : token)),
    parts: line.parts.map((part) => renamedPart(part, renames)),
    ...(parent && { parent }),
  };
  copy.children = line.children.map((child) => renamedLine(child, renames, copy));
  copy.bullets = line.bullets.map((bullet) => renamedLine(bullet, renames, copy));
  return copy;
}

/** The words of the form itself, and types of several words that name no list: `phone number`, but not `one of fuels`. */
function isNoName({ slot, span }: Part, line: Line): boolean {
  return slot === "literal" || (slot === "ty" && /^\S+ (?!of )/.test(textWithin(line, span)));
}

function renamedToken(token: Token, renames: Renames): Token {
  const { image, tokenType } = token;
  if (tokenType === T.Text || tokenType === T.Prose) {
    const now = image.replace(/\{[^{}]*\}/g, (hole) =>
      hole.replace(/[^\s{}'’:|]+/g, (word) => renames.get(plainName(word)) ?? word),
    );
    return now === image ? token : { ...token, image: now };
  }
  const name = renames.get(plainName(image));
  return name === undefined ? token : { ...token, image: name };
}

/** Only what a difference is known by: the name of a thing, and the columns of a table. */
function renamedPart(part: Part, renames: Renames): Part {
  if (part.slot === "n") return { ...part, name: renamedWord(part.name, renames) };
  if (part.slot === "row") return { ...part, cells: part.cells.map((cell) => renamedCell(cell, renames)) };
  return part;
}

function renamedCell(cell: CellNode, renames: Renames): CellNode {
  if (cell.kind !== "heading") return cell;
  const words = cell.path.words.map((word) => renamedWord(word, renames));
  return { ...cell, path: { ...cell.path, words } };
}

function renamedWord(word: Word, renames: Renames): Word {
  const name = renames.get(word.name);
  return name === undefined ? word : { ...word, name };
}
