// A condition in the file is yes exactly when the rule is definitely yes, whatever is missing; what cannot be said is told.
import fc from "fast-check";
import { evaluate } from "feelin";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { parking } from "../tests/parking.ts";
import { camunda } from "./engines/camunda.ts";
import { flowable } from "./engines/flowable.ts";
import { conditionOf } from "./process/conditions.ts";

const fact = (key: string): Expression => ({ op: "fact", path: [key] });
const literal = (value: string | number | boolean): Expression => ({
  op: "literal",
  value,
  type: { kind: typeof value === "string" ? "text" : typeof value === "number" ? "number" : "yes-or-no" },
});
const literalDay: Expression = { op: "literal", value: "2026-02-01", type: { kind: "date" } };
const names = {
  born: { name: "born", type: { kind: "date-of-birth" }, from: "question" },
  since: { name: "since", type: { kind: "date" }, from: "question" },
} satisfies Service["names"];
const ordered = fc.constantFrom("is", "is-not", "at-least", "at-most", "over", "under");
const leaf = fc.oneof<fc.Arbitrary<Expression>[]>(
  fc.record({ op: fc.constantFrom("is", "is-not"), left: fc.constant(fact("sure")), right: fc.boolean().map(literal) }),
  fc.record({ op: ordered, left: fc.constant(fact("held")), right: fc.integer({ min: 0, max: 3 }).map(literal) }),
  fc.record({ op: ordered, left: fc.constant(fact("day")), right: fc.constant(fact("other")) }),
  fc.record({
    op: fc.constant("one-of"),
    value: fc.constant(fact("day")),
    options: fc.constant(["2026-01-01", 'a "quoted" \\ word'].map(literal)),
  }),
  fc.record({ op: ordered, left: fc.constant(fact("born")), right: fc.constantFrom(literalDay, fact("since")) }),
  fc.record({
    op: fc.constant("includes"),
    left: fc.constant(fact("fuels")),
    right: fc.constantFrom("petrol", "gas").map(literal),
  }),
  fc.constantFrom("sure", "day", "born").map((key) => ({ op: "answered", path: [key] })),
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
    held: fc.integer({ min: 0, max: 3 }),
    day: fc.constantFrom("2026-01-01", "2026-02-01", 'a "quoted" \\ word'),
    other: fc.constantFrom("2026-01-01", "2026-02-01"),
    born: fc.constantFrom("2026-01-31", "2026-02-01", "2026-10-01"),
    since: fc.constantFrom("2026-01-31", "2026-02-01"),
    fuels: fc.subarray(["petrol", "gas"], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

test("the JSONata and the FEEL of a condition are yes exactly when the rule is yes, and Camunda's never null", async () => {
  await fc.assert(
    fc.asyncProperty(condition, values, async (expression, present) => {
      const rules = {
        tried: { gives: { kind: "yes-or-no" as const }, expression, reads: [] },
      } satisfies Service["rules"];
      const service: Service = { ...parking, rules, names };
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
      expect(said.reason).toBeUndefined();
      expect(evaluate(said.feel ?? "", present).value === true, said.feel).toBe(wanted);
      const { body } = camunda.condition(said);
      expect(body.slice(0, 1)).toBe("=");
      expect(evaluate(body.slice(1), present).value, body).toBe(wanted);
    }),
    { numRuns: 500 },
  );
});

test("an answer that bears the name of one of FEEL's functions is not said in it: missing, it would be the function", () => {
  const expression: Expression = { op: "not", of: { op: "answered", path: ["count"] } };
  const rules = { tried: { gives: { kind: "yes-or-no" as const }, expression, reads: [] } } satisfies Service["rules"];
  const said = conditionOf({ ...parking, rules }, "tried");
  expect(said.feel).toBeUndefined();
  expect(said.reason).toBe("Not said in FEEL: the rule “tried” reads a name that FEEL has for itself or cannot write.");
});

test("a rule that cannot be said is read by its result, and the reason is given", () => {
  const said = conditionOf(parking, "permit-fee");
  expect(said.jsonata).toBe("rules.`permit-fee` = true");
  expect(said.reason).toContain("has exceptions");
  expect(camunda.condition(said).body).toBe('=get value(rules, "permit-fee") = true');
  expect(evaluate(camunda.condition(said).body.slice(1), { rules: { "permit-fee": true } }).value).toBe(true);
  expect(evaluate(camunda.condition(said).body.slice(1), {}).value).toBe(false);
  expect(flowable.condition(said).body).toBe(`$\{rules['permit-fee'] == true}`);
});
