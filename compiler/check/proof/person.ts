// The example of a proof as lines of an `example`: what is given of each answer, so that it can be played. Reads names and
// values, decides nothing.
import { dateOfNumber, dayNumber } from "#support/dates.ts";
import type { Given, Model } from "../../model/model.ts";
import type { Type } from "../../model/shapes.ts";
import { familyOf } from "../../model/types/families.ts";
import { givenWords, timeWords, writtenDay } from "./example.ts";
import { nameOfFact } from "./facts.ts";
import { kindOfType } from "./kind-of.ts";
import { numberOf } from "./rational.ts";
import type { Found } from "./solve.ts";
import type { Translation } from "./translation.ts";
import { absent, otherWords } from "./vocabulary.ts";

/** What is given of one answer, as a value and as it is written: `fuel is petrol`. */
export interface Fact {
  readonly given: Given;
  readonly words: string;
}

/** Somebody of whom the proof says something. */
export interface Person {
  readonly facts: readonly Fact[];
  /** The day of sending, when the proof needs one: "2026-11-03". */
  readonly on?: string;
}

/** Undefined when an answer of the example cannot be written down: a file, an item of a list. */
export function personOf(t: Translation, found: Found): Person | undefined {
  const facts: Fact[] = [];
  const data = t.data.toSorted((one, two) => (one.order ?? 1e6) - (two.order ?? 1e6));
  for (const datum of data) {
    const name = nameOfFact(datum.path, datum.item?.key);
    const choice = found.choices.get(name);
    if (choice === undefined || choice === absent || datum.from === "rule" || datum.from === "case") continue;
    if (datum.from === "repeat" || datum.from === "set" || datum.from === "stage") continue;
    if (datum.item || !datum.type) return undefined;
    if (datum.type.kind === "record") continue;
    const written = writtenValue(t, name, datum.type, choice, found);
    if (!written) {
      // A file or an address is there or not: nothing that a rule compares.
      if (kindOfType(datum.type) === "other") continue;
      return undefined;
    }
    facts.push({ given: { datum, value: written.value }, words: `${datum.said} ${written.words}` });
  }
  const applied = found.numbers.get("date-applied");
  const on = applied && dateOfNumber(numberOf(applied));
  return { facts, ...(on !== undefined && { on }) };
}

interface Written {
  readonly value: Given["value"];
  readonly words: string;
}

function writtenValue(t: Translation, name: string, type: Type, choice: string, found: Found): Written | undefined {
  const family = familyOf(type);
  if (family === "yes-or-no") return { value: choice === "yes", words: `is ${choice}` };
  if (family === "choices") return includedChoices(t, name, type, found);
  if (kindOfType(type) === "number") return writtenAmount(t, name, type, found);
  if (family === "text") {
    const value = choice === otherWords ? "something else" : choice;
    return { value, words: `is "${value}"` };
  }
  return family === "choice" && choice !== otherWords ? { value: choice, words: `is ${choice}` } : undefined;
}

function writtenAmount(t: Translation, name: string, type: Type, found: Found): Written | undefined {
  const amount = found.numbers.get(name) ?? t.vocabulary.near(name);
  const number = numberOf(amount);
  if (!Number.isFinite(number)) return undefined;
  const value = valueOfNumber(type, number);
  if (value === undefined) return undefined;
  return { value, words: `is ${givenWords(t, amount, type)}` };
}

/** Days and times are texts in an answer. */
function valueOfNumber(type: Type, number: number): string | number | undefined {
  if (type.kind === "time") return timeWords(number);
  return familyOf(type) === "date" ? dateOfNumber(number) : number;
}

function includedChoices(t: Translation, name: string, type: Type, found: Found): Written | undefined {
  const options = type.list === undefined ? [] : (t.model.lists[type.list]?.options ?? []);
  const chosen = options
    .map(({ value }) => value)
    .filter((value) => found.choices.get(`${name} includes ${value}`) === "yes");
  const free = options
    .map(({ value }) => value)
    .find((value) => found.choices.get(`${name} includes ${value}`) !== "no");
  const values = chosen.length > 0 ? chosen : free === undefined ? [] : [free];
  if (values.length === 0) return undefined;
  return { value: values, words: `are ${values.join(", ")}` };
}

/** The procedure counts a year between its fewest and its most days: the person may be some days off on either side. */
const daysOff = [-30, 30];

/** The same person with one day a little earlier or later. */
export function otherDays(person: Person): Person[] {
  return person.facts.flatMap((fact, place) =>
    daysOff.flatMap((days) => {
      const moved = movedDay(fact, days);
      return moved ? [{ ...person, facts: person.facts.with(place, moved) }] : [];
    }),
  );
}

function movedDay({ given, words }: Fact, days: number): Fact | undefined {
  const day = typeof given.value === "string" ? dayNumber(given.value) : undefined;
  const value = day === undefined ? undefined : dateOfNumber(day + days);
  if (value === undefined || given.datum.type === undefined || familyOf(given.datum.type) !== "date") return undefined;
  const said = writtenDay(String(given.value));
  return words.endsWith(said)
    ? { given: { ...given, value }, words: words.slice(0, -said.length) + writtenDay(value) }
    : undefined;
}

/** The `on` and `given` lines of an example. */
export function linesOfPerson({ facts, on }: Person, model: Model): string[] {
  const day = on !== undefined && on !== model.version.starts ? [`on ${writtenDay(on)}`] : [];
  return [...day, ...facts.map(({ words }) => `given ${words}`)];
}
