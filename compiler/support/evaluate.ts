// A rulebook that walks the expression trees of a compiled service: for the playground, for examples, and to hold the
// emitted conditions.js to. In conditions, what is not known is neither yes nor no (language.md 3.4 and 3.6); in choices
// (exceptions, tables, where) what is not known is simply not yes.
import type {
  AggregateExpression,
  BoundedExpression,
  DatedExpression,
  Expression,
  JoinedExpression,
  QuantifiedExpression,
  Service,
  ShiftExpression,
  SinceExpression,
  StateExpression,
  TableExpression,
} from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import * as amount from "./amounts.ts";
import { plainWeek, type WorkingCalendar } from "./calendars.ts";
import { itemsAt, own, valueAt } from "./facts.ts";
import { asLength, countBetween, shiftDate } from "./lengths.ts";
import type { Maybe } from "./operators.ts";
import * as operator from "./operators.ts";
import { findItemRules } from "./rule-items.ts";
import { type Ask, buildRulebook, type Items, type RuleFunction } from "./rulebook.ts";
import { findRepeatPlaces, hasState, type RepeatPlaces } from "./states.ts";
import { ofTwo } from "./two-values.ts";

/** Everything one evaluation stands in. */
interface Scope {
  readonly facts: Facts;
  readonly items: Items;
  readonly ask: Ask;
  readonly service: Service;
  readonly places: RepeatPlaces;
  readonly patterns: Map<string, RegExp>;
}

/** The rulebook of a service, worked out from its expression trees. Throws nothing; unknown ids throw when asked for. */
export function createRulebook(service: Service): Rulebook {
  const ofItem = findItemRules(service);
  const places = findRepeatPlaces(service);
  const patterns = new Map<string, RegExp>();
  const rules = new Map<string, RuleFunction>();
  for (const [id, rule] of Object.entries(service.rules)) {
    rules.set(id, {
      ofItem: ofItem.has(id),
      kept: true,
      run(facts, items, ask) {
        const value = workOut(rule.expression, { facts, items, ask, service, places, patterns });
        return rule.gives.kind === "money" ? amount.wholeCoins(value) : value;
      },
    });
  }
  return buildRulebook(rules);
}

/**
 * The value of one expression of a service, with rules asked from its rulebook: to explain how a rule was worked out.
 * Nothing while it is not known.
 */
export function evaluateExpression(
  expression: Expression,
  service: Service,
  rulebook: Rulebook,
  facts: Facts,
  items: Items = {},
): Maybe {
  const ask: Ask = (id, present, around) => rulebook.evaluate(id, present, around);
  return workOut(expression, { facts, items, ask, service, places: findRepeatPlaces(service), patterns: new Map() });
}

function workOut(expression: Expression, scope: Scope): Maybe {
  switch (expression.op) {
    case "literal":
      return expression.value;
    case "length":
      return { amount: expression.length.amount, unit: expression.length.unit };
    case "today":
      return scope.facts.today;
    case "date-applied":
      return scope.facts.dateApplied;
    case "fact":
      return factAt(expression, scope);
    case "rule":
      return scope.ask(expression.id, scope.facts, scope.items);
    case "answered":
      return factAt(expression, scope) !== undefined;
    case "asked":
    case "corrected":
      return stateOf(expression, scope);
    case "and":
    case "or":
      return joined(expression, scope);
    case "not":
      return operator.opposite(workOut(expression.of, scope));
    case "not-yes":
      return workOut(expression.of, scope) !== true;
    case "one-of": {
      const value = workOut(expression.value, scope);
      const options = expression.options.map((option) => workOut(option, scope));
      return operator.isOneOf(value, options) || (operator.isNoneOf(value, options) ? false : undefined);
    }
    case "count":
    case "sum":
    case "highest":
    case "lowest":
    case "average":
      return aggregate(expression, scope);
    case "any":
    case "every":
    case "none":
      return quantified(expression, scope);
    case "since":
      return since(expression, scope);
    case "before":
    case "after":
      return shifted(expression, scope);
    case "exceptions": {
      const exception = expression.cases.find((one) => workOut(one.when, scope) === true);
      return workOut(exception?.value ?? expression.otherwise, scope);
    }
    case "bounded":
      return bounded(expression, scope);
    case "rounded":
      return amount.rounded(workOut(expression.value, scope), expression.mode, workOut(expression.to, scope));
    case "table":
      return tabled(expression, scope);
    case "dated": {
      const entry = latestFirst(expression).find(({ from }) => from <= scope.facts.dateApplied);
      return entry && workOut(entry.value, scope);
    }
    case "matches":
      return operator.matches(workOut(expression.value, scope), patternOf(expression.pattern, scope));
    case "characters":
      return operator.characters(workOut(expression.of, scope));
    case "word-count":
      return operator.wordCount(workOut(expression.of, scope));
    case "entries":
      return operator.entries(workOut(expression.of, scope));
    case "dated-on":
      return operator.datedOn(workOut(expression.of, scope));
    default:
      return ofTwo(expression.op, workOut(expression.left, scope), workOut(expression.right, scope));
  }
}

