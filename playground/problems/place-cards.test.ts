import fc from "fast-check";
import { expect, test } from "vitest";
import { gap, placeCards, placeTurns, roomFor, tieDepth } from "./place-cards.ts";

test("a card alone stands so that its tie meets its line", () => {
  expect(placeCards([{ anchor: 200, height: 120 }])).toEqual([200 - tieDepth]);
});

test("no card stands above the text", () => {
  expect(placeCards([{ anchor: 5, height: 120 }])).toEqual([0]);
});

test("two cards for neighbouring lines share the way: one moves up, one moves down", () => {
  const [first = 0, second = 0] = placeCards([
    { anchor: 500, height: 100 },
    { anchor: 524, height: 100 },
  ]);
  expect(first).toBeLessThan(500 - tieDepth);
  expect(second).toBeGreaterThan(524 - tieDepth);
});

test("cards never overlap and keep the order of their lines, whatever their heights", () => {
  const wish = fc.record({ anchor: fc.integer({ min: 0, max: 5000 }), height: fc.integer({ min: 40, max: 600 }) });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      const inOrder = [...wishes].sort((one, other) => one.anchor - other.anchor);
      const tops = placeCards(inOrder);
      expect(tops).toHaveLength(inOrder.length);
      tops.forEach((top, index) => {
        expect(top).toBeGreaterThanOrEqual(0);
        const before = tops[index - 1];
        if (before !== undefined)
          expect(top).toBeGreaterThanOrEqual(before + (inOrder[index - 1]?.height ?? 0) + gap - 0.001);
      });
    }),
    { numRuns: 500 },
  );
});

test("a line makes room for all its cards", () => {
  expect(roomFor([100, 50])).toBe(150 + 2 * gap);
  expect(roomFor([])).toBe(0);
});

test("ties beside each other turn at different places: downward ones nearer and nearer, upward ones farther and farther", () => {
  const down = placeTurns([
    { line: 100, card: 200 },
    { line: 120, card: 320 },
    { line: 140, card: 440 },
  ]);
  expect(down).toEqual([...down].sort((one, other) => other - one));
  expect(new Set(down).size).toBe(3);
  const up = placeTurns([
    { line: 400, card: 100 },
    { line: 420, card: 220 },
  ]);
  expect(up[1]).toBeGreaterThan(up[0] ?? 0);
});

test("a tie far from the others turns as if it were alone", () => {
  const alone = placeTurns([{ line: 900, card: 950 }]);
  expect(
    placeTurns([
      { line: 100, card: 150 },
      { line: 900, card: 950 },
    ])[1],
  ).toBe(alone[0]);
});
