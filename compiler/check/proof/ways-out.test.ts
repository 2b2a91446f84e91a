// What is left of a formula without one of its variables says the same as trying out every value of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf, among, anyOf, type Formula, lineHolds } from "./formula.ts";
import { type Linear, sumOf, variable } from "./linear.ts";
import { rational } from "./rational.ts";
import { solve } from "./solve.ts";
import { Vocabulary } from "./vocabulary.ts";
import { waysOut } from "./ways-out.ts";

const number = (value: number): Linear => ({ factors: new Map(), constant: rational(BigInt(value)) });
const times = (name: string, factor: number): Linear =>
  factor === 0 ? number(0) : variable(name, rational(BigInt(factor)));

const line: fc.Arbitrary<Formula> = fc
  .record({ q: fc.constantFrom(-1, 0, 1), a: fc.integer({ min: -2, max: 2 }), at: fc.integer({ min: -4, max: 4 }) })
  .chain(({ q, a, at }) =>
    fc.boolean().map((strict) => lineHolds({ sum: sumOf(sumOf(times("q", q), times("a", a)), number(at)), strict })),
  );
const choice = fc
  .tuple(fc.subarray(["red", "blue", "-"]), fc.boolean())
  .map(([values, negated]) => among("q", values, negated));
const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3 },
    line,
    choice,
    fc.array(tie("formula"), { maxLength: 3 }).map(allOf),
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }).map(anyOf),
  ),
}));

const vocabulary = (isWhole: boolean) => {
  const made = new Vocabulary();
  made.choice("q", ["red", "blue", "-"]);
  made.amount("q", isWhole, rational(0n));
  made.amount("a", true, rational(0n));
  return made;
};

test("there is a way out for exactly those who have a value", () => {
  fc.assert(
    fc.property(formula, fc.boolean(), fc.integer({ min: -5, max: 5 }), (whole, isWhole, a) => {
      const variables = vocabulary(isWhole);
      const isA = allOf([
        lineHolds({ sum: sumOf(variable("a", rational(1n)), number(-a)), strict: false }),
        lineHolds({ sum: sumOf(variable("a", rational(-1n)), number(a)), strict: false }),
      ]);
      const ways = waysOut(variables, whole, new Set(["q"])) ?? [];
      const some = solve(allOf([isA, anyOf(ways)]), variables).verdict;
      expect(some).toBe(solve(allOf([isA, whole]), variables).verdict);
    }),
    { numRuns: 500 },
  );
});
