// One answer as people read it: £120, 1 April 2026, Yes, the label of the choice. Plain text only, through Intl; a
// value that does not fit its type is shown as it is, never an error.
import type { Type } from "#contract";
import type { Value } from "#contract/facts.ts";
import { readDate } from "./dates.ts";
import { isRecord } from "./facts.ts";
import { asLength } from "./lengths.ts";
import { rarerShows } from "./rarer-shows.ts";
import { localeOf, showDate, showMonth, showTime } from "./show-parts.ts";
import { type Shown, showPlain } from "./show-plain.ts";

/** The value as plain text in a language. Parts of an address or a record are joined by commas; see `showLines`. */
export function showValue(value: Value, type: Type, language: string, service: Shown): string {
  return showLines(value, type, language, service).join(", ");
}

/** The value as lines: an address, a record or several files have more than one. */
export function showLines(value: Value, type: Type, language: string, service: Shown): string[] {
  if (Array.isArray(value)) return listLines(value, type, language, service);
  if (isRecord(value)) return recordLines(value, type, language, service);
  return [showSingle(value, type, language, service)];
}

function showSingle(value: string | number | boolean | Value, type: Type, language: string, service: Shown): string {
  return typeof value === "string"
    ? showText(value, type, language, service)
    : showPlain(value, type, language, service);
}

function showText(value: string, type: Type, language: string, service: Shown): string {
  const locale = localeOf(language, service);
  if (type.list === ":how-it-comes") return rarerShows.beside?.(value, language) ?? value;
  switch (type.kind) {
    case "date":
    case "date-of-birth":
      return showDate(value, locale);
    case "month":
      return showMonth(value, locale);
    case "time":
      return showTime(value, locale);
    case "country":
      return showName(value, "region", locale);
    case "language":
      return showName(value, "language", locale);
    case "stage":
      return value.replaceAll("-", " ");
    default:
      return showPlain(value, type, language, service);
  }
}

function showName(code: string, type: "region" | "language", locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type, fallback: "code" }).of(code) ?? code;
  } catch (error) {
    // Text that is no code at all: show what was given.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

function listLines(values: readonly Value[], type: Type, language: string, service: Shown): string[] {
  if (type.kind !== "any-of") return values.map((value) => showLines(value, type, language, service).join(", "));
  const labels = values.map((value) => showSingle(value, type, language, service));
  return labels.length === 0
    ? []
    : [new Intl.ListFormat(localeOf(language, service), { type: "conjunction" }).format(labels)];
}

const addressOrder = ["line1", "line2", "line3", "town", "county", "postcode", "country"];

function recordLines(
  record: { readonly [key: string]: Value },
  type: Type,
  language: string,
  service: Shown,
): string[] {
  const length = asLength(record);
  if (length && rarerShows.duration) return rarerShows.duration(record, localeOf(language, service)) ?? [];
  if (typeof record["sha256"] === "string" && typeof record["name"] === "string") return [record["name"]];
  if (type.kind === "date-range" || type.kind === "appointment") return [period(record, language, service)];
  const own = rarerShows[type.kind]?.(record, localeOf(language, service));
  if (own) return own;
  const keys = Object.keys(record).filter((key) => key !== "id");
  const order = type.kind === "postal-address" ? keys.toSorted((a, b) => placeOf(a) - placeOf(b)) : keys;
  return order
    .map((key) => showValue(record[key] ?? "", { kind: partKind(record[key]) }, language, service))
    .filter((line) => line !== "");
}

function placeOf(key: string): number {
  const place = addressOrder.indexOf(key);
  return place < 0 ? addressOrder.length : place;
}

/** Parts of a record come without their types; a day is recognised so that it does not stand there as digits. */
function partKind(value: Value | undefined): Type["kind"] {
  return typeof value === "string" && readDate(value) ? "date" : "text";
}

function period(record: { readonly [key: string]: Value }, language: string, service: Shown): string {
  const locale = localeOf(language, service);
  const shown = ["start", "end", "from", "to"].map((key) => record[key]).filter((value) => typeof value === "string");
  const times = ["startTime", "endTime"].map((key) => record[key]).filter((value) => typeof value === "string");
  // An appointment begins and ends on one day, which is said once.
  const named = times.length > 0 ? [...new Set(shown)] : shown;
  const days = named.map((value) => showDate(value, locale)).join(" – ");
  const clock = times.map((value) => showTime(value, locale)).join(" – ");
  return [days, clock, record["place"]].filter((part) => typeof part === "string" && part !== "").join(", ");
}
