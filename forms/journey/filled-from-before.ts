// What fills a question in of what the applicant has from before. Apart, since few services have a use for it in their script.
import type { Prefill } from "#contract";
import type { Carried, Draft, FilledFrom, Value } from "#contract/facts.ts";
import { valueAt } from "#support/facts.ts";

function carriedOf({ carried }: Draft, { carries, from }: Prefill): Carried | undefined {
  return carries && carried?.[from[0] ?? ""];
}

/** The application or the credential; nothing for identity and sources, and where the applicant has none. */
function from(draft: Draft, prefill: Prefill): (FilledFrom & { readonly at: string }) | undefined {
  const carried = carriedOf(draft, prefill);
  if (!carried) return undefined;
  const { carries, number, at } = carried;
  const { credential = "previous-application", issuedBy } = prefill;
  return { source: credential, carries, number, at, ...(issuedBy === undefined ? {} : { issuedBy }) };
}

/** The value there. */
function value(draft: Draft, prefill: Prefill): Value | undefined {
  return valueAt(carriedOf(draft, prefill)?.record, prefill.from.slice(1));
}

/** What the journey does with it, as one part. */
export const carried = { from, value };
