// FW518, of some cases: what a letter says or a payment comes to has to be there, and a case can come by a way on which nobody recorded it.
// In a condition that is simply not yes, and what is shown is shown empty: neither is told.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Expression, Outcome, Stage } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import { factVariable } from "../proof/facts.ts";
import { allOf, among, opposite } from "../proof/formula.ts";
import { absent } from "../proof/vocabulary.ts";
import type { OnTheWay } from "./on-the-way.ts";
import { type Collected, collectedIn, fillsOf, readsOf } from "./read-before-collected.ts";
import { reachableFrom, type Way, type WayKind } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkNotAlwaysCollected(walked: OnTheWay): Problem[] {
  const { graph } = walked;
  const places = [...graph.stages, ...graph.outcomes];
  const lines = places.flatMap((one) => lineOfStage(graph.model, one) ?? []);
  if (lines.some((line) => hasUnread(graph.model, line))) return [];
  const collected = collectedIn(graph).filter(({ isFetched }) => !isFetched);
  if (collected.length === 0) return [];
  const reads = readsOf(graph.model);
  return places.flatMap((place) => {
    const told = new Set<string>();
    return valuesOf(walked, place).flatMap(({ value, at }) => {
      const paths = value.op === "rule" ? reads(value.id) : value.op === "fact" ? [value.path.join(".")] : [];
      return collected.flatMap((one) => {
        if (told.has(one.said) || !paths.includes(one.path) || !isNeeded(walked, value, one)) return [];
        const trail = wayWithout(walked, one, place.name);
        if (!trail) return [];
        told.add(one.said);
        return [problemOf(walked, place, one, at, trail)];
      });
    });
  });
}

function problemOf({ graph }: OnTheWay, { name }: Stage | Outcome, one: Collected, at: Span, trail: readonly string[]) {
  const what = graph.stage(name) ? "Stage" : "Outcome";
  const way = trail.length > 1 ? trail.join(" → ") : `straight to ${name}`;
  return problems.readBeforeCollected(
    at,
    { what, place: name, said: one.said, who: "not every case" },
    {
      related: [{ span: one.at, words: `only comes from stage ${one.in}` }],
      explanation: [`A case can come here without it: ${way}.`],
    },
  );
}

interface Value {
  readonly value: Expression;
  readonly at: Span;
}

/** What has to be there when a case comes to the place: words in braces, and amounts of money. */
function valuesOf({ graph: { model } }: OnTheWay, place: Stage | Outcome): Value[] {
  const line = lineOfStage(model, place);
  if (!line) return [];
  const placeOf = (piece: object): Span => model.places.get(piece)?.span ?? nameSpan(line);
  const effects = place.doing.flatMap((effect): Value[] => {
    const paid = effect.do === "pay" && effect.of !== undefined ? [{ op: "rule" as const, id: effect.of }] : [];
    const words = fillsOf(model, effect).map(
      ({ rule, path }): Expression => (rule === undefined ? { op: "fact", path: [...path] } : { op: "rule", id: rule }),
    );
    return [...paid, ...words].map((value) => ({ value, at: placeOf(effect) }));
  });
  const payment = "payment" in place ? place.payment : undefined;
  return payment ? [...effects, { value: { op: "rule", id: payment.of }, at: placeOf(payment) }] : effects;
}

/** Without it the value is not there. */
function isNeeded({ prover: { t, canBe } }: OnTheWay, value: Expression, { path }: Collected): boolean {
  const missing = among(factVariable(t, path.split("."), undefined), [absent]);
  return (
    canBe(allOf([missing, t.isThere(value)])).verdict === "none" &&
    canBe(opposite(t.isThere(value))).verdict === "found"
  );
}

/** Ways by which a stage is left with nothing done in it. */
const leavesUndone: ReadonlySet<WayKind> = new Set([
  "skip",
  "information",
  "silence",
  "unpaid",
  "unheard",
  "deadline",
  "unavailable",
  "right",
]);

/** The stages by which a case comes to the place and was not asked there; undefined when every way asks. */
function wayWithout({ graph, verdict }: OnTheWay, one: Collected, place: string): readonly string[] | undefined {
  const asks = (way: Way): boolean =>
    way.from === one.in && !leavesUndone.has(way.kind) && (one.action === undefined || way.name === one.action);
  const counts = (way: Way): boolean => !asks(way) && verdict(way) !== "none";
  const starts = [graph.first, ...graph.anywhere.map(({ to }) => to)];
  // A place that no way reaches is told by another check, and what never comes before is told as that.
  const later = reachableFrom(
    graph,
    graph.from(one.in).map(({ to }) => to),
  );
  if (!later.has(place)) return undefined;
  const trails = new Map<string, readonly string[]>(starts.map((name) => [name, [name]]));
  // A map grows while it is walked: the shortest way comes first.
  for (const [name, trail] of trails) {
    if (name === place) return trail;
    for (const way of graph.from(name)) if (counts(way) && !trails.has(way.to)) trails.set(way.to, [...trail, way.to]);
  }
  return undefined;
}
