// What the text says is not kept: it is used while the form is filled in, and is no part of what is sent. Pure.
import type { Service } from "#contract";
import type { Answers, Origin, Value } from "#contract/facts.ts";
import { asRecord, own } from "#support/facts.ts";

/** What is sent of an application. */
export interface Kept {
  readonly answers: Answers;
  readonly origins: Readonly<Record<string, Origin>>;
  /** Dotted paths. */
  readonly asked: readonly string[];
}

/** The application without the answers of `do not keep`. */
export function withoutUnkept<T extends Kept>(service: Pick<Service, "privacy">, sent: T): T {
  const paths = service.privacy?.doNotKeep ?? [];
  if (paths.length === 0) return sent;
  const isUnkept = (dotted: string): boolean => paths.some((path) => dotted === path || dotted.startsWith(`${path}.`));
  return {
    ...sent,
    answers: paths.reduce((answers, path) => asRecord(without(answers, path.split("."))) ?? {}, sent.answers),
    origins: Object.fromEntries(Object.entries(sent.origins).filter(([path]) => !isUnkept(path))),
    asked: sent.asked.filter((path) => !isUnkept(path)),
  };
}

/** Without what stands at the path, in every item where lists are on the way. */
function without(value: Value, path: readonly string[]): Value {
  if (Array.isArray(value)) return value.map((item: Value) => without(item, path));
  const [key, ...rest] = path;
  const record = asRecord(value);
  if (!record || key === undefined) return value;
  const { [key]: _gone, ...others } = record;
  const below = own(record, key);
  return rest.length === 0 || below === undefined ? others : { ...others, [key]: without(below, rest) };
}
