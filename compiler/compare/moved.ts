// Lines that stand in both versions, in another order: only where the order means something to people or to a case.
import { wordOf } from "../model/line.ts";
import type { Line } from "../syntax/tree.ts";
import type { Found } from "./difference.ts";
import { saidText } from "./line-text.ts";
import { placeOf, thingOf, topOf } from "./thing.ts";

/** First words of lines that people meet one after the other, that a case goes through in order, or of which the first that fits counts. */
const ordered = new Set([
  ...["section", "page", "group", "ask", "include", "repeat", "for", "-", "guidance", "warning", "help"],
  ...["declare", "sign", "co-sign", "stop", "require", "worded", "must"],
  ...["stage", "fetch", "issue", "send", "pay", "share", "publish", "start", "refund", "take", "wait", "invite"],
  ...["replace", "suspend", "revoke", "reinstate", "refuse", "when", "go", "except", "can"],
  ...["expect", "then"],
]);

/** Blocks in which lines stand in any order, whatever they begin with. */
const unordered = new Set(["words", "privacy", "credential", "measures", "message"]);

/** Neighbours that stand in another order: the fewest whose moving explains it. */
export function movedAmong(pairs: readonly (readonly [Line, Line])[]): Found[] {
  const inOrder = pairs.filter(([, line]) => ordered.has(wordOf(line)) && !unordered.has(topOf(line).word));
  const stays = staysInOrder(inOrder.map(([old]) => old.span.start));
  return inOrder.flatMap(([old, line], at) => {
    if (stays.has(at)) return [];
    const neighbour = inOrder[at - 1]?.[1];
    const oldNeighbour = nearestBefore(old, inOrder);
    const about = thingOf(line) === undefined ? `${placeOf(line)}, ${saidText(line)}` : placeOf(line);
    return [
      {
        change: "moved" as const,
        about,
        before: standing(oldNeighbour),
        after: standing(neighbour),
        beforeAt: old.span,
        afterAt: line.span,
      },
    ];
  });
}

function nearestBefore(old: Line, pairs: readonly (readonly [Line, Line])[]): Line | undefined {
  const earlier = pairs.map(([one]) => one).filter((one) => one.span.start < old.span.start);
  return earlier.sort((one, two) => two.span.start - one.span.start)[0];
}

function standing(neighbour: Line | undefined): string {
  return neighbour ? `after ${thingOf(neighbour) ?? saidText(neighbour)}` : "first";
}

/** Indexes of a longest run of rising offsets: what stands there need not have moved. */
export function staysInOrder(offsets: readonly number[]): ReadonlySet<number> {
  const best = offsets.map((): number => 1);
  const from = offsets.map((): number => -1);
  for (const [at, offset] of offsets.entries())
    for (let before = 0; before < at; before++)
      if ((offsets[before] ?? 0) < offset && (best[before] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[before] ?? 0) + 1;
        from[at] = before;
      }
  const chosen = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = from[at] ?? -1) chosen.add(at);
  return chosen;
}
