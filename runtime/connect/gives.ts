// Is what a register answered what the operation promises? Keeps only what is declared; one wrong value condemns the answer.
import type { List, Parameter, Service, Type } from "#contract";
import type { Answers, Value } from "#contract/facts.ts";
import { readDate } from "#support/dates.ts";

/** Text longer than this is no answer of a register about one fact. */
const mostCharacters = 10_000;

/**
 * The declared values of an answer, or undefined when it must not be used: no record, nothing declared in it, or a value
 * of another kind than declared. A value that the register does not have (missing, null, "") is left out.
 */
export function readGives(
  service: Pick<Service, "lists">,
  gives: readonly Parameter[],
  answer: unknown,
): Answers | undefined {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return undefined;
  const kept = keepParts(service, gives, { ...answer });
  return kept && Object.keys(kept).length > 0 ? kept : undefined;
}

/** The declared parts of one record; undefined when one of them is wrong. */
function keepParts(
  service: Pick<Service, "lists">,
  gives: readonly Parameter[],
  given: Readonly<Record<string, unknown>>,
): Answers | undefined {
  const kept: [string, Value][] = [];
  for (const { key, type, parts } of gives) {
    const value = Object.hasOwn(given, key) ? dropEmpty(given[key]) : undefined;
    if (value === undefined) continue;
    const list = parts && Array.isArray(value) ? keepRecords(service, parts, value) : undefined;
    if (parts && !list) return undefined;
    if (list) {
      kept.push([key, list]);
      continue;
    }
    if (!isValue(value) || !isOfType(value, type, service.lists)) return undefined;
    kept.push([key, value]);
  }
  return Object.fromEntries(kept);
}

/** The records of a list in their order; one with a wrong part, or that is no record, condemns them all. */
function keepRecords(
  service: Pick<Service, "lists">,
  parts: readonly Parameter[],
  records: readonly unknown[],
): Answers[] | undefined {
  const kept: Answers[] = [];
  for (const record of records) {
    if (typeof record !== "object" || record === null || Array.isArray(record)) return undefined;
    const one = keepParts(service, parts, { ...record });
    if (!one) return undefined;
    kept.push(one);
  }
  return kept;
}

/** Null, "" and records of nothing else are no answer: mappings write the frame of a record whatever stands in it. */
function dropEmpty(value: unknown): unknown {
  if (value === null || value === "") return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return value;
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const whole = dropEmpty(part);
    return whole === undefined ? [] : [[key, whole] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Whether a value is of the declared type. Kinds that are plain text to a register are checked as text. */
export function isOfType(value: Value, type: Type, lists: Readonly<Record<string, List>>): boolean {
  switch (type.kind) {
    case "yes-or-no":
    case "declaration":
      return typeof value === "boolean";
    case "number":
    case "percentage":
    case "measurement":
      return typeof value === "number";
    case "whole-number":
    case "money":
    case "year":
      return typeof value === "number" && Number.isSafeInteger(value);
    case "date":
    case "date-of-birth":
      return readDate(value) !== undefined;
    case "one-of":
      return isOption(value, type, lists);
    case "any-of":
      return Array.isArray(value) && value.every((one) => isOption(one, type, lists));
    case "postal-address":
      return isTextRecord(value);
    case "record":
    case "date-range":
    case "appointment":
    case "place-on-a-map":
    case "area-on-a-map":
    case "bank-account":
    case "money-in-any-currency":
      return typeof value === "object" && !Array.isArray(value);
    case "list":
      return Array.isArray(value);
    default:
      return isText(value) && (type.pattern === undefined || new RegExp(`^(?:${type.pattern})$`, "u").test(value));
  }
}

function isOption(value: Value, type: Type, lists: Readonly<Record<string, List>>): boolean {
  const list = type.list === undefined ? undefined : lists[type.list];
  return typeof value === "string" && (list === undefined || list.options.some((option) => option.value === value));
}

function isText(value: Value): value is string {
  return typeof value === "string" && value.length <= mostCharacters && !/[^\P{Cc}\n\t]/u.test(value);
}

function isTextRecord(value: Value): boolean {
  return typeof value === "object" && !Array.isArray(value) && Object.values(value).every(isText);
}

/** What facts can hold: text, finite numbers, yes or no, and lists and records of them. */
function isValue(value: unknown): value is Value {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string" || typeof value === "boolean") return true;
  if (Array.isArray(value)) return value.every(isValue);
  return typeof value === "object" && value !== null && Object.values(value).every(isValue);
}
