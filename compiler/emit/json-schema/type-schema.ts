// What an answer of each type looks like as JSON Schema. As strict as what the forms keep, never stricter, so that an
// application that was sent is always accepted.
import type { List, Service, Type } from "#contract";
import { ifThen, recordSchema, type Schema } from "./schema.ts";

/** A day that is in the calendar, leap years included: 29 February of 2000, 2024, not of 1900, 2026. */
export const dayPattern =
  "^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$";

/** The schema of an answer of a type. */
export function typeSchema(type: Type, service: Pick<Service, "lists" | "currency">): Schema {
  const schema = plainSchema(type, service);
  return type.pattern === undefined ? schema : { ...schema, pattern: `^(?:${type.pattern})$` };
}

const text: Schema = { type: "string", minLength: 1 };
const day: Schema = { type: "string", format: "date" };
const clock: Schema = { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" };
const latitude: Schema = { type: "number", minimum: -90, maximum: 90 };
const longitude: Schema = { type: "number", minimum: -180, maximum: 180 };

/** The class of an answer by its kind alone (language.md 2.2): an account is financial wherever it is asked. */
const financial: Schema = { "x-privacy-class": "financial" };

/** ISO 4217: the amount in whole coins of the currency. */
const moneySchema: Schema = recordSchema(
  { amount: { type: "integer" }, currency: { type: "string", pattern: "^[A-Z]{3}$" } },
  ["amount", "currency"],
);

/** RFC 7946: longitude first; the first corner stands again at the end. */
const polygonSchema: Schema = recordSchema(
  {
    type: { const: "Polygon" },
    coordinates: {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: {
        type: "array",
        minItems: 4,
        items: {
          type: "array",
          prefixItems: [longitude, latitude],
          minItems: 2,
          maxItems: 2,
          items: { type: "number" },
        },
      },
    },
  },
  ["type", "coordinates"],
);

function plainSchema(type: Type, service: Pick<Service, "lists" | "currency">): Schema {
  switch (type.kind) {
    case "email":
      return { ...text, format: "email", maxLength: 254 };
    case "web-address":
      return { ...text, format: "uri" };
    case "number":
    case "percentage":
    case "measurement":
      return { type: "number", ...(type.unit && { "x-unit": type.unit }) };
    case "whole-number":
      return { type: "integer", ...(type.unit && { "x-unit": type.unit }) };
    case "money":
      return { type: "integer", "x-unit": "smallest coin", "x-currency": service.currency };
    case "year":
      return { type: "integer", minimum: 1000, maximum: 9999 };
    case "date":
    case "date-of-birth":
      return day;
    case "month":
      return { type: "string", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])$" };
    case "time":
      return clock;
    case "yes-or-no":
      return type.list === undefined
        ? { type: "boolean" }
        : { anyOf: [{ type: "boolean" }, optionSchema(listOf(type, service))] };
    case "declaration":
      return { const: true };
    case "one-of":
      return optionSchema(listOf(type, service));
    case "any-of":
      return choicesSchema(listOf(type, service));
    case "money-in-any-currency":
      return moneySchema;
    case "date-range":
      return recordSchema({ start: day, end: day }, ["start", "end"]);
    case "appointment":
      return recordSchema({ start: day, startTime: clock, end: day, endTime: clock, place: text }, ["start"]);
    case "place-on-a-map":
      return recordSchema({ latitude, longitude, address: text }, ["latitude", "longitude"]);
    case "area-on-a-map":
      return polygonSchema;
    case "bank-account":
      return {
        ...recordSchema({ name: text, sortCode: text, accountNumber: text, iban: text }, ["name"]),
        ...financial,
      };
    case "record":
    case "credential":
    case "payment":
      return { type: "object" };
    case "postal-address":
      return addressSchema;
    case "file":
    case "photo":
      return fileSchema;
    case "files":
      return { type: "array", items: fileSchema, minItems: 1 };
    case "list":
      return { type: "array" };
    case "duration":
      return lengthSchema;
    default:
      return text;
  }
}

function listOf(type: Type, { lists }: Pick<Service, "lists">): List | undefined {
  return type.list !== undefined && Object.hasOwn(lists, type.list) ? lists[type.list] : undefined;
}

/** One choice. The labels stand beside it for people who read the schema. */
function optionSchema(list: List | undefined): Schema {
  if (!list) return text;
  const labels = list.options.map((option) => [option.value, Object.values(option.label)[0] ?? option.value]);
  return { type: "string", enum: list.options.map((option) => option.value), "x-labels": Object.fromEntries(labels) };
}

/** Several choices; one that stands on its own is alone. */
function choicesSchema(list: List | undefined): Schema {
  const alone = (list?.options ?? []).filter((option) => option.onItsOwn);
  const rules = alone.map((option) => ifThen({ contains: { const: option.value } }, { maxItems: 1 }));
  return {
    type: "array",
    items: optionSchema(list),
    minItems: 1,
    uniqueItems: true,
    ...(rules.length > 0 && { allOf: rules }),
  };
}

const addressSchema: Schema = recordSchema(
  { line1: text, line2: text, line3: text, town: text, county: text, postcode: text, country: text },
  [],
);

const fileSchema: Schema = recordSchema(
  {
    id: text,
    name: text,
    size: { type: "integer", minimum: 1, description: "Bytes." },
    mediaType: text,
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    datedOn: { type: "string", format: "date" },
  },
  ["id", "name", "size", "mediaType", "sha256"],
);

const lengthSchema: Schema = recordSchema(
  {
    amount: { type: "integer", minimum: 0 },
    unit: { enum: ["minutes", "hours", "days", "working-days", "weeks", "months", "years"] },
  },
  ["amount", "unit"],
);
