// Which results of rules are worth keeping: those that more than one rule reads and that cost something. All others are worked out where
// they are read, which is quicker than looking up what is known.
import type { Expression, Service } from "#contract";
import { partsOf } from "#support/rule-items.ts";

/** A rule with more parts than this is long enough to keep its result. */
const long = 40;

/** With all that it works out on the way, a rule may have this many parts before it is kept after all. */
const longWithAll = 400;

interface Reading {
  readonly parts: readonly Expression[];
  /** The rules it reads, each as often as it would be worked out: in a loop often. */
  readonly reads: readonly string[];
}

/**
 * Ids of rules whose results are kept: what costs something and is read by several rules or by none (so asked from outside), what
 * works out very much on its way, and every rule of a circle.
 */
export function findKeptRules({ rules }: Pick<Service, "rules">): ReadonlySet<string> {
  const readings = new Map(Object.entries(rules).map(([id, { expression }]) => [id, readingOf(expression)]));
  const readers = new Map<string, number>();
  for (const { reads } of readings.values())
    for (const other of reads) readers.set(other, (readers.get(other) ?? 0) + 1);
  const kept = new Set<string>();
  const weights = new Map<string, number>();
  for (const [id, { parts, reads }] of readsFirst(readings)) {
    const weight = reads.reduce((sum, other) => sum + (kept.has(other) ? 1 : (weights.get(other) ?? 1)), parts.length);
    const costly = parts.length > long || parts.some((part) => "list" in part || part.op === "matches");
    const read = readers.get(id) ?? 0;
    const shared = costly ? read !== 1 : reads.length > 0 && read > 1;
    weights.set(id, weight);
    if (shared || weight > longWithAll) kept.add(id);
  }
  for (const id of readings.keys()) if (!weights.has(id)) kept.add(id);
  return kept;
}

/** Rules after those they read. Rules of a circle, and those that read them, never have their turn. */
function* readsFirst(readings: ReadonlyMap<string, Reading>): Generator<[string, Reading]> {
  const waiting = new Map<string, Set<string>>();
  const readBy = new Map<string, string[]>();
  for (const [id, { reads }] of readings) {
    const others = new Set(reads.filter((other) => readings.has(other)));
    waiting.set(id, others);
    for (const other of others) readBy.set(other, [...(readBy.get(other) ?? []), id]);
  }
  const ready = [...waiting].filter(([, others]) => others.size === 0).map(([id]) => id);
  for (const id of ready) {
    const reading = readings.get(id);
    if (reading) yield [id, reading];
    for (const reader of readBy.get(id) ?? []) {
      const others = waiting.get(reader);
      if (others?.delete(id) && others.size === 0) ready.push(reader);
    }
  }
}

function readingOf(expression: Expression): Reading {
  const parts: Expression[] = [];
  const reads = new Set<string>();
  const often: string[] = [];
  const visit = (part: Expression, inLoop: boolean): void => {
    parts.push(part);
    if (part.op === "rule") {
      reads.add(part.id);
      if (inLoop) often.push(part.id);
    }
    for (const inner of partsOf(part)) visit(inner.part, inLoop || "list" in part);
  };
  visit(expression, false);
  return { parts, reads: [...reads, ...often] };
}
