// Which known name was probably meant: by the number of letters to change (optimal string alignment). Pure.

/** Longer names are not compared letter by letter: no person wrote them. */
const longestCompared = 200;

/** Known names that are close to the written one, the closest first; equal ones in their own order. */
export function nearest(written: string, known: Iterable<string>, most = 3): string[] {
  const limit = written.length > longestCompared ? -1 : Math.max(1, Math.floor(written.length / 3));
  const scored: { name: string; distance: number }[] = [];
  for (const name of known) {
    const isPart = written.length > 2 && (name.startsWith(written) || name.endsWith(`'s ${written}`));
    // A name so much longer or shorter is further away than is near.
    if (!isPart && Math.abs(name.length - written.length) > limit) continue;
    const distance = isPart ? 0.5 : editDistance(written, name, limit);
    if ((isPart || distance <= limit) && name !== written) scored.push({ name, distance });
  }
  const names = scored.sort((one, two) => one.distance - two.distance).map((one) => one.name);
  return [...new Set(names)].slice(0, most);
}

/** Letters to add, drop, change or swap with their neighbour to get from one to the other; more than `limit` is not counted to its end. */
export function editDistance(one: string, two: string, limit = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let last = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const present = [row];
    let least = row;
    for (let column = 1; column <= two.length; column++) {
      const isSame = one[row - 1] === two[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      const cost = Math.min((last[column] ?? 0) + 1, (present[column - 1] ?? 0) + 1, changed);
      const cheapest = swapped ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost;
      present.push(cheapest);
      least = Math.min(least, cheapest);
    }
    // A swap looks two rows back, so both must be beyond the limit.
    if (least > limit && Math.min(...last) > limit) return least;
    before = last;
    last = present;
  }
  return last[two.length] ?? 0;
}
