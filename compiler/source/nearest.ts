// Which known name was probably meant: by the number of letters to change (optimal string alignment). Pure.

/** Longer names are not compared letter by letter: no person wrote them. */
const longestCompared = 200;

interface Near {
  readonly name: string;
  readonly distance: number;
}

/** Known names that are close to the written one, the closest first; equal ones in their own order. */
export function nearest(written: string, known: Iterable<string>, most = 3): string[] {
  let limit = written.length > longestCompared ? -1 : Math.max(1, Math.floor(written.length / 3));
  let best: readonly Near[] = [];
  for (const name of known) {
    const distance = distanceWithin(written, name, limit);
    if (distance === undefined || best.some((one) => one.name === name)) continue;
    const after = best.findIndex((one) => one.distance > distance);
    best = (after < 0 ? [...best, { name, distance }] : best.toSpliced(after, 0, { name, distance })).slice(0, most);
    // With enough of them, only a closer one counts: then far fewer letters are compared.
    if (best.length === most) limit = Math.min(limit, Math.ceil((best.at(-1)?.distance ?? 0) - 1));
  }
  return best.map((one) => one.name);
}

/** Undefined when it is further away. What the name begins with, or a part of that name, is nearer than any slip. */
function distanceWithin(written: string, name: string, limit: number): number | undefined {
  if (name === written) return undefined;
  if (written.length > 2 && (name.startsWith(written) || name.endsWith(`'s ${written}`))) return 0.5;
  if (limit < 1) return undefined;
  const distance = editDistance(written, name, limit);
  return distance <= limit ? distance : undefined;
}

/**
 * Letters to add, drop, change or swap with their neighbour to get from one to the other; more than `limit` is not counted to its
 * end. Only letters that stand at most `limit` apart can belong together: the rest of the table is never filled.
 */
export function editDistance(one: string, two: string, limit = Math.max(one.length, two.length)): number {
  const beyond = limit + 1;
  if (Math.abs(one.length - two.length) > limit) return beyond;
  const width = two.length + 1;
  let before = new Array<number>(width).fill(beyond);
  let last = Array.from({ length: width }, (_, at) => Math.min(at, beyond));
  let present = new Array<number>(width).fill(beyond);
  for (let row = 1; row <= one.length; row++) {
    const [from, to] = [Math.max(1, row - limit), Math.min(two.length, row + limit)];
    present[from - 1] = from === 1 ? Math.min(row, beyond) : beyond;
    let least = present[from - 1] ?? beyond;
    for (let column = from; column <= to; column++) {
      const isSame = one[row - 1] === two[column - 1];
      const changed = (last[column - 1] ?? beyond) + (isSame ? 0 : 1);
      const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      const cost = Math.min((last[column] ?? beyond) + 1, (present[column - 1] ?? beyond) + 1, changed);
      const cheapest = swapped ? Math.min(cost, (before[column - 2] ?? beyond) + 1) : cost;
      present[column] = cheapest;
      least = Math.min(least, cheapest);
    }
    if (to < two.length) present[to + 1] = beyond;
    // A swap looks two rows back, so both must be beyond the limit.
    if (least > limit && isBeyond(last, limit)) return beyond;
    [before, last, present] = [last, present, before];
  }
  return last[two.length] ?? beyond;
}

function isBeyond(row: readonly number[], limit: number): boolean {
  return row.every((cost) => cost > limit);
}
