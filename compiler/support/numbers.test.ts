// Money against exact whole-number arithmetic: no binary dust decides a coin.
import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, roundHalfUp, roundTo, tidy } from "./numbers.ts";

test("percentages with two decimals of any amount are rounded as exact arithmetic says", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 2_000_000_000 }),
      (hundredths, coins) => {
        // hundredths / 100 percent of coins, half up, in whole numbers.
        const exact = (BigInt(hundredths) * BigInt(coins) * 2n + 10_000n) / 20_000n;
        expect(roundHalfUp(percentOf(hundredths / 100, coins) ?? Number.NaN)).toBe(Number(exact));
      },
    ),
    {
      numRuns: 2000,
      examples: [
        [2900, 50],
        [1750, 1000],
        [50, 100],
      ],
    },
  );
});

test("a half goes up, below zero too, and zero has no sign", () => {
  expect([2.5, -2.5, 2.4999, -0.4].map(roundHalfUp)).toEqual([3, -2, 2, 0]);
  expect(Object.is(roundHalfUp(-0.4), 0)).toBe(true);
});

test("up, down and to the nearest multiple", () => {
  expect([roundTo(1201, "up", 100), roundTo(1299, "down", 100), roundTo(1250, "nearest", 100)]).toEqual([
    1300, 1200, 1300,
  ]);
  expect(roundTo(0.3, "up", 0.1)).toBe(0.3);
  expect(roundTo(5, "up", 0)).toBeUndefined();
  expect(roundTo(5, "up", -1)).toBeUndefined();
});

test("what is not a finite number is nothing", () => {
  expect([tidy(0.1 + 0.2), tidy(1 / 0), tidy(Number.NaN)]).toEqual([0.3, undefined, undefined]);
});
