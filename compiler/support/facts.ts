// Reading and changing answers by path, without ever changing what was given. Only own keys of records count, so a
// question named "constructor" is safe. Must not know rules or questions.
import type { Answers, Identity, Value } from "#contract/facts.ts";

/** The record, when the value is one (not a list, not text). */
export function asRecord(value: unknown): Answers | undefined {
  return isRecord(value) ? value : undefined;
}

/** True for a record of values by key. */
export function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under one key of a record; nothing when it is not a record or has no such answer. */
export function own(record: unknown, key: string): Value | undefined {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The value at a path of keys; nothing when it is not there. An empty path gives the whole. */
export function valueAt(values: Value | undefined, path: readonly string[]): Value | undefined {
  let value: Value | undefined = values;
  for (const key of path) {
    value = own(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}

/** The value at a dotted path: "home.postcode". */
export function valueAtDotted(values: Answers, path: string): Value | undefined {
  return valueAt(values, path.split("."));
}

/** A copy with the value put at the path; records on the way are made where they are missing. */
export function withValueAt(values: Answers, path: readonly string[], value: Value): Answers {
  const [key, ...rest] = path;
  if (key === undefined) return asRecord(value) ?? values;
  const inner = rest.length === 0 ? value : withValueAt(asRecord(own(values, key)) ?? {}, rest, value);
  return { ...values, [key]: inner };
}

/**
 * A copy without the value at the path; records that become empty go too, for what has no answer is absent. Through a list the
 * value goes from each of its items, which stay: members.pay.
 */
export function withoutValueAt(values: Answers, path: readonly string[]): Answers {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(values, key)) return values;
  const { [key]: present, ...others } = values;
  if (rest.length === 0) return others;
  if (Array.isArray(present))
    return { ...values, [key]: present.map((item: Value) => (isRecord(item) ? withoutValueAt(item, rest) : item)) };
  const record = asRecord(present);
  if (!record) return values;
  const inner = withoutValueAt(record, rest);
  return Object.keys(inner).length === 0 ? others : { ...values, [key]: inner };
}

/** The items of the list at a path; a list inside items gives all of theirs in order. Nothing there: no items. */
export function itemsAt(values: Value | undefined, path: readonly string[]): readonly Answers[] {
  return itemsFrom(values, path, 0);
}

/** The items that a value holds: of a list its records, a record as the one item; of anything else none. */
export function itemsIn(value: Value | undefined): readonly Answers[] {
  // The list itself, where it holds nothing but items: nobody may change it.
  if (Array.isArray(value)) return value.every(isRecord) ? value : value.flatMap(itemsIn);
  return isRecord(value) ? [value] : [];
}

function itemsFrom(values: Value | undefined, path: readonly string[], at: number): readonly Answers[] {
  if (at === path.length) return itemsIn(values);
  if (Array.isArray(values)) return values.flatMap((item: Value) => itemsFrom(item, path, at));
  return itemsFrom(own(values, path[at] ?? ""), path, at + 1);
}

/** True when two values say the same, whatever the order of their keys; two that are not there are the same too. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && stable(one) === stable(other));
}

function stable(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${stable(part)}`).join()}}`;
}

/**
 * What rules read of who applies: the parts of the identity, the applicant's kind and who fills in (3.6.10). Undefined before anybody has
 * signed in: then nothing of it is known.
 */
export function identityValues(identity: Identity | undefined, filledInBy: string | undefined): Answers | undefined {
  if (!identity) return filledInBy === undefined ? undefined : { filledInBy };
  return { ...identity.parts, kind: identity.kind, filledInBy: filledInBy ?? identity.filledInBy ?? "applicant" };
}
