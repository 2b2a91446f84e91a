// A condition in the file is yes exactly when the rule is definitely yes, whatever is missing; what cannot be said is told.
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { parking } from "../tests/parking.ts";
import { conditionOf } from "./process/conditions.ts";

const fact = (key: string): Expression => ({ op: "fact", path: [key] });
const literal = (value: string | number | boolean): Expression => ({
  op: "literal",
  value,
  type: { kind: typeof value === "string" ? "text" : typeof value === "number" ? "number" : "yes-or-no" },
});
const ordered = fc.constantFrom("is", "is-not", "at-least", "at-most", "over", "under");
const leaf = fc.oneof<fc.Arbitrary<Expression>[]>(
  fc.record({ op: fc.constantFrom("is", "is-not"), left: fc.constant(fact("sure")), right: fc.boolean().map(literal) }),
  fc.record({ op: ordered, left: fc.constant(fact("count")), right: fc.integer({ min: 0, max: 3 }).map(literal) }),
  fc.record({ op: ordered, left: fc.constant(fact("day")), right: fc.constant(fact("other")) }),
  fc.record({
    op: fc.constant("one-of"),
    value: fc.constant(fact("day")),
    options: fc.constant(["2026-01-01", 'a "quoted" \\ word'].map(literal)),
  }),
  fc.constantFrom("sure", "day").map((key) => ({ op: "answered", path: [key] })),
);
const condition = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ op: fc.constantFrom("and", "or"), parts: fc.array(tie("any"), { maxLength: 3 }) }),
    fc.record({ op: fc.constantFrom("not", "not-yes"), of: tie("any") }),
  ),
})).any;
const values: fc.Arbitrary<Answers> = fc.record(
  {
    sure: fc.boolean(),
    count: fc.integer({ min: 0, max: 3 }),
    day: fc.constantFrom("2026-01-01", "2026-02-01", 'a "quoted" \\ word'),
    other: fc.constantFrom("2026-01-01", "2026-02-01"),
  },
  { requiredKeys: [] },
);

test("the JSONata of a condition is yes exactly when the rule is yes", async () => {
  await fc.assert(
    fc.asyncProperty(condition, values, async (expression, present) => {
      const rules = {
        tried: { gives: { kind: "yes-or-no" as const }, expression, reads: [] },
      } satisfies Service["rules"];
      const service: Service = { ...parking, rules };
      const said = conditionOf(service, "tried");
      expect(said.jsonata).not.toContain("rules.");
      const facts = {
        values: present,
        asked: new Set<string>(),
        corrected: new Set<string>(),
        dateApplied: "2026-01-01",
        today: "2026-01-01",
      };
      const wanted = createRulebook(service).evaluate("tried", facts) === true;
      expect((await jsonata(said.jsonata).evaluate(present)) === true, said.jsonata).toBe(wanted);
    }),
    { numRuns: 500 },
  );
});

test("a rule that cannot be said is read by its result, and the reason is given", () => {
  const said = conditionOf(parking, "permit-fee");
  expect(said.jsonata).toBe("rules.`permit-fee` = true");
  expect(said.reason).toContain("has exceptions");
});
