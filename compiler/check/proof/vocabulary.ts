// The variables of one proof: which values each can have, and what is known of it as soon as it is mentioned. A fact has
// one name for both: its choice (its value, or that it is not there) and, when it is a number, its amount.
import { allOf, always, type Formula, variablesOf } from "./formula.ts";
import type { Linear } from "./linear.ts";
import { type Range, type Rational, zero } from "./rational.ts";
import type { Variables } from "./solve.ts";

/** The value of a variable whose answer is not there. */
export const absent = "-";
/** The value of a number or text that is there. */
export const there = "there";
/** Any text that no condition names. */
export const otherWords = "?";

/** `own` is `share` times the two others, which are no constants; `range` is that of the first. */
export interface Product {
  readonly own: Linear;
  readonly left: Linear;
  readonly right: Linear;
  readonly share: Rational;
  readonly range: () => Range;
}

export class Vocabulary implements Variables {
  readonly #values = new Map<string, string[]>();
  readonly #numbers = new Map<string, { readonly whole: boolean; readonly near: Rational }>();
  readonly #axioms = new Map<string, () => Formula>();
  readonly #sure = new Map<string, () => Formula>();
  readonly #made = new Map<string, Formula>();
  readonly #mentioned = new Map<string, ReadonlySet<string>>();
  readonly #rough = new Set<string>();
  readonly #counts = new Map<string, string | undefined>();
  readonly #ranges = new Map<string, () => Range>();
  readonly #products = new Map<string, Product>();
  readonly #unread = new Map<string, ReadonlySet<string>>();

  /** True when the name is new; then its values and axiom are to be given. */
  isNew(name: string): boolean {
    return !this.#values.has(name);
  }

  /** Declares a finite variable; the first value is the one that an example would like best. */
  choice(name: string, values: readonly string[]): void {
    if (this.isNew(name)) this.#values.set(name, [...values]);
  }

  /** One more value of a text: words that a condition names. */
  widen(name: string, value: string): void {
    const values = this.#values.get(name);
    if (values && !values.includes(value)) values.unshift(value);
  }

  /** Declares the amount of a variable. */
  amount(name: string, whole: boolean, near: Rational): void {
    if (!this.#numbers.has(name)) this.#numbers.set(name, { whole, near });
  }

  /** What is known of a variable; made when a proof first mentions it. */
  axiom(name: string, make: () => Formula): void {
    if (!this.#axioms.has(name)) this.#axioms.set(name, make);
  }

  /** What makes a variable that is only known between bounds what it is said to be: examples keep to it where they can. */
  surely(name: string, make: () => Formula): void {
    if (!this.#sure.has(name)) this.#sure.set(name, make);
  }

  sureOf(name: string): Formula | undefined {
    return this.#sure.get(name)?.();
  }

  /** Marks a variable that stands for something the procedure does not look into: a product of two answers, a pattern. */
  rough(name: string): void {
    this.#rough.add(name);
  }

  isRough(name: string): boolean {
    return this.#rough.has(name);
  }

  /** A rough variable of which nothing or only bounds are known, with the variables of the answers that it reads. */
  unread(name: string, reads: ReadonlySet<string>): void {
    this.rough(name);
    this.#unread.set(name, reads);
  }

  /** How many items a list has: `words` are the author's for all of them; undefined for how many are like this or that. */
  count(name: string, words: string | undefined): void {
    this.#counts.set(name, words);
  }

  isCount(name: string): boolean {
    return this.#counts.has(name);
  }

  /** count of children; undefined for what is no count, and for a count of some. */
  countCalled(name: string): string | undefined {
    return this.#counts.get(name);
  }

  /** The least and the most of a variable that is worked out. */
  range(name: string, find: () => Range): void {
    if (!this.#ranges.has(name)) this.#ranges.set(name, find);
  }

  rangeOf(name: string): Range | undefined {
    const find = this.#ranges.get(name);
    if (!find) return undefined;
    // What needs itself is told elsewhere; here it has no limits.
    this.#ranges.set(name, () => ({}));
    const range = find();
    this.#ranges.set(name, () => range);
    return range;
  }

  /** Notes of what a variable is the product. */
  product(name: string, product: Product): void {
    this.#products.set(name, product);
  }

  productOf(name: string): Product | undefined {
    return this.#products.get(name);
  }

  /** What an unread variable reads; undefined for all others. */
  readUnseen(name: string): ReadonlySet<string> | undefined {
    return this.#unread.get(name);
  }

  valuesOf(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  isWholeNumber(name: string): boolean {
    return this.#numbers.get(name)?.whole === true;
  }

  hasAmount(name: string): boolean {
    return this.#numbers.has(name);
  }

  near(name: string): Rational {
    return this.#numbers.get(name)?.near ?? zero;
  }

  /**
   * All variables that the formulas speak of, and those that what is known of them speaks of, in so many steps. What lies
   * further away is left open: a proof stays a proof, and a long form stays quick to check.
   */
  reach(formulas: readonly Formula[], steps: number): Set<string> {
    return new Set(this.rings(formulas, steps).flat());
  }

  /** The same as what each step adds: the first ring is what the formulas speak of. */
  rings(formulas: readonly Formula[], steps: number): readonly (readonly string[])[] {
    const seen = new Set<string>();
    for (const formula of formulas) variablesOf(formula, seen);
    const rings: (readonly string[])[] = [[...seen]];
    for (let step = 0; step < steps; step++) {
      const next: string[] = [];
      for (const name of rings.at(-1) ?? [])
        for (const other of this.#mentionedBy(name)) {
          if (seen.has(other)) continue;
          seen.add(other);
          next.push(other);
        }
      if (next.length === 0) break;
      rings.push(next);
    }
    return rings;
  }

  #mentionedBy(name: string): ReadonlySet<string> {
    const known = this.#mentioned.get(name) ?? variablesOf(this.axiomOf(name));
    this.#mentioned.set(name, known);
    return known;
  }

  /** The formula with everything known of the variables it mentions, and of those mentioned there, and so on. */
  withAxioms(formula: Formula): Formula {
    const parts = [formula];
    const seen = variablesOf(formula);
    // A set grows while it is walked, so that what an axiom mentions is visited too.
    for (const name of seen) {
      const axiom = this.axiomOf(name);
      parts.push(axiom);
      variablesOf(axiom, seen);
    }
    return allOf(parts);
  }

  /** What is known of one variable. */
  axiomOf(name: string): Formula {
    const made = this.#made.get(name);
    if (made) return made;
    const axiom = this.#axioms.get(name)?.() ?? always;
    this.#made.set(name, axiom);
    return axiom;
  }
}
