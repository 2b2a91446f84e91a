// Emits conditions.jsonata.json: every rule of a service as JSONata text, for tools that do not run JavaScript. The same typed
// trees as conditions.js; a property test holds the two together. Nothing in it needs a function from outside JSONata.
import type { Rule, Service } from "#contract";
import { partsOf } from "#support/rule-items.ts";
import { findRepeatPlaces, type RepeatPlaces } from "#support/states.ts";
import { isCondition } from "../conditions/condition-text.ts";
import { findFactKinds, isWhole } from "./kinds.ts";
import { functionsNeeded, library } from "./library.ts";
import { createNames } from "./names.ts";
import { type Place, step, type Texts } from "./place.ts";
import { textsOf } from "./value-text.ts";

/** One rule. `expression` reads variables: $a (the answers), $today, and those named in `functions` and `rules`. */
export interface JsonataRule {
  readonly form?: Rule["form"];
  readonly gives: Rule["gives"]["kind"];
  readonly because?: Rule["because"];
  /** The variable under which other rules read it, without the $. */
  readonly variable: string;
  /** Items of repeats that it speaks of: then the variable holds a function of them. */
  readonly items: readonly { readonly key: string; readonly variable: string }[];
  /** What it needs before it: functions of the library, and rules by id. */
  readonly functions: readonly string[];
  readonly rules: readonly string[];
  /** Dotted paths of all answers it reads. */
  readonly reads: readonly string[];
  readonly expression: string;
}

/** The whole file. */
export interface JsonataDocument {
  readonly contractVersion: number;
  readonly service: string;
  readonly version: number;
  /** The JSONata that it is tested with. */
  readonly language: "JSONata 2.2.2";
  readonly about: readonly string[];
  /** Texts of functions by name: `$name := text`. */
  readonly functions: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, JsonataRule>>;
  /** One expression that gives the values of all rules that are known, by id; rules of items are left out. */
  readonly all: string;
}

const about = [
  "Input: { answers, asked, corrected, today, dateApplied }. Answers by key, absent where there is none; money in whole coins;",
  "dates as text like 2026-04-01; asked and corrected are lists of dotted paths. Run `all` for the values of all rules. To run one rule:",
  "an opening bracket, `$a := answers; $asked := asked; $corrected := corrected; $today := today; $dateApplied := dateApplied;`, then",
  "`$name := text;` for each of its functions and rules (and theirs, before them), its expression, and a closing bracket.",
];

/** The document of a service: the same for the same service, always. */
export function emitJsonata(service: Service): JsonataDocument {
  const book = openBook(service);
  const rules = Object.fromEntries(Object.keys(service.rules).map((id) => [id, book.ruleOf(id)]));
  const used = functionsNeeded(Object.values(rules).flatMap((rule) => rule.functions));
  const document = {
    contractVersion: service.contractVersion,
    service: service.name,
    version: service.version.number,
    language: "JSONata 2.2.2" as const,
    about,
    functions: Object.fromEntries(used.map((name) => [name, library[name]?.text ?? ""])),
    rules,
  };
  return { ...document, all: allText(document) };
}

/** The text that works out one rule by itself; of a rule for items, `items` binds them by key from the input: `items.member`. */
export function ruleText(document: Omit<JsonataDocument, "all">, id: string): string {
  const rule = document.rules[id];
  if (!rule) throw new RangeError(`This service has no rule "${id}".`);
  const items = rule.items.map(({ key, variable }) => `$${variable} := items.${step(key)};`);
  return `(${[heading, ...items, ...bindings(document, [id]), rule.expression].join(" ")})`;
}

const heading =
  "$a := answers; $asked := asked; $corrected := corrected; $today := today; $dateApplied := dateApplied;";

function allText(document: Omit<JsonataDocument, "all">): string {
  const ids = Object.keys(document.rules).filter((id) => document.rules[id]?.items.length === 0);
  const entries = ids.map((id) => `${JSON.stringify(id)}: $${document.rules[id]?.variable}`);
  return `(${heading}\n${[...bindings(document, ids, true)].join("\n")}\n{\n  ${entries.join(",\n  ")}\n})`;
}

