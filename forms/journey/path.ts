// Answers by dotted path, where an item of a list is named by its id: members.<id>.pay. Never changes what it was given.
import type { Answers, Draft, Value } from "#contract/facts.ts";
import { asRecord, own } from "#support/facts.ts";

/** The answer at a path; nothing when it is not there. */
export function answerAt(answers: Value | undefined, path: string): Value | undefined {
  let value: Value | undefined = answers;
  for (const key of path.split(".")) value = Array.isArray(value) ? itemOf(value, key) : own(value, key);
  return value;
}

/** A copy with the answer at the path. An item that is not in its list is not made: the answer is then left out. */
export function withAnswer(answers: Answers, path: string, value: Value): Answers {
  return asRecord(changed(answers, path.split("."), value)) ?? answers;
}

/** A copy without the answer; a record left empty goes too, an item of a list stays. */
export function withoutAnswer(answers: Answers, path: string): Answers {
  return asRecord(changed(answers, path.split("."), undefined)) ?? {};
}

function changed(value: Value | undefined, keys: readonly string[], leaf: Value | undefined): Value | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((item: Value) => (own(item, "id") === key ? (changed(item, rest, leaf) ?? { id: key }) : item));
  const record = asRecord(value) ?? {};
  const inner = changed(own(record, key), rest, leaf);
  if (inner !== undefined) return { ...record, [key]: inner };
  const { [key]: _, ...others } = record;
  return Object.keys(others).length === 0 ? undefined : others;
}

function itemOf(list: readonly Value[], id: string): Value | undefined {
  return list.find((item) => own(item, "id") === id);
}

/** Puts a value into the record being gathered, making the records on the way. */
export function put(record: Record<string, Value>, path: readonly string[], value: Value): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  const inner: Record<string, Value> = { ...asRecord(own(record, key)) };
  put(inner, rest, value);
  record[key] = inner;
}

/** The draft without an answer and where it came from. */
export function withoutAnswerAt(draft: Draft, path: string): Draft {
  const { [path]: _, ...origins } = draft.origins;
  return { ...draft, answers: withoutAnswer(draft.answers, path), origins };
}
