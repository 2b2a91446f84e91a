// The procedure against trying out every answer, on small random formulas.
import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf, among, anyOf, type Formula, lineHolds, opposite } from "./formula.ts";
import { type Linear, sumOf, variable } from "./linear.ts";
import { numberOf, rational } from "./rational.ts";
import { type Found, isTrue, solve, type Variables } from "./solve.ts";

const choices = ["a", "b"];
const numbers = ["x", "y"];
const values = ["one", "two", "three"];
const highest = 4;

const variables: Variables = {
  valuesOf: () => values,
  isWholeNumber: () => true,
  near: () => rational(0n),
};

const atom: fc.Arbitrary<Formula> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...choices), fc.subarray(values), fc.boolean())
    .map(([name, some, negated]) => among(name, some, negated)),
  fc
    .tuple(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -6, max: 6 }),
      fc.boolean(),
    )
    .map(([x, y, constant, strict]) => lineHolds({ sum: linear(x, y, constant), strict })),
);

function linear(x: number, y: number, constant: number): Linear {
  const of = (name: string, factor: number) => (factor === 0 ? [] : [variable(name, rational(BigInt(factor)))]);
  const start: Linear = { factors: new Map(), constant: rational(BigInt(constant)) };
  return [...of("x", x), ...of("y", y)].reduce(sumOf, start);
}

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }).map(allOf),
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }).map(anyOf),
    tie("formula").map(opposite),
  ),
}));

/** Numbers from -4 to 4, so that all can be tried. */
const inReach = allOf(
  numbers.flatMap((name) => [
    lineHolds({ sum: sumOf(variable(name, rational(1n)), constantOf(highest)), strict: false }),
    lineHolds({ sum: sumOf(variable(name, rational(-1n)), constantOf(highest)), strict: false }),
  ]),
);

function constantOf(value: number): Linear {
  return { factors: new Map(), constant: rational(BigInt(value)) };
}

function holds(whole: Formula, chosen: ReadonlyMap<string, string>, amounts: Found["numbers"]): boolean {
  switch (whole.kind) {
    case "and":
      return whole.parts.every((part) => holds(part, chosen, amounts));
    case "or":
      return whole.parts.some((part) => holds(part, chosen, amounts));
    case "among":
      return whole.values.includes(chosen.get(whole.variable) ?? values[0] ?? "") !== whole.negated;
    case "line":
      return isTrue(whole.line, amounts);
  }
}

function canBeTrue(whole: Formula): boolean {
  const all = Array.from({ length: 2 * highest + 1 }, (_, index) => rational(BigInt(index - highest)));
  return values.some((a) =>
    values.some((b) =>
      all.some((x) =>
        all.some((y) =>
          holds(
            whole,
            new Map([
              ["a", a],
              ["b", b],
            ]),
            new Map([
              ["x", x],
              ["y", y],
            ]),
          ),
        ),
      ),
    ),
  );
}

test("says what trying out everything says, and its example is one", () => {
  fc.assert(
    fc.property(formula, (whole) => {
      const all = allOf([whole, inReach]);
      const answer = solve(all, variables);
      expect(answer.verdict).toBe(canBeTrue(all) ? "found" : "none");
      if (answer.verdict === "found") {
        expect(holds(all, answer.choices, answer.numbers)).toBe(true);
        for (const value of answer.numbers.values()) expect(Number.isInteger(numberOf(value))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("an opposite is true exactly where the formula is not", () => {
  fc.assert(
    fc.property(formula, (whole) => {
      expect(solve(allOf([whole, opposite(whole)]), variables).verdict).toBe("none");
    }),
    { numRuns: 200 },
  );
});

test("runs out of steps aloud", () => {
  const both = anyOf([among("a", ["one"]), among("b", ["two"])]);
  expect(solve(allOf([both, inReach]), variables, 1).verdict).toBe("open");
});
