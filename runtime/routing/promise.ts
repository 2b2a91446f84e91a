// What an applicant is promised: the day by which they hear, the working days up to it, and the stages still to come.
// Worked out from the text's own `finish within` along the longest way to an answer.
import type { Duration, Route, Service, Stage } from "#contract";
import { isWorkingDay } from "#support/calendars.ts";
import { addDays } from "#support/dates.ts";
import { shiftDate } from "#support/lengths.ts";
import type { Case } from "./case.ts";
import type { Days } from "./days.ts";
import { stageNamed } from "./moving.ts";

/** A promised day and the row of working days up to it. */
export interface Promised {
  /** "2026-06-24" */
  readonly date: string;
  readonly workingDays: number;
  /** The day sent, then each working day up to the promised one. */
  readonly days: readonly string[];
}

/** What an applicant is promised when an application is sent on this day; undefined where the text promises nothing. */
export function promise(service: Service, dateApplied: string, days: Days): Promised | undefined {
  const { route } = service;
  if (!route) return undefined;
  const lengths = longestWay(route, route.first, new Set());
  if (lengths.length === 0) return undefined;
  let date: string | undefined = dateApplied;
  for (const length of lengths) {
    const isClock = length.unit === "hours" || length.unit === "minutes";
    if (date !== undefined && !isClock) date = shiftDate(date, length, 1, days.calendar);
  }
  if (date === undefined) return undefined;
  const row = workingDaysTo(dateApplied, date, days);
  return { date, workingDays: row.length - 1, days: row };
}

/** Lengths along the longest way to where the applicant hears: an outcome, a payment, or a stage of their own. */
function longestWay(route: Route, name: string, seen: ReadonlySet<string>): readonly Duration[] {
  const stage = route.stages.find((one) => one.name === name);
  if (!stage || seen.has(name) || isApplicants(stage)) return [];
  const further = new Set([...seen, name]);
  const ways = waysOut(stage).map((next) => longestWay(route, next, further));
  const longest = ways.reduce((best, way) => (roughDays(way) > roughDays(best) ? way : best), []);
  // Until somebody else has signed, nothing is promised and no time runs (R11).
  if (stage.coSign) return longest;
  const waits = (stage.waits ?? []).flatMap(({ within }) => within ?? []);
  const within = stage.finish?.within ?? longestCheck(stage);
  return [...(within ? [within] : waits), ...longest];
}

/** Checks run at the same time: the longest of them counts. */
function longestCheck({ checks = [] }: Stage): Duration | undefined {
  const lengths = checks.flatMap(({ finish }) => finish?.within ?? []);
  return lengths.toSorted((one, other) => roughDays([other]) - roughDays([one]))[0];
}

function isApplicants(stage: Stage): boolean {
  return stage.payment !== undefined || stage.by.includes("applicant");
}

/** Where the case can go from a stage, in the order of the text. */
export function waysOut(stage: Stage): string[] {
  const names = [
    ...stage.exits.map(({ goTo }) => goTo),
    ...stage.actions.map(({ goTo }) => goTo),
    stage.otherwise,
    stage.goTo,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Only to tell which way is longer. */
function roughDays(lengths: readonly Duration[]): number {
  const sizes = { minutes: 1 / 1440, hours: 1 / 24, days: 1, "working-days": 1.4, weeks: 7, months: 30, years: 365 };
  return lengths.reduce((sum, { amount, unit }) => sum + amount * sizes[unit], 0);
}

/** A row longer than this is no row of points any more. */
const longestRow = 400;

function workingDaysTo(from: string, to: string, { calendar }: Days): string[] {
  const row = [from];
  for (let day = addDays(from, 1); day !== undefined && day <= to && row.length < longestRow; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) || day === to) row.push(day);
  }
  return row;
}

/** One point of the timeline. */
export interface TimelinePoint {
  readonly kind: "stage" | "outcome";
  readonly name: string;
  readonly state: "done" | "now" | "to-come";
  /** The day it was entered or reached. */
  readonly on?: string;
}

/** Where the case has been, where it is, and the way on that it takes when all goes well: the first way out of each stage. */
export function timeline(service: Service, present: Case, days: Days): TimelinePoint[] {
  const points = present.history.flatMap(({ what, place, at }): TimelinePoint[] => {
    if (place === undefined || (what !== "entered" && what !== "reached")) return [];
    const kind = what === "entered" ? "stage" : "outcome";
    return [{ kind, name: place, state: "done", on: days.zone.dayOf(at) }];
  });
  const last = points.pop();
  if (last) points.push({ ...last, state: "now" });
  const seen = new Set(points.map(({ name }) => name));
  let next = present.place.kind === "stage" ? wayWhenWell(service, present.place.stage, seen) : undefined;
  while (next !== undefined) {
    const stage = stageNamed(service, next);
    points.push({ kind: stage ? "stage" : "outcome", name: next, state: "to-come" });
    seen.add(next);
    next = stage && wayWhenWell(service, next, seen);
  }
  return points;
}

/** The first way out that no adverse action takes and that is not behind the case. */
function wayWhenWell(service: Service, name: string, seen: ReadonlySet<string>): string | undefined {
  const stage = stageNamed(service, name);
  if (!stage) return undefined;
  const adverse = new Set(stage.actions.filter((action) => action.adverse).map(({ goTo }) => goTo));
  return waysOut(stage).find((next) => !adverse.has(next) && !seen.has(next));
}
