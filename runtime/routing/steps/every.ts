// `start stall-check every 6 months` under a credential: a case of another service begins again and again while the credential is valid. While it is
// suspended the days pass without one; revoked or over, none begins any more. The first begins when the length is over for the first time.
import type { Credential, Duration } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { withValueAt } from "#support/facts.ts";
import { shiftDate } from "#support/lengths.ts";
import type { Case, Deadline, Recurring } from "../case.ts";
import type { Days } from "../days.ts";
import type { Moving } from "../moving.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";
import { isOver, lastIssued, nextLook } from "./lasting.ts";
import { orderCase } from "./start.ts";

/** Begins what the text of a credential starts, when it is issued; what runs already goes on as it is. */
export function beginRecurring(moving: Moving, credential: string, { starts = [] }: Credential): void {
  for (const { service, every } of starts) {
    const { recurring = [] } = moving.case;
    if (recurring.some((one) => one.credential === credential && one.service === service && one.state === "open"))
      continue;
    const id = moving.nextId("recurring");
    const one: Recurring = { id, credential, service, every, since: moving.now, come: 0, state: "open" };
    moving.change({ recurring: [...recurring, one] });
    moving.record("recurring began", { recurring: id, service });
  }
}

/** The credential was issued, suspended, revoked or reinstated: what hangs on it follows. */
export function followRecurring(moving: Moving, credential: string): void {
  for (const one of moving.case.recurring ?? [])
    if (one.credential === credential && one.state === "open") awaitNext(moving, one);
}

/** The length is over once more, or the last day of the credential is. */
export function fireRecurring(moving: Moving, { of }: Deadline): void {
  const one = moving.case.recurring?.find(({ id, state }) => id === of && state === "open");
  if (!one) return;
  const next = instantOf(moving.days, one);
  if (next !== undefined && Date.parse(next) <= Date.parse(moving.now)) come(moving, one, next);
  followRecurring(moving, one.credential);
}

function come(moving: Moving, { id, credential, service }: Recurring, at: string): void {
  const issued = lastIssued(moving, credential);
  if (!issued || isOver(issued, moving.days.zone.dayOf(at))) return;
  change(moving, id, (one) => ({ ...one, come: one.come + 1 }));
  if (issued.status === "suspended") {
    moving.record("recurring passed over", { recurring: id, service });
    return;
  }
  orderCase(moving, service, answersOf(moving, credential, issued.claims));
}

/** Waits for the next one, or for the end of the credential when that is first; ends when nothing more can come. */
function awaitNext(moving: Moving, one: Recurring): void {
  cancelDeadlines(moving, ({ kind, of }) => kind === "every" && of === one.id);
  const at = nextLook(moving, one.credential, instantOf(moving.days, one));
  if (at !== undefined) {
    addDeadline(moving, { kind: "every", of: one.id, at, unit: "days" });
    return;
  }
  change(moving, one.id, (before) => ({ ...before, state: "ended" }));
  moving.record("recurring ended", { recurring: one.id, service: one.service });
}

/** When the next one begins, if the credential is valid then. */
export function nextOf(present: Case, one: Recurring, days: Days): string | undefined {
  const next = instantOf(days, one);
  const issued = present.issued.findLast(
    ({ credential, status }) => credential === one.credential && status !== "replaced",
  );
  const isComing = one.state === "open" && next !== undefined && issued !== undefined;
  return isComing && !isOver(issued, days.zone.dayOf(next)) ? next : undefined;
}

/** The beginning of the next day, counted from the first so that a short month moves no later one; hours and minutes are exact. */
function instantOf(days: Days, { every, since, come: times }: Recurring): string | undefined {
  const length: Duration = { ...every, amount: every.amount * (times + 1) };
  if (length.unit === "hours" || length.unit === "minutes") return days.after(since, length);
  const day = shiftDate(days.zone.dayOf(since), length, 1, days.calendar);
  return day === undefined ? undefined : days.zone.startOf(day);
}

/** What the licence says, under the names of the answers it says it of: the other service takes what it asks too. */
function answersOf({ service }: Moving, credential: string, claims: Answers): Answers {
  return (service.credentials[credential]?.holds ?? []).reduce<Answers>((answers, { name, path }) => {
    const value = claims[name];
    return value === undefined ? answers : withValueAt(answers, path.split("."), value);
  }, {});
}

function change(moving: Moving, id: string, to: (one: Recurring) => Recurring): void {
  moving.change({ recurring: (moving.case.recurring ?? []).map((one) => (one.id === id ? to(one) : one)) });
}
