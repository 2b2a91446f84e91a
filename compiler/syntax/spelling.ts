// Which known word an author may have meant. Pure; knows nothing of the language.

/** The candidate nearest to `word`, at most about a third of its letters away; undefined when none is near. Ties: the first. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const most = word.length <= 2 ? 1 : word.length <= 5 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance || candidate === word) continue;
    const found = distance(word, candidate);
    if (found < bestDistance && found < Math.max(candidate.length, word.length) * 0.6) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment). Words of up to some 60 letters. */
function distance(left: string, right: string): number {
  if (left.length > 60 || right.length > 60) return 60;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
