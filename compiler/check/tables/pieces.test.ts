// The amounts that fit a comparison are found by halving: the same ones as when each is asked.
import fc from "fast-check";
import { expect, test } from "vitest";
import { rational } from "../proof/rational.ts";
import { type Amounts, amountFits, type Comparison, stretchOf } from "./pieces.ts";
import { rangesOf } from "./ranges.ts";

/** Numbers cut at these values; whole ones have nothing between neighbours. The outermost may be cut off, as nobody can have them. */
function cutAt(values: readonly number[], isWhole: boolean): Amounts[] {
  const bound = (value: number, included: boolean) => ({ value: rational(BigInt(value)), included });
  const pieces = values.flatMap((value, at): Amounts[] => {
    const before = values[at - 1];
    const low = before === undefined ? {} : { low: bound(before, false) };
    const between: Amounts = { kind: "amounts", ...low, high: bound(value, false) };
    const point: Amounts = { kind: "amounts", low: bound(value, true), high: bound(value, true) };
    return before !== undefined && isWhole && value === before + 1 ? [point] : [between, point];
  });
  const last = values.at(-1);
  return [...pieces, { kind: "amounts", ...(last !== undefined && { low: bound(last, false) }) }];
}

test("the amounts that fit are the same as when each is asked", () => {
  const values = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
  const op = fc.constantFrom<Comparison>("is", "is-not", "at-least", "at-most", "over", "under");
  fc.assert(
    fc.property(
      values,
      op,
      fc.nat(),
      fc.boolean(),
      fc.nat(2),
      fc.nat(2),
      (all, comparison, pick, isWhole, from, to) => {
        const sorted = all.toSorted((one, two) => one - two);
        const cut = cutAt(sorted, isWhole);
        const amounts = cut.slice(from, Math.max(from, cut.length - to));
        const value = rational(BigInt(sorted[pick % sorted.length] ?? 0));
        const one = (at: number) => amountFits(comparison, amounts[at] ?? { kind: "amounts" }, value);
        expect(stretchOf(amounts, comparison, value)).toEqual(rangesOf(amounts.length, one));
      },
    ),
  );
});
