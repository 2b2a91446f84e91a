// Which rules keep their results: what several read, what much stands behind, and every rule of a circle.
import { expect, test } from "vitest";
import type { Expression, Rule } from "#contract";
import { findKeptRules } from "./kept-rules.ts";

const fact: Expression = { op: "fact", path: ["pay"] };
const ask = (id: string): Expression => ({ op: "rule", id });
const add = (left: Expression, right: Expression): Expression => ({ op: "add", left, right });
const total = (of: Expression): Expression => ({ op: "sum", list: ["members"], item: "member", of });

function kept(expressions: Record<string, Expression>): string[] {
  const rules = Object.entries(expressions).map(([id, expression]): [string, Rule] => [
    id,
    { gives: { kind: "number" }, expression, reads: [] },
  ]);
  return [...findKeptRules({ rules: Object.fromEntries(rules) })].sort();
}

test.each<[string, Record<string, Expression>, string[]]>([
  ["plain rules, however many read them", { a: fact, b: ask("a"), c: ask("a") }, []],
  ["a rule that is read by one other is worked out there", { a: total(fact), b: add(ask("a"), fact) }, []],
  ["a rule over a list that two others read", { a: total(fact), b: ask("a"), c: ask("a") }, ["a"]],
  ["a rule over a list that is asked from outside only", { a: total(fact) }, ["a"]],
  ["a rule that reads others and is read by two", { a: fact, b: ask("a"), c: ask("b"), d: ask("b") }, ["b"]],
  ["a rule that one other reads for every item", { a: fact, b: add(ask("a"), fact), c: total(ask("b")) }, ["b", "c"]],
  ["rules of a circle, and what reads them", { a: ask("b"), b: ask("a"), c: ask("a") }, ["a", "b", "c"]],
])("%s", (_, expressions, wanted) => {
  expect(kept(expressions)).toEqual(wanted);
});

test("a long chain of rules keeps a result now and then, so that asking each of them stays cheap", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`r${at}`, at === 0 ? fact : add(ask(`r${at - 1}`), fact)]),
  );
  const found = kept(chain).length;
  expect(found).toBeGreaterThan(3);
  expect(found).toBeLessThan(100);
});
