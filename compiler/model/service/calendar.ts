// Working days and days closed, of the service or of a library.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { dateAfter, dayMonthAfter, nameAt, namesAfter, quotedAt, says } from "../line.ts";
import { notFound } from "../names/names.ts";
import type { Calendar } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `calendar <n> <t>`; Monday to Friday unless it says otherwise. */
export function buildCalendar(building: Building, line: Line, text: string): void {
  const name = nameAt(line);
  if (!name) return;
  building.read.add(line);
  const key = { text, owner: `calendar ${name.name}`, mayStay: true };
  const calendar: Calendar = {
    title: wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line)),
    workingDays: [1, 2, 3, 4, 5],
    closed: [],
  };
  readLines(building, line.children, {
    "working days are <ns>": (below) => {
      calendar.workingDays = namesAfter(below, "are").flatMap((word) => {
        const day = weekdays.indexOf(word.name);
        if (day >= 0) return [day + 1];
        notFound(
          building,
          "words",
          word.name,
          word.span,
          weekdays.map((known) => ({ name: known, what: "day" })),
        );
        return [];
      });
    },
    "closed on <date> <t>": (below) => {
      const on = dateAfter(below, "on");
      const title = wordsOf(building.words, { ...key, slot: `closed ${on}` }, quotedAt(below));
      if (on !== undefined) calendar.closed.push(placed(building, below.span, { on, title }));
    },
    "move deadlines to the next working day": () => {
      calendar.moveDeadlines = true;
    },
    "years from <leapday> end on <leapend>": (below) => {
      const end = leapEnd(building, below);
      if (end) calendar.yearsFrom29FebruaryEndOn = end;
    },
    "months end on the (last day of|first day after) a shorter month": (below) => {
      calendar.monthsEndOn = says(below, "last", "day", "of") ? "last-day" : "first-day-after";
    },
    "time zone <t>": (below) => {
      const zone = quotedAt(below);
      if (zone && isTimeZone(zone.words)) building.timeZone ??= zone.words;
      else if (zone) notFound(building, "words", zone.words, zone.span, [{ name: "Europe/London", what: "time zone" }]);
    },
  });
  building.calendars.set(name.name, placed(building, line.span, calendar));
}

/** Where years from 29 February end: the day before or after it. Another day is a finding. */
function leapEnd(building: Building, line: Line): Calendar["yearsFrom29FebruaryEndOn"] {
  const [from, end] = [dayMonthAfter(line, "from"), dayMonthAfter(line, "on")];
  if (!from || !end) return undefined;
  const isLeapDay = from.month === 2 && from.day === 29;
  if (!isLeapDay) building.findings.push({ kind: "years-from-29-february", span: from.span, isEnd: false });
  if (end.month === 2 && end.day === 28) return "--02-28";
  if (end.month === 3 && end.day === 1) return "--03-01";
  building.findings.push({ kind: "years-from-29-february", span: end.span, isEnd: true });
  return undefined;
}

/** What the platform calls its time zones. Opening one only to see whether it is there takes as long as a tenth of a whole model. */
const zonesByName: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone"));

/** Known to the time zone database that the platform carries, which has further names for some. */
function isTimeZone(zone: string): boolean {
  if (zonesByName.has(zone)) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
