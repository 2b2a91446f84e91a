// A line of a question set counts once for each include: what is found of it is told once. Knows places only.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Span } from "../../syntax/tree.ts";

interface Placed {
  readonly at: Span;
}

/** How often each line stands among these; asked by any of them. */
export function timesAmong(all: readonly Placed[]): (one: Placed) => number {
  const times = new Map<string, number>();
  for (const one of all) times.set(placeOf(one), (times.get(placeOf(one)) ?? 0) + 1);
  return (one) => times.get(placeOf(one)) ?? 0;
}

/** The first of each line, in their order. */
export function onceForEachLine<Thing>(all: readonly Thing[], placedOf: (thing: Thing) => Placed): Thing[] {
  const first = new Map<string, Thing>();
  for (const one of all) if (!first.has(placeOf(placedOf(one)))) first.set(placeOf(placedOf(one)), one);
  return [...first.values()];
}

function placeOf({ at }: Placed): string {
  return `${at.file} ${at.start} ${at.end}`;
}

/** Problems that stand on the same line because its question set is included more than once are one, which says so. */
export function onceForEachPlace(problems: readonly Problem[]): Problem[] {
  const places = Map.groupBy(problems, ({ code, at }) => `${code} ${at.file} ${at.start}`);
  return [...places.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ? [first] : [];
    const again = `Its question set is included more than once, and it is so ${others.length + 1} times.`;
    return [{ ...first, explanation: [...first.explanation, again], fixes: [] }];
  });
}
