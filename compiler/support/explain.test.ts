// "How was this worked out?": the way taken, the answers read, the laws, in the author's words.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
import { createRulebook } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { sayExpression, sayHowWorkedOut, sayStep } from "./explain-words.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);

function factsOf(values: Answers): Facts {
  return { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-04-01" };
}

function said(rule: string, values: Answers): string[] {
  return explain(parking, createRulebook(parking), rule, factsOf(values)).map((step) => sayStep(step, parking));
}

test("an exception that applied, with its law; the table was not needed", () => {
  expect(said("permit-fee", { blueBadge: true, fuel: "petrol", permitsHeld: 0 })).toEqual([
    "permit-fee is £0, because blue-badge is yes (Parking Places Order 2019, article 12)",
  ]);
});

test("the row of the table that fitted, with the table's law", () => {
  expect(said("permit-fee", { blueBadge: false, fuel: "electric", permitsHeld: 2 })).toEqual([
    "permit-fee is £90: price, as no exception applies",
    "price is £90, because fuel is electric and permits-held is at least 1 (Parking Places Order 2019, schedule 2)",
  ]);
});

test("each part of a decision and what it came to, what is not known too", () => {
  expect(said("keeper-confirmed", { keeper: true, home: { postcode: "AS1 4QT" } })).toEqual([
    "keeper-confirmed is not known yet: keeper is yes: yes; vehicle's keeper-postcode is home's postcode: not known",
  ]);
});

test("the facts that were read come with their names and values", () => {
  const [, price] = explain(
    parking,
    createRulebook(parking),
    "permit-fee",
    factsOf({ fuel: "diesel", permitsHeld: 0 }),
  );
  expect(price?.reads).toEqual([
    { path: "fuel", name: "fuel", type: { kind: "one-of", list: "fuels" }, value: "diesel" },
    { path: "permitsHeld", name: "permits-held", type: { kind: "whole-number" }, value: 0 },
  ]);
});

test("every rule of a service can be explained and said, and the explained value is the rule's", () => {
  const rulebook = createRulebook(parking);
  const values = fc.record(
    {
      fuel: fc.constantFrom("petrol", "electric"),
      permitsHeld: fc.integer({ min: 0, max: 3 }),
      blueBadge: fc.boolean(),
      keeper: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, fc.constantFrom(...Object.keys(parking.rules)), (given, id) => {
      const facts = factsOf(JSON.parse(JSON.stringify(given)));
      const steps = explain(parking, rulebook, id, facts);
      expect(steps[0]?.value).toEqual(rulebook.evaluate(id, facts));
      for (const step of steps) expect(sayStep(step, parking)).toMatch(/^\S.* is \S/);
    }),
  );
});

test("rules in a circle are explained once each", () => {
  const rules: Service["rules"] = {
    a: { gives: { kind: "number" }, expression: { op: "rule", id: "b" }, reads: [] },
    b: { gives: { kind: "number" }, expression: { op: "rule", id: "a" }, reads: [] },
  };
  const service = { ...parking, rules };
  expect(explain(service, createRulebook(service), "a", factsOf({})).map((step) => step.rule)).toEqual(["a", "b"]);
});

test("how a fee was worked out, in one call, each step with its law", () => {
  const facts = factsOf({ blueBadge: false, fuel: "petrol", permitsHeld: 0 });
  expect(sayHowWorkedOut(parking, "permit-fee", facts)).toEqual([
    "permit-fee is £120: price, as no exception applies",
    "price is £120, because fuel is not electric and permits-held is 0 (Parking Places Order 2019, schedule 2)",
  ]);
  expect(() => sayHowWorkedOut(parking, "nothing", facts)).toThrow(RangeError);
});

test("days come before and after each other, and an exception stands behind unless", () => {
  const born: Expression = { op: "fact", path: ["born"] };
  const limit: Expression = {
    op: "before",
    length: { op: "length", length: { amount: 18, unit: "years" } },
    date: { op: "date-applied" },
  };
  const free: Expression = {
    op: "is",
    left: { op: "fact", path: ["blueBadge"] },
    right: { op: "literal", type: { kind: "yes-or-no" }, value: true },
  };
  expect(sayExpression({ op: "at-most", left: born, right: limit }, parking)).toMatch(
    /^born is on or before .+ before date-applied$/,
  );
  expect(sayExpression({ op: "and", parts: [free, { op: "not-yes", of: free }] }, parking)).toBe(
    "blue-badge is yes unless blue-badge is yes",
  );
  expect(sayExpression({ op: "not-yes", of: free }, parking)).toBe("not (blue-badge is yes)");
});
