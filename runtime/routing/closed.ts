// Whether a service takes new applications at an instant, as a value; the words for it are those who say it. Pure.
import type { Opening, Service } from "#contract";
import type { Zone } from "#support/zoned.ts";

/**
 * ended: the author closes it. trial-over: the trial's last day is past. trial-full: it has all the cases it may have.
 * not-open-yet, not-open-now: outside the times it is open. not-by-you: other people or services start its cases.
 */
export type Closed = "ended" | "trial-over" | "trial-full" | "not-open-yet" | "not-open-now" | "not-by-you";

/** What is looked at to know whether a service is open. */
export type Opened = Pick<Service, "status" | "startedBy" | "openings">;

/** Who starts the case: a role, or the name of the service that orders it. */
export interface Starter {
  readonly now: string;
  readonly zone: Zone;
  /** How many applications it has been sent. */
  readonly cases: number;
  readonly by: readonly string[];
}

/** Why a service takes no new applications from this one; undefined while it does. */
export function whyClosed(service: Opened, { now, zone, cases, by }: Starter): Closed | undefined {
  const { stage, until, atMostCases } = service.status;
  if (service.startedBy && !by.some((one) => service.startedBy?.includes(one))) return "not-by-you";
  if (stage === "closing") return "ended";
  if (until !== undefined && zone.dayOf(now) > until) return "trial-over";
  const { openings = [] } = service;
  if (openings.length > 0 && !openings.some((opening) => isOpen(opening, now, zone)))
    return nextOpening(service, now, zone) ? "not-open-yet" : "not-open-now";
  return atMostCases !== undefined && cases >= atMostCases ? "trial-full" : undefined;
}

/** The opening that is on now, else the next one; undefined when all are past or there are none. */
export function nextOpening({ openings = [] }: Opened, now: string, zone: Zone): Opening | undefined {
  return openings
    .filter((opening) => Date.parse(closesAt(opening, zone)) >= Date.parse(now))
    .sort((one, other) => (one.from < other.from ? -1 : 1))[0];
}

function isOpen(opening: Opening, now: string, zone: Zone): boolean {
  const time = Date.parse(now);
  return Date.parse(zone.startOf(opening.from)) <= time && time <= Date.parse(closesAt(opening, zone));
}

/** The last instant at which an application is taken. */
export function closesAt({ to, at }: Opening, zone: Zone): string {
  if (at === undefined) return zone.endOf(to);
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  // Clocks change in the small hours: from the end of the day back is right for every time after that.
  const left = (24 * 60 - (hours * 60 + minutes)) * 60_000;
  return new Date(Date.parse(zone.endOf(to)) + 1 - left - 1).toISOString();
}
