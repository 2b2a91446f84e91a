// Kinds of values that go together in a comparison, and how they are said. Pure tables.
import type { Type } from "../shapes.ts";

/** Kinds that can be compared with each other. */
export type Family =
  | "text"
  | "number"
  | "money"
  | "percentage"
  | "date"
  | "month"
  | "time"
  | "yes-or-no"
  | "choice"
  | "choices"
  | "file"
  | "duration"
  | "record"
  | "list"
  | "stage"
  | "payment";

const families: Readonly<Record<Type["kind"], Family>> = {
  text: "text",
  "long-text": "text",
  "full-name": "text",
  email: "text",
  "phone-number": "text",
  "web-address": "text",
  "reference-number": "text",
  number: "number",
  "whole-number": "number",
  measurement: "number",
  year: "number",
  money: "money",
  "money-in-any-currency": "record",
  percentage: "percentage",
  date: "date",
  "date-of-birth": "date",
  month: "month",
  time: "time",
  "date-range": "record",
  appointment: "record",
  "yes-or-no": "yes-or-no",
  declaration: "yes-or-no",
  "one-of": "choice",
  country: "choice",
  language: "choice",
  "any-of": "choices",
  "postal-address": "record",
  postcode: "text",
  "place-on-a-map": "record",
  "area-on-a-map": "record",
  "grid-reference": "text",
  "vehicle-registration": "text",
  "national-id": "text",
  "business-number": "text",
  "bank-account": "record",
  case: "text",
  file: "file",
  files: "file",
  photo: "file",
  duration: "duration",
  record: "record",
  list: "list",
  stage: "stage",
  payment: "payment",
  credential: "record",
};

/** The family a type belongs to. */
export function familyOf(type: Type): Family {
  return families[type.kind];
}

const said: Readonly<Record<Family, string>> = {
  text: "words",
  number: "a plain number",
  money: "an amount of money",
  percentage: "a percentage",
  date: "a date",
  month: "a month",
  time: "a time of day",
  "yes-or-no": "yes or no",
  choice: "a choice from a list",
  choices: "several choices from a list",
  file: "a file",
  duration: "a length of time",
  record: "several answers in one",
  list: "a list",
  stage: "what was chosen in a stage",
  payment: "a payment",
};

const measures = {
  minutes: "time",
  hours: "time",
  days: "days",
  weeks: "days",
  "working-days": "working-days",
  months: "months",
  years: "months",
} as const;

/** The type of a length of time in this unit. Days and months are different kinds, and never converted. */
export function lengthType(unit: keyof typeof measures): Type {
  return { kind: "duration", measure: measures[unit] };
}

/** Months and years, days and weeks: what a length is counted in, in plain words. */
export function measureInWords({ measure }: Type): string {
  const words = {
    time: "hours and minutes",
    days: "days and weeks",
    "working-days": "working days",
    months: "months and years",
  };
  return words[measure ?? "days"];
}

/** In plain words, to stand after "is". */
export function kindInWords(type: Type): string {
  if (type.kind === "one-of" && type.list) return `one of the choices of ${type.list}`;
  if (type.kind === "money-in-any-currency") return "an amount in a currency that people choose";
  return said[familyOf(type)];
}

/** Types of the parts that some kinds of answer have: an address's postcode. By key. */
export function partsOf(type: Type): Readonly<Record<string, Type>> {
  switch (type.kind) {
    case "postal-address":
      return {
        line1: { kind: "text" },
        line2: { kind: "text" },
        town: { kind: "text" },
        postcode: { kind: "postcode" },
      };
    case "appointment":
      return {
        start: { kind: "date" },
        startTime: { kind: "time" },
        end: { kind: "date" },
        endTime: { kind: "time" },
        place: { kind: "text" },
      };
    case "money-in-any-currency":
      return { currency: { kind: "text" } };
    case "place-on-a-map":
      return { latitude: { kind: "number" }, longitude: { kind: "number" }, address: { kind: "text" } };
    case "date-range":
      return { start: { kind: "date" }, end: { kind: "date" } };
    default:
      return {};
  }
}
