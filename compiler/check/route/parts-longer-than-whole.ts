// FW514: deadlines that cannot be met: the parts take longer than the whole. Inside a stage (a payment, a check, a wait, a reminder
// against its own deadline), and over the stages against the clock of the whole case. Days and working days are compared by the
// route's calendar, from every day of a year on; a few days around holidays are nobody's mistake.
import { plainWeek, type WorkingCalendar } from "#support/calendars.ts";
import { addDays, daysBetween } from "#support/dates.ts";
import { compareLengths, shiftDate } from "#support/lengths.ts";
import { showDate } from "#support/show-parts.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem, Related, Span } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Duration, Stage } from "../../model/shapes.ts";
import { inWords } from "../proof/example.ts";
import { createRouteGraph, type RouteGraph, type WayKind } from "./route-graph.ts";

/** One length, and what takes it. */
interface PartOf {
  /** "The payment of fee may take 14 days"; the name of a stage on a way. */
  readonly what: string;
  readonly isReminder?: boolean;
  readonly length: Duration;
  readonly at: Span | undefined;
}

export function checkPartsLongerThanWhole(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  return [...graph.stages.flatMap((stage) => insideStage(model, stage)), ...overStages(graph)];
}

function insideStage(model: Model, stage: Stage): Problem[] {
  const whole = stage.finish?.within;
  const at = stage.finish && model.places.get(stage.finish)?.span;
  if (!whole || !at) return [];
  const late = partsOf(model, stage).flatMap((part) => {
    const lateness = latenessOf(model, [part.length], whole);
    return lateness ? [{ part, lateness }] : [];
  });
  return late
    .slice(0, 1)
    .map(({ part, lateness }) =>
      problemAt(
        part.at ?? at,
        `${part.what}, but stage ${stage.name} ends after ${said(whole)}`,
        [{ span: at, words: "the whole" }],
        lateness,
      ),
    );
}

/** What a stage waits for, with how long that may take. Clocks stand still while more information is asked for, or on hold. */
function partsOf(model: Model, stage: Stage): PartOf[] {
  const { payment, waits = [], awaits = [], checks = [], consults, reminders } = stage;
  const span = (piece: object) => model.places.get(piece)?.span;
  return [
    ...(payment
      ? [
          {
            what: `The payment of ${payment.name} may take ${said(payment.within)}`,
            length: payment.within,
            at: span(payment),
          },
        ]
      : []),
    ...waits.flatMap((wait) =>
      wait.within ? [{ what: `The wait takes ${said(wait.within)}`, length: wait.within, at: span(wait) }] : [],
    ),
    ...awaits.map((one) => ({
      what: `The wait for ${one.what} may take ${said(one.within)}`,
      length: one.within,
      at: span(one),
    })),
    ...(consults
      ? [
          {
            what: `Whoever is consulted may take ${said(consults.within)}`,
            length: consults.within,
            at: span(consults),
          },
        ]
      : []),
    ...reminders.map((one) => ({
      what: `The reminder to ${one.to} comes after ${said(one.after)}`,
      isReminder: true,
      length: one.after,
      at: span(one),
    })),
    ...checks.flatMap(({ name, finish }) =>
      finish?.within
        ? [{ what: `Check ${name} may take ${said(finish.within)}`, length: finish.within, at: span(finish) }]
        : [],
    ),
  ];
}

const regular: ReadonlySet<WayKind> = new Set(["exit", "otherwise", "go-to", "skip", "action"]);

/** The quickest way to each outcome, each stage in its own time, against the clock of the case. */
function overStages(graph: RouteGraph): Problem[] {
  const { model } = graph;
  const clock = model.route?.finish;
  const whole = clock?.within;
  const at = clock && model.places.get(clock)?.span;
  if (!clock || !whole || !at) return [];
  const starts = clock.from === undefined ? [graph.first] : regularFrom(graph, clock.from);
  const ways = quickest(graph, starts);
  const late = graph.outcomes.flatMap(({ name }) => {
    const parts = ways.get(name) ?? [];
    const lateness =
      parts.length > 0
        ? latenessOf(
            model,
            parts.map(({ length }) => length),
            whole,
          )
        : undefined;
    return lateness ? [{ name, parts, lateness }] : [];
  });
  const [worst] = late.sort((one, two) => rough(two.parts) - rough(one.parts));
  if (!worst) return [];
  const listed = inWords(worst.parts.map(({ what, length }) => `${what} (${said(length)})`));
  const related = worst.parts.flatMap((part): Related[] =>
    part.at ? [{ span: part.at, words: said(part.length) }] : [],
  );
  const what = `A case that gets to ${worst.name} may take longer than ${said(whole)}, though every stage is done in time`;
  return [problemAt(at, what, related.slice(0, 5), worst.lateness, `The quickest way there: ${listed}.`)];
}

