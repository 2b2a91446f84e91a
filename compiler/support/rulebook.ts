// Keeps what was worked out: each rule once per facts, however many others read it. Both embodiments of a rulebook stand
// on this. Must not know what a rule says.
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";

/** The present item of each repeat around a place, by item key. */
export type Items = Readonly<Record<string, Answers>>;

/** Asks for another rule from inside a rule. */
export type Ask = (id: string, items: Items) => Value | undefined;

/** One rule as a function. */
export interface RuleFunction {
  /** Works the value out; a rule that it reads is asked through `ask`, so that it is worked out once. */
  readonly run: (facts: Facts, items: Items, ask: Ask) => Value | undefined;
  /** True when it, or a rule it reads, speaks of the present item of a repeat. */
  readonly ofItem: boolean;
}

const noItems: Items = Object.freeze({});

type Known = Map<string, Value | undefined>;

/**
 * A rulebook of these rules. Results are kept as long as the facts object lives, so facts must never be changed, only
 * replaced. Rules that read each other in a circle are unknown; the compiler refuses such a text long before.
 */
export function buildRulebook(rules: ReadonlyMap<string, RuleFunction>): Rulebook {
  const known = new WeakMap<Facts, Known>();
  const knownOfItems = new WeakMap<Facts, WeakMap<Items, Known>>();
  return {
    evaluate(id, facts, items = noItems) {
      const plain = remember(known, facts, () => new Map());
      // Inside a list each asking has items of its own, so a circle through them is seen by the rules under way.
      const underWay = new Set<string>();
      const ask: Ask = (wanted, around) => {
        const rule = rules.get(wanted);
        if (!rule) throw new RangeError(`This service has no rule "${wanted}".`);
        if (!rule.ofItem) return workOut(wanted, rule, noItems, plain);
        if (underWay.has(wanted)) return undefined;
        underWay.add(wanted);
        const ofFacts = remember(knownOfItems, facts, () => new WeakMap<Items, Known>());
        const value = workOut(
          wanted,
          rule,
          around,
          remember(ofFacts, around, () => new Map()),
        );
        underWay.delete(wanted);
        return value;
      };
      const workOut = (wanted: string, rule: RuleFunction, around: Items, results: Known): Value | undefined => {
        const kept = results.get(wanted);
        if (kept !== undefined || results.has(wanted)) return kept;
        // Until it is worked out it is unknown, to itself too.
        results.set(wanted, undefined);
        const value = rule.run(facts, around, ask);
        if (value !== undefined) results.set(wanted, value);
        return value;
      };
      return ask(id, items);
    },
  };
}

function remember<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