/** The functions and rules that these rules need, each before those that read it; with `own`, the rules themselves too. */
function bindings({ functions, rules }: Omit<JsonataDocument, "all">, ids: readonly string[], own = false): string[] {
  const done = new Set<string>();
  const ordered: string[] = [];
  const underWay = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id) || underWay.has(id)) return;
    underWay.add(id);
    for (const next of rules[id]?.rules ?? []) visit(next);
    done.add(id);
    ordered.push(id);
  };
  for (const id of ids) visit(id);
  const wanted = functionsNeeded(ordered.flatMap((id) => rules[id]?.functions ?? []));
  const read = ordered.filter((id) => own || !ids.includes(id));
  return [
    ...wanted.map((name) => `$${name} := ${functions[name]};`),
    ...read.map((id) => {
      const rule = rules[id];
      if (!rule) return "";
      const parameters = rule.items.map(({ variable }) => `$${variable}`).join(", ");
      return `$${rule.variable} := ${rule.items.length === 0 ? rule.expression : `function(${parameters}) { ${rule.expression} }`};`;
    }),
  ];
}

/** Makes the rules of a service one by one; a rule read by another knows which items it wants. */
function openBook(service: Service) {
  const facts = findFactKinds(service);
  const places = findRepeatPlaces(service);
  const name = createNames(Object.keys(library));
  const items = new Map<string, string>();
  const itemName = (key: string): string => {
    const known = items.get(key) ?? name(key);
    items.set(key, known);
    return known;
  };
  const wanted = findWantedItems(service, places);
  const variables = new Map(Object.keys(service.rules).map((id) => [id, name(service.rules[id]?.name ?? id)]));
  const ruleOf = (id: string): JsonataRule => {
    const rule = service.rules[id];
    if (!rule) throw new RangeError(`This service has no rule "${id}".`);
    const functions = new Set<string>();
    const rules = new Set<string>();
    const place: Place = {
      service,
      places,
      item: (key) => `$${itemName(key)}`,
      use(helper) {
        functions.add(helper);
        return `$${helper}`;
      },
      rule(other) {
        rules.add(other);
        return { variable: `$${variables.get(other)}`, items: wanted.get(other) ?? [] };
      },
    };
    const expression = expressionText(rule, textsOf(place, facts));
    return {
      ...(rule.form && { form: rule.form }),
      gives: rule.gives.kind,
      ...(rule.because && { because: rule.because }),
      variable: variables.get(id) ?? id,
      items: (wanted.get(id) ?? []).map((key) => ({ key, variable: itemName(key) })),
      functions: [...functions],
      rules: [...rules],
      reads: rule.reads,
      expression,
    };
  };
  return { ruleOf };
}

function expressionText({ expression, gives }: Rule, texts: Texts): string {
  const text = texts.value(expression);
  const isRounded =
    gives.kind !== "money" || isCondition(expression) || isWhole(expression, texts.place.service, texts.facts);
  return isRounded ? text : `${texts.place.use("wholeCoins")}(${text})`;
}

/** The items of repeats that each rule speaks of, itself or through rules it reads, in the order of the repeats. */
function findWantedItems(service: Service, places: RepeatPlaces): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map(Object.keys(service.rules).map((id) => [id, new Set<string>()]));
  const collect = (expression: Rule["expression"], bound: ReadonlySet<string>, into: Set<string>): void => {
    const want = (item: string): void => {
      if (!bound.has(item)) into.add(item);
    };
    if ("path" in expression && expression.item !== undefined) {
      want(expression.item);
      if (expression.op === "asked" || expression.op === "corrected") around(expression.item).forEach(want);
    }
    if ("list" in expression && Object.hasOwn(places, expression.list[0] ?? "")) want(expression.list[0] ?? "");
    if (expression.op === "rule") wanted.get(expression.id)?.forEach(want);
    for (const { part, binds } of partsOf(expression)) {
      collect(part, binds === undefined ? bound : new Set([...bound, binds]), into);
    }
  };
  const around = (item: string): string[] => {
    const outer = places[item]?.around;
    return outer === undefined ? [] : [outer, ...around(outer)];
  };
  // A rule wants what the rules it reads want: until nothing new is found.
  for (let count = -1, before = -2; count !== before; ) {
    before = count;
    for (const [id, rule] of Object.entries(service.rules))
      collect(rule.expression, new Set(), wanted.get(id) ?? new Set());
    count = [...wanted.values()].reduce((sum, { size }) => sum + size, 0);
  }
  return new Map([...wanted].map(([id, items]) => [id, [...items].sort()]));
}
