// Notes beside objects: found by the object alone, never by a copy, never seen from outside; frozen objects too.
import { expect, test } from "vitest";
import { createNotes } from "./notes.ts";

test.each([
  ["an object", { a: 1 }],
  ["a frozen object", Object.freeze({ a: 1 })],
])("a note of %s is found by it and by no copy", (_, object) => {
  const notes = createNotes<object, string>();
  expect(notes.get(object)).toBeUndefined();
  notes.set(object, "first");
  expect(notes.get(object)).toBe("first");
  expect(notes.get({ ...object })).toBeUndefined();
  expect(notes.get(structuredClone(object))).toBeUndefined();
  expect(Reflect.ownKeys(object)).toEqual(["a"]);
});

test("notes of two kinds beside the same object do not disturb each other", () => {
  const [ages, names] = [createNotes<object, number>(), createNotes<object, string>()];
  const object = {};
  ages.set(object, 7);
  expect(names.get(object)).toBeUndefined();
  names.set(object, "Ann");
  expect([ages.get(object), names.get(object)]).toEqual([7, "Ann"]);
});
