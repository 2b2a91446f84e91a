// Exact fractions, so that a proof never rests on a rounded number. Nothing but arithmetic.

/** A fraction in lowest terms; `below` is always over 0. */
export interface Rational {
  readonly above: bigint;
  readonly below: bigint;
}

/** The least and the most that a value can be, as far as limits written as numbers say it. */
export interface Range {
  readonly low?: Rational | undefined;
  readonly high?: Rational | undefined;
}

export const zero: Rational = { above: 0n, below: 1n };
export const one: Rational = { above: 1n, below: 1n };

/** The fraction in lowest terms. Throws RangeError for a denominator of 0: a defect of the caller. */
export function rational(above: bigint, below = 1n): Rational {
  if (below === 0n) throw new RangeError("A fraction cannot have a denominator of 0");
  const divisor = greatestDivisor(above, below) * (below < 0n ? -1n : 1n);
  return { above: above / divisor, below: below / divisor };
}

/** The number exactly as it is written in decimals: 0.1 is one tenth. Undefined for what is no finite number. */
export function rationalOf(value: number): Rational | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) return undefined;
  const [, whole = "0", decimals = "", exponent = "0"] = match;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}

/** As a plain number, for showing. */
export function numberOf({ above, below }: Rational): number {
  return Number(above) / Number(below);
}

export function plus(left: Rational, right: Rational): Rational {
  return rational(left.above * right.below + right.above * left.below, left.below * right.below);
}

export function minus(left: Rational, right: Rational): Rational {
  return plus(left, negative(right));
}

export function multiplied(left: Rational, right: Rational): Rational {
  return rational(left.above * right.above, left.below * right.below);
}

export function divided(left: Rational, right: Rational): Rational {
  return rational(left.above * right.below, left.below * right.above);
}

export function negative({ above, below }: Rational): Rational {
  return { above: -above, below };
}

/** Below 0, 0, or above 0. */
export function compared(left: Rational, right: Rational): number {
  const difference = left.above * right.below - right.above * left.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not more. */
export function floorOf({ above, below }: Rational): bigint {
  const quotient = above / below;
  return above % below !== 0n && above < 0n ? quotient - 1n : quotient;
}

export function isWhole({ below }: Rational): boolean {
  return below === 1n;
}

/** The greatest whole number that divides both; never 0. */
export function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
