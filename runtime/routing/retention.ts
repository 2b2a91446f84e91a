// When the answers of a case are deleted, as its privacy lines say (language 2.5, R8), and what is left of the case then. Pure.
// Instants are deadlines of the case, so that they are worked out once, written down, and fire like every other.
import type { Keep, Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { valueAtDotted, withoutValueAt, withValueAt } from "#support/facts.ts";
import type { Case, HistoryLine, Issued, Person } from "./case.ts";
import type { Days } from "./days.ts";

/** One deletion to come. No paths: all answers that no other line of the text names. */
export interface Deletion {
  readonly at: string;
  readonly paths: readonly string[];
}

/** What is to be deleted and when, as the case stands. A case that is worked on, or for which something is still done outside, loses nothing. */
export function deletionsOf(service: Service, present: Case, days: Days): Deletion[] {
  if (present.place.kind !== "outcome" || Object.keys(present.ordered).length > 0 || isPaying(present)) return [];
  const lines = (service.privacy?.keep ?? []).flatMap((keep): Deletion[] => {
    const from = startOf(service, present, keep, days);
    return from === undefined ? [] : [{ at: days.after(from, keep.for), paths: keep.paths }];
  });
  return [...lines, ...ofLicences(present, days)].filter((deletion) => !isDone(present, deletion));
}

/** A plan of payments is open (R8): what it pays and where the money goes is still needed. */
function isPaying({ plans = [] }: Case): boolean {
  return plans.some(({ state }) => state === "open");
}

/** A licence keeps what it says while it is valid; when it is over after all else was deleted, that goes too. */
function ofLicences(present: Case, days: Days): Deletion[] {
  if (!present.deleted?.some(({ paths }) => paths.length === 0)) return [];
  const living = present.issued.filter(({ claims }) => Object.keys(claims).length > 0);
  const ends = living.flatMap((one) => endOfLicence(one, days) ?? []);
  return ends.length === 0 ? [] : [{ at: latest(ends), paths: [] }];
}

/** A line is done when something was deleted by it at or after its instant; a case that opened again is done later once more. */
function isDone(present: Case, { at, paths }: Deletion): boolean {
  return (present.deleted ?? []).some(
    (done) => done.paths.join() === paths.join() && Date.parse(done.at) >= Date.parse(at),
  );
}

/** The instant a line counts from; undefined while that is still to come. */
function startOf(service: Service, present: Case, { after, credential }: Keep, days: Days): string | undefined {
  switch (after) {
    case "sent":
      return present.sentAt;
    case "decision":
      return present.reached.at(-1)?.at;
    case "end":
      return endOf(service, present, days);
    case "credential-ends": {
      const last = present.issued.findLast((one) => one.credential === credential);
      // A case that issued none has nothing to wait for: what is kept for the licence's sake ends with the case.
      return last ? endOfLicence(last, days) : endOf(service, present, days);
    }
  }
}

/** Its outcome is reached and every window after it is over (R8). Undefined while the applicant has not been told: no window has begun. */
export function endOf(service: Service, present: Case, days: Days): string | undefined {
  const last = present.reached.at(-1);
  if (present.place.kind !== "outcome" || !last || isPaying(present)) return undefined;
  const outcome = service.outcomes.find(({ name }) => name === last.outcome);
  const rights = outcome?.rights ?? [];
  const windows = rights.flatMap(({ name, within }) => (within && !last.rightsUsed.includes(name) ? [within] : []));
  const { notifiedAt } = last;
  if (windows.length > 0 && notifiedAt === undefined) return undefined;
  const officers = (outcome?.officerActions ?? []).flatMap(({ within }) => within ?? []);
  return latest([
    last.at,
    ...windows.map((within) => days.after(notifiedAt ?? last.at, within)),
    ...officers.map((within) => days.after(last.at, within)),
  ]);
}

function endOfLicence({ status, endedAt, endDate }: Issued, days: Days): string | undefined {
  if ((status === "revoked" || status === "replaced") && endedAt !== undefined) return endedAt;
  return endDate === undefined ? undefined : days.zone.endOf(endDate);
}

function latest(instants: readonly string[]): string {
  return instants.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last));
}

