// Every place of a service that reads a value: an answer by its dotted path, or a rule by its id. Finds them; readers.ts says them.
import type { Expression, Service } from "#contract";
import { readBraced } from "#support/plurals.ts";
import { partsOf } from "#support/rule-items.ts";
import { findRepeatPlaces, type RepeatPlaces } from "#support/states.ts";

/** One reading. `key` is the member that holds it; `around` are the pieces it stands in, the innermost first. */
export interface Mention {
  readonly path?: string;
  readonly rule?: string;
  readonly key: string;
  readonly pointer: string;
  readonly around: readonly Piece[];
}

/** A piece of the service, with the member of its parent that holds it. */
export interface Piece {
  readonly value: Readonly<Record<string, unknown>>;
  /** sections, steps, parts, stages, exits, outcomes … */
  readonly held: string;
  /** Its key in a table of things by name: messages, credentials, sources. */
  readonly name?: string;
}

/** Members that hold the id of a rule, some only in one kind of piece. Names ending in When do as well. */
const ruleKeys: ReadonlySet<string> = new Set(["rule", "when", "finish by", "payment of"]);

/** Members that hold dotted paths, one or several. */
const pathKeys: ReadonlySet<string> = new Set(["path", "paths", "shows", "reads", "neverSees", "measures by"]);

/** Members whose keys are the author's names. */
const tables: ReadonlySet<string> = new Set([
  "roles",
  "partners",
  "sources",
  "operations",
  "lists",
  "calendars",
  "credentials",
  "messages",
  "documents",
]);

/** Pieces that are looked at elsewhere, or say nothing about the service. */
const notWalked: ReadonlySet<string> = new Set(["rules", "names", "fills", "sourceMap", "why"]);

/** All of them, in the order of the contract. */
export function mentionsIn(service: Service): Mention[] {
  const found: Mention[] = [];
  const visit = (node: object, held: string, pointer: string, around: readonly Piece[]): void => {
    const isTable = tables.has(held);
    for (const [key, value] of Object.entries(node)) {
      const here = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (notWalked.has(key) && (pointer === "" || key === "why")) continue;
      if (typeof value === "string") found.push(...ofWord(service, { key, pointer: here, around }, value));
      if (typeof value !== "object" || value === null) continue;
      if (Array.isArray(value)) {
        found.push(...ofList(service, { key, pointer: here, around }, value));
        for (const [index, item] of value.entries())
          if (isPiece(item)) visit(item, key, `${here}/${index}`, [{ value: item, held: key }, ...around]);
      } else if (isPiece(value)) {
        const piece: Piece = { value, held: isTable ? held : key, ...(isTable && { name: key }) };
        visit(value, key, here, isWords(value) ? around : [piece, ...around]);
      }
    }
  };
  visit(service, "", "", []);
  return found;
}

function isPiece(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words by language hold strings only; their first language is enough to see what stands in braces. */
function isWords(value: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.values(value).every((one) => typeof one === "string") &&
    Object.keys(value).every((key) => /^[a-z]{2,3}$/.test(key))
  );
}

type Seen = Pick<Mention, "key" | "pointer" | "around">;

/** Whether this member, alone or in this kind of piece, is one of those. */
function isOneOf(keys: ReadonlySet<string>, { key, around }: Seen): boolean {
  return keys.has(key) || keys.has(`${around[0]?.held} ${key}`);
}

function ofWord(service: Service, seen: Seen, value: string): Mention[] {
  if (value.includes("{") && (service.languages[0]?.tag ?? "en") === seen.key) {
    const fills = [...value.matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) => {
      const { name } = readBraced(inside);
      return Object.hasOwn(service.fills, name) ? (service.fills[name] ?? []) : [];
    });
    const words = { ...seen, key: "words" };
    return fills.map(({ path = [], rule }) => ({
      ...words,
      ...(rule === undefined ? { path: path.join(".") } : { rule }),
    }));
  }
  const isRule = isOneOf(ruleKeys, seen) || seen.key.endsWith("When");
  if (isRule && Object.hasOwn(service.rules, value)) return [{ ...seen, rule: value }];
  return isOneOf(pathKeys, seen) && Object.hasOwn(service.names, value) ? [{ ...seen, path: value }] : [];
}

/** A list of dotted paths, or one path as its keys. The `path` of a question is where its own answer stands: no reading. */
function ofList(service: Service, seen: Seen, value: readonly unknown[]): Mention[] {
  if (!value.every((one) => typeof one === "string")) return [];
  if (seen.key === "from" && Object.hasOwn(service.names, value.join("."))) return [{ ...seen, path: value.join(".") }];
  if (seen.key === "path" || !isOneOf(pathKeys, seen)) return [];
  return value.filter((one) => Object.hasOwn(service.names, one)).map((path) => ({ ...seen, path }));
}

/** What one rule reads itself: dotted paths, and ids of other rules. */
export interface ReadDirectly {
  readonly paths: ReadonlySet<string>;
  /** Of these only which items they have: how many there are. */
  readonly lists: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

/** What an expression reads, without going into the rules it names. */
export function readDirectly(service: Service, expression: Expression): ReadDirectly {
  const places = findRepeatPlaces(service);
  const paths = new Set<string>();
  const lists = new Set<string>();
  const rules = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.op === "rule") rules.add(node.id);
    if ("path" in node) paths.add([...listOf(places, node.item), ...node.path].join("."));
    if ("list" in node) {
      const [first, ...rest] = node.list;
      const around = listOf(places, first);
      lists.add((around.length > 0 ? [...around, ...rest] : node.list).join("."));
    }
    for (const { part } of partsOf(node)) visit(part);
  };
  visit(expression);
  return { paths, lists, rules };
}

function listOf(places: RepeatPlaces, item: string | undefined): string[] {
  const place = item === undefined ? undefined : places[item];
  return place ? [...listOf(places, place.around), place.key] : [];
}
