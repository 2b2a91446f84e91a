// `revoke when` and `suspend when` of a licence: what their conditions read in registers, how it was asked, and what comes of it once it
// was asked again. Pure. What a decision rests on stays as it was: a fresh record counts for the licence and for nothing else.
import type { Key, Name, Service } from "#contract";
import type { Answers, Facts, Fetched, Rulebook } from "#contract/facts.ts";
import type { Case, Issued } from "./case.ts";
import type { Days } from "./days.ts";
import { factsOf } from "./facts.ts";
import { keyOf } from "./keys.ts";

/** A record that a condition reads, asked again as it was asked before the licence was issued. */
export interface Ask {
  readonly key: Key;
  /** The id of the check that asked, where it is about one item. */
  readonly check?: string;
  readonly source: Name;
  readonly operation: Name;
  readonly using: Answers;
}

/** A licence that a line of the text may still end or suspend. */
export interface Watch {
  readonly issuedId: string;
  readonly asks: readonly Ask[];
  /** What registers would be asked about was deleted (R8): nothing can be found out any more. */
  readonly isBlind?: true;
}

/** What a register answered when it was asked again. */
export type Found = Pick<Ask, "key" | "check"> & { readonly fetched: Fetched };

/** What becomes of a licence, and the rule that says so. */
export interface Verdict {
  readonly status: "valid" | "suspended" | "revoked";
  readonly rule: string;
}

/** The licences of a case that are to be looked at again, each with what to ask; none whose last day is over. */
export function watchesOf(service: Service, present: Case, now: string, days: Days): Watch[] {
  const today = days.zone.dayOf(now);
  return present.issued.flatMap((issued): Watch[] => {
    const rules = rulesOf(service, issued);
    if (rules.length === 0 || !isLiving(issued, today)) return [];
    const reads = rules.flatMap((rule) => service.rules[rule]?.reads ?? []);
    const asks = asksOf(present, reads);
    const isBlind =
      asks.length === 0 && present.deleted !== undefined && reads.some((path) => isOfRegister(service, path));
    return [{ issuedId: issued.id, asks, ...(isBlind && { isBlind }) }];
  });
}

/**
 * What becomes of a licence by what registers say now; undefined when nothing does. Unknown changes nothing: a register that no longer knows
 * what it was asked about revokes nothing and lifts nothing. A suspension that an officer ordered is theirs to lift.
 */
export function verdictOf(
  around: { readonly service: Service; readonly rulebook: Rulebook; readonly days: Days },
  present: Case,
  issuedId: string,
  found: readonly Found[],
  now: string,
): Verdict | undefined {
  const { service, rulebook, days } = around;
  const issued = present.issued.find(({ id }) => id === issuedId);
  if (!issued || !isLiving(issued, days.zone.dayOf(now))) return undefined;
  const { revokeWhen, suspendWhen } = service.credentials[issued.credential] ?? {};
  const facts = freshFacts(service, present, found, now, days);
  const says = (rule: string): unknown => rulebook.evaluate(rule, facts);
  if (revokeWhen !== undefined && says(revokeWhen) === true) return { status: "revoked", rule: revokeWhen };
  if (suspendWhen === undefined) return undefined;
  const isSuspended = says(suspendWhen);
  if (issued.status === "valid" && isSuspended === true) return { status: "suspended", rule: suspendWhen };
  if (issued.status === "suspended" && issued.byRule && isSuspended === false)
    return { status: "valid", rule: suspendWhen };
  return undefined;
}

/** Whether something changed that a condition may read of the case itself: its licences are then looked at at once. */
export function hasNews(before: Case, after: Case): boolean {
  const read = ["answers", "officerAnswers", "announced", "choices", "started"] as const;
  return read.some((member) => before[member] !== after[member]);
}

/** Whether a licence of the case that still counts, or may count again, is told by this announcement. */
export function isToldBy(service: Service, present: Case, name: Name, now: string, days: Days): boolean {
  const today = days.zone.dayOf(now);
  return present.issued.some(
    (issued) =>
      isLiving(issued, today) &&
      rulesOf(service, issued).some((rule) =>
        service.rules[rule]?.reads.some((path) => path.split(".")[0] === keyOf(name)),
      ),
  );
}

/** The sources that a condition was told by, as the case holds their records. */
export function sourcesRead(service: Service, present: Case, rule: string): Name[] {
  return [...new Set(asksOf(present, service.rules[rule]?.reads ?? []).map(({ source }) => source))];
}

/** The facts of the case with the fresh records in place of the older ones, and with everything that was announced. */
function freshFacts(service: Service, present: Case, found: readonly Found[], now: string, days: Days): Facts {
  const facts = factsOf(service, withFound(present, found), now, days);
  // A route uses an announcement only where it waits for one; a licence is told by any that came.
  const announced = (present.announced ?? []).map(({ name, values }) => [keyOf(name), values] as const);
  return { ...facts, values: { ...facts.values, ...Object.fromEntries(announced) } };
}

function withFound(present: Case, found: readonly Found[]): Case {
  const ofCheck = (id: string | undefined) =>
    Object.fromEntries(found.filter(({ check }) => check === id).map(({ key, fetched }) => [key, fetched]));
  return {
    ...present,
    fetched: { ...present.fetched, ...ofCheck(undefined) },
    ...(present.checks && {
      checks: present.checks.map((visit) => ({ ...visit, fetched: { ...visit.fetched, ...ofCheck(visit.id) } })),
    }),
  };
}

/** Records of the case itself, and those that the last check of each item found. */
function asksOf(present: Case, reads: readonly string[]): Ask[] {
  const isRead = (key: Key): boolean => reads.some((path) => path.split(".")[0] === key);
  const own = Object.entries(present.fetched).filter(([key]) => isRead(key));
  const last = new Map((present.checks ?? []).map((visit) => [`${visit.check} ${visit.item}`, visit]));
  const ofItems = [...last.values()].flatMap(({ id, fetched = {} }) =>
    Object.entries(fetched)
      .filter(([key]) => reads.some((path) => path.split(".").slice(1).includes(key)))
      .map(([key, one]) => ({ ...askOf(key, one), check: id })),
  );
  return [...own.map(([key, one]) => askOf(key, one)), ...ofItems];
}

/** Announcements are kept like records, and nobody is asked for them. */
function isOfRegister({ names, sources }: Service, path: string): boolean {
  const announced = Object.values(sources).flatMap(({ announces = {} }) => Object.keys(announces).map(keyOf));
  return names[path]?.from === "fetched" && !announced.includes(path.split(".")[0] ?? "");
}

function askOf(key: Key, { source, operation, using }: Fetched): Ask {
  return { key, source, operation, using };
}

function rulesOf({ credentials }: Service, { credential }: Issued): string[] {
  const { revokeWhen, suspendWhen } = credentials[credential] ?? {};
  return [revokeWhen, suspendWhen].flatMap((rule) => rule ?? []);
}

function isLiving({ status, endDate }: Issued, today: string): boolean {
  return (status === "valid" || status === "suspended") && (endDate === undefined || today <= endDate);
}
