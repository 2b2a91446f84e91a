// Which rules speak of the present item of a repeat ("this member"), themselves or through rules they read. Those are
// worked out per item; all others once. Reads expression trees only.
import type { Expression, Service } from "#contract";
import { findRepeatPlaces, type RepeatPlaces } from "./states.ts";

/** Every expression directly inside another, with the item key that is bound there by a list, if one is. */
export function partsOf(expression: Expression): readonly { readonly part: Expression; readonly binds?: string }[] {
  switch (expression.op) {
    case "literal":
    case "length":
    case "today":
    case "date-applied":
    case "fact":
    case "rule":
    case "answered":
    case "asked":
    case "corrected":
      return [];
    case "one-of":
      return [expression.value, ...expression.options].map((part) => ({ part }));
    case "and":
    case "or":
      return expression.parts.map((part) => ({ part }));
    case "not":
    case "not-yes":
    case "characters":
    case "word-count":
    case "entries":
    case "dated-on":
      return [{ part: expression.of }];
    case "count":
    case "sum":
    case "highest":
    case "lowest":
    case "average":
      return present([expression.of, expression.where]).map((part) => ({ part, binds: expression.item }));
    case "any":
    case "every":
    case "none":
      return [{ part: expression.where, binds: expression.item }];
    case "since":
      return [{ part: expression.from }, { part: expression.to }];
    case "before":
    case "after":
      return [{ part: expression.length }, { part: expression.date }];
    case "exceptions":
      return [expression.otherwise, ...expression.cases.flatMap((one) => [one.when, one.value])].map((part) => ({
        part,
      }));
    case "bounded":
      return present([expression.value, expression.below, expression.above]).map((part) => ({ part }));
    case "rounded":
      return [{ part: expression.value }, { part: expression.to }];
    case "table":
      return present([...expression.rows.flatMap((row) => [row.when, row.value]), expression.otherwise]).map(
        (part) => ({ part }),
      );
    case "dated":
      return expression.entries.map((entry) => ({ part: entry.value }));
    case "matches":
      return [{ part: expression.value }];
    default:
      return [{ part: expression.left }, { part: expression.right }];
  }
}

function present(parts: readonly (Expression | undefined)[]): Expression[] {
  return parts.filter((part) => part !== undefined);
}

/** The ids of all rules that need the present item of a repeat around them. */
export function findItemRules(service: Pick<Service, "rules" | "sections" | "eligibility">): ReadonlySet<string> {
  const places = findRepeatPlaces(service);
  const reading = new Map<string, Reading>();
  for (const [id, rule] of Object.entries(service.rules)) {
    const found: Reading = { free: new Set(), asks: [] };
    collect(rule.expression, new Set(), found, places);
    reading.set(id, found);
  }
  // A rule needs what the rules it reads need, except what it binds around them: until nothing new is found.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { free, asks } of reading.values()) {
      for (const { id, bound } of asks) {
        for (const item of reading.get(id)?.free ?? []) {
          if (bound.has(item) || free.has(item)) continue;
          free.add(item);
          changed = true;
        }
      }
    }
  }
  return new Set([...reading].filter(([, { free }]) => free.size > 0).map(([id]) => id));
}

/** What one rule reads: items that are not bound inside it, and other rules with the items bound around them. */
interface Reading {
  readonly free: Set<string>;
  readonly asks: { readonly id: string; readonly bound: ReadonlySet<string> }[];
}

function collect(expression: Expression, bound: ReadonlySet<string>, found: Reading, places: RepeatPlaces): void {
  const item = itemOf(expression, places);
  if (item !== undefined && !bound.has(item)) found.free.add(item);
  if (expression.op === "rule") found.asks.push({ id: expression.id, bound });
  for (const { part, binds } of partsOf(expression)) {
    collect(part, binds === undefined ? bound : new Set([...bound, binds]), found, places);
  }
}

/** The item that a fact, a state or a list begins with. */
function itemOf(expression: Expression, places: RepeatPlaces): string | undefined {
  if ("list" in expression) {
    const start = expression.list[0];
    return start !== undefined && Object.hasOwn(places, start) ? start : undefined;
  }
  return "path" in expression ? expression.item : undefined;
}
