// What comes again and again while a credential lasts (payments, cases of another service): which credential, whether it is over by a day, and
// when to look again. While it is suspended days pass with nothing; revoked or over, nothing comes any more. Changes nothing.
import type { Issued } from "../case.ts";
import type { Moving } from "../moving.ts";

/** The credential as this case issued it last. */
export function lastIssued(moving: Moving, name: string): Issued | undefined {
  return moving.case.issued.findLast((one) => one.credential === name && one.status !== "replaced");
}

/** What comes on a day is for the time that begins then: on the last day of a credential nothing begins any more. */
export function isOver({ status, endDate }: Issued, day: string): boolean {
  return status === "revoked" || (endDate !== undefined && day >= endDate);
}

/**
 * When to look again: the next instant, or the end of the credential when that is first, because until then it can still be issued again.
 * Undefined when nothing more can come.
 */
export function nextLook(moving: Moving, credential: string, next: string | undefined): string | undefined {
  const issued = lastIssued(moving, credential);
  const { zone } = moving.days;
  if (!issued || issued.status === "revoked" || next === undefined) return undefined;
  if (!isOver(issued, zone.dayOf(next))) return next;
  const end = issued.endDate === undefined ? undefined : zone.endOf(issued.endDate);
  return end !== undefined && Date.parse(end) > Date.parse(moving.now) ? end : undefined;
}
