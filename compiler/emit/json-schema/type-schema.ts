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
      return { type: "string", format: "date" };
    case "month":
      return { type: "string", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])$" };
    case "time":
      return { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" };
    case "yes-or-no":
      return { type: "boolean" };
    case "declaration":
      return { const: true };
    case "one-of":
      return optionSchema(listOf(type, service));
    case "any-of":
      return choicesSchema(listOf(type, service));
    case "date-range":
    case "appointment":
    case "place-on-a-map":
    case "area-on-a-map":
    case "bank-account":
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
