// What the text of one JSONata expression stands in, and how it reaches answers, items and other rules: text only.
import type { Expression, Service } from "#contract";
import type { RepeatPlaces } from "#support/states.ts";
import type { FactKinds } from "./kinds.ts";

/** Surroundings of one expression while its text is made. */
export interface Place {
  readonly service: Service;
  /** Notes that a function of the library is called, and gives its name with the $ before it. */
  readonly use: (helper: string) => string;
  /** The variable of a rule, and the items it wants, in the order of its parameters. Notes that it is asked. */
  readonly rule: (id: string) => { readonly variable: string; readonly items: readonly string[] };
  /** The variable that holds the present item of a repeat, by item key. */
  readonly item: (key: string) => string;
  readonly places: RepeatPlaces;
}

/** What texts are made in. `value` gives the text of any expression as a value: values hold conditions, and conditions values. */
export interface Texts {
  readonly place: Place;
  readonly facts: FactKinds;
  readonly value: (expression: Expression) => string;
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words that JSONata reads as operators or values where a name could stand. */
const words = new Set(["and", "or", "in", "true", "false", "null", "function"]);

/** A name as one step of a path, in back quotes where it must be. */
export function step(key: string): string {
  return plainName.test(key) && !words.has(key) ? key : `\`${key.replaceAll("`", "")}\``;
}

/** Text, a number, or yes and no as JSONata writes them. */
export function quote(value: string | number | boolean): string {
  return JSON.stringify(value);
}

/** The value at a path: `$a.home.postcode`, or of this item, `$member.pay`. */
export function factText(path: readonly string[], item: string | undefined, place: Place): string {
  return [item === undefined ? "$a" : place.item(item), ...path.map(step)].join(".");
}

/** The value at a path whole: a list of one entry stays a list, which a path would open. */
export function wholeFactText(path: readonly string[], item: string | undefined, place: Place): string {
  const last = path.at(-1);
  if (last === undefined) return factText(path, item, place);
  return `$lookup(${factText(path.slice(0, -1), item, place)}, ${quote(last)})`;
}

/** All items of a list as a list. A list of an item around begins with that item's key. */
export function itemsText(path: readonly string[], place: Place): string {
  const [start = "", ...rest] = path;
  const ofItem = Object.hasOwn(place.places, start);
  return `[${ofItem ? factText(rest, start, place) : factText(path, undefined, place)}]`;
}

/** Whether a question is asked, or its answer corrected: the facts name it by dotted path, in a list with the item's id or for all items. */
export function stateText(
  state: "asked" | "corrected",
  path: readonly string[],
  item: string | undefined,
  place: Place,
): string {
  const isIn = (of: string): string => `${place.use("isIn")}($${state}, ${of})`;
  if (item === undefined) return isIn(quote(path.join(".")));
  const rest = path.map((key) => `.${key}`).join("");
  const [withIds, plain] = [prefixText(item, true, place), prefixText(item, false, place)];
  const end = rest === "" ? "" : ` & ${quote(rest)}`;
  return `(${isIn(withIds + end)} or ${isIn(plain + end)})`;
}

function prefixText(item: string, withIds: boolean, place: Place): string {
  const { key, around } = place.places[item] ?? { key: item };
  const start = around === undefined ? quote(key) : `${prefixText(around, withIds, place)} & ${quote(`.${key}`)}`;
  return withIds ? `${start} & ${place.use("idOf")}(${place.item(item)})` : start;
}
