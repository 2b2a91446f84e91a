// What fills a question or a list in, in a draft: the sign-in, a source's record, or what the applicant has from before. Pure.
import type { Prefill } from "#contract";
import type { Answers, Draft, Fetched, FilledFrom, Value } from "#contract/facts.ts";
import { valueAt } from "#support/facts.ts";
import { optionalParts } from "./optional-parts.ts";

/** What fills it in, and since when that is so; a register that is not asked yet by its name. */
export function filledFrom(draft: Draft, prefill: Prefill, instant: string): FilledFrom & { readonly at: string } {
  const carried = optionalParts.carried?.from(draft, prefill);
  if (carried) return carried;
  const {
    source = prefill.source ?? "identity",
    operation,
    at = draft.identity?.at ?? instant,
  }: Partial<Fetched> = draft.fetched[prefill.from[0] ?? ""] ?? {};
  return { source, ...(operation && { operation }), at };
}

/** The value there; `values` hold identity and what was fetched. What is carried is no value that rules could read. */
export function fillingValue(draft: Draft, values: Answers, prefill: Prefill): Value | undefined {
  return prefill.carries ? optionalParts.carried?.value(draft, prefill) : valueAt(values, prefill.from);
}
