// The rulings on answers that are not there (language.md 3.4, 3.6), on the tree walker.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Expression, Service } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";
import { createRulebook } from "./evaluate.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);

const fact = (...path: string[]): Expression => ({ op: "fact", path });
const literal = (value: string | number | boolean): Expression => ({ op: "literal", value, type: { kind: "text" } });
const is = (name: string, value: string | number | boolean): Expression => ({
  op: "is",
  left: fact(name),
  right: literal(value),
});
const pay: Expression = { op: "fact", path: ["pay"], item: "member" };

function factsOf(values: Answers, more: Partial<Facts> = {}): Facts {
  return { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-06-01", ...more };
}

function work(
  expression: Expression,
  values: Answers = {},
  kind: "text" | "money" = "text",
  more: Partial<Facts> = {},
): Value | undefined {
  const service = { ...parking, rules: { tested: { gives: { kind }, expression, reads: [] } } };
  return createRulebook(service).evaluate("tested", factsOf(values, more));
}

test("a test on an answer that is not there is neither yes nor no", () => {
  expect(work(is("fuel", "petrol"))).toBeUndefined();
  expect(work({ op: "not", of: is("fuel", "petrol") })).toBeUndefined();
  expect(work({ op: "not-yes", of: is("fuel", "petrol") })).toBe(true);
  expect(work({ op: "answered", path: ["fuel"] })).toBe(false);
});

test("one no settles an and, one yes settles an or", () => {
  const [open, yes, no] = [is("fuel", "petrol"), is("keeper", true), is("keeper", false)];
  expect(work({ op: "and", parts: [open, no] }, { keeper: true })).toBe(false);
  expect(work({ op: "and", parts: [open, yes] }, { keeper: true })).toBeUndefined();
  expect(work({ op: "or", parts: [open, yes] }, { keeper: true })).toBe(true);
  expect(work({ op: "or", parts: [open, no] }, { keeper: true })).toBeUndefined();
});

test("sums and counts skip what was not asked, and are 0 of nothing", () => {
  const sum: Expression = { op: "sum", list: ["members"], item: "member", of: pay };
  const members: Answers[] = [{ id: "a", pay: 5 }, { id: "b" }, { id: "c", pay: 7 }];
  expect(work(sum, { members })).toBe(12);
  expect(work(sum)).toBe(0);
  expect(work({ op: "count", list: ["members"], item: "member" }, { members })).toBe(3);
  expect(
    work(
      { op: "count", list: ["members"], item: "member", where: { op: "over", left: pay, right: literal(5) } },
      { members },
    ),
  ).toBe(1);
  expect(work({ op: "average", list: ["members"], item: "member", of: pay }, { members })).toBe(6);
  expect(work({ op: "highest", list: ["members"], item: "member", of: pay })).toBeUndefined();
});

test("every and any over nothing are no", () => {
  const where: Expression = { op: "over", left: pay, right: literal(0) };
  for (const op of ["any", "every"] as const)
    expect(work({ op, list: ["members"], item: "member", where })).toBe(false);
  expect(work({ op: "none", list: ["members"], item: "member", where })).toBe(true);
  expect(
    work(
      { op: "every", list: ["members"], item: "member", where },
      { members: [{ id: "a", pay: 1 }, { id: "b" }] satisfies Answers[] },
    ),
  ).toBeUndefined();
});

test("the first exception that is known to apply wins", () => {
  const fee: Expression = {
    op: "exceptions",
    otherwise: literal(100),
    cases: [
      { when: is("blue-badge", true), value: literal(0) },
      { when: is("keeper", true), value: literal(50) },
    ],
  };
  expect(work(fee)).toBe(100);
  expect(work(fee, { keeper: true })).toBe(50);
  expect(work(fee, { keeper: true, "blue-badge": true })).toBe(0);
});

test("money is rounded half up at each named calculation, without binary dust", () => {
  const share = (percent: number): Expression => ({ op: "percent-of", left: literal(percent), right: fact("price") });
  expect(work(share(25), { price: 1234 }, "money")).toBe(309);
  expect(work(share(29), { price: 50 }, "money")).toBe(15);
  expect(work(share(29), { price: 50 })).toBe(14.5);
  expect(work({ op: "divided-by", left: literal(1), right: literal(0) })).toBeUndefined();
});

test("dated amounts are those of the day of applying, not of today", () => {
  const allowance: Expression = {
    op: "dated",
    entries: [
      { from: "2025-09-01", value: literal(150) },
      { from: "2026-05-01", value: literal(160) },
    ],
  };
  expect(work(allowance)).toBe(150);
  expect(work(allowance, {}, "text", { dateApplied: "2026-05-01" })).toBe(160);
  expect(work(allowance, {}, "text", { dateApplied: "2025-08-31" })).toBeUndefined();
});

test("working days follow the named calendar, else the route's, else Monday to Friday", () => {
  const due = (calendar?: string): Expression => ({
    op: "after",
    length: { op: "length", length: { amount: 1, unit: "working-days" } },
    date: literal("2026-04-02"),
    ...(calendar && { calendar }),
  });
  expect(work(due())).toBe("2026-04-07");
  expect(work(due("ashby-working-days"))).toBe("2026-04-07");
  expect(work(due("no-such-calendar"))).toBe("2026-04-03");
});

test("asked and corrected, for an item by its id or for all items", () => {
  const asked: Expression = { op: "asked", path: ["home"] };
  expect(work(asked, {}, "text", { asked: new Set(["home.postcode"]) })).toBe(true);
  expect(work(asked, {}, "text", { asked: new Set(["homes"]) })).toBe(false);
});

test("a name like constructor is only there when it was answered", () => {
  expect(work({ op: "answered", path: ["constructor"] })).toBe(false);
  expect(work({ op: "answered", path: ["home", "length"] }, { home: "text" })).toBe(false);
  expect(work(is("constructor", "Bob"), { constructor: "Bob" })).toBe(true);
});

test("each rule is worked out once per facts, however long the chain", () => {
  const rules: Service["rules"] = { r0: { gives: { kind: "number" }, expression: literal(1), reads: [] } };
  for (let at = 1; at <= 60; at += 1) {
    const before: Expression = { op: "rule", id: `r${at - 1}` };
    rules[`r${at}`] = { gives: { kind: "number" }, expression: { op: "add", left: before, right: before }, reads: [] };
  }
  expect(createRulebook({ ...parking, rules }).evaluate("r60", factsOf({}))).toBe(2 ** 60);
});

test("a rule that is not there is the caller's mistake, and named", () => {
  expect(() => createRulebook(parking).evaluate("fee", factsOf({}))).toThrow('This service has no rule "fee".');
});