function factAt({ path, item }: { path: readonly string[]; item?: string }, scope: Scope): Maybe {
  return valueAt(item === undefined ? scope.facts.values : own(scope.items, item), path);
}

function stateOf({ op, path, item }: StateExpression, scope: Scope): boolean {
  if (op === "answered") return factAt({ path, ...(item !== undefined && { item }) }, scope) !== undefined;
  return hasState(
    op,
    path,
    scope.facts,
    item === undefined ? undefined : { key: item, items: scope.items, places: scope.places },
  );
}

/** yes, no and not known, joined as Kleene did: one no settles an "and", one yes settles an "or". */
function joined({ op, parts }: JoinedExpression, scope: Scope): boolean | undefined {
  const settling = op === "or";
  let open = false;
  for (const part of parts) {
    const value = workOut(part, scope);
    if (value === settling) return settling;
    if (typeof value !== "boolean") open = true;
  }
  return open ? undefined : !settling;
}

/** The items of a list, each with the scope in which it is "this item". A list of an item around begins with its key. */
function itemScopes(list: readonly string[], item: string, scope: Scope): Scope[] {
  const [start = "", ...rest] = list;
  const ofItem = Object.hasOwn(scope.places, start);
  const items = ofItem ? itemsAt(own(scope.items, start), rest) : itemsAt(scope.facts.values, list);
  return items.map((present) => ({ ...scope, items: { ...scope.items, [item]: present } }));
}

function aggregate({ op, list, item, of, where }: AggregateExpression, scope: Scope): Maybe {
  const inside = itemScopes(list, item, scope).filter((one) => where === undefined || workOut(where, one) === true);
  if (op === "count" && of === undefined) return inside.length;
  const values = inside.map((one) => of && workOut(of, one)).filter((value) => value !== undefined);
  switch (op) {
    case "count":
      return values.length;
    case "sum":
      return amount.sum(values);
    case "highest":
      return amount.highest(values);
    case "lowest":
      return amount.lowest(values);
    case "average":
      return amount.average(values);
  }
}

/** `every` and `any` over nothing are no (3.6.6), so `none` is yes. */
function quantified({ op, list, item, where }: QuantifiedExpression, scope: Scope): boolean | undefined {
  const found = itemScopes(list, item, scope).map((one) => workOut(where, one));
  if (op === "every") {
    if (found.length === 0 || found.includes(false)) return false;
    return found.every((value) => value === true) ? true : undefined;
  }
  const any = found.includes(true) ? true : found.every((value) => value === false) ? false : undefined;
  return op === "any" ? any : operator.opposite(any);
}

function calendarOf(name: string | undefined, { service }: Scope): WorkingCalendar {
  return service.calendars[name ?? service.route?.calendar ?? ""] ?? plainWeek;
}

function since({ unit, from, to, calendar }: SinceExpression, scope: Scope): Maybe {
  const [start, end] = [operator.asText(workOut(from, scope)), operator.asText(workOut(to, scope))];
  if (start === undefined || end === undefined) return undefined;
  return countBetween(unit, start, end, calendarOf(calendar, scope));
}

function shifted({ op, length, date, calendar }: ShiftExpression, scope: Scope): Maybe {
  const by = asLength(workOut(length, scope));
  const day = operator.asText(workOut(date, scope));
  if (!by || day === undefined) return undefined;
  return shiftDate(day, by, op === "after" ? 1 : -1, calendarOf(calendar, scope));
}

function bounded({ value, below, above }: BoundedExpression, scope: Scope): Maybe {
  const raised = below ? amount.neverBelow(workOut(value, scope), workOut(below, scope)) : workOut(value, scope);
  return above ? amount.neverAbove(raised, workOut(above, scope)) : raised;
}

/** Rows that are known to fit; the compiler has shown that at most one result fits where exactly one must. */
function tabled({ policy, rows, otherwise }: TableExpression, scope: Scope): Maybe {
  if (policy === "exactly-one" || policy === "first") {
    const row = rows.find(({ when }) => workOut(when, scope) === true) ?? (otherwise && { value: otherwise });
    return row && workOut(row.value, scope);
  }
  const fitting = rows.filter(({ when }) => workOut(when, scope) === true);
  const values = fitting.map((row) => workOut(row.value, scope));
  return amount.combineRows(policy, values, otherwise && (() => workOut(otherwise, scope)));
}

/** The entries of a dated amount, the latest first; of two from one day, the one written first. */
function latestFirst({ entries }: DatedExpression): DatedExpression["entries"] {
  return entries.toSorted((left, right) => (left.from < right.from ? 1 : left.from > right.from ? -1 : 0));
}

function patternOf(pattern: string, { patterns }: Scope): RegExp {
  const present = patterns.get(pattern);
  if (present) return present;
  const made = new RegExp(`^(?:${pattern})$`, "u");
  patterns.set(pattern, made);
  return made;
}
