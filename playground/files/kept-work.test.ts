import fc from "fast-check";
import { expect, test } from "vitest";
import { findBefore, findWork, keepBefore, keepWork, readWork, type Shelf, type Work, workKey } from "./kept-work.ts";

function shelfOf(kept: Record<string, string> = {}): Shelf & { readonly kept: Record<string, string> } {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => {
      kept[key] = value;
    },
  };
}

const work: Work = {
  entry: "a.service",
  shown: "a.cy.words",
  texts: { "a.service": "service a", "a.cy.words": "words" },
  example: "a",
  lastPassed: { "One person": { fee: "f00d" } },
};

test("what was kept is found again", () => {
  const shelf = shelfOf();
  expect(keepWork(() => shelf, work)).toBe("kept");
  expect(findWork(() => shelf)).toEqual({ kind: "work", work });
});

test("a browser without room and one that keeps nothing are told apart", () => {
  const full = {
    ...shelfOf(),
    setItem: () => {
      throw new DOMException("no room", "QuotaExceededError");
    },
  };
  expect(keepWork(() => full, work)).toBe("full");
  const blocked = (): Shelf => {
    throw new DOMException("not here", "SecurityError");
  };
  expect(keepWork(blocked, work)).toBe("blocked");
  expect(findWork(blocked)).toEqual({ kind: "blocked" });
});

test("something that cannot be read is put aside, never thrown away", () => {
  const shelf = shelfOf({ [workKey]: "{half" });
  expect(findWork(() => shelf)).toEqual({ kind: "unreadable" });
  expect(Object.values(shelf.kept)).toEqual(["{half", "{half"]);
});

test("any kept text whatever is either work or not, and never a crash", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
      const read = readWork(kept);
      if (read) expect(read.texts[read.entry]).toBeTypeOf("string");
    }),
    { numRuns: 500 },
  );
  expect(readWork(JSON.stringify({ entry: "a", shown: "b", texts: { a: "x" } }))?.shown).toBe("a");
  expect(readWork(JSON.stringify({ entry: "a", shown: "a", texts: { a: 1 } }))).toBeUndefined();
  expect(readWork(JSON.stringify({ ...work, lastPassed: { x: 1 } }))).not.toHaveProperty("lastPassed");
});

test("the work that was replaced stands on a place of its own", () => {
  const shelf = shelfOf();
  expect(findBefore(() => shelf)).toBeUndefined();
  keepBefore(() => shelf, work);
  expect(findBefore(() => shelf)).toEqual(work);
  expect(findWork(() => shelf)).toEqual({ kind: "nothing" });
});
