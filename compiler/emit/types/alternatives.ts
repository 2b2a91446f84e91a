// Conditions of the application's schema as alternatives that a type can say: { keeper: false; keeperLetter: … } | { keeper: true; keeperLetter?: never }.
// Only conditions on answers with few values are said so; all others leave the answer optional, as the schema's checks know better.
import type { Json, Schema } from "../json-schema/schema.ts";

/** The conditions of a record as unions of records, each to be joined with the record by "and". */
export function alternativesOf(record: Schema): Schema[] {
  const conditions = record["allOf"];
  if (!Array.isArray(conditions)) return [];
  return conditions.flatMap((condition: Json) => {
    const cases = isSchema(condition) ? casesOf(condition, record) : undefined;
    return cases && cases.length > 1 && cases.length <= most ? [{ anyOf: cases.map(caseSchema) }] : [];
  });
}

/** More cases than this could not be read. */
const most = 8;

/** In one case: which values an answer has, that it is there, or that it is not. */
type Case = ReadonlyMap<string, { readonly values?: readonly Json[]; readonly isThere: boolean }>;

function casesOf(condition: Schema, record: Schema): Case[] | undefined {
  const [when, then, otherwise] = [condition["if"], condition["then"], condition["else"]];
  if (condition["oneOf"] !== undefined) return presence(condition);
  if (!isSchema(when) || !(otherwise === undefined || isSchema(otherwise))) return undefined;
  const [yes, no] = [termsOf(when, true, record), termsOf(when, false, record)];
  const consequences = then === undefined ? [new Map()] : isSchema(then) ? presence(then) : undefined;
  const absent = otherwise === undefined ? [new Map()] : presence(otherwise);
  if (!yes || !no || !consequences || !absent) return undefined;
  return [...both(yes, consequences), ...both(no, absent)];
}

/** What is there and what is not; nothing for what a type cannot say. */
function presence(schema: Schema): Case[] | undefined {
  const { required, properties = {}, oneOf, allOf, not, ...others } = schema;
  if (Object.keys(others).length > 0) return undefined;
  if (Array.isArray(oneOf)) return exactlyOne(oneOf);
  if (Array.isArray(allOf)) {
    const parts = allOf.map((part: Json) => (isSchema(part) ? presence(part) : undefined));
    return parts.reduce<Case[] | undefined>((all, part) => all && part && both(all, part), [new Map()]);
  }
  if (not !== undefined) return undefined;
  const found = new Map<string, { isThere: boolean }>();
  if (Array.isArray(required)) for (const key of required) found.set(String(key), { isThere: true });
  if (isSchema(properties))
    for (const [key, part] of Object.entries(properties)) {
      if (part !== false) return undefined;
      found.set(key, { isThere: false });
    }
  return [found];
}

/** One of several answers and none of the others; where it may be none at all, that too. */
function exactlyOne(parts: readonly Json[]): Case[] | undefined {
  const keys: string[] = [];
  let canBeNone = false;
  for (const part of parts) {
    if (!isSchema(part)) return undefined;
    const { required, ...others } = part;
    if (Array.isArray(required) && required.length === 1 && Object.keys(others).length === 0)
      keys.push(String(required[0]));
    else if ("not" in part) canBeNone = true;
    else return undefined;
  }
  const only = (there: string | undefined): Case => new Map(keys.map((key) => [key, { isThere: key === there }]));
  return [...keys.map(only), ...(canBeNone ? [only(undefined)] : [])];
}

/** The condition as cases of values, or of values that do not fit it; nothing where an answer has values without number. */
function termsOf(condition: Schema, wanted: boolean, record: Schema): Case[] | undefined {
  for (const [keyword, isAll] of [
    ["allOf", wanted],
    ["anyOf", !wanted],
  ] as const) {
    const parts = condition[keyword];
    if (!Array.isArray(parts)) continue;
    const terms = parts.map((part: Json) => (isSchema(part) ? termsOf(part, wanted, record) : undefined));
    if (!terms.every((term) => term !== undefined)) return undefined;
    return isAll ? terms.reduce(both, [new Map()]) : terms.flat();
  }
  const { not, properties } = condition;
  if (not !== undefined && isSchema(not)) return termsOf(not, !wanted, record);
  if (properties === undefined || !isSchema(properties)) return undefined;
  const [[key, fits] = ["", undefined], ...more] = Object.entries(properties);
  const values = valuesOf(partOf(record, key));
  if (more.length > 0 || fits === undefined || !isSchema(fits) || !values) return undefined;
  const fitting = values.filter((value) => fitsValue(fits, value) === wanted);
  const isThere = wanted || isRequired(record, key);
  if (fitting.length === 0 && isThere) return [];
  return [new Map([[key, { values: fitting, isThere }]])];
}

function both(some: readonly Case[], others: readonly Case[]): Case[] {
  return some.flatMap((one) => others.flatMap((other) => joined(one, other) ?? []));
}

function joined(one: Case, other: Case): Case | undefined {
  const all = new Map(one);
  for (const [key, says] of other) {
    const before = all.get(key);
    const values =
      before?.values && says.values
        ? before.values.filter((value) => says.values?.includes(value))
        : (before?.values ?? says.values);
    if (values?.length === 0 && (before?.isThere || says.isThere)) return undefined;
    all.set(key, { isThere: says.isThere || before?.isThere === true, ...(values && { values }) });
  }
  return all;
}

/** A case as a record: `tsType` is how json-schema-to-typescript is told a type word for word. */
function caseSchema(one: Case): Schema {
  const properties = [...one].map(([key, { values, isThere }]): [string, Json] => {
    if (values && values.length > 0) return [key, { enum: [...values] }];
    // Joined with the record's own type, {} is that type without undefined.
    return [key, { tsType: isThere ? "{}" : "never" }];
  });
  const required = [...one].flatMap(([key, { isThere }]) => (isThere ? [key] : []));
  return { type: "object", properties: Object.fromEntries(properties), required, additionalProperties: false };
}

function partOf(record: Schema, key: string): Json | undefined {
  const properties = record["properties"];
  return properties !== undefined && isSchema(properties) && Object.hasOwn(properties, key)
    ? properties[key]
    : undefined;
}

function isRequired(record: Schema, key: string): boolean {
  const required = record["required"];
  return Array.isArray(required) && required.includes(key);
}

/** All values an answer can have, where they can be counted. */
function valuesOf(part: Json | undefined): Json[] | undefined {
  if (part === undefined || !isSchema(part)) return undefined;
  if (part["const"] !== undefined) return [part["const"]];
  if (Array.isArray(part["enum"])) return [...part["enum"]];
  if (part["type"] === "boolean") return [true, false];
  if (!Array.isArray(part["anyOf"])) return undefined;
  const all = part["anyOf"].map((one: Json) => valuesOf(one));
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

function fitsValue(fits: Schema, value: Json): boolean {
  if (fits["const"] !== undefined) return fits["const"] === value;
  if (Array.isArray(fits["enum"])) return fits["enum"].includes(value);
  const not = fits["not"];
  return not === undefined || !isSchema(not) || !fitsValue(not, value);
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
