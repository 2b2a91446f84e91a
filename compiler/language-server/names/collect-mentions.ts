// Every name that is written in some lines, with what it may be. Finds, but does not judge: a name that leads nowhere stays a mention.
import { nameAt, pathsAfter, wordOf } from "../../model/line.ts";
import { readType } from "../../model/types/type-names.ts";
import { plainName } from "../../syntax/lexer.ts";
import type { CellNode, Part, PathNode, TypeNode, Word } from "../../syntax/tree.ts";
import { outwards, type PlacedLine } from "../placed-line.ts";
import { fillsIn } from "./fills.ts";
import type { Kind, Mention } from "./mention.ts";
import { nameSlot } from "./name-slots.ts";
import { actionsOwner, optionOwner, ownerOf, scopesAround } from "./owners.ts";

/** The mentions of all lines, in the order of the text. `text` is what the spans count in. */
export function collectMentions(lines: readonly PlacedLine[], text: string): Mention[] {
  return lines.flatMap((line) => new LineMentions(line, text).all);
}

type About = Omit<Mention, "name" | "span" | "line">;

/** The mentions of one line. */
class LineMentions {
  readonly all: Mention[] = [];
  readonly #line: PlacedLine;
  readonly #text: string;
  readonly #scopes: readonly string[];
  readonly #gone: GoneRound | undefined;

  constructor(line: PlacedLine, text: string) {
    this.#line = line;
    this.#text = text;
    this.#scopes = scopesAround(line.parent);
    this.#gone = goneRound(line);
    let before = "";
    for (const part of line.line.parts) {
      if (part.slot === "literal") before = part.word;
      else this.#readPart(part, before);
    }
    this.all.sort((one, two) => one.span.start - two.span.start);
  }

