// Keeps what was worked out: a rule that is worth it once per facts, however many others read it. The tree walker stands on
// this; emitted rules do the same by kept-results.ts. Must not know what a rule says.
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";
import { createNotes } from "./notes.ts";

/** The present item of each repeat around a place, by item key. */
export type Items = Readonly<Record<string, Answers>>;

/** Asks for another rule from inside a rule. */
export type Ask = (id: string, facts: Facts, items: Items) => Value | undefined;

/** One rule as a function. */
export interface RuleFunction {
  /** Works the value out; a rule that it reads is asked through `ask` where its result is kept. */
  readonly run: (facts: Facts, items: Items, ask: Ask) => Value | undefined;
  /** True when it, or a rule it reads, speaks of the present item of a repeat. */
  readonly ofItem?: boolean;
  /** True when it is worth keeping: worked out once per facts, however many read it. All others are worked out when they are asked. */
  readonly kept?: boolean;
}

/** Around a rule that is asked outside every repeat. */
export const noItems: Items = Object.freeze({});

/** What is known of some facts. */
interface Known {
  readonly plain: Map<string, Value | undefined>;
  readonly ofItems: WeakMap<Items, Map<string, Value | undefined>>;
  /** Inside a list each asking has items of its own, so a circle through them is seen by the rules under way. */
  readonly underWay: Set<string>;
}

/**
 * A rulebook of these rules. Results are kept as long as the facts object lives, so facts must never be changed, only
 * replaced. Rules that read each other in a circle are unknown; the compiler refuses such a text long before. Rules of a
 * circle must be kept, all of them.
 */
export function buildRulebook(rules: ReadonlyMap<string, RuleFunction>): Rulebook {
  const known = createNotes<Facts, Known>();
  const ask: Ask = (wanted, facts, items) => {
    const rule = rules.get(wanted);
    if (!rule) throw new RangeError(`This service has no rule "${wanted}".`);
    if (!rule.kept) return rule.run(facts, items, ask);
    const kept = remember(known, facts, newKnown);
    if (!rule.ofItem) return workOut(wanted, rule, facts, noItems, kept.plain);
    if (kept.underWay.has(wanted)) return undefined;
    kept.underWay.add(wanted);
    try {
      return workOut(
        wanted,
        rule,
        facts,
        items,
        remember(kept.ofItems, items, () => new Map()),
      );
    } finally {
      kept.underWay.delete(wanted);
    }
  };
  const workOut = (
    wanted: string,
    rule: RuleFunction,
    facts: Facts,
    items: Items,
    results: Map<string, Value | undefined>,
  ): Value | undefined => {
    const kept = results.get(wanted);
    if (kept !== undefined || results.has(wanted)) return kept;
    // Until it is worked out it is unknown, to itself too.
    results.set(wanted, undefined);
    const value = rule.run(facts, items, ask);
    if (value !== undefined) results.set(wanted, value);
    return value;
  };
  return { evaluate: (id, facts, items = noItems) => ask(id, facts, items) };
}

function newKnown(): Known {
  return { plain: new Map(), ofItems: new WeakMap(), underWay: new Set() };
}

function remember<K extends object, V>(
  map: Pick<WeakMap<K, V>, "get"> & { set(key: K, value: V): void },
  key: K,
  make: () => V,
): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
