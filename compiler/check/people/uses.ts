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
  ]);
  for (const line of model.tree.lines) addNamed(used, lookedUp, line, places);
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

/** The paths of what holds this: of home.address.line1 home and home.address. */
export function wholesOf(path: string): string[] {
  const wholes: string[] = [];
  for (let end = path.indexOf("."); end >= 0; end = path.indexOf(".", end + 1)) wholes.push(path.slice(0, end));
  return wholes;
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
function addNamed(used: Set<string>, lookedUp: LookedUp, line: Line, places: NamedPlaces): void {
  const word = wordOf(line);
  if (notUsing.has(word) || word === "never") return;
  for (const named of places.on(line)) used.add(named.path);
  for (const name of singleNames(line, word)) {
    const datum = places.datum(name);
    if (datum) used.add(dottedOf(datum));
  }
  if (word === "shows")
    for (const stage of places.stages(line)) for (const path of lookedUp.get(stage) ?? []) used.add(path);
  for (const child of line.children) addNamed(used, lookedUp, child, places);
}

/** Names without parts: pay payment to account, count applications by zone. */
function singleNames(line: Line, word: string): string[] {
  const names: string[] = [];
  for (const part of line.parts) {
    if (part.slot === "ns") for (const { name } of part.names) names.push(name);
    if (part.slot === "n" && !declaring.has(word)) names.push(part.name.name);
  }
  return names;
}

/** The first name on these lines is the one they declare. */
const declaring: ReadonlySet<string> = new Set(["ask", "fetch", "repeat", "include", "calculate", "decide", "declare"]);

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
