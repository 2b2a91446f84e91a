// Which results of rules are worth keeping: those that many may read and that cost something. All others are worked out where they are
// read, which is quicker than looking up what is known.
import type { Expression, Service } from "#contract";
import { partsOf } from "#support/rule-items.ts";

/** A rule with more parts than this is long enough to keep its result. */
const long = 40;

/** Ids of rules whose results are kept: what reads other rules and is read itself (so every rule of a circle), and what is long or goes through lists. */
export function findKeptRules({ rules }: Pick<Service, "rules">): ReadonlySet<string> {
  const read = new Set<string>();
  const costly = new Set<string>();
  const reading = new Set<string>();
  for (const [id, { expression }] of Object.entries(rules)) {
    const parts = allParts(expression);
    const others = parts.flatMap((part) => (part.op === "rule" ? [part.id] : []));
    for (const other of others) read.add(other);
    if (others.length > 0) reading.add(id);
    if (parts.length > long || parts.some((part) => "list" in part || part.op === "matches")) costly.add(id);
  }
  return new Set(Object.keys(rules).filter((id) => costly.has(id) || (reading.has(id) && read.has(id))));
}

function allParts(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(({ part }) => allParts(part))];
}
