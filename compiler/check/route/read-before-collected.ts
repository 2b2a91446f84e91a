// FW518: a stage or outcome reads what officers record, a register gives or people choose, and no case has been where that
// happens before: it is never there.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem, Span } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Effect, Outcome, Stage } from "../../model/shapes.ts";
import { flowOf, overlaps } from "../people/flow.ts";
import { createRouteGraph, type RouteGraph, reachableFrom } from "./route-graph.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

/** Something that is collected on the way. */
export interface Collected {
  readonly said: string;
  readonly path: string;
  readonly at: Span;
  /** The stage where it is collected. */
  readonly in: string;
  /** Asked only of whoever chooses this action. */
  readonly action?: string;
  /** A register has answered by the time people work. */
  readonly isFetched: boolean;
}

export function checkReadBeforeCollected(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  const lines = [...graph.stages, ...graph.outcomes].flatMap((one) => lineOfStage(model, one) ?? []);
  if (lines.some((line) => hasUnread(model, line))) return [];
  const collected = collectedIn(graph);
  const later = new Map<string, ReadonlySet<string>>();
  const comesLater = (one: Collected, place: string): boolean => {
    const known =
      later.get(one.in) ??
      reachableFrom(
        graph,
        graph.from(one.in).map(({ to }) => to),
      );
    later.set(one.in, known);
    return known.has(place);
  };
  const reads = readsOf(model);
  return [...graph.stages, ...graph.outcomes].flatMap((place) => {
    const told = new Set<string>();
    return readingsOf(model, place, reads).flatMap(({ paths, at, isWorked }) =>
      collected.flatMap((one) => {
        if (told.has(one.said) || !paths.some((path) => overlaps(path, one.path) && path !== "")) return [];
        if ((one.in === place.name && (isWorked || one.isFetched)) || comesLater(one, place.name)) return [];
        told.add(one.said);
        const what = graph.stage(place.name) ? "Stage" : "Outcome";
        return [
          problems.readBeforeCollected(
            at,
            { what, place: place.name, said: one.said, who: "no case" },
            {
              related: [{ span: one.at, words: `only comes from stage ${one.in}` }],
              explanation: graph.stage(place.name)
                ? [`Let a case be in ${one.in} before it comes to ${place.name}.`]
                : [],
            },
          ),
        ];
      }),
    );
  });
}

/** Of several places that collect the same, none is told: one of them may come first. */
export function collectedIn(graph: RouteGraph): Collected[] {
  const onTheWay = graph.model.data.filter(
    ({ from, order, item, type }) =>
      order === undefined &&
      !item &&
      (from === "question" || from === "fetched" || from === "stage") &&
      type?.kind !== "list",
  );
  const all = graph.stages.flatMap((stage) => {
    const line = lineOfStage(graph.model, stage);
    if (!line) return [];
    const end = endOf(line);
    const inside = (span: Span | undefined) =>
      span !== undefined && span.file === line.span.file && span.start >= line.span.start && span.start <= end;
    return onTheWay
      .filter(({ at, line: own }) => inside(at ?? own?.span))
      .map(
        (datum): Collected => ({
          said: datum.said,
          path: dottedOf(datum),
          at: datum.at ?? nameSpan(line),
          in: stage.name,
          ...actionOf(stage, dottedOf(datum)),
          isFetched: datum.from === "fetched",
        }),
      );
  });
  const tops = all.filter((one) => !all.some((other) => other !== one && one.path.startsWith(`${other.path}.`)));
  return tops.filter((one) => tops.filter((other) => other.path === one.path).length === 1);
}

function actionOf({ actions }: Stage, path: string): { readonly action?: string } {
  const action = actions.find(({ questions }) => questions.some((one) => one.path.join(".") === path));
  return action ? { action: action.name } : {};
}

function endOf(line: {
  readonly span: Span;
  readonly children: readonly { readonly span: Span; readonly children: readonly unknown[] }[];
}): number {
  const deepest = line.children.map((child) =>
    Math.max(child.span.end, ...child.children.flatMap((one) => (hasSpan(one) ? [one.span.end] : []))),
  );
  return Math.max(line.span.end, ...deepest);
}

function hasSpan(one: unknown): one is { span: Span } {
  return typeof one === "object" && one !== null && "span" in one;
}

interface Reading {
  readonly paths: readonly string[];
  readonly at: Span;
  /** After people have worked there: what they record is known. */
  readonly isWorked: boolean;
}

type ReadBy = (rule: string) => readonly string[];

/** What a place reads: what it does, shows and sends, and the conditions of its ways out. */
function readingsOf(model: Model, place: Stage | Outcome, reads: ReadBy): Reading[] {
  const spanOf = (piece: object): Span | undefined => model.places.get(piece)?.span;
  const line = lineOfStage(model, place);
  if (!line) return [];
  const effects = place.doing.map(
    (effect): Reading => ({
      paths: [
        ...(effect.paths ?? []),
        ...(effect.fetch?.using ?? []).flatMap(({ rule }) => reads(rule)),
        ...fillsOf(model, effect).map(dottedOf),
      ],
      at: spanOf(effect) ?? nameSpan(line),
      isWorked: false,
    }),
  );
  if (!("by" in place)) return effects;
  const shows = line.children.find((child) => child.form === "shows <ps>");
  return [
    ...effects,
    {
      paths: place.skipWhen === undefined ? [] : reads(place.skipWhen),
      at: line.children.find((child) => child.form === "skip when <c>")?.span ?? line.span,
      isWorked: false,
    },
    // A case that another service begins is waited for once it has begun.
    ...(place.awaits ?? []).flatMap((awaited): Reading[] =>
      awaited.source === undefined
        ? [{ paths: startedAs(model, awaited.what), at: spanOf(awaited) ?? nameSpan(line), isWorked: true }]
        : [],
    ),
    { paths: place.shows, at: shows?.span ?? nameSpan(line), isWorked: true },
    ...place.exits.map((exit): Reading => ({ paths: reads(exit.when), at: spanOf(exit) ?? line.span, isWorked: true })),
    ...place.actions.flatMap((action): Reading[] =>
      action.when === undefined ? [] : [{ paths: reads(action.when), at: spanOf(action) ?? line.span, isWorked: true }],
    ),
  ];
}

function startedAs(model: Model, service: string): string[] {
  return model.data.flatMap((datum) => (datum.from === "stage" && datum.said === service ? [dottedOf(datum)] : []));
}

/** What stands in braces in a message that is sent. */
export function fillsOf(model: Model, effect: Effect): Datum[] {
  const message = effect.do === "send" ? model.messages[effect.what ?? ""] : undefined;
  if (!message) return [];
  const words = [message.subject, message.body].flatMap((one) => Object.values(one).slice(0, 1));
  const braces = words.flatMap((one) => [...one.matchAll(/\{([^{}]+)\}/g)].map(([, inside]) => inside ?? ""));
  return braces.flatMap((brace) => model.fills.get(brace) ?? []);
}

/** Facts that a rule reads, through other rules too. */
export function readsOf(model: Model): ReadBy {
  const { reads } = flowOf(model);
  const known = new Map<string, readonly string[]>();
  const of = (rule: string): readonly string[] => {
    const made = known.get(rule);
    if (made) return made;
    known.set(rule, []);
    const own = reads.get(rule);
    const all = own ? [...own.facts, ...own.grouped, ...[...own.rules].flatMap(of)] : [];
    known.set(rule, all);
    return all;
  };
  return of;
}
