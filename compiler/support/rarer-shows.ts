// How answers of the rarer kinds are said. A flat table: the form's script of a service leaves out what it does not ask.
import type { Type } from "#contract";
import type { Value } from "#contract/facts.ts";
import { howItComes } from "./how-it-comes.ts";
import { asLength } from "./lengths.ts";
import { showLength, showMoney } from "./show-parts.ts";

type Shown = { readonly [key: string]: Value };

/** Lines of a record by its kind; `beside` says how a file comes. */
export const rarerShows: Partial<
  Record<Type["kind"], (record: Shown, locale: string) => string[] | undefined> & {
    readonly beside: (how: string, language: string) => string;
  }
> = {
  "place-on-a-map": placeLines,
  "area-on-a-map": cornerLines,
  "money-in-any-currency": moneyLines,
  duration: durationLines,
  beside: howItComes,
};

/** A length of time, whatever asked for it. */
function durationLines(record: Shown, locale: string): string[] | undefined {
  const length = asLength(record);
  return length && [showLength(length, locale)];
}

/** Whole coins of a currency of their own. */
function moneyLines({ amount, currency }: Shown, locale: string): string[] | undefined {
  return typeof amount === "number" && typeof currency === "string" ? [showMoney(amount, locale, currency)] : undefined;
}

/** Words that help to find a place, then its coordinates, latitude first. */
function placeLines({ address, latitude, longitude }: Shown): string[] {
  const point = typeof latitude === "number" && typeof longitude === "number" ? [`${latitude}, ${longitude}`] : [];
  return [...(typeof address === "string" ? [address] : []), ...point];
}

/** The corners of a polygon (RFC 7946: longitude first, the first corner again at the end), latitude first as people write them. */
function cornerLines({ coordinates }: Shown): string[] {
  const [ring] = Array.isArray(coordinates) ? coordinates : [];
  const corners: readonly Value[] = Array.isArray(ring) ? ring.slice(0, -1) : [];
  return corners.flatMap((at) => (Array.isArray(at) ? [`${at[1]}, ${at[0]}`] : []));
}