  #readPart(part: Exclude<Part, { slot: "literal" }>, before: string): void {
    switch (part.slot) {
      case "n":
        this.#readName(part.name, before);
        return;
      case "ns":
        for (const name of part.names) this.#readName(name, before);
        return;
      case "p":
      case "ps": {
        const { kinds } = nameSlot(this.#line.line, before);
        for (const path of part.slot === "p" ? [part.path] : part.paths) this.#readPath(path, kinds);
        return;
      }
      case "t":
      case "prose":
        for (const path of fillsIn(this.#text, part.span)) this.#readPath(path, ["data", "credential"]);
        return;
      case "ty":
        for (const word of ownWordsOf(part.type)) this.#refer(word, { kinds: ["list", "type"], owners: [""] });
        return;
      case "row":
        this.#readRow(part.cells);
        return;
      default:
        this.#readNodes(part, undefined);
    }
  }

  #readName(word: Word, before: string): void {
    const { line } = this.#line;
    const { declares, kinds } = nameSlot(line, before);
    if (kinds.length === 0) return;
    const [kind] = kinds;
    if (declares && kind) {
      const owners = [ownerOf(this.#line, kind)];
      this.all.push({
        name: word.name,
        span: word.span,
        line: this.#line,
        isDeclaration: true,
        kinds,
        owners,
        path: [],
      });
      return;
    }
    const anyOwner = (line.block === "words" && kinds.includes("data")) || isRight(line, kinds);
    const path = before === "worded" ? includedAs(this.#line.parent) : this.#before(word.name);
    this.#refer(word, { kinds, owners: this.#ownersOf(kinds), path, ...(anyOwner && { anyOwner }) });
  }

  /** Where the name of such a thing is looked for. */
  #ownersOf(kinds: readonly Kind[]): readonly string[] {
    const { parent } = this.#line;
    if (kinds[0] === "option" && parent) return [optionOwner(parent)];
    if (kinds[0] !== "action") return this.#scopes;
    const [first] = this.#line.line.parts.flatMap((part) => (part.slot === "n" ? [part.name.name] : []));
    return this.#line.line.word === "then"
      ? [actionsOwner(first ?? ""), "route"]
      : [ownerOf(this.#line, "action"), "route"];
  }

  #readPath(path: PathNode, kinds: readonly Kind[], against?: readonly string[], within: readonly string[] = []): void {
    const before = [...within, ...this.#before(path.words[0]?.name)];
    for (const word of path.words) {
      const about = before.length === 0 ? { kinds, ...(against && { against }) } : { kinds: partKinds };
      this.#refer(word, { ...about, owners: this.#scopes, path: [...before] });
      before.push(word.name);
    }
  }

  /** What stands in front of a name elsewhere: the item that is gone round, of a list in a set. */
  #before(name: string | undefined): readonly string[] {
    return name !== undefined && name === this.#gone?.item ? this.#gone.set : [];
  }

  #refer(word: Word, about: Partial<About> & Pick<About, "kinds" | "owners">): void {
    const mention = { path: [], ...about, name: word.name, span: word.span, line: this.#line, isDeclaration: false };
    if (about.kinds.length > 0) this.all.push(mention);
  }

  /** Paths inside values and conditions; what stands behind "is" may be an option of what stands before it. */
  #readNodes(node: unknown, against: readonly string[] | undefined): void {
    if (Array.isArray(node)) {
      for (const one of node) this.#readNodes(one, against);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    // Bullets below a condition are lines of their own, and read there.
    if ("kind" in node && node.kind === "bullets") return;
    if (isPath(node)) {
      // `expect too-young is shown` speaks of a page with no way on.
      const expected: readonly Kind[] = this.#line.line.form === "expect <g>" ? [...valueKinds, "stop"] : valueKinds;
      this.#readPath(node, against ? comparedKinds : expected, against);
      return;
    }
    if ("kind" in node && node.kind === "goes-to" && "to" in node) this.#goal(node.to as Word, ["stage"]);
    if ("kind" in node && node.kind === "message-sent" && "message" in node)
      this.#goal(node.message as Word, ["message"]);
    if ("kind" in node && node.kind === "payment-made" && "payment" in node)
      this.#goal(node.payment as Word, valueKinds);
    const names = leftOf(node);
    const left = names && [...this.#before(names[0]), ...names];
    for (const [key, value] of Object.entries(node))
      this.#readNodes(value, comparedIn.has(key) ? (left ?? against) : undefined);
  }

  #goal(word: Word, kinds: readonly Kind[]): void {
    this.#refer(word, { kinds, owners: this.#scopes });
  }

  #readRow(cells: readonly CellNode[]): void {
    const headings = headingsOf(this.#line);
    const within = listGiven(this.#line);
    for (const [at, cell] of cells.entries()) {
      if (cell.kind !== "heading") {
        this.#readNodes("value" in cell ? cell.value : cell, headings[at] ?? []);
        continue;
      }
      const [first] = cell.path.words;
      if (cell.role !== "then" || !first) this.#readPath(cell.path, valueKinds, undefined, within);
      else
        this.all.push({
          name: first.name,
          span: first.span,
          line: this.#line,
          isDeclaration: true,
          kinds: ["data"],
          owners: [ownerOf(this.#line, "data")],
          path: [],
        });
    }
  }
}

/** What of a condition or fact holds what its left side is compared with. */
const comparedIn: ReadonlySet<string> = new Set(["predicate", "value", "values", "options", "is", "includes"]);
const valueKinds: readonly Kind[] = ["data", "stage", "check", "credential", "source"];
const comparedKinds: readonly Kind[] = ["option", ...valueKinds];
const partKinds: readonly Kind[] = ["data", "part", "operation"];

/** `for each member of claimant's members`, around a line or that line itself. */
interface GoneRound {
  readonly item: string;
  /** claimant: what the set with the list is included as. */
  readonly set: readonly string[];
}

function goneRound(placed: PlacedLine): GoneRound | undefined {
  const line = outwards(placed).find((one) => wordOf(one.line) === "for")?.line;
  const item = line && nameAt(line)?.name;
  const list = line && pathsAfter(line, "of")[0]?.words.map((word) => word.name);
  return item !== undefined && list && list.length > 1 ? { item, set: list.slice(0, -1) } : undefined;
}

/** The words of a type that name a list or a type of the author's. */
function ownWordsOf({ words }: TypeNode): readonly Word[] {
  const [first, second] = words.map((word) => word.name);
  if ((first === "one" || first === "any") && second === "of")
    return words.slice(2).filter(({ name }) => name !== "these");
  return readType(words.map((word) => word.name)).kind === "own" ? words : [];
}

function isPath(node: object): node is PathNode {
  return "kind" in node && node.kind === "path" && "words" in node;
}

/** Names of the left side of a comparison. */
function leftOf(node: object): readonly string[] | undefined {
  const side = "left" in node ? node.left : "path" in node ? node.path : undefined;
  if (typeof side !== "object" || side === null || !isPath(side)) return undefined;
  return side.words.map((word) => plainName(word.name));
}

/** account, for a line below "include bank-details as account", or below "include account" in a words file. */
function includedAs(parent: PlacedLine | undefined): readonly string[] {
  const line = parent?.line;
  if (!line || wordOf(line) !== "include") return [];
  const named = nameAt(line, line.block === "words" ? 0 : 1);
  return named ? [named.name] : [];
}

/** `then applicant chooses appeal`: a right goes by its name, after whichever outcome. */
function isRight(line: PlacedLine["line"], kinds: readonly Kind[]): boolean {
  return line.word === "then" && kinds[0] === "action" && nameAt(line)?.name === "applicant";
}

/** kitchens, for a row below "given kitchens are": its columns are parts of one item. */
export function listGiven({ parent }: PlacedLine): readonly string[] {
  if (parent?.line.form !== "given <p> are") return [];
  return parent.line.parts.flatMap((part) => (part.slot === "p" ? part.path.words.map((word) => word.name) : []));
}

/** The names that head the columns of the table a row stands in. */
export function headingsOf(row: PlacedLine): readonly (readonly string[])[] {
  const first = row.parent?.line.children.find((line) => line.word === "|");
  const cells = first?.parts.flatMap((part) => (part.slot === "row" ? part.cells : [])) ?? [];
  const list = listGiven(row);
  return cells.map((cell) => (cell.kind === "heading" ? [...list, ...cell.path.words.map((word) => word.name)] : []));
}
