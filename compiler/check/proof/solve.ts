// Decides whether a formula can be true: settles what is certain, then tries the parts of an "or" one after the other,
// and asks for the linear lines whenever some were added. Three answers: an example, none, or open when the steps ran out.
import { type Budget, solveLines, valueIn } from "./feasible.ts";
import { allOf, type Formula, isAlways, isNever, type Or, opposite } from "./formula.ts";
import type { Line } from "./linear.ts";
import { compared, divided, negative, type Rational, zero } from "./rational.ts";

/** What the solver must know of the variables. */
export interface Variables {
  /** All values of a finite variable, the one an example would like best first. */
  valuesOf(variable: string): readonly string[];
  isWholeNumber(variable: string): boolean;
  /** The value that an example would like best. */
  near(variable: string): Rational;
}

/** One way for everything to be true at once. */
export interface Found {
  readonly verdict: "found";
  readonly choices: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, Rational>;
  /** The chain of what it hangs on was longer than proofs look: further back something may still stand against it. */
  readonly isCut?: boolean;
}

/** `open`: the steps ran out before an answer; it must be told as such. */
export type Answer = Found | { readonly verdict: "none" } | { readonly verdict: "open" };

/** How much one question may cost: some tens of milliseconds. */
export const usualSteps = 20_000;

/** Can the formula be true? */
export function solve(formula: Formula, variables: Variables, steps: number = usualSteps): Answer {
  return new Search(variables, { steps }).run([formula], {
    domains: new Map(),
    bounds: new Map(),
    lines: [],
    checked: 0,
  });
}

interface Limit {
  readonly value: Rational;
  readonly strict: boolean;
}

/** What is settled on one branch. Maps and lists are copied when a branch begins. */
interface Branch {
  readonly domains: Map<string, ReadonlySet<string>>;
  readonly bounds: Map<string, { readonly low?: Limit; readonly high?: Limit }>;
  readonly lines: Line[];
  /** How many of the lines were found to go together. */
  checked: number;
}

class Search {
  readonly #variables: Variables;
  readonly #budget: Budget;

  constructor(variables: Variables, budget: Budget) {
    this.#variables = variables;
    this.#budget = budget;
  }

  run(pending: readonly Formula[], branch: Branch): Answer {
    const open = this.#settle(pending, branch);
    if (open === "none") return { verdict: "none" };
    if (this.#budget.steps <= 0) return { verdict: "open" };
    const goTogether = this.#numbers(branch);
    if (goTogether === "none" || goTogether === "open") return { verdict: goTogether };
    const choice = shortest(open);
    if (!choice) return this.#found(branch, goTogether);
    const rest = open.toSpliced(open.indexOf(choice), 1);
    let isOpen = false;
    const before: Formula[] = [];
    for (const part of choice.parts) {
      const answer = this.run([part, ...before, ...rest], copyOf(branch));
      if (answer.verdict === "found") return answer;
      isOpen ||= answer.verdict === "open";
      if (this.#budget.steps <= 0) return { verdict: "open" };
      // Later parts need not look again where this one was true.
      if (part.kind === "among" || part.kind === "line") before.push(opposite(part));
    }
    return { verdict: isOpen ? "open" : "none" };
  }

  /** Takes in all that is certain; what is left are "or"s. `none` when something cannot be. */
  #settle(pending: readonly Formula[], branch: Branch): Or[] | "none" {
    let left: readonly Formula[] = pending;
    for (;;) {
      let hasChanged = false;
      const open: Or[] = [];
      for (const formula of left) {
        this.#budget.steps -= 1;
        const reduced = this.#reduced(formula, branch);
        if (isNever(reduced)) return "none";
        // What is certain is taken in, and the "or"s between which one must choose are kept.
        for (const part of reduced.kind === "and" ? reduced.parts : [reduced]) {
          if (part.kind === "or") open.push(part);
          else if (!this.#take(part, branch)) return "none";
          else hasChanged = true;
        }
      }
      if (!hasChanged || this.#budget.steps <= 0) return open;
      left = open;
    }
  }

  /** The formula with everything put in that is settled already. */
  #reduced(formula: Formula, branch: Branch): Formula {
    switch (formula.kind) {
      case "among": {
        const values = this.#domain(formula.variable, branch);
        let fitting = 0;
        for (const value of values) if (formula.values.includes(value) !== formula.negated) fitting++;
        return fitting === 0 ? cannot : fitting === values.size ? certain : formula;
      }
      case "line":
        return judged(formula, branch);
      case "and": {
        const parts = this.#partsLeft(formula.parts, branch, isNever, isAlways);
        if (parts === "settled") return cannot;
        return parts === formula.parts ? formula : allOf(parts);
      }
      case "or": {
        const parts = this.#partsLeft(formula.parts, branch, isAlways, isNever);
        if (parts === "settled") return certain;
        const [only] = parts;
        if (only && parts.length === 1) return only;
        return parts === formula.parts ? formula : { kind: "or", parts };
      }
    }
  }

  /** What is left of the parts: themselves when nothing is settled, as is so most often; "settled" when one of them decides the whole. */
  #partsLeft(
    parts: readonly Formula[],
    branch: Branch,
    decides: (part: Formula) => boolean,
    saysNothing: (part: Formula) => boolean,
  ): readonly Formula[] | "settled" {
    let left: Formula[] | undefined;
    for (const [at, part] of parts.entries()) {
      const reduced = this.#reduced(part, branch);
      if (decides(reduced)) return "settled";
      const isSilent = saysNothing(reduced);
      if (!left && (isSilent || reduced !== part)) left = parts.slice(0, at);
      if (left && !isSilent) left.push(reduced);
    }
    return left ?? parts;
  }

  #domain(variable: string, branch: Branch): ReadonlySet<string> {
    const known = branch.domains.get(variable);
    if (known) return known;
    const values = new Set(this.#variables.valuesOf(variable));
    branch.domains.set(variable, values);
    return values;
  }

  /** Makes an atom true on this branch; false when it cannot be. */
  #take(atom: Formula, branch: Branch): boolean {
    if (atom.kind === "among") {
      const before = this.#domain(atom.variable, branch);
      const values = new Set<string>();
      for (const value of before) if (atom.values.includes(value) !== atom.negated) values.add(value);
      branch.domains.set(atom.variable, values);
      return values.size > 0;
    }
    if (atom.kind !== "line") return true;
    branch.lines.push(atom.line);
    return narrowed(atom.line, branch);
  }

