// A JSON Schema (2020-12) as a value, with our own notes under x- keywords. Shapes only.

/** Any JSON value. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** One schema: keywords and what they say. `false` forbids. */
export type Schema = { readonly [keyword: string]: Json };

/** A record of exactly these parts; those in `required` must be there. */
export function recordSchema(properties: Readonly<Record<string, Json>>, required: readonly string[]): Schema {
  return { type: "object", properties, required: [...required], additionalProperties: false };
}

/** Where an answer fits `condition` it must fit `then`, and elsewhere `otherwise`. */
export function ifThen(condition: Schema, then: Schema | undefined, otherwise?: Schema): Schema {
  const keywords: [string, Json | undefined][] = [
    ["if", condition],
    ["then", then],
    ["else", otherwise],
  ];
  return Object.fromEntries(keywords.flatMap(([keyword, says]) => (says === undefined ? [] : [[keyword, says]])));
}
