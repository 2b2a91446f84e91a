// Sweeping over boxes against trying out every answer, on small random tables.
import fc from "fast-check";
import { expect, test } from "vitest";
import { difference, intersection, piecesOf, type Ranges, rangesOf } from "./ranges.ts";
import { type Box, eachOverlap, eachUncovered, earlierMeeting, meets, usualSteps } from "./sweep.ts";

const pieces = 4;
const whole: Box = [
  [0, 3],
  [0, 3],
  [0, 3],
];

const cell: fc.Arbitrary<Ranges> = fc
  .uniqueArray(fc.integer({ min: 0, max: pieces - 1 }), { minLength: 1, maxLength: pieces })
  .map((some) => rangesOf(pieces, (piece) => some.includes(piece)));
const box: fc.Arbitrary<Box> = fc.tuple(cell, cell, cell);

function points(of: Box): string[] {
  const [a = [], b = [], c = []] = of.map(piecesOf);
  return a.flatMap((x) => b.flatMap((y) => c.map((z) => `${x} ${y} ${z}`)));
}

test("sets of pieces", () => {
  fc.assert(
    fc.property(cell, cell, (one, two) => {
      const [first, second] = [piecesOf(one), piecesOf(two)];
      expect(piecesOf(intersection(one, two))).toEqual(first.filter((piece) => second.includes(piece)));
      expect(piecesOf(difference(one, two))).toEqual(first.filter((piece) => !second.includes(piece)));
    }),
  );
});

test("what no row covers is found, all of it, once", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 6 }), (rows) => {
      const apart = rows.every((row, at) => rows.slice(at + 1).every((other) => !meets(row, other)));
      const found: string[] = [];
      const ended = eachUncovered(whole, rows, apart, { left: usualSteps }, (gap) => {
        found.push(...points(gap));
        return true;
      });
      const covered = new Set(rows.flatMap(points));
      expect(ended).toBe("ended");
      expect(found.sort()).toEqual(
        points(whole)
          .filter((point) => !covered.has(point))
          .sort(),
      );
    }),
    { numRuns: 500 },
  );
});

test("rows that are apart are compared by volume, and the same gaps come out", () => {
  // Each row takes away from what is left, so that no two overlap.
  fc.assert(
    fc.property(fc.array(box, { maxLength: 5 }), (tries) => {
      const rows: Box[] = [];
      for (const one of tries) if (rows.every((row) => !meets(row, one))) rows.push(one);
      const found = (apart: boolean) => {
        const gaps: string[] = [];
        eachUncovered(whole, rows, apart, { left: usualSteps }, (gap) => gaps.push(...points(gap)) >= 0);
        return gaps.sort();
      };
      expect(found(true)).toEqual(found(false));
    }),
  );
});

test("every pair of rows that fit the same answers is met once", () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), (rows) => {
      const pairs: string[] = [];
      eachOverlap(rows, (first, later) => pairs.push(`${first} ${later}`) >= 0);
      const wanted = rows.flatMap((row, first) =>
        rows.flatMap((other, later) => (later > first && meets(row, other) ? [`${first} ${later}`] : [])),
      );
      expect(pairs.sort()).toEqual(wanted.sort());
    }),
  );
});

test("runs out of steps aloud", () => {
  expect(
    eachUncovered(
      whole,
      [
        [
          [0, 1],
          [0, 3],
          [0, 3],
        ],
      ],
      false,
      { left: 2 },
      () => true,
    ),
  ).toBe("open");
});

test("the earlier rows that meet each row are those that a comparison of all pairs gives", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), (rows) => {
      const meeting = earlierMeeting(rows);
      for (const [later, row] of rows.entries()) {
        const earlier = [...rows.entries()].filter(([first, other]) => first < later && meets(other, row));
        expect(meeting?.get(later) ?? []).toEqual(earlier.map(([first]) => first));
      }
    }),
  );
});

test("a table that is cut in halves leaves over what one cut row by row does", () => {
  const count = 3000;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(count - 1), { minLength: 200, maxLength: 400 }),
      fc.array(fc.tuple(fc.nat(count - 1), fc.nat(40)), { maxLength: 6 }),
      (missing, wide) => {
        const single = Array.from(
          { length: count },
          (_, at): Box => [
            [at, at],
            [0, 1],
          ],
        );
        const over = wide.map(
          ([from, more]): Box => [
            [from, Math.min(count - 1, from + more)],
            [0, 0],
          ],
        );
        const rows = [...single.filter((_, at) => !missing.includes(at)), ...over];
        const found: string[] = [];
        const steps = { left: usualSteps };
        const ended = eachUncovered(
          [
            [0, count - 1],
            [0, 1],
          ],
          rows,
          false,
          steps,
          ([one = [], two = []]) => {
            for (const x of piecesOf(one)) for (const y of piecesOf(two)) found.push(`${x} ${y}`);
            return true;
          },
        );
        expect(ended).toBe("ended");
        const isOver = (at: number) => over.some(([one = []]) => piecesOf(one).includes(at));
        const left = missing.flatMap((at) => [...(isOver(at) ? [] : [`${at} 0`]), `${at} 1`]);
        expect(found.toSorted()).toEqual(left.toSorted());
      },
    ),
    { numRuns: 12 },
  );
});