  #numbers(branch: Branch): ReadonlyMap<string, Rational> | "none" | "open" {
    if (branch.checked === branch.lines.length && branch.lines.length > 0) return new Map();
    branch.checked = branch.lines.length;
    const { isWholeNumber, near } = this.#variables;
    return solveLines(
      branch.lines,
      (name) => isWholeNumber.call(this.#variables, name),
      (name) => near.call(this.#variables, name),
      this.#budget,
    );
  }

  #found(branch: Branch, numbers: ReadonlyMap<string, Rational>): Answer {
    const choices = new Map<string, string>();
    for (const [variable, values] of branch.domains) {
      const best = this.#variables.valuesOf(variable).find((value) => values.has(value));
      if (best !== undefined) choices.set(variable, best);
    }
    if (numbers.size > 0 || branch.lines.length === 0) return { verdict: "found", choices, numbers };
    branch.checked = -1;
    const again = this.#numbers(branch);
    if (again === "none" || again === "open") return { verdict: again };
    return { verdict: "found", choices, numbers: again };
  }
}

const certain: Formula = { kind: "and", parts: [] };
const cannot: Formula = { kind: "or", parts: [] };

function copyOf({ domains, bounds, lines, checked }: Branch): Branch {
  return { domains: new Map(domains), bounds: new Map(bounds), lines: [...lines], checked };
}

function shortest(open: readonly Or[]): Or | undefined {
  let best: Or | undefined;
  for (const formula of open) if (!best || formula.parts.length < best.parts.length) best = formula;
  return best;
}

/** A line over one variable, settled when its bounds settle it. */
function judged(formula: Formula & { kind: "line" }, branch: Branch): Formula {
  const own = limitOf(formula.line);
  const known = own && branch.bounds.get(own.name);
  if (!own || !known) return formula;
  const { limit, isLow } = own;
  const same = isLow ? known.low : known.high;
  const other = isLow ? known.high : known.low;
  const direction = isLow ? 1 : -1;
  if (same) {
    const order = compared(same.value, limit.value) * direction;
    if (order > 0 || (order === 0 && (same.strict || !limit.strict))) return certain;
  }
  if (other) {
    const order = compared(other.value, limit.value) * direction;
    if (order < 0 || (order === 0 && (other.strict || limit.strict))) return cannot;
  }
  return formula;
}

/** Takes the line into the bounds; false when nothing is left between them. */
function narrowed(line: Line, branch: Branch): boolean {
  const own = limitOf(line);
  if (!own) return true;
  const known = branch.bounds.get(own.name) ?? {};
  const tighter = own.isLow
    ? { ...known, low: tightest(known.low, own.limit, 1) }
    : { ...known, high: tightest(known.high, own.limit, -1) };
  branch.bounds.set(own.name, tighter);
  const { low, high } = tighter;
  if (!low || !high) return true;
  const order = compared(low.value, high.value);
  return order < 0 || (order === 0 && !low.strict && !high.strict);
}

function tightest(before: Limit | undefined, limit: Limit, direction: 1 | -1): Limit {
  if (!before) return limit;
  const order = compared(limit.value, before.value) * direction;
  return order > 0 || (order === 0 && limit.strict) ? limit : before;
}

/** `2 times a - 6 is at least 0` says that a is at least 3. Undefined for a line over several variables. */
function limitOf({ sum, strict }: Line): { name: string; limit: Limit; isLow: boolean } | undefined {
  const [only, second] = sum.factors;
  if (!only || second) return undefined;
  const [name, factor] = only;
  return { name, limit: { value: divided(negative(sum.constant), factor), strict }, isLow: factor.above > 0n };
}

/** Whether the example makes the line true; for tests. */
export function isTrue(line: Line, numbers: ReadonlyMap<string, Rational>): boolean {
  const order = compared(valueIn(line.sum, numbers), zero);
  return line.strict ? order > 0 : order >= 0;
}
