// The emitted JSONata and the tree walker mean the same, for the parking service and for any rules whose kinds fit. The nightly form
// of the test, FORMWORK_PAIRS=100000, tries that many pairs of rule and answers.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Expression, Rule, Service } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { type TypedRule, typedFacts, typedRule, typedServiceOf } from "../tests/random-typed.ts";
import { emitJsonata, ruleText } from "./jsonata.ts";

const fixture = new URL("../../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const parking: Service = JSON.parse(readFileSync(fixture, "utf8"));
const pairs = Number(process.env["FORMWORK_PAIRS"] ?? 4000);

function inputOf(
  { values, asked, corrected, today, dateApplied }: Facts,
  items: Readonly<Record<string, Answers>> = {},
) {
  return { answers: values, asked: [...asked], corrected: [...corrected], today, dateApplied, items };
}

/** As JSON has it: no difference between nothing and no key, nor between 0 and -0. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** JSONata throws objects of its own, which the test runner cannot print. */
async function run(emitted: jsonata.Expression, input: object): Promise<unknown> {
  try {
    return plain(await emitted.evaluate(input));
  } catch (error) {
    throw new Error(typeof error === "object" && error !== null && "message" in error ? String(error.message) : "");
  }
}

test("any rule whose kinds fit gives the same in JSONata as by the tree walker, whatever is missing", async () => {
  const factsOfEach = 20;
  const facts = fc.array(typedFacts, { minLength: factsOfEach, maxLength: factsOfEach });
  await fc.assert(
    fc.asyncProperty(typedRule, facts, async (rule, all) => {
      const service = typedServiceOf(parking, [rule, { gives: rule.gives, expression: { op: "rule", id: "r0" } }]);
      const document = emitJsonata(service);
      const walked = createRulebook(service);
      for (const id of ["r0", "r1"]) {
        const emitted = jsonata(ruleText(document, id));
        for (const facts of all) {
          expect(await run(emitted, inputOf(facts)), id).toEqual(plain(walked.evaluate(id, facts)));
        }
      }
    }),
    { numRuns: Math.ceil(pairs / factsOfEach / 2), endOnFailure: true },
  );
}, 600_000);

test("every rule of parking gives the same, alone and all at once, on any answers", async () => {
  const document = emitJsonata(parking);
  const walked = createRulebook(parking);
  const all = jsonata(document.all);
  const each = Object.keys(parking.rules).map((id) => ({ id, emitted: jsonata(ruleText(document, id)) }));
  const yesNo = fc.option(fc.boolean(), { nil: undefined });
  const postcode = fc.option(fc.constantFrom("AS1 4QT", "AS1 4QU"), { nil: undefined });
  const drivers = fc.record({
    mainHome: yesNo,
    blueBadge: yesNo,
    keeper: yesNo,
    fuel: fc.constantFrom("petrol", "diesel", "electric", undefined),
    permitsHeld: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
    home: fc.record({ postcode }),
    vehicle: fc.record({ taxed: yesNo, keeperPostcode: postcode }),
  });
  await fc.assert(
    fc.asyncProperty(drivers, async (driver) => {
      const values: Answers = JSON.parse(JSON.stringify(driver));
      const facts = {
        values,
        asked: new Set<string>(),
        corrected: new Set<string>(),
        dateApplied: "2026-04-01",
        today: "2026-04-01",
      };
      const together = plain(await all.evaluate(inputOf(facts)));
      const expected: Record<string, unknown> = {};
      for (const { id, emitted } of each) {
        const value = plain(walked.evaluate(id, facts));
        if (value !== undefined) expected[id] = value;
        expect(plain(await emitted.evaluate(inputOf(facts))), id).toEqual(value);
      }
      expect(together).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test("a rule of an item is a function of it: asked for one item, and read from a sum over all", async () => {
  const adult: TypedRule = {
    gives: "yes-or-no",
    expression: { op: "over", left: { op: "fact", path: ["fee"], item: "member" }, right: literal(100) },
  };
  const count: TypedRule = {
    gives: "number",
    expression: { op: "count", list: ["members"], item: "member", where: { op: "rule", id: "r0" } },
  };
  const document = emitJsonata(typedServiceOf(parking, [adult, count]));
  const members: Answers[] = [{ id: "m0", fee: 50 }, { id: "m1", fee: 500 }, { id: "m2" }];
  const facts = {
    values: { members },
    asked: new Set<string>(),
    corrected: new Set<string>(),
    dateApplied: "2026-04-01",
    today: "2026-04-01",
  };
  const ofItem = jsonata(ruleText(document, "r0"));
  const found = await Promise.all(members.map((member) => ofItem.evaluate(inputOf(facts, { member }))));
  expect(found).toEqual([false, true, undefined]);
  expect(await jsonata(ruleText(document, "r1")).evaluate(inputOf(facts))).toBe(1);
  expect(Object.keys((await jsonata(document.all).evaluate(inputOf(facts))) as object)).toEqual(["r1"]);
});

test("names and words that could leave their place stay in it", async () => {
  const tricky: TypedRule = {
    gives: "text",
    expression: { op: "literal", value: '"); $eval("1") /* `', type: { kind: "text" } },
  };
  const service = typedServiceOf(parking, [tricky]);
  const renamed: Service = { ...service, rules: { 'count"; `)': { ...service.rules["r0"], name: "count" } as Rule } };
  const document = emitJsonata(renamed);
  expect(await jsonata(ruleText(document, 'count"; `)')).evaluate(inputOf(nothing))).toBe('"); $eval("1") /* `');
  expect(await jsonata(document.all).evaluate(inputOf(nothing))).toEqual({ 'count"; `)': '"); $eval("1") /* `' });
});

const nothing: Facts = {
  values: {},
  asked: new Set(),
  corrected: new Set(),
  dateApplied: "2026-04-01",
  today: "2026-04-01",
};

function literal(value: number): Expression {
  return { op: "literal", value, type: { kind: "money" } };
}
