// Near names are found as if every letter of every name were compared, which nobody waits for.
import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

/** The whole table of optimal string alignment, as the books write it. */
function wholeTable(one: string, two: string): number {
  const cost = (row: number, column: number): number => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const table: number[][] = [Array.from({ length: two.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    table.push([row]);
    for (let column = 1; column <= two.length; column++) {
      const changed = cost(row - 1, column - 1) + (one[row - 1] === two[column - 1] ? 0 : 1);
      const isSwapped = row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      const swapped = isSwapped ? cost(row - 2, column - 2) + 1 : changed;
      table[row]?.push(Math.min(cost(row - 1, column) + 1, cost(row, column - 1) + 1, changed, swapped));
    }
  }
  return cost(one.length, two.length);
}

/** Every name compared, then sorted. */
function sorted(written: string, known: readonly string[], most: number): string[] {
  const limit = Math.max(1, Math.floor(written.length / 3));
  const scored = known.flatMap((name) => {
    const isPart = written.length > 2 && (name.startsWith(written) || name.endsWith(`'s ${written}`));
    const distance = isPart ? 0.5 : wholeTable(written, name);
    return name !== written && distance <= limit ? [{ name, distance }] : [];
  });
  const names = scored.sort((one, two) => one.distance - two.distance).map(({ name }) => name);
  return [...new Set(names)].slice(0, most);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 12 });

test("a distance within the limit is the distance; beyond it, more than the limit", () => {
  fc.assert(
    fc.property(word, word, fc.nat(13), (one, two, limit) => {
      const whole = wholeTable(one, two);
      expect(editDistance(one, two)).toBe(whole);
      if (whole <= limit) expect(editDistance(one, two, limit)).toBe(whole);
      else expect(editDistance(one, two, limit)).toBeGreaterThan(limit);
    }),
  );
});

test("the nearest names are those of a comparison with all", () => {
  const name = fc.oneof(
    word,
    fc.tuple(word, word).map(([whole, part]) => `${whole}'s ${part}`),
  );
  fc.assert(
    fc.property(word, fc.array(name, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (written, known, most) => {
      expect(nearest(written, known, most)).toEqual(sorted(written, known, most));
    }),
  );
});
