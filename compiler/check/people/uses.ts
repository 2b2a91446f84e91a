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

/** What is used, and what only goes into values that are not. */
export interface Uses {
  /** Whether something uses the answer at a dotted path, holds it, or uses a part of it. */
  isUsed(path: string): boolean;
  /** The values that the answer is read for and that nothing uses, as the author says them. */
  unusedReaders(path: string): string[];
}

/** The uses of a service. */
export function usesOf(model: Model, flow: Flow, places: NamedPlaces): Uses {
  const lookedUp = lookedUpByStage(model);
  const used = new Set([
    ...[...model.fills.values()].map(dottedOf),
    ...fieldsOf(model).flatMap(filledFrom),
    ...repeatsOf(model).flatMap(({ prefill, shows }) => [prefill?.from.join(".") ?? [], shows ?? []].flat()),
  ]);
  for (const line of model.tree.lines) addNamed(used, lookedUp, line, places);
  const values = new Map(
    model.data.flatMap((datum) => (datum.rule === undefined ? [] : [[datum.rule, datum] as const])),
  );
  const live = liveRules(flow, (rule) => {
    const value = values.get(rule);
    return !value || isIn(used, dottedOf(value));
  });
  for (const path of readByRules(model, flow, live)) used.add(path);
  const wholes = new Set([...used].flatMap(wholesOf));
  const unused = [...flow.reads].flatMap(([id, { facts, grouped }]) => {
    const value = live.has(id) ? undefined : values.get(id);
    return value ? [{ said: value.said, reads: [...facts, ...grouped] }] : [];
  });
  return {
    isUsed: (path) => isIn(used, path) || wholes.has(path),
    unusedReaders: (path) =>
      unused.filter(({ reads }) => reads.some((fact) => overlaps(fact, path))).map(({ said }) => said),
  };
}

function isIn(used: ReadonlySet<string>, path: string): boolean {
  return used.has(path) || wholesOf(path).some((whole) => used.has(whole));
}

/** Rules that do something: conditions, values that a line names, and whatever those read. A calculation that nothing reads does not. */
function liveRules({ reads }: Flow, isNamed: (rule: string) => boolean): ReadonlySet<string> {
  const live = new Set<string>();
  const waiting = [...reads.keys()].filter(isNamed);
  for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
    if (live.has(rule)) continue;
    live.add(rule);
    const { rules = new Set<string>(), groupedRules = new Set<string>() } = reads.get(rule) ?? {};
    waiting.push(...rules, ...groupedRules);
  }
  return live;
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

/** All that rules read that do something, but for what a question's own limits read of itself. */
function readByRules(model: Model, { reads }: Flow, live: ReadonlySet<string>): string[] {
  const own = new Map(fieldsOf(model).flatMap((field) => ownRules(field).map((id) => [id, field] as const)));
  return [...reads].flatMap(([id, { facts, grouped }]) => {
    if (!live.has(id)) return [];
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
