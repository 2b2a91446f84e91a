// The emitted conditions.js and the tree walker mean the same, for the parking service and for any rules at all.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers, Facts, Rulebook } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { randomExpression, randomFacts, serviceOf, withoutCircles } from "../tests/random-expressions.ts";
import { emitConditions } from "./conditions.ts";
import { ruleHelpers } from "./generate-helpers.ts";
import { helpers } from "./generated/helpers.ts";

const fixture = new URL("../../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const parking: Service = JSON.parse(readFileSync(fixture, "utf8"));

async function load(text: string): Promise<Rulebook> {
  const module: unknown = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
  );
  if (typeof module !== "object" || module === null || !("rulebook" in module)) throw new Error("no rulebook");
  const { rulebook } = module;
  if (typeof rulebook !== "object" || rulebook === null || !("evaluate" in rulebook)) throw new Error("no rulebook");
  return rulebook as Rulebook;
}

function factsOf(values: Answers): Facts {
  return { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-04-01" };
}

test("the emitted rules of parking agree with the tree walker on any answers", async () => {
  const [emitted, walked] = [await load(emitConditions(parking)), createRulebook(parking)];
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
  fc.assert(
    fc.property(drivers, (driver) => {
      const values: Answers = JSON.parse(JSON.stringify(driver));
      for (const id of Object.keys(parking.rules)) {
        expect(emitted.evaluate(id, factsOf(values)), id).toEqual(walked.evaluate(id, factsOf(values)));
      }
    }),
    { numRuns: 1000 },
  );
});

test("emitted rules agree with the tree walker on any expressions over any answers", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomExpression, { minLength: 3, maxLength: 3 }),
      fc.array(randomFacts, { minLength: 8, maxLength: 8 }),
      async (expressions, someFacts) => {
        const service = serviceOf(parking, withoutCircles(expressions));
        const text = emitConditions(service);
        const [emitted, walked] = [await load(text), createRulebook(service)];
        for (const facts of someFacts) {
          const member = { id: "m0", pay: 5, subs: [{ pay: 2 }] };
          for (const id of ["r0", "r1", "r2"]) {
            for (const items of [undefined, { member }]) {
              expect(emitted.evaluate(id, { ...facts }, items), `${id}\n${text}`).toEqual(
                walked.evaluate(id, { ...facts }, items),
              );
            }
          }
        }
      },
    ),
    { numRuns: 250 },
  );
});

test("tables whose rows share cells agree with the tree walker, whatever kind an answer is of", async () => {
  const value = fc.constantFrom<string | number>("petrol", "electric", 0, 1, 2.5);
  const literal = value.map((one): Expression => ({ op: "literal", value: one, type: { kind: "number" } }));
  const fact = fc.constantFrom<string>("fuel", "held").map((key): Expression => ({ op: "fact", path: [key] }));
  const cell: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({ op: fc.constantFrom("is", "is-not", "at-least", "under" as const), left: fact, right: literal }),
    fc.record({ op: fc.constant("one-of" as const), value: fact, options: fc.array(literal, { maxLength: 2 }) }),
  );
  const row = fc.record({
    when: fc.array(cell, { maxLength: 3 }).map((parts): Expression => ({ op: "and", parts })),
    value: literal,
  });
  const table = fc.record({
    op: fc.constant("table" as const),
    policy: fc.constantFrom("exactly-one", "first" as const),
    rows: fc.array(row, { maxLength: 5 }),
    otherwise: fc.option(literal, { nil: undefined }),
  });
  const values = fc.dictionary(fc.constantFrom("fuel", "held"), fc.oneof(value, fc.boolean(), fc.constant(["petrol"])));
  await fc.assert(
    fc.asyncProperty(table, fc.array(values, { minLength: 8 }), async ({ otherwise, ...rest }, some) => {
      const service = serviceOf(parking, [{ ...rest, ...(otherwise && { otherwise }) }]);
      const [emitted, walked] = [await load(emitConditions(service)), createRulebook(service)];
      for (const one of some) expect(emitted.evaluate("r0", factsOf(one))).toEqual(walked.evaluate("r0", factsOf(one)));
    }),
    { numRuns: 400 },
  );
});

test("an id that every object knows is no rule of a service", async () => {
  const emitted = await load(emitConditions(parking));
  for (const id of ["constructor", "__proto__", "toString"])
    expect(() => emitted.evaluate(id, factsOf({}))).toThrow(RangeError);
});

test("what an answer is called may be the name of a rule, of a function and of an item too", async () => {
  const fact = (key: string): Expression => ({ op: "fact", path: [key] });
  const sums = ["r0", "kept", "add", "member", "rules"].map(
    (key): Expression => ({ op: "add", left: fact(key), right: { op: "times", left: fact(key), right: fact(key) } }),
  );
  const facts = factsOf({ r0: 1, kept: 2, add: 3, member: 4, rules: 5 });
  const emitted = await load(emitConditions(serviceOf(parking, sums)));
  expect(sums.map((_, at) => emitted.evaluate(`r${at}`, facts))).toEqual([2, 6, 12, 20, 30]);
});

test("the same service gives the same text", () => {
  expect(emitConditions(structuredClone(parking))).toBe(emitConditions(parking));
});

test("the emitted text evaluates no text and reaches for nothing outside", () => {
  const text = emitConditions(parking);
  expect(text).not.toMatch(/\beval\b|new Function|\bimport\s*[({"']|\brequire\(|globalThis|process\./);
});

test("rules that read each other in a circle are unknown, not endless, also through the items of a list", async () => {
  const pay: Expression = { op: "fact", path: ["pay"], item: "member" };
  const other = (id: string): Expression => ({ op: "add", left: pay, right: { op: "rule", id } });
  const sum = (id: string): Expression => ({ op: "sum", list: ["members"], item: "member", of: other(id) });
  const service = serviceOf(parking, [sum("r1"), other("r0")]);
  const facts = factsOf({
    members: [
      { id: "m0", pay: 1 },
      { id: "m1", pay: 2 },
    ],
  });
  expect(createRulebook(service).evaluate("r0", facts)).toBe(0);
  expect((await load(emitConditions(service))).evaluate("r0", { ...facts })).toBe(0);
});

test("a rule that the service does not have is named", async () => {
  const emitted = await load(emitConditions(parking));
  expect(() => emitted.evaluate("no-such-rule", factsOf({}))).toThrow('This service has no rule "no-such-rule".');
});

test("a value that names the author's words cannot leave its comment or quotes", async () => {
  const service: Service = {
    ...parking,
    title: { en: 'Parking */ \n";throw 1;//' },
    rules: {
      '";throw 2;//\u2028throw 3': {
        gives: { kind: "text" },
        because: { en: "x\nthrow 4" },
        reads: [],
        expression: { op: "literal", value: '"\u2028', type: { kind: "text" } },
      },
    },
  };
  const emitted = await load(emitConditions(service));
  expect(emitted.evaluate('";throw 2;//\u2028throw 3', factsOf({}))).toBe('"\u2028');
});

test("the helpers' text is what support says today", async () => {
  const fresh = await ruleHelpers.make();
  expect(fresh).toContain(JSON.stringify(helpers, null, 2));
});
