// What a form reads of what an applicant has from before, and nothing more of it. Pure: the host finds the earlier application or the
// credential, and says which values a question may hold.
import type { Field, Repeat, Service, Type } from "#contract";
import type { Answers, Carries, Value } from "#contract/facts.ts";
import { asRecord, valueAt, withValueAt } from "#support/facts.ts";
import { questionsOf, repeatsIn } from "./parts-of.ts";

/** One thing that questions of a service are filled in from. */
export interface CarriedSource {
  /** The first key of the paths: previousApplication, or a credential's. */
  readonly key: string;
  readonly carries: Carries;
  readonly credential?: string;
}

/** Whether a question of this type may hold the value. */
export type Accepts = (value: Value, type: Type) => boolean;

/** What the questions and lists of a service are filled in from, each once. */
export function carriedSources(service: Service): CarriedSource[] {
  const found = new Map<string, CarriedSource>();
  for (const { prefill } of [...questionsOf(service), ...listsOf(service)]) {
    const [key] = prefill?.from ?? [];
    if (!prefill?.carries || key === undefined || found.has(key)) continue;
    const { carries, credential } = prefill;
    found.set(key, { key, carries, ...(credential === undefined ? {} : { credential }) });
  }
  return [...found.values()];
}

/**
 * The parts that are read, each when its question may hold it: another version of the service may have asked for it in another way.
 * `isWanted` is asked with the question's dotted path.
 */
export function partsRead(
  service: Service,
  key: string,
  said: Answers,
  accepts: Accepts,
  isWanted: (question: string) => boolean = () => true,
): Answers {
  const isOfIt = ({ prefill, path }: Pick<Field, "prefill" | "path">) =>
    prefill?.carries !== undefined && prefill.from[0] === key && isWanted(path.join("."));
  const fields = questionsOf(service).filter(isOfIt);
  const lists = listsOf(service).filter((list) => isOfIt({ ...list, path: [...(list.within ?? []), list.key] }));
  const cut = lists.reduce<Answers>((so, { prefill }) => {
    const path = prefill?.from.slice(1) ?? [];
    const items = valueAt(said, path);
    if (!Array.isArray(items)) return so;
    const below = fields.filter(({ prefill: from }) => path.every((part, at) => from?.from[at + 1] === part));
    return withValueAt(
      so,
      path,
      items.map((item: Value) => taken(below, asRecord(item) ?? {}, 1 + path.length, accepts)),
    );
  }, {});
  return { ...cut, ...taken(fields, said, 1, accepts) };
}

/** What these questions are filled in from, of a record that stands so many keys into their paths. */
function taken(fields: readonly Field[], record: Answers, depth: number, accepts: Accepts): Answers {
  return fields.reduce<Answers>((so, { prefill, type }) => {
    const path = prefill?.from.slice(depth) ?? [];
    const value = path.length === 0 ? undefined : valueAt(record, path);
    return value === undefined || !accepts(value, type) ? so : withValueAt(so, path, value);
  }, {});
}

function listsOf(service: Service): Repeat[] {
  return repeatsIn([...(service.eligibility?.steps ?? []), ...service.sections.flatMap(({ steps }) => steps)]);
}
