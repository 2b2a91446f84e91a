// What `for each` goes round: the items of a repeat, the choices of a list, or those that were ticked in a question.

import type { Line, PathNode, Word } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { nameAt, pathsAfter } from "../line.ts";
import type { Datum, Item } from "../model.ts";
import { itemNamed, itemOfList, itemsInSets, newItem } from "./items.ts";
import { keyOf } from "./keys.ts";
import { declareDatum, findDatum, lookUp, notFound } from "./names.ts";

/** The choices gone round: of a list, or those ticked in a question. */
export interface Choices {
  readonly list: string;
  /** The question with several choices; absent: every choice of the list. */
  readonly of?: Datum;
}

/** The item that the lines below speak of, declared where it is new; undefined and a finding when there is nothing to go round. */
export function declareForEach(building: Building, line: Line, scope: Scope, order: number): Item | undefined {
  const name = nameAt(line);
  const path = pathsAfter(line, "of")[0];
  if (!name) return undefined;
  const choices = choicesGoneRound(building, line, scope);
  if (choices) return choiceItem(building, line, choices, order);
  const item = itemGoneRound(building, line, scope);
  if (item || (path && !findDatum(building, path, scope)) || isInSet(building, name, path, scope)) return item;
  notFound(
    building,
    "data",
    name.name,
    name.span,
    [...building.items.values()].map((one) => ({ name: one.name, what: "item of a list" })),
  );
  return undefined;
}

/** The item that a line goes round: of the list that is named, or the one of that name. */
export function itemGoneRound(building: Building, line: Line, scope: Scope): Item | undefined {
  const name = nameAt(line);
  const words = pathsAfter(line, "of")[0]?.words.map((word) => word.name);
  const list = words && lookUp(building, words, scope);
  const ofList = list && itemOfList(building, list.path);
  if (ofList) return ofList.name === name?.name ? ofList : undefined;
  if (words && !choicesGoneRound(building, line, scope)) return undefined;
  return name && itemNamed(building, [name.name], scope);
}

/** `for each member` outside of the set that has the list: the list is named too. */
function isInSet(building: Building, { name, span }: Word, of: PathNode | undefined, scope: Scope): boolean {
  const ways = of ? [] : itemsInSets(building, name).flatMap((item) => listSaid(building, item) ?? []);
  const [only, ...others] = ways.map((list) => `${name} of ${list}`);
  if (only === undefined || itemNamed(building, [name], scope)) return false;
  const meant = [only, ...others].map((one) => `for each ${one}`).join("  or  ");
  const fits = others.length === 0 ? { text: only } : {};
  building.findings.push({ kind: "said-differently", written: `for each ${name}`, meant, span, ...fits });
  return true;
}

function listSaid(building: Building, { list }: Item): string | undefined {
  const dotted = list.join(".");
  return [...building.data.values()].find(({ from, path }) => from === "repeat" && path.join(".") === dotted)?.said;
}

/** The choices that a line goes round; undefined when it goes round the items of a repeat. */
export function choicesGoneRound(building: Building, line: Line, scope: Scope): Choices | undefined {
  const words = pathsAfter(line, "of")[0]?.words.map((word) => word.name) ?? [];
  const [only] = words;
  const of = words.length > 0 ? lookUp(building, words, scope) : undefined;
  if (of?.type?.kind === "any-of" && of.type.list !== undefined) return { list: of.type.list, of };
  return only !== undefined && words.length === 1 && building.lists.has(only) ? { list: only } : undefined;
}

/** The choice itself is a value of the item: {method} says its words. */
function choiceItem(building: Building, line: Line, choices: Choices, order: number): Item | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  const list = [keyOf(`each-${name.name}`)];
  const known = building.items.get(name.name);
  if (known) {
    const first = building.data.get(name.name)?.at ?? line.span;
    if (known.list.join(".") === list.join(".")) return known;
    building.findings.push({
      kind: "name-used-twice",
      name: name.name,
      span: name.span,
      first,
      what: "item of a list",
    });
    return undefined;
  }
  const item = newItem(building, [name.name], list);
  building.items.set(name.name, item);
  const base = { from: "repeat" as const, at: name.span, line, order };
  declareDatum(building, { ...base, said: `each-${name.name}`, path: list, type: { kind: "list" } });
  declareDatum(building, {
    ...base,
    said: name.name,
    path: ["id"],
    item,
    type: { kind: "one-of", list: choices.list },
  });
  return item;
}
