// Ways that lead round without anybody working or anything being waited for: a case could go round in them without end.
import type { Place } from "../text.ts";
import type { Building } from "./building.ts";

const waiting = /^(wait |at the same time|done by |take payment)/;

/** Refuses a circle of stages that nobody works in. */
export function findCircles(building: Building): void {
  const passing = building.places.filter(
    ({ kind, by, lines }) => kind === "stage" && by === undefined && !lines.some((line) => waiting.test(line)),
  );
  const ways = new Map(passing.map((place) => [place.name, waysOf(place)]));
  let left = [...ways.keys()];
  // What nothing in the rest leads to, or leads on from, is in no circle.
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const names = new Set(left);
    left = left.filter((name) => ways.get(name)?.some((to) => names.has(to)));
  }
  const [first] = left;
  if (first === undefined) return;
  const titles = left.slice(0, 6).map((name) => `“${passing.find((place) => place.name === name)?.title ?? name}”`);
  building.refusals.push({
    id: "",
    name: "",
    line: 0,
    reason: `These steps lead round in a circle in which nobody works and nothing is waited for: ${titles.join(", ")}.`,
    instead: "a user task, a message or a timer in the circle, or a flow that leads out of it.",
  });
}

function waysOf({ lines }: Place): string[] {
  return lines.flatMap((line) => (line.startsWith("#") ? [] : (/go to (\S+)$/.exec(line)?.[1] ?? [])));
}
