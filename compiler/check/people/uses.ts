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
  const used = new Set([
    ...readByRules(model, flow),
    ...[...model.fills.values()].map(dottedOf),
    ...fieldsOf(model).flatMap(({ prefill }) => prefill?.from.join(".") ?? []),
    ...repeatsOf(model).flatMap(({ prefill, shows }) => [prefill?.from.join(".") ?? [], shows ?? []].flat()),
    ...model.tree.lines.flatMap((line) => namedIn(model, line, places)),
  ]);
  const wholes = new Set([...used].flatMap(wholesOf));
  return (path) => used.has(path) || wholes.has(path) || wholesOf(path).some((whole) => used.has(whole));
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
function namedIn(model: Model, line: Line, places: NamedPlaces): string[] {
  if (notUsing.has(wordOf(line)) || wordOf(line) === "never") return [];
  const words = singleNames(line);
  const shown = wordOf(line) === "shows" ? places.stages(line).flatMap((stage) => lookedUpIn(model, stage)) : [];
  return [
    ...places.on(line).map((named) => named.path),
    ...words.flatMap((name) => {
      const datum = places.datum(name);
      return datum ? [dottedOf(datum)] : [];
    }),
    ...shown,
    ...line.children.flatMap((child) => namedIn(model, child, places)),
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

/** The records that a stage or a check looks up: whoever is shown the stage is shown them. */
function lookedUpIn(model: Model, stage: string): string[] {
  const route = model.tree.lines.filter((line) => wordOf(line) === "route");
  const below = (line: Line): Line[] => [line, ...line.children.flatMap(below)];
  return route
    .flatMap(below)
    .filter((line) => ["stage", "check"].includes(wordOf(line)) && nameAt(line)?.name === stage)
    .flatMap(below)
    .flatMap((line) => (wordOf(line) === "fetch" ? keyOf(nameAt(line)?.name ?? "") : []));
}
