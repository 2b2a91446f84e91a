// How emitted rules reach answers: `a.home?.postcode`, this item's `member.pay`, the items of a list. Text only.
import type { Expression } from "#contract";
import type { RepeatPlaces } from "#support/states.ts";
import { call, keyText, list, quote } from "./layout.ts";

/** What the text of one expression stands in. */
export interface Place {
  /** Notes that a support function is called, and gives its name. */
  readonly use: (helper: string) => string;
  /** The name of the variable that holds an item, the same for the same item key throughout. */
  readonly itemName: (item: string) => string;
  /** Variables of the items bound around, by item key. */
  readonly bound: ReadonlyMap<string, string>;
  readonly places: RepeatPlaces;
  /** Ids of the rules that speak of the present item. */
  readonly ofItem: ReadonlySet<string>;
  /** Notes that a value may be read more than once, and gives the text that reads it: a constant of the rule, called by these words. */
  readonly local: (text: string, words: string) => string;
  /** The texts of values that are sure to be there, for they were asked for above. */
  readonly present: ReadonlySet<string>;
  /** The function of a rule that is worked out where it is read; nothing for one whose result is kept. */
  readonly plainRule: (id: string) => string | undefined;
  /** The function of a rule whose result is kept. */
  readonly keptRule: (id: string) => string | undefined;
  /** The variable that holds a calendar's working days; nothing where the service has no such calendar. */
  readonly calendar: (name: string | undefined) => string | undefined;
  /** The variable of a calendar by which lengths of this unit end elsewhere than everywhere else; nothing for most calendars. */
  readonly lengthEnds: (name: string | undefined, unit: string) => string | undefined;
  /** The variable that holds a pattern. */
  readonly pattern: (pattern: string) => string;
}

/** Names that lists, texts and numbers have by themselves: an answer of that name is looked up as a record's own. */
function isInherited(key: string): boolean {
  return [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype].some(
    (prototype) => key in prototype,
  );
}

/** The value at a path, from the answers or from an item. */
export function factText(path: readonly string[], item: string | undefined, place: Place): string {
  const text = path.reduce(
    (from, key, at) => {
      if (isInherited(key)) return call(place.use("own"), from, quote(key));
      const sure = at === 0 && (item === undefined || place.bound.has(item));
      const name = keyText(key);
      if (name.startsWith("[")) return `${from}${sure ? "" : "?."}${name}`;
      return `${from}${sure ? "." : "?."}${name}`;
    },
    rootText(item, place),
  );
  // What a loop goes through is another one each time.
  const ofLoop = path.length === 0 || (item !== undefined && place.bound.has(item));
  return ofLoop ? text : place.local(text, [...(item === undefined ? [] : [item]), ...path].join(" "));
}

/** Something that is worked out from what is around the rule: once, unless it stands in a loop. */
export function workedOut(text: string, words: string, place: Place): string {
  return place.bound.size > 0 ? text : place.local(text, words);
}

function rootText(item: string | undefined, place: Place): string {
  if (item === undefined) return "a";
  return place.bound.get(item) ?? (isInherited(item) ? call(place.use("own"), "items", quote(item)) : `items.${item}`);
}

/** Whether the question is asked, or its answer corrected. */
export function stateText(
  state: "asked" | "corrected",
  path: readonly string[],
  item: string | undefined,
  place: Place,
): string {
  const args = [quote(state), list(path.map(quote)), "f"];
  if (item === undefined) return call(place.use("hasState"), ...args);
  return call(place.use("hasState"), ...args, `{ key: ${quote(item)}, items: ${itemsText(place)}, places: repeats }`);
}

/** All items of a list. A list of an item around begins with that item's key. */
export function itemsOf(path: readonly string[], place: Place): string {
  const [start = "", ...rest] = path;
  const ofItem = Object.hasOwn(place.places, start);
  const inside = ofItem ? rest : path;
  const from = ofItem ? rootText(start, place) : "a";
  // A list inside other lists is gathered from all of them.
  if (inside.length > 1) return call(place.use("itemsAt"), from, list(inside.map(quote)));
  return call(place.use("itemsIn"), factText(inside, ofItem ? start : undefined, place));
}

/** The items around, with those bound here. */
export function itemsText(place: Place): string {
  if (place.bound.size === 0) return "items";
  const added = [...place.bound].map(([key, variable]) => (key === variable ? key : `${keyText(key)}: ${variable}`));
  return `{ ...items, ${added.join(", ")} }`;
}

/** The value of another rule. */
export function askText({ id }: Extract<Expression, { op: "rule" }>, place: Place): string {
  const items = place.ofItem.has(id) ? [itemsText(place)] : [];
  const name = place.plainRule(id) ?? place.keptRule(id);
  const text = name === undefined ? call("rulebook.evaluate", quote(id), "f", ...items) : call(name, "f", ...items);
  return workedOut(text, `${id} value`, place);
}

/** The place inside a list's loop, and the variable of its item there. */
export function insideLoop(item: string, place: Place): { readonly inside: Place; readonly variable: string } {
  const variable = place.itemName(item);
  return { variable, inside: { ...place, bound: new Map([...place.bound, [item, variable]]) } };
}
