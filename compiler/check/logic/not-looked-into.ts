// Whether an example leans on something that proofs do not look into: an answer stands beside a pattern, a product or the items
// of a list that read the same answer. Then the example may be none, and that is told (FW415). What reads other answers than
// the rest of the condition can be as it likes, and nothing is said.
import { isEqual } from "../proof/facts.ts";
import { valueIn } from "../proof/feasible.ts";
import { allOf, type Formula, variablesOf } from "../proof/formula.ts";
import { constant, scaled } from "../proof/linear.ts";
import type { Prover } from "../proof/prove.ts";
import { multiplied, type Rational } from "../proof/rational.ts";
import type { Found } from "../proof/solve.ts";
import type { Product, Vocabulary } from "../proof/vocabulary.ts";

/** What is said where several limits or demands hold together, one of which proofs do not look into. */
export const notComparable =
  "Proofs do not look into one of these (a pattern, a division, working days), so it is not known whether one answer fits them all. Where one limit can say it, write one; else fill in the form once, and see whether an answer is taken.";

/** Whether the goal speaks of something that proofs do not look into: only then can an example lean on it. */
export function readsUnread({ t: { vocabulary } }: Pick<Prover, "t">, goal: Formula): boolean {
  for (const name of withRules(vocabulary, goal)) if (vocabulary.readUnseen(name)) return true;
  return false;
}

/** True when the example for the goal may be none. */
export function leansOnUnread({ t, canBe }: Pick<Prover, "t" | "canBe">, goal: Formula, found: Found): boolean {
  const { vocabulary } = t;
  const names = withRules(vocabulary, goal);
  const leaning = [...names].filter((name) => isBesideItsOwn(vocabulary, name, names, found));
  if (leaning.length === 0) return false;
  const products = leaning.flatMap((name) => vocabulary.productOf(name) ?? []);
  if (products.length < leaning.length) return true;
  // With one of its answers fixed a product is a sum like others.
  const ways: ((product: Product) => Rational | undefined)[] = [
    ({ left }) => valueIn(left, found.numbers),
    ({ range }) => range().low,
    ({ range }) => range().high,
  ];
  return !ways.some((way) => {
    const fixed = products.map((product) => {
      const value = way(product);
      return value && fixedAt(product, value);
    });
    return fixed.every((one) => one !== undefined) && canBe(allOf([goal, ...fixed])).verdict === "found";
  });
}

function fixedAt({ own, left, right, share }: Product, value: Rational): Formula {
  return allOf([isEqual(left, constant(value)), isEqual(own, scaled(right, multiplied(value, share)))]);
}

/** The variables of the goal and of the named rules that it reads. */
function withRules(vocabulary: Vocabulary, goal: Formula): ReadonlySet<string> {
  const names = variablesOf(goal);
  // A set grows while it is walked: a rule may read another one.
  for (const name of names) if (name.startsWith("rule ")) variablesOf(vocabulary.axiomOf(name), names);
  return names;
}

function isBesideItsOwn(vocabulary: Vocabulary, name: string, names: ReadonlySet<string>, found: Found): boolean {
  const reads = vocabulary.readUnseen(name);
  if (!reads) return false;
  for (const other of names) {
    if (other === name) continue;
    const [fact = other] = other.split(" includes ");
    if (reads.has(fact)) return true;
    const theirs = vocabulary.readUnseen(other);
    const isSame = theirs !== undefined && [...theirs].some((one) => reads.has(one));
    // Some item may be like this, and some other like that.
    if (isSame && !(isSomeItem(name, found) && isSomeItem(other, found))) return true;
  }
  return false;
}

function isSomeItem(name: string, found: Found): boolean {
  return name.startsWith('? {"op":"any"') && found.choices.get(name) === "yes";
}
