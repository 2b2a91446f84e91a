// By when a piece of work is due, in words and as a row of working days. Pure.
import type { Days } from "#routing/days.ts";
import { isWorkingDay, workingDaysBetween } from "#support/calendars.ts";
import { addDays } from "#support/dates.ts";
import { longDay, shortDay } from "../portal/days.ts";

/** One point of the row of working days. */
export type DayPoint = "gone" | "now" | "" | "due" | "over";

export interface Due {
  readonly group: "late" | "soon" | "later" | "stopped" | "none";
  /** "2 days late", "Today", "In 3 working days" */
  readonly words: string;
  /** "Wed 24 June"; absent without a date. */
  readonly day?: string;
  readonly longDay?: string;
  readonly points: readonly DayPoint[];
  /** "Day 2 of 5" */
  readonly count?: string;
}

/** A row longer than this is shown in words only. */
const mostPoints = 15;

/** How a task that was opened and is due at these instants stands today (ISO day). */
export function dueOf(
  task: { readonly openedAt: string; readonly dueAt?: string; readonly state: string },
  today: string,
  days: Days,
): Due {
  if (task.state === "asleep") return { group: "stopped", words: "Clock stopped", points: [] };
  if (!task.dueAt) return { group: "none", words: "No date", points: [] };
  const due = days.zone.dayOf(new Date(Date.parse(task.dueAt) - 1).toISOString());
  const opened = days.zone.dayOf(task.openedAt);
  const left = workingDaysBetween(today, due, days.calendar) ?? 0;
  const late = due < today;
  const lateBy = Math.max(1, workingDaysBetween(due, today, days.calendar) ?? 1);
  const group = late ? "late" : left <= 1 ? "soon" : "later";
  const words = late
    ? `${lateBy} ${lateBy === 1 ? "day" : "days"} late`
    : due === today
      ? "Today"
      : left <= 1
        ? "Next working day"
        : `In ${left} working days`;
  const row = workingRow(opened, due, days);
  const gone = row.filter((day) => day < today).length;
  return {
    group,
    words,
    day: shortDay(due, "en"),
    longDay: longDay(due, "en", today),
    points:
      row.length > mostPoints
        ? []
        : [...row.map((day) => pointOf(day, today, due, late)), ...(late ? (["over"] as const) : [])],
    ...(row.length > 0 && !late && { count: `Day ${Math.min(gone + 1, row.length)} of ${row.length}` }),
  };
}

function pointOf(day: string, today: string, due: string, late: boolean): DayPoint {
  if (late || day < today) return "gone";
  if (day === today) return "now";
  return day === due ? "due" : "";
}

/** Working days after the day it was opened, up to the day it is due (the day of the event is not counted). */
function workingRow(opened: string, due: string, { calendar }: Days): string[] {
  const row: string[] = [];
  for (let day = addDays(opened, 1); day !== undefined && day <= due && row.length <= 400; day = addDays(day, 1))
    if (isWorkingDay(day, calendar) || day === due) row.push(day);
  return row;
}
