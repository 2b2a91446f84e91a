// Arithmetic as people expect it of money and quantities: no trace of binary fractions, halves rounded up, and nothing
// instead of infinity. Must not know about facts or rules.

/** Takes away what binary fractions add at the end: 0.1 + 0.2 becomes 0.3. Nothing for what is not a finite number. */
export function tidy(number: number): number | undefined {
  if (Number.isInteger(number)) return number + 0;
  return Number.isFinite(number) ? Number(number.toPrecision(15)) : undefined;
}

/** To the nearest whole number; a half goes up (2.5 → 3, -2.5 → -2). Money is rounded so at each named calculation. */
export function roundHalfUp(number: number): number {
  return Math.round(tidy(number) ?? number) + 0;
}

/** So many percent of an amount, not rounded: 25 percent of 1234 is 308.5. */
export function percentOf(percent: number, amount: number): number | undefined {
  return tidy((percent * amount) / 100);
}

/** To a multiple of `step` (£1 is 100 coins): up, down, or to the nearest with a half going up. Nothing for a step that is not above zero. */
export function roundTo(number: number, mode: "up" | "down" | "nearest", step: number): number | undefined {
  if (!(step > 0)) return undefined;
  const steps = tidy(number / step);
  if (steps === undefined) return undefined;
  const whole = mode === "up" ? Math.ceil(steps) : mode === "down" ? Math.floor(steps) : Math.round(steps);
  return tidy(whole * step);
}
