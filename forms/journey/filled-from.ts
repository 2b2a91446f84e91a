// What fills a question or a list in, in a draft: the sign-in, a source's record, or what the applicant has from before. Pure.
import type { Prefill } from "#contract";
import type { Answers, Draft, FilledFrom, Value } from "#contract/facts.ts";
import { own, valueAt } from "#support/facts.ts";

/** What fills it in, and since when that is so; a register that is not asked yet by its name. */
export function filledFrom(draft: Draft, prefill: Prefill, instant: string): FilledFrom & { readonly at: string } {
  const key = prefill.from[0] ?? "";
  if (prefill.carries) {
    const source = prefill.credential ?? "previous-application";
    const { number, at = instant } = draft.carried?.[key] ?? {};
    return { source, carries: prefill.carries, ...(number === undefined ? {} : { number }), at };
  }
  const fetched = draft.fetched[key];
  if (fetched) return { source: fetched.source, operation: fetched.operation, at: fetched.at };
  return { source: prefill.source ?? "identity", at: draft.identity?.at ?? instant };
}

/** The value there; `values` hold identity and what was fetched. What is carried is no value that rules could read. */
export function fillingValue(draft: Draft, values: Answers, { from, carries }: Prefill): Value | undefined {
  const [key = "", ...rest] = from;
  const record = carries ? draft.carried?.[key]?.record : own(values, key);
  return record === undefined ? undefined : valueAt(record, rest);
}
