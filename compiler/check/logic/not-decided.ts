// FW415: a proof that ended before an answer. It is always told: silence would read as "all is well".
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { lineNumber } from "../text-edits.ts";

/** A question that stayed open. */
export interface Undecided {
  /** "whether the question pay can be shown" */
  readonly what: string;
  readonly at: Span;
  /** Why, when it is not that the steps ran out. */
  readonly why?: string;
}

/** So many are told one by one: a text that is too much for the proofs is so in many places. */
const mostTold = 20;

/** One Tip for each place; of very many, those that are left are counted at the next one, with their lines. */
export function tellUndecided({ trees }: Model, all: readonly Undecided[]): Problem[] {
  const places = [...new Map(all.map((one) => [`${one.at.file} ${one.at.start}`, one])).values()];
  const [told, left] = [places.slice(0, mostTold), places.slice(mostTold)];
  const [first, ...others] = left;
  const counted =
    first && others.length > 0 ? [problemOf(first, [alsoAt(trees, others)])] : left.map((one) => problemOf(one));
  return [...told.map((one) => problemOf(one)), ...counted];
}

const tooMuch = "It depends on too many things at once. Simpler conditions can be proved.";

function problemOf({ what, at, why }: Undecided, more: readonly string[] = []): Problem {
  return problems.notDecided(at, { what }, { explanation: [why ?? tooMuch, ...more] });
}

function alsoAt(trees: Model["trees"], others: readonly Undecided[]): string {
  const lines = [...new Set(others.map(({ at }) => lineNumber(trees, at)))].sort((one, other) => one - other);
  const named = lines.slice(0, 12).join(", ");
  const places = others.length === 1 ? "one place" : `${others.length} places`;
  return `Nor could it be decided of ${places} more: line ${named}${lines.length > 12 ? " …" : ""}.`;
}
