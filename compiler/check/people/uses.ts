// What anything in a service uses: rules, people's stages, messages, documents, credentials, effects, measures. For what is collected and
// never used (FW604). When in doubt it is used: a false alarm would make people ask for less than they need.
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { keyOf } from "../../model/names/keys.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Field } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { type Flow, overlaps } from "./flow.ts";
import { fieldsOf, repeatsOf } from "./form-fields.ts";
import type { NamedPlaces } from "./named-places.ts";

/** Says of a dotted path whether something uses the answer there, holds it, or uses a part of it. */
export function usesOf(model: Model, flow: Flow, places: NamedPlaces): (path: string) => boolean {
  const lookedUp = lookedUpByStage(model);
  const used = new Set([
    ...readByRules(model, flow),
    ...[...model.fills.values()].map(dottedOf),
    ...fieldsOf(model).flatMap(filledFrom),
    ...repeatsOf(model).flatMap(({ prefill, shows }) => [prefill?.from.join(".") ?? [], shows ?? []].flat()),
    ...model.tree.lines.flatMap((line) => namedIn(lookedUp, line, places)),
  ]);
  const wholes = new Set([...used].flatMap(wholesOf));
  return (path) => used.has(path) || wholes.has(path) || wholesOf(path).some((whole) => used.has(whole));
}

/** What fills another question in next time is used for that; what only fills itself in is not. */
function filledFrom({ path, prefill }: Field): string[] {
  if (!prefill) return [];
  const from = prefill.from.join(".");
  if (prefill.carries !== "previous-application") return [from];
  const last = prefill.from.slice(1).join(".");
  return last === path.join(".") ? [] : [last];
}

function wholesOf(path: string): string[] {
  const keys = path.split(".");
  return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join("."));
}

/** All that rules read, but for what a question's own limits read of itself. */
function readByRules(model: Model, { reads }: Flow): string[] {
  const own = new Map(fieldsOf(model).flatMap((field) => ownRules(field).map((id) => [id, field] as const)));
  return [...reads].flatMap(([id, { facts, grouped }]) => {
    const field = own.get(id)?.path.join(".");
    return [...facts, ...grouped].filter((fact) => field === undefined || !overlaps(fact, field));
  });
}

function ownRules({ musts, warnings, worded }: Field): string[] {
  return [
    ...(musts ?? []).map(({ rule }) => rule),
    ...(warnings ?? []).map(({ when }) => when),
    ...(worded ?? []).map(({ when }) => when),
  ];
}

/** Blocks whose names are no use of an answer: they only say how it is protected, or try it out. */
const notUsing: ReadonlySet<string> = new Set(["privacy", "example", "examples", "use", "role", "partner", "list"]);

/** Every name of an answer in a line and below it; with a stage that is shown, the records that are looked up there. */
function namedIn(lookedUp: LookedUp, line: Line, places: NamedPlaces): string[] {
  if (notUsing.has(wordOf(line)) || wordOf(line) === "never") return [];
  const words = singleNames(line);
  const shown = wordOf(line) === "shows" ? places.stages(line).flatMap((stage) => lookedUp.get(stage) ?? []) : [];
  return [
    ...places.on(line).map((named) => named.path),
    ...words.flatMap((name) => {
      const datum = places.datum(name);
      return datum ? [dottedOf(datum)] : [];
    }),
    ...shown,
    ...line.children.flatMap((child) => namedIn(lookedUp, child, places)),
  ];
}

/** Names without parts: pay payment to account, count applications by zone. */
function singleNames(line: Line): string[] {
  return line.parts.flatMap((part) => {
    if (part.slot === "ns") return part.names.map((word) => word.name);
    return part.slot === "n" && !declares(line) ? [part.name.name] : [];
  });
}

/** The first name on these lines is the one they declare. */
function declares(line: Line): boolean {
  return ["ask", "fetch", "repeat", "include", "calculate", "decide", "declare"].includes(wordOf(line));
}

/** By the name of a stage or a check, the records that it looks up: whoever is shown the stage is shown them. */
type LookedUp = ReadonlyMap<string, readonly string[]>;

function lookedUpByStage(model: Model): LookedUp {
  const found = new Map<string, string[]>();
  const visit = (line: Line, around: readonly string[]): void => {
    const word = wordOf(line);
    const name = nameAt(line)?.name;
    const isPlace = (word === "stage" || word === "check") && name !== undefined;
    const inside = isPlace ? [...around, name] : around;
    if (word === "fetch" && name !== undefined)
      for (const place of inside) found.set(place, [...(found.get(place) ?? []), keyOf(name)]);
    for (const child of line.children) visit(child, inside);
  };
  for (const line of model.tree.lines) if (wordOf(line) === "route") visit(line, []);
  return found;
}
