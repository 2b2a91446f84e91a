// The type of a question or a register's part, from the words after "as". Lists and types of the author's own are looked up.

import type { Line, TypeNode, Word } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { after, nameAt, quotedAt, wordOf } from "../line.ts";
import { findName, notFound } from "../names/names.ts";
import type { Type } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { patternOf } from "./pattern.ts";
import { readType, typeNames } from "./type-names.ts";

/** The type of a line with `as <ty>`; undefined and a finding when it cannot be found. */
export function typeOfLine(building: Building, line: Line, scope: Scope, listName: string): Type | undefined {
  const node = line.parts.find((part) => part.slot === "ty")?.type;
  return node && resolveType(building, node, line, scope, listName);
}

function resolveType(building: Building, node: TypeNode, line: Line, scope: Scope, listName: string): Type | undefined {
  const read = readType(node.words.map((word) => word.name));
  switch (read.kind) {
    case "plain":
      // Bullets under a yes-or-no question are further choices, after Yes and No.
      if (read.type.kind === "yes-or-no" && line.children.some((child) => wordOf(child) === "-"))
        return { ...read.type, list: declareInline(building, line, listName) };
      return read.type;
    case "case":
      return { kind: "case", service: read.service };
    case "choice": {
      // Choices that are fetched for this case are no list of the text.
      if (read.list === "these" && line.children.some((child) => child.form === "choices from <p>"))
        return { kind: read.choice };
      if (read.list === "these") return { kind: read.choice, list: declareInline(building, line, listName) };
      const word: Word | undefined = node.words[2];
      const list = findName(building, "list", word);
      return list === undefined ? undefined : { kind: read.choice, list };
    }
    case "own":
      return ownType(building, read.name, node, scope);
  }
}

/** `as one of these`: the bullets under the question are its list, named after it. */
function declareInline(building: Building, line: Line, name: string): string {
  const bullets = line.children.filter((child) => wordOf(child) === "-");
  const options = bullets.flatMap((child) => nameAt(child)?.name ?? []);
  building.lists.set(name, { options, at: nameAt(line)?.span ?? line.span, line });
  return name;
}

function ownType(building: Building, name: string, node: TypeNode, scope: Scope): Type | undefined {
  const own = building.ownTypes.get(name);
  if (!own) {
    const candidates = [...typeNames, ...building.ownTypes.keys()].map((known) => ({ name: known, what: "type" }));
    notFound(building, "type", name, node.span, candidates);
    return undefined;
  }
  building.read.add(own.line);
  const like = own.line.children.find((line) => line.form === "like <ty>");
  const base = like && typeOfLine(building, like, scope, name);
  if (like) building.read.add(like);
  // What else the type says is read where a question has it: see own-type.ts.
  const must = own.line.children.find((line) => wordOf(line) === "must" && after(line, "match") !== undefined);
  const pattern = must && quotedAt(must);
  if (!base || !must || !pattern) return base;
  building.read.add(must);
  const otherwise = after(must, "otherwise", "say");
  const words = otherwise?.slot === "t" ? otherwise.quoted : undefined;
  const key = { text: own.text, owner: `type ${name}`, slot: "say 1" };
  return {
    ...base,
    pattern: patternOf(pattern.words),
    ...(words && { patternWords: wordsOf(building.words, key, words) }),
  };
}
