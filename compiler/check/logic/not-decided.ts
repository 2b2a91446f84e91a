// FW415: a proof that ended before an answer. It is always told: silence would read as "all is well".
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Span } from "../../syntax/tree.ts";

/** A question that stayed open. */
export interface Undecided {
  /** "whether the question pay can be shown" */
  readonly what: string;
  readonly at: Span;
  /** Why, when it is not that the steps ran out. */
  readonly why?: string;
}

/** One Tip for each place. */
export function tellUndecided(all: readonly Undecided[]): Problem[] {
  const places = new Map(all.map((one) => [`${one.at.file} ${one.at.start}`, one]));
  return [...places.values()].map(({ what, at, why }) =>
    problems.notDecided(
      at,
      { what },
      { explanation: [why ?? "It depends on too many things at once. Simpler conditions can be proved."] },
    ),
  );
}
