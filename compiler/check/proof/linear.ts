// Sums of variables with factors (2 times a - b + 5), and what is asked of them: at least 0, or over 0. Pure arithmetic.
import { compared, multiplied, negative, plus, type Rational, zero } from "./rational.ts";

/** factor × variable, added up, and a constant. Factors are never 0. */
export interface Linear {
  readonly factors: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
}

/** The sum is at least 0; over 0 when `strict`. */
export interface Line {
  readonly sum: Linear;
  readonly strict: boolean;
}

export function constant(value: Rational): Linear {
  return { factors: new Map(), constant: value };
}

export function variable(name: string, factor: Rational): Linear {
  return { factors: new Map([[name, factor]]), constant: zero };
}

export function sumOf(left: Linear, right: Linear): Linear {
  const factors = new Map(left.factors);
  for (const [name, factor] of right.factors) {
    const total = plus(factors.get(name) ?? zero, factor);
    if (total.above === 0n) factors.delete(name);
    else factors.set(name, total);
  }
  return { factors, constant: plus(left.constant, right.constant) };
}

export function scaled(linear: Linear, by: Rational): Linear {
  if (by.above === 0n) return constant(zero);
  const factors = new Map([...linear.factors].map(([name, factor]) => [name, multiplied(factor, by)]));
  return { factors, constant: multiplied(linear.constant, by) };
}

export function differenceOf(left: Linear, right: Linear): Linear {
  return sumOf(left, { factors: negated(right.factors), constant: negative(right.constant) });
}

function negated(factors: ReadonlyMap<string, Rational>): ReadonlyMap<string, Rational> {
  return new Map([...factors].map(([name, factor]) => [name, negative(factor)]));
}

/** True when no variable is left in it. */
export function isConstant(linear: Linear): boolean {
  return linear.factors.size === 0;
}

/** Whether a line without variables holds. */
export function holds({ sum, strict }: Line): boolean {
  return strict ? compared(sum.constant, zero) > 0 : compared(sum.constant, zero) >= 0;
}

/** The line that is true exactly when this one is not. */
export function oppositeLine({ sum, strict }: Line): Line {
  return { sum: differenceOf(constant(zero), sum), strict: !strict };
}
