// One item of a list: what it is called, where, and the scope of the lines that speak of it. In a question set it is called by its
// bare name, outside with the set in front: claimant's member (language.md 3.6.5). Declares nothing and reports nothing.

import type { Building, Scope } from "../building.ts";
import type { Item } from "../model.ts";
import type { Key } from "../shapes.ts";
import { keyOf } from "./keys.ts";
import { saidOf } from "./said.ts";

/** The item that these names stand for in this scope. */
export function itemNamed(building: Building, names: readonly string[], scope: Scope): Item | undefined {
  for (const said of saidIn(names, scope)) {
    const found = building.items.get(saidOf(said));
    if (found) return found;
  }
  return undefined;
}

/** The ways in which names may be meant in a scope, from the inside out: with the set around in front, then as they stand. */
export function saidIn(names: readonly string[], scope: Scope): (readonly string[])[] {
  const { item, around } = scope;
  if (!item && !around && !scope.bare) return [names];
  const own = item && item.said.length > 1 && names[0] === item.name ? [[...item.said, ...names.slice(1)]] : [];
  const bare = scope.bare ? [[...scope.said, ...names]] : [];
  return [...bare, ...own, ...(around ? [[...around, ...names]] : []), names];
}

/** The item of the list at this path in the answers. */
export function itemOfList(building: Building, list: readonly Key[]): Item | undefined {
  const dotted = list.join(".");
  return [...building.items.values()].find((item) => item.list.join(".") === dotted);
}

/** Items of lists in sets that have this bare name. */
export function itemsInSets(building: Building, name: string): Item[] {
  return [...building.items.values()].filter((item) => item.said.length > 1 && item.name === name);
}

/** A new item of a list. Its key is its name; where another item has that key, what it is said as, and if need be a number. */
export function newItem(building: Building, said: readonly string[], list: readonly Key[]): Item {
  const name = said.at(-1) ?? "";
  const taken = new Set([...building.items.values()].map((item) => item.key));
  const long = keyOf(said.join("-"));
  let key = taken.has(keyOf(name)) ? long : keyOf(name);
  for (let number = 2; taken.has(key); number++) key = `${long}${number}`;
  return { key, name, said, list: [...list] };
}

/** The scope of lines that speak of one item: its own names stand behind it. In a set, the set's names may stand bare as well. */
export function insideItem(scope: Scope, item: Item): Scope {
  return { ...scope, said: item.said, path: [], item, bare: false, ...(scope.bare && { around: scope.said }) };
}
