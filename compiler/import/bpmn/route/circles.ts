// Ways that lead round: where nobody works and nothing is waited for a case could go round without end, and where no way leads out to an
// end it would never be decided.
import { addAll } from "../add-all.ts";
import type { Place } from "../text.ts";
import type { Building } from "./building.ts";

const waiting = /^(wait |done by |take payment)/;

/** Somebody is waited for whatever the answers are: checks for each item of a list are none where the list is empty. */
function isRest(line: string): boolean {
  return waiting.test(line) || (/^\s*check /.test(line) && !line.includes(" for each "));
}

/** Refuses a circle of stages that nobody works in. */
export function findCircles(building: Building): void {
  const passing = building.places.filter(
    ({ kind, by, lines }) => kind === "stage" && by === undefined && !lines.some(isRest),
  );
  const ways = new Map(passing.map((place) => [place.name, waysOf(place)]));
  let left = [...ways.keys()];
  // What nothing in the rest leads to, or leads on from, is in no circle.
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const names = new Set(left);
    left = left.filter((name) => ways.get(name)?.some((to) => names.has(to)));
  }
  const round = passing.filter(({ name }) => left.includes(name));
  const isOverList = round.some(({ lines }) => lines.some((line) => line.includes(" for each ")));
  refuseAll(
    building,
    round,
    `These steps lead round in a circle in which nobody works${isOverList ? " where the list is empty," : ""} and nothing is waited for`,
    "a user task, a message or a timer in the circle, or a flow that leads out of it.",
  );
}

/** Refuses stages from which no way leads to an outcome. A clock of the whole case leads out of all of them. */
export function findNoEnd(building: Building): void {
  const outcomes = new Set(building.places.filter(({ kind }) => kind === "outcome").map(({ name }) => name));
  const clock = building.routeLines.find((line) => line.startsWith("finish"));
  if (clock !== undefined && leadsTo(clock).some((name) => outcomes.has(name))) return;
  const into = new Map<string, Set<string>>();
  for (const place of building.places)
    for (const to of waysOf(place)) into.set(to, (into.get(to) ?? new Set()).add(place.name));
  const ends = new Set<string>();
  const waiting = [...outcomes];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (ends.has(name)) continue;
    ends.add(name);
    addAll(waiting, [...(into.get(name) ?? [])]);
  }
  refuseAll(
    building,
    building.places.filter(({ name }) => !ends.has(name)),
    "These steps only lead to each other, and no way leads from them to an end, so that a case would never be decided",
    "an exclusive gateway among them, with a flow that leads to an end event.",
  );
}

/** Told once, at the first of them. */
function refuseAll(building: Building, places: readonly Place[], reason: string, instead: string): void {
  const [first] = places;
  if (!first) return;
  const titles = places.slice(0, 6).map(({ title }) => `“${title}”`);
  const more = places.length > titles.length ? ` and ${places.length - titles.length} more` : "";
  building.refuseAt(first.name, `${reason}: ${titles.join(", ")}${more}.`, instead);
}

function waysOf({ lines }: Place): string[] {
  return lines.flatMap((line) => (line.startsWith("#") ? [] : leadsTo(line)));
}

function leadsTo(line: string): string[] {
  return /go to (\S+)$/.exec(line)?.slice(1) ?? [];
}
