// FW602: somebody is shown an answer that "only … can see" keeps from them, or something that is worked out from it.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { namesAfter, says } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { linesWith } from "../every-line.ts";
import { madeOnce } from "../made-once.ts";
import { insertAt } from "../text-edits.ts";
import { flowOf, type GivenAway, overlaps } from "./flow.ts";
import { type NamedPlaces, namedPlaces, withoutName } from "./named-places.ts";
import { sayWay } from "./say-way.ts";
import { type Shown, shownIn } from "./shown-to.ts";

/** One `only … can see …` line. */
export interface OnlySeenBy {
  readonly roles: readonly string[];
  readonly paths: readonly string[];
  readonly line: Line;
}

/** The lines that keep answers to some roles. */
export const onlySeenBy = madeOnce((model: Model): readonly OnlySeenBy[] => {
  const places = namedPlaces(model);
  return linesWith(model, "only")
    .filter((line) => says(line, "can", "see"))
    .map((line) => ({
      roles: namesAfter(line, "only").map((word) => word.name),
      paths: places.on(line).map((named) => named.path),
      line,
    }));
});

export function checkAnswerNotForRole(model: Model): Problem[] {
  const places = namedPlaces(model);
  const limits = onlySeenBy(model);
  if (limits.length === 0) return [];
  const flow = flowOf(model);
  const keptFrom = new Map<string, GivenAway>();
  const told = new Set<string>();
  return shownIn(model).flatMap((shown) => {
    const { to } = shown;
    const away = keptFrom.get(to) ?? flow.givenAway(limits.flatMap((one) => (one.roles.includes(to) ? [] : one.paths)));
    keptFrom.set(to, away);
    const way = away.wayFrom(shown.named.path);
    if (!way) return [];
    // "start other-service with answers" says them all with one word.
    const place = `${shown.named.span.file} ${shown.named.span.start} ${to} ${way.at(-1)}`;
    if (told.has(place)) return [];
    told.add(place);
    return problemAt(model, places, limits, shown, way);
  });
}

function problemAt(
  model: Model,
  places: NamedPlaces,
  limits: readonly OnlySeenBy[],
  { to, named, inList }: Shown,
  way: readonly string[],
): Problem[] {
  const end = way.at(-1) ?? named.path;
  const limit = limits.find((one) => !one.roles.includes(to) && one.paths.some((path) => overlaps(path, end)));
  const kept = limit?.paths.find((path) => overlaps(path, end));
  if (!limit || kept === undefined) return [];
  const fixes: Fix[] = inList ? [withoutName(model, named)] : [];
  const roles = limit.line.parts.find((part) => part.slot === "ns");
  if (roles && to !== "everyone")
    fixes.push({
      title: `let ${to} see ${places.said(kept)} too`,
      edits: [insertAt(roles.span, roles.span.end, `, ${to}`)],
    });
  const said = sayWay(model, places, way, kept);
  return [
    problems.answerNotForRole(
      named.span,
      { role: to, name: places.said(kept) },
      {
        related: [...said.related, { span: limit.line.span, words: `only ${limit.roles.join(", ")}` }],
        explanation: said.explanation,
        fixes,
      },
    ),
  ];
}
