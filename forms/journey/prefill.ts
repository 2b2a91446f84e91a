// What a register or the identity said, put into the draft. A late answer never overwrites a typed one; another vehicle's answers go.
import type { Field, Service } from "#contract";
import type { Draft, Fetched, Identity, Value } from "#contract/facts.ts";
import { isSameValue, own } from "#support/facts.ts";
import { isOfRecord } from "./listed-items.ts";
import { pagesIn, questionsOf, repeatsIn } from "./parts-of.ts";
import { answerAt, withoutAnswer } from "./path.ts";
import { removeItem } from "./repeat.ts";
import type { WantedFetch } from "./shapes.ts";

/**
 * The draft after a call of a source came back, or did not. Answers that the person gave about an earlier call's values
 * (another registration) go; the page they stand on is looked at again.
 */
export function applyFetched(service: Service, draft: Draft, wanted: WantedFetch, fetched: Fetched): Draft {
  const before = draft.fetched[wanted.key];
  const withCall: Draft = {
    ...draft,
    fetched: { ...draft.fetched, [wanted.key]: { ...fetched, using: wanted.using } },
  };
  const { prefix, name } = splitKey(wanted.key);
  const filled = questionsOf(service).filter((field) => field.prefill?.from[0] === name);
  if (before && isSameValue(before.using, wanted.using)) return withCall;
  const paths = filled.map((field) => (prefix ? prefix + field.path.slice(1).join(".") : field.path.join(".")));
  const cleared = before ? withoutItemsOf(paths.reduce(forget, withCall), service, name, prefix) : withCall;
  const addresses = pagesOf(service, filled);
  return {
    ...cleared,
    passed: cleared.passed.filter((address) => !addresses.some((page) => address.endsWith(`/${page}`))),
  };
}

/** The draft with who signed in. What was typed stays; what was not is now filled in. */
export function applyIdentity(_service: Service, draft: Draft, identity: Identity): Draft {
  return { ...draft, identity };
}

/** The draft with what the applicant has from before. What was typed or corrected stays. */
export function applyCarried(draft: Draft, carried: NonNullable<Draft["carried"]>): Draft {
  const { carried: _, ...others } = draft;
  return Object.keys(carried).length === 0 ? others : { ...others, carried };
}

function forget(draft: Draft, path: string): Draft {
  const { [path]: _, ...origins } = draft.origins;
  return { ...draft, answers: withoutAnswer(draft.answers, path), origins };
}

/** Items that the earlier call's list made, with all that was answered about them. */
function withoutItemsOf(draft: Draft, service: Service, name: string, prefix: string): Draft {
  let result = draft;
  for (const repeat of repeatsIn(service.sections.flatMap((section) => section.steps))) {
    if (repeat.prefill?.from[0] !== name) continue;
    const path = prefix + [...(repeat.within ?? []), repeat.key].join(".");
    const list = answerAt(result.answers, path);
    const ids = (Array.isArray(list) ? list : []).map((item: Value) => own(item, "id"));
    for (const id of ids) if (typeof id === "string" && isOfRecord(id, name)) result = removeItem(result, path, id);
    const origins = Object.entries(result.origins).filter(
      ([key]) => !(key.startsWith(`${path}.`) && isOfRecord(key.slice(path.length + 1), name)),
    );
    result = { ...result, origins: Object.fromEntries(origins) };
  }
  return result;
}

/** The key of a record fetched inside an item is the item's path and the record's own key. */
function splitKey(key: string): { prefix: string; name: string } {
  const end = key.lastIndexOf(".");
  return { prefix: key.slice(0, end + 1), name: key.slice(end + 1) };
}

function pagesOf(service: Service, fields: readonly Field[]): string[] {
  const pages = pagesIn(service.sections.flatMap((section) => section.steps));
  return pages
    .filter((page) => page.parts.some((part) => part.kind === "field" && fields.includes(part)))
    .map((page) => page.name);
}
