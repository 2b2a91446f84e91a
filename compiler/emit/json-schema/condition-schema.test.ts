// A condition said as a schema fits exactly when the rule is definitely yes (or no), answers missing or not.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { parking } from "../tests/parking.ts";
import { conditionSchema } from "./condition-schema.ts";

const number = fc.record({
  op: fc.constant("fact" as const),
  path: fc.constantFrom<string[]>(["age"], ["home", "rooms"]),
});
const choice = fc.record({
  op: fc.constant("fact" as const),
  path: fc.constantFrom<string[]>(["fuel"], ["home", "constructor"]),
});
const literal = (value: string | number): Expression => ({ op: "literal", value, type: { kind: "text" } });
const fuel = fc.constantFrom("petrol", "electric").map(literal);

const condition = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({
      op: fc.constantFrom("is", "is-not", "at-least", "at-most", "over", "under" as const),
      left: number,
      right: fc.integer({ min: 0, max: 4 }).map(literal),
    }),
    fc.record({ op: fc.constantFrom("is", "is-not" as const), left: choice, right: fuel }),
    fc.record({
      op: fc.constant("one-of" as const),
      value: choice,
      options: fc.array(fuel, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      op: fc.constant("includes" as const),
      left: fc.constant<Expression>({ op: "fact", path: ["goods"] }),
      right: fuel,
    }),
    fc.record({
      op: fc.constant("answered" as const),
      path: fc.constantFrom<string[]>(["age"], ["home", "rooms"], ["home"]),
    }),
    fc.record({
      op: fc.constantFrom("and", "or" as const),
      parts: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constantFrom("not", "not-yes" as const), of: tie("any") }),
    fc.constant<Expression>({ op: "rule", id: "named" }),
  ),
})).any;

const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      age: fc.integer({ min: 0, max: 4 }),
      fuel: fc.constantFrom("petrol", "electric", "diesel"),
      goods: fc.subarray(["petrol", "electric", "diesel"]),
      home: fc.record(
        { rooms: fc.integer({ min: 0, max: 4 }), constructor: fc.constantFrom("petrol", "diesel") },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .map((given): Answers => JSON.parse(JSON.stringify(given)));

test("the schema of a condition fits exactly when the rule says so", () => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  let said = 0;
  fc.assert(
    fc.property(
      condition,
      fc.array(answers, { minLength: 5, maxLength: 5 }),
      fc.boolean(),
      (expression, some, wanted) => {
        const service = withRules(expression);
        const sight = {
          rules: service.rules,
          answers: new Set(["age", "fuel", "goods", "home", "home.rooms", "home.constructor"]),
        };
        const schema = conditionSchema(expression, wanted, sight);
        if (!schema) return;
        said += 1;
        const fits = ajv.compile(JSON.parse(JSON.stringify(schema)));
        const rulebook = createRulebook(service);
        for (const values of some) {
          const facts = {
            values,
            asked: new Set<string>(),
            corrected: new Set<string>(),
            dateApplied: "2026-04-01",
            today: "2026-04-01",
          };
          expect(fits(values), JSON.stringify({ schema, values })).toBe(rulebook.evaluate("tested", facts) === wanted);
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(said).toBeGreaterThan(300);
});

function withRules(expression: Expression): Service {
  const named: Expression = { op: "over", left: { op: "fact", path: ["age"] }, right: literal(2) };
  return {
    ...parking,
    rules: {
      tested: { gives: { kind: "yes-or-no" }, expression, reads: [] },
      named: { gives: { kind: "yes-or-no" }, expression: named, reads: ["age"] },
    },
  };
}

test("what a schema cannot see is not said: other records, dates, today", () => {
  const sight = { rules: {}, answers: new Set(["born"]) };
  const born: Expression = { op: "fact", path: ["born"] };
  expect(conditionSchema({ op: "under", left: born, right: { op: "today" } }, true, sight)).toBeUndefined();
  expect(conditionSchema({ op: "under", left: born, right: literal("2026-04-01") }, true, sight)).toBeUndefined();
  const taxed: Expression = { op: "fact", path: ["vehicle", "taxed"] };
  expect(conditionSchema({ op: "is", left: taxed, right: literal(1) }, true, sight)).toBeUndefined();
});
