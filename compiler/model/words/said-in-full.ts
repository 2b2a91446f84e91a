// Words of a question set that speak of its own answers: {first-name}, {member's born}. In what is built from an include they are said in
// full, as everywhere else: {claimant's first-name}. Two includes of one set so speak each of their own answers.

import { readBraced } from "#support/plurals.ts";
import type { Building, Scope } from "../building.ts";
import type { Datum } from "../model.ts";
import { insideItem } from "../names/items.ts";
import { lookUp } from "../names/names.ts";
import { saidOf } from "../names/said.ts";

/** What stands in braces among words. */
export const braces = /\{([^{}]+)\}/g;

/** The names of a path in braces. */
export function namesIn(text: string): string[] {
  return text.trim().toLowerCase().replaceAll("’", "'").split(/'s\s+/);
}

/** Whether what these names lead to is said with a set in front elsewhere. */
export function isSaidBare(datum: Datum, names: readonly string[]): boolean {
  return datum.said !== saidOf(names);
}

/** Changes the words in what was built from lines of this scope, in every language; a list within speaks of its items. */
export function sayInFull(building: Building, built: unknown, scope: Scope): void {
  if (typeof built !== "object" || built === null) return;
  const inside = scopeOf(building, built, scope);
  for (const [key, value] of Object.entries(built)) {
    if (typeof value === "string" && value.includes("{"))
      Object.assign(built, { [key]: inFull(building, value, inside) });
    else if (typeof value === "object") sayInFull(building, value, inside);
  }
}

function scopeOf(building: Building, built: object, scope: Scope): Scope {
  const key = "itemKey" in built ? built.itemKey : undefined;
  const item =
    key === undefined || scope.item ? undefined : [...building.items.values()].find((one) => one.key === key);
  return item ? insideItem(scope, item) : scope;
}

function inFull(building: Building, words: string, scope: Scope): string {
  return words.replace(braces, (whole, inside: string) => {
    const { name } = readBraced(inside);
    const datum = lookUp(building, namesIn(name), scope);
    return datum && isSaidBare(datum, namesIn(name)) ? `{${inside.replace(name, datum.said)}}` : whole;
  });
}
