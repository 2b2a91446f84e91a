// The date by which a person hears, from the text's own `finish within`: the longest way through the route to its first answer.
import type { Duration, Route, Service, Stage } from "#contract";
import { addWorkingDays, calendarOf, isWorkingDay, nextWorkingDay, type WorkingCalendar } from "#support/calendars.ts";
import { addDays, addMonths, addYears } from "#support/dates.ts";

/** A promised date and the working days up to it. */
export interface PromisedDate {
  /** "2026-06-24" */
  readonly date: string;
  readonly workingDays: number;
  /** Each working day from the first to the promised one: "2026-06-16". */
  readonly days: readonly string[];
}

/** The promise when an application is sent on a day; undefined where the route makes none. */
export function promiseOf(service: Service, sentOn: string): PromisedDate | undefined {
  const { route } = service;
  if (!route) return undefined;
  const calendar = calendarOf(service);
  const lengths = longestWay(route, route.first, new Set());
  if (lengths.length === 0) return undefined;
  const date = lengths.reduce<string | undefined>(
    (from, length) => (from === undefined ? from : addLength(from, length, calendar)),
    sentOn,
  );
  if (date === undefined) return undefined;
  const days = workingDaysTo(sentOn, date, calendar);
  return { date, workingDays: days.filter((day) => day > sentOn).length, days };
}

/** Lengths of the stages on the longest way from a stage to where the applicant hears: a payment, an outcome, or a stage of their own. */
function longestWay(route: Route, name: string, seen: ReadonlySet<string>): Duration[] {
  const stage = route.stages.find((one) => one.name === name);
  if (!stage || seen.has(name) || stage.payment || stage.by.includes("applicant")) return [];
  const further = new Set([...seen, name]);
  const ways = nextOf(stage).map((next) => longestWay(route, next, further));
  const longest = ways.reduce((best, way) => (roughDays(way) > roughDays(best) ? way : best), []);
  return [...(stage.finish?.within ? [stage.finish.within] : []), ...longest];
}

function nextOf(stage: Stage): string[] {
  const names = [
    ...stage.exits.map((exit) => exit.goTo),
    stage.otherwise,
    stage.goTo,
    ...stage.actions.map((action) => action.goTo),
  ];
  return names.filter((name) => name !== undefined);
}

/** Only to tell which way is longer. */
function roughDays(lengths: readonly Duration[]): number {
  const days = { minutes: 1 / 1440, hours: 1 / 24, days: 1, "working-days": 1.4, weeks: 7, months: 30, years: 365 };
  return lengths.reduce((sum, length) => sum + length.amount * days[length.unit], 0);
}

function addLength(from: string, length: Duration, calendar: WorkingCalendar): string | undefined {
  switch (length.unit) {
    case "working-days":
      return addWorkingDays(from, length.amount, calendar);
    case "weeks":
      return addDays(from, length.amount * 7);
    case "months":
      return addMonths(from, length.amount, calendar);
    case "years":
      return addYears(from, length.amount, calendar);
    case "days":
      return addDays(from, length.amount);
    default:
      return nextWorkingDay(from, calendar);
  }
}

/** At most 31 days are listed: more would be a calendar, not a row of points. */
function workingDaysTo(from: string, to: string, calendar: WorkingCalendar): string[] {
  const days: string[] = [from];
  for (let day = addDays(from, 1); day !== undefined && day <= to && days.length < 31; day = addDays(day, 1))
    if (isWorkingDay(day, calendar) || day === to) days.push(day);
  return days;
}
