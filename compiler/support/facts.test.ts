// Answers by path: nothing given is ever changed, and what becomes empty is gone.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers } from "#contract/facts.ts";
import { isSameValue, itemsAt, valueAt, valueAtDotted, withoutValueAt, withValueAt } from "./facts.ts";

const path = fc.array(fc.constantFrom("a", "b", "constructor", "__proto__"), { minLength: 1, maxLength: 3 });

test("what is put at a path is found there, and taking it away leaves nothing behind", () => {
  fc.assert(
    fc.property(path, fc.array(path, { maxLength: 3 }), (at, others) => {
      const before = others.reduce<Answers>((values, other) => withValueAt(values, other, 1), {});
      const copy = JSON.stringify(before);
      const after = withValueAt(before, at, "x");
      expect(valueAt(after, at)).toBe("x");
      expect(valueAt(withoutValueAt(after, at), at)).toBeUndefined();
      expect(JSON.stringify(before)).toBe(copy);
      expect(withoutValueAt(withValueAt({}, at, "x"), at)).toEqual({});
    }),
    { numRuns: 500 },
  );
  expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
});

test("through a list a value is taken from every item, and the items stay", () => {
  const values: Answers = { members: [{ id: "1", pay: 5, ill: true }, { id: "2", ill: false }, { id: "3" }] };
  expect(withoutValueAt(values, ["members", "ill"])).toEqual({
    members: [{ id: "1", pay: 5 }, { id: "2" }, { id: "3" }],
  });
  expect(withoutValueAt({ members: ["a"] }, ["members", "ill"])).toEqual({ members: ["a"] });
});

test("paths through lists and text give nothing", () => {
  expect(valueAtDotted({ home: { postcode: "AS1" } }, "home.postcode")).toBe("AS1");
  expect(valueAtDotted({ home: "text" }, "home.length")).toBeUndefined();
  expect(valueAtDotted({ homes: ["a"] }, "homes.0")).toBeUndefined();
  expect(valueAtDotted({}, "constructor")).toBeUndefined();
});

test("items of a list inside items come in order", () => {
  const values: Answers = {
    members: [{ id: "1", subs: [{ id: "a" }] }, { id: "2" }, { id: "3", subs: [{ id: "b" }, { id: "c" }] }],
  };
  expect(itemsAt(values, ["members", "subs"]).map((item) => item["id"])).toEqual(["a", "b", "c"]);
  expect(itemsAt(values, ["none"])).toEqual([]);
});

test("values are the same whatever the order of their keys, and in no other case", () => {
  expect(isSameValue({ a: 1, b: [{ c: "x", d: true }] }, { b: [{ d: true, c: "x" }], a: 1 })).toBe(true);
  expect(isSameValue({ a: 1 }, { a: "1" })).toBe(false);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
  expect(isSameValue({}, undefined)).toBe(false);
  expect(isSameValue(undefined, undefined)).toBe(true);
});