function regularFrom(graph: RouteGraph, name: string): string[] {
  return graph.from(name).flatMap(({ kind, to }) => (regular.has(kind) ? [to] : []));
}

/** The parts of the way with the fewest days to every place; ways by missed deadlines and second thoughts do not count. */
function quickest(graph: RouteGraph, starts: readonly string[]): Map<string, readonly PartOf[]> {
  const best = new Map<string, readonly PartOf[]>();
  const open = new Map<string, readonly PartOf[]>(starts.map((name) => [name, []]));
  while (open.size > 0) {
    const [name, parts] = [...open].reduce((least, one) => (rough(one[1]) < rough(least[1]) ? one : least));
    open.delete(name);
    best.set(name, parts);
    const stage = graph.stage(name);
    const further = stage ? [...parts, ...timeOf(graph, stage)] : parts;
    for (const to of stage ? regularFrom(graph, name) : []) {
      const known = open.get(to);
      if (!best.has(to) && (!known || rough(further) < rough(known))) open.set(to, further);
    }
  }
  return best;
}

/** How long a case may be in a stage while the clock of the case runs. */
function timeOf({ model }: RouteGraph, stage: Stage): PartOf[] {
  if (stage.stopsTheClock || stage.payment || stage.by.includes("applicant")) return [];
  const at = stage.finish && model.places.get(stage.finish)?.span;
  if (stage.finish?.within) return [{ what: stage.name, length: stage.finish.within, at }];
  const parts = partsOf(model, stage).filter((part) => !part.isReminder);
  const longest = parts.reduce<PartOf[]>((most, part) => (rough([part]) > rough(most) ? [part] : most), []);
  return longest.map((part) => ({ ...part, what: stage.name }));
}

const sizes: Readonly<Record<Duration["unit"], number>> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  "working-days": 1.4,
  weeks: 7,
  months: 30.4,
  years: 365,
};

/** Only to tell which way is quicker. */
function rough(parts: readonly PartOf[]): number {
  return parts.reduce((sum, { length: { amount, unit } }) => sum + amount * sizes[unit], 0);
}

/** A day from which the parts end after the whole. */
interface Lateness {
  readonly start: string;
  readonly partsEnd: string;
  readonly wholeEnd: string;
  readonly isAlways: boolean;
  /** Days that are enough from every day. */
  readonly enough: number;
}

/** Days of the year from which it must be late, to be told. */
const oftenEnough = 37;

function latenessOf(model: Model, parts: readonly Duration[], whole: Duration): Lateness | undefined {
  const [only] = parts;
  const plain = only && parts.length === 1 ? compareLengths(only, whole) : undefined;
  if (plain !== undefined && plain <= 0) return undefined;
  const calendar: WorkingCalendar = model.calendars[model.route?.calendar ?? ""] ?? plainWeek;
  const begin = model.version.starts > "2000" ? model.version.starts : "2026-01-01";
  let first: Lateness | undefined;
  let [days, enough] = [0, 0];
  for (let day = 0; day < 365; day++) {
    const start = addDays(begin, day) ?? begin;
    const partsEnd = parts.reduce((date, length) => after(date, length, calendar), start);
    const wholeEnd = after(start, whole, calendar);
    enough = Math.max(enough, daysBetween(start, partsEnd) ?? 0);
    if (partsEnd <= wholeEnd) continue;
    days += 1;
    first ??= { start, partsEnd, wholeEnd, isAlways: false, enough: 0 };
  }
  if (plain !== undefined && first === undefined) return undefined;
  return first && days >= oftenEnough ? { ...first, isAlways: days === 365, enough } : undefined;
}

/** Lengths shorter than a day are left out. */
function after(date: string, length: Duration, calendar: WorkingCalendar): string {
  return shiftDate(date, length, 1, calendar) ?? date;
}

function problemAt(at: Span, what: string, related: readonly Related[], late: Lateness, lead?: string): Problem {
  const [start, end, whole] = [late.start, late.partsEnd, late.wholeEnd].map((date) => showDate(date, "en-GB"));
  const dates = `From ${start}: all parts in their time end on ${end}, the whole ends on ${whole}.`;
  const often = late.isAlways ? [] : ["That is so on some days only: weekends and closed days make the difference."];
  return problems.partsLongerThanWhole(
    at,
    { what },
    { related, explanation: [...(lead ? [lead] : []), dates, ...often, longEnough(late)] },
  );
}

/** What could be written instead of the whole. */
function longEnough({ enough }: Lateness): string {
  return `Give the parts less time, or the whole more: ${enough} days are enough from every day.`;
}

function said({ amount, unit }: Duration): string {
  const words = unit.replace("-", " ");
  return `${amount} ${amount === 1 ? words.replace(/s$/, "") : words}`;
}