/** The paths that other lines of the text still keep when all other answers go. */
export function keptBeyond(service: Service, present: Case): string[] {
  const named = (service.privacy?.keep ?? []).flatMap(({ paths }) => paths);
  const gone = new Set((present.deleted ?? []).flatMap(({ paths }) => paths));
  return named.filter((path) => !gone.has(path));
}

/** The case without some of its answers, wherever they stand. */
export function withoutAnswers(present: Case, paths: readonly string[]): Case {
  const isOf = (path: string) => paths.some((one) => path === one || path.startsWith(`${one}.`));
  const less = (values: Answers): Answers =>
    paths.reduce((left, path) => withoutValueAt(left, path.split(".")), values);
  // What filled an answer in says the same as the answer.
  const { carried: _, ...others } = present;
  return {
    ...others,
    answers: less(present.answers),
    officerAnswers: less(present.officerAnswers),
    origins: only(present.origins, (path) => !isOf(path)),
    fetched: only(present.fetched, (key) => !paths.includes(key)),
    requests: present.requests.map(({ changes, ...request }) =>
      changes ? { ...request, changes: changes.filter(({ path }) => !isOf(path)) } : request,
    ),
    ...(present.changed && {
      changed: present.changed.map((one) => ({ ...one, changes: one.changes.filter(({ path }) => !isOf(path)) })),
    }),
  };
}

/**
 * The case without any answers but those that other lines keep: no identity, nothing that officers recorded, no reasons in
 * words, no claims of a licence that is over. What stays is named one by one, so that what a case learns to hold later goes too: that
 * there was a case, its number, its days, what was chosen by whom, what was paid, and its outcome.
 */
export function withoutAnyAnswers(present: Case, kept: readonly string[], now: string, days: Days): Case {
  const isKept = (path: string) => kept.some((one) => path === one || path.startsWith(`${one}.`));
  const { number, service, definition, language, sentAt, dateApplied, place, visits, asked, choices } = present;
  const { deadlines, payments, sendings, reached, ordered, late, deleted, counter, started, startedBy } = present;
  const { paidOut, plans, recurring, presented } = present;
  return {
    ...{ number, service, definition, language, sentAt, dateApplied, place, visits, asked, choices },
    ...{ deadlines, payments, sendings, reached, ordered, late, counter },
    ...(deleted && { deleted }),
    ...(paidOut && { paidOut }),
    ...(plans && { plans }),
    ...(presented && { presented }),
    ...(recurring && { recurring }),
    ...(started && { started }),
    ...(startedBy && { startedBy }),
    applicant: withoutName(present.applicant),
    answers: kept.reduce<Answers>((left, path) => {
      const value = valueAtDotted(present.answers, path);
      return value === undefined ? left : withValueAt(left, path.split("."), value);
    }, {}),
    officerAnswers: {},
    origins: only(present.origins, isKept),
    fetched: only(present.fetched, (key) => kept.includes(key)),
    requests: [],
    tasks: present.tasks.map(({ claimedBy, ...task }) => ({
      ...task,
      ...(claimedBy && { claimedBy: withoutName(claimedBy) }),
    })),
    issued: present.issued.map((one) => (isOver(one, now, days) ? { ...one, claims: {} } : one)),
    history: present.history.map(withoutReason),
  };
}

/** What happened, when, where and by whom; never why in words. */
function withoutReason({ at, what, place, check, item, visit, name, to, rule, by }: HistoryLine): HistoryLine {
  return {
    at,
    what,
    ...(place !== undefined && { place }),
    ...(check !== undefined && { check }),
    ...(item !== undefined && { item }),
    ...(visit !== undefined && { visit }),
    ...(name !== undefined && { name }),
    ...(to !== undefined && { to }),
    ...(rule !== undefined && { rule }),
    ...(by && { by: withoutName(by) }),
  };
}

/** Officers answer for what they did by name; an applicant is only known by their sign-in then. */
function withoutName(person: Person): Person {
  return person.kind === "applicant" ? { kind: person.kind, id: person.id } : person;
}

function isOver(one: Issued, now: string, days: Days): boolean {
  const end = endOfLicence(one, days);
  return end !== undefined && Date.parse(end) <= Date.parse(now);
}

function only<T>(values: Readonly<Record<string, T>>, isWanted: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isWanted(key)));
}
