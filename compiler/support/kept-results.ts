// Keeps what emitted rules work out: a rule that is worth it once per facts, however many others read it. Means the same as
// rulebook.ts, which the tree walker stands on. Must not know what a rule says.
import type { Facts, Value } from "#contract/facts.ts";
import { createNotes } from "./notes.ts";
import { type Items, noItems } from "./rulebook.ts";

type Run = (facts: Facts, items: Items) => Value | undefined;

/** What is known of one rule of items: its results, and that it is being worked out just now. */
interface OfItems {
  readonly results: WeakMap<Items, Kept>;
  underWay: boolean;
}

interface Kept {
  value: Value | undefined;
}

/** What is known of some facts: what their rules gave, by number, and the same for the rules of items. */
interface Known {
  readonly plain: (Value | Unknown | undefined)[];
  readonly ofItems: (OfItems | undefined)[];
}

type Unknown = typeof unknown;
/** Has been asked, and gave nothing (yet). */
const unknown = Symbol("unknown");

/**
 * Makes rules that keep their results, each under a number of its own, as long as the facts object lives: so facts must never be
 * changed, only replaced. A rule that reads itself in a circle is unknown there; the compiler refuses such a text long before.
 */
export function keepResults(): {
  readonly plain: (slot: number, run: Run) => (facts: Facts) => Value | undefined;
  readonly ofItem: (slot: number, run: Run) => (facts: Facts, items?: Items) => Value | undefined;
} {
  const notes = createNotes<Facts, Known>();
  const knownOf = (facts: Facts): Known => {
    const present = notes.get(facts);
    if (present !== undefined) return present;
    const made: Known = { plain: [], ofItems: [] };
    notes.set(facts, made);
    return made;
  };
  const plain = (slot: number, run: Run) => (facts: Facts) => {
    const results = knownOf(facts).plain;
    const kept = results[slot];
    if (kept !== undefined) return kept === unknown ? undefined : kept;
    // Until it is worked out it is unknown, to itself too.
    results[slot] = unknown;
    const value = run(facts, noItems);
    if (value !== undefined) results[slot] = value;
    return value;
  };
  const ofItem =
    (slot: number, run: Run) =>
    (facts: Facts, items: Items = noItems) => {
      const known = knownOf(facts).ofItems;
      known[slot] ??= { results: new WeakMap(), underWay: false };
      const own = known[slot];
      // Inside a list each asking has items of its own, so a circle through them is seen by the rule under way.
      if (own.underWay) return undefined;
      const kept = own.results.get(items);
      if (kept !== undefined) return kept.value;
      const made: Kept = { value: undefined };
      own.results.set(items, made);
      own.underWay = true;
      try {
        made.value = run(facts, items);
        return made.value;
      } finally {
        own.underWay = false;
      }
    };
  return { plain, ofItem };
}
