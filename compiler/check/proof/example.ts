// An example of the procedure in the author's words: "partner is no and savings is £500". Reads names, decides nothing.
import { writtenCoins } from "#support/currencies.ts";
import { dateOfNumber } from "#support/dates.ts";
import { showDate } from "#support/show-parts.ts";
import { showValue } from "#support/show-value.ts";
import type { Datum } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Type } from "../../model/shapes.ts";
import { nameOfFact } from "./facts.ts";
import { type Formula, variablesOf } from "./formula.ts";
import { numberOf, type Rational } from "./rational.ts";
import type { Found } from "./solve.ts";
import type { Translation } from "./translation.ts";
import { absent, otherWords, there } from "./vocabulary.ts";

/** More than this nobody reads. */
const mostFacts = 6;

/** The answers that the formulas speak of, as they are in the example. Empty when there is nothing to say. */
export function sayExample(t: Translation, formulas: readonly Formula[], found: Found): string {
  const named = withWhatTheyHangOn(t, new Set(formulas.flatMap((formula) => [...variablesOf(formula)])), found);
  const all = spoken(t, named, found);
  const behind = all.some(({ isRule }) => isRule)
    ? spoken(t, variablesOf(t.vocabulary.withAxioms(joined(formulas))), found)
    : [];
  const extra = behind.filter((one) => !one.isRule && !all.some((other) => other.name === one.name));
  return inWords([...all, ...extra].slice(0, mostFacts).map(({ words }) => words));
}

/** An answer is there only when its question was asked: the answers that this hangs on belong to the example. */
function withWhatTheyHangOn(t: Translation, names: Set<string>, found: Found): Set<string> {
  const dataByName = new Map(t.data.map((datum) => [nameOfFact(datum.path, datum.item?.key), datum]));
  for (const name of names) {
    const datum = dataByName.get(name);
    const askedWhen = datum && t.model.asked.get(dottedOf(datum))?.askedWhen;
    if (askedWhen === undefined || found.choices.get(name) === absent) continue;
    // A set grows while it is walked: a question may hang on another one that hangs on a third.
    for (const other of variablesOf(t.yes({ op: "rule", id: askedWhen }))) names.add(other);
  }
  return names;
}

function joined(formulas: readonly Formula[]): Formula {
  return { kind: "and", parts: formulas };
}

/** One, two and three. */
export function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

interface Spoken {
  readonly name: string;
  readonly words: string;
  readonly order: number;
  readonly isRule: boolean;
}

function spoken(t: Translation, names: ReadonlySet<string>, found: Found): Spoken[] {
  const data = t.data.flatMap((datum) => sayDatum(t, datum, names, found));
  const rules = [...t.model.rules.values()].flatMap((rule) => {
    const name = `rule ${rule.id}`;
    const words = names.has(name) && rule.name !== undefined ? valueWords(t, name, rule.gives, found) : undefined;
    return words === undefined ? [] : [{ name, words: `${rule.name} ${words}`, order: 0, isRule: true }];
  });
  const days = ["date-applied", "today"].flatMap((name) => {
    const value = names.has(name) ? found.numbers.get(name) : undefined;
    return value
      ? [{ name, words: `${name} is ${amountWords(t, value, { kind: "date" })}`, order: 1e9, isRule: false }]
      : [];
  });
  const counts = [...names].flatMap((name) => {
    const [called, value] = [t.vocabulary.countCalled(name), found.numbers.get(name)];
    if (called === undefined || !value) return [];
    return [{ name, words: `${called} is ${numberOf(value)}`, order: 1e8, isRule: false }];
  });
  return [...rules, ...data, ...counts, ...days].sort((a, b) => a.order - b.order);
}

function sayDatum(t: Translation, datum: Datum, names: ReadonlySet<string>, found: Found): Spoken[] {
  const name = nameOfFact(datum.path, datum.item?.key);
  const order = datum.order ?? 1e6;
  const words = names.has(name) && datum.type ? valueWords(t, name, datum.type, found) : undefined;
  const own = words === undefined ? [] : [{ name, words: `${datum.said} ${words}`, order, isRule: false }];
  const start = `${name} includes `;
  const included = [...names].filter((one) => one.startsWith(start) && found.choices.get(one) === "yes");
  const others = included.map((one) => ({
    name: one,
    words: `${datum.said} includes ${one.slice(start.length)}`,
    order,
    isRule: false,
  }));
  return others.length > 0 ? others : own;
}

/** "is £500", "is not asked"; undefined when the example says nothing of it. */
function valueWords(t: Translation, name: string, type: Type, found: Found): string | undefined {
  const choice = found.choices.get(name);
  if (choice === absent) return "has no answer";
  const amount = found.numbers.get(name);
  if (amount) return `is ${amountWords(t, amount, type)}`;
  // Of a text nothing is said, but where the service names some texts and this is none of them.
  const named = t.vocabulary.valuesOf(name).filter((one) => ![absent, there, otherWords].includes(one));
  if (choice === otherWords && named.length > 0) return "is something else";
  if (choice === there && t.vocabulary.valuesOf(name).includes(there)) return undefined;
  return choice === undefined || choice === otherWords ? undefined : `is ${choice}`;
}

/** A number as the author writes values of its type. */
export function amountWords(t: Translation, value: Rational, type: Type): string {
  const number = numberOf(value);
  if (type.kind === "money") return writtenCoins(number, t.model.currency);
  const shown = showValue(dayOr(number, type), type, "en", {
    lists: t.model.lists,
    currency: t.model.currency,
    languages: [...t.model.languages],
    timeZone: t.model.timeZone,
  });
  return type.kind === "time" ? timeWords(number) : shown;
}

/** As it is written after `given … is`: without the unit, which stands beside the question, and days in the language's own way. */
export function givenWords(t: Translation, value: Rational, type: Type): string {
  const shown = dayOr(numberOf(value), type);
  if (typeof shown === "string") return writtenDay(shown);
  if (type.kind === "year") return String(shown);
  const words = amountWords(t, value, withoutUnit(type));
  // The language has no numbers below nothing: they are written as a difference.
  const number = words.startsWith("-") ? words.slice(1) : undefined;
  return number === undefined ? words : `(${number.replace(/\d[\d.,]*/, "0")} - ${number})`;
}

/** A day as texts write it, whatever the currency: 1 April 2026. */
export function writtenDay(day: string): string {
  return showDate(day, "en-GB");
}

/** The type of the bare number. */
export function withoutUnit(type: Type): Type {
  const { unit, unitWords, ...bare } = type;
  return unit === undefined && unitWords === undefined ? type : bare;
}

function dayOr(number: number, type: Type): string | number {
  const isDay = type.kind === "date" || type.kind === "date-of-birth";
  return isDay ? (dateOfNumber(number) ?? number) : number;
}

/** Minutes of a day as the clock shows them: 09:00. */
export function timeWords(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, "0");
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
