// The data of a service with the parts that some answers have: an address's postcode, the currency of an amount. Proofs tell parts
// apart like answers of their own; a part is there only where the whole is.
import type { Datum, Model } from "../../model/model.ts";
import { partsOf } from "../../model/types/families.ts";
import { madeOnce } from "../made-once.ts";

/** All data, each followed by its parts. */
export const dataWithParts = madeOnce(({ data }: Model): readonly Datum[] =>
  data.flatMap((datum) => [datum, ...partsOfDatum(datum)]),
);

function partsOfDatum(whole: Datum): Datum[] {
  // What has parts in the text itself, like a fetched record, names them itself.
  return Object.entries(whole.type ? partsOf(whole.type) : {}).map(([key, type]) => ({
    ...whole,
    said: `${whole.said}'s ${nameOfKey(key)}`,
    path: [...whole.path, key],
    type,
  }));
}

/** startTime → start-time, line1 → line-1 */
function nameOfKey(key: string): string {
  return key.replace(/[A-Z]|\d+/g, (more) => `-${more.toLowerCase()}`);
}

/** Parts that may be missing where the whole is there; all others come with it. */
const mayBeLeftOut: ReadonlySet<string> = new Set([
  "postal-address line2",
  "appointment startTime",
  "appointment end",
  "appointment endTime",
  "appointment place",
  "place-on-a-map address",
]);

/** What a path is a part of: `earned` of `earned.currency`, and whether the part is there whenever that is. */
export function wholeOf(
  path: readonly string[],
  datumOf: (path: readonly string[]) => Datum | undefined,
): { readonly path: readonly string[]; readonly isSure: boolean } | undefined {
  const whole = path.slice(0, -1);
  const key = path.at(-1) ?? "";
  const type = whole.length > 0 ? datumOf(whole)?.type : undefined;
  if (!type || !Object.hasOwn(partsOf(type), key)) return undefined;
  return { path: whole, isSure: !mayBeLeftOut.has(`${type.kind} ${key}`) };
}
