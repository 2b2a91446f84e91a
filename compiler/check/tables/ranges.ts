// Sets of numbered pieces as sorted pairs from–to: [0, 2, 5, 5] holds 0, 1, 2 and 5. Pure; nothing about tables.

export type Ranges = readonly number[];

/** All pieces of a column with so many. */
export function allPieces(count: number): Ranges {
  return count > 0 ? [0, count - 1] : [];
}

/** The pieces for which the test holds. */
export function rangesOf(count: number, holds: (piece: number) => boolean): Ranges {
  const ranges: number[] = [];
  for (let piece = 0; piece < count; piece++) {
    if (!holds(piece)) continue;
    if (ranges.length > 0 && ranges[ranges.length - 1] === piece - 1) ranges[ranges.length - 1] = piece;
    else ranges.push(piece, piece);
  }
  return ranges;
}

export function sizeOf(ranges: Ranges): number {
  let size = 0;
  for (let at = 0; at < ranges.length; at += 2) size += to(ranges, at) - from(ranges, at) + 1;
  return size;
}

/** The lowest and the highest piece. */
export function lowestOf(ranges: Ranges): number {
  return ranges[0] ?? 0;
}

export function highestOf(ranges: Ranges): number {
  return ranges[ranges.length - 1] ?? -1;
}

export function intersection(one: Ranges, two: Ranges): Ranges {
  const both: number[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < two.length) {
    const start = Math.max(from(one, a), from(two, b));
    const end = Math.min(to(one, a), to(two, b));
    if (start <= end) both.push(start, end);
    if (to(one, a) < to(two, b)) a += 2;
    else b += 2;
  }
  return both;
}

export function hasCommon(one: Ranges, two: Ranges): boolean {
  let [a, b] = [0, 0];
  while (a < one.length && b < two.length) {
    if (Math.max(from(one, a), from(two, b)) <= Math.min(to(one, a), to(two, b))) return true;
    if (to(one, a) < to(two, b)) a += 2;
    else b += 2;
  }
  return false;
}

/** What the first has and the second has not. */
export function difference(one: Ranges, two: Ranges): Ranges {
  const left: number[] = [];
  let b = 0;
  for (let a = 0; a < one.length; a += 2) {
    let start = from(one, a);
    const end = to(one, a);
    while (b < two.length && to(two, b) < start) b += 2;
    for (let at = b; at < two.length && from(two, at) <= end; at += 2) {
      if (from(two, at) > start) left.push(start, from(two, at) - 1);
      start = Math.max(start, to(two, at) + 1);
    }
    if (start <= end) left.push(start, end);
  }
  return left;
}

/** Every piece of the second is in the first. */
export function covers(one: Ranges, two: Ranges): boolean {
  return sizeOf(intersection(one, two)) === sizeOf(two);
}

export function piecesOf(ranges: Ranges): number[] {
  const pieces: number[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    for (let piece = from(ranges, at); piece <= to(ranges, at); piece++) pieces.push(piece);
  return pieces;
}

function from(ranges: Ranges, at: number): number {
  return ranges[at] ?? 0;
}

function to(ranges: Ranges, at: number): number {
  return ranges[at + 1] ?? -1;
}
