// When licences are looked at again (`revoke when`, `suspend when`): the due work of it and the keys under which registers' news find it. What a
// look leads to is decided in routing, registers are asked in work. Pure, but for the digest.
import { createHash } from "node:crypto";
import type { Value } from "#contract/facts.ts";
import type { Case } from "#routing/case.ts";
import type { Days } from "#routing/days.ts";
import { hasNews, type Watch, watchesOf } from "#routing/watch.ts";
import { addDays } from "#support/dates.ts";
import type { NewDue, Watched } from "../store/store.ts";
import type { Definition } from "./commands.ts";

/** The payload of a look among due work. `silent`: how often in a row a register gave no answer. */
export interface Look {
  readonly do: "look";
  readonly issuedId: string;
  readonly silent?: number;
}

/** What a step of a case changes in the looks at its licences. */
export interface Looks {
  readonly due: readonly NewDue[];
  readonly dropDue: readonly string[];
  /** What its licences are found under, where that is another than before. */
  readonly watched?: readonly Watched[];
}

const day = 86_400_000;

/** The key of a look among due work. */
export function lookKey(caseId: string, issuedId: string): string {
  return `${caseId}/look/${issuedId}`;
}

/** When a licence is looked at next: a day after now where registers are asked, so that they are not all asked at once; else when the day changes. */
export function nextLook({ asks }: Watch, now: string, { zone }: Days): string {
  if (asks.length > 0) return new Date(Date.parse(now) + day).toISOString();
  return zone.startOf(addDays(zone.dayOf(now), 1) ?? "9999-12-31");
}

/** Looks that begin, those that end, and those that are due at once because something in the case itself has changed. */
export function looksOf(
  { service, days }: Definition,
  caseId: string,
  before: Case | undefined,
  after: Case,
  now: string,
): Looks {
  const was = before ? watchesOf(service, before, now, days) : [];
  const is = watchesOf(service, after, now, days);
  const isOf = (all: readonly Watch[], id: string): boolean => all.some(({ issuedId }) => issuedId === id);
  const isNews = before !== undefined && hasNews(before, after);
  const due = is.flatMap((watch): NewDue[] => {
    const isNew = !isOf(was, watch.issuedId);
    return isNew || isNews ? [lookAt(caseId, watch.issuedId, isNew ? nextLook(watch, now, days) : now)] : [];
  });
  const dropDue = was.flatMap(({ issuedId }) => (isOf(is, issuedId) ? [] : [lookKey(caseId, issuedId)]));
  const watched = is.flatMap(watchedOf);
  const isSame = JSON.stringify(was.flatMap(watchedOf)) === JSON.stringify(watched);
  return { due, dropDue, ...(!isSame && { watched }) };
}

function lookAt(caseId: string, issuedId: string, at: string): NewDue {
  const payload: Look = { do: "look", issuedId };
  return { key: lookKey(caseId, issuedId), kind: "effect", caseId, at, payload: JSON.stringify(payload) };
}

/** The keys by which a register that tells of a change names a licence. */
export function watchedOf({ issuedId, asks }: Watch): Watched[] {
  return asks.flatMap(({ source, using }) =>
    Object.entries(using).map(([need, value]) => ({ issuedId, source, need, digest: digestOf(value) })),
  );
}

/** Of a key, so that none stands in a table in the clear. Spaces and capitals are not told apart: "ab12 cde" is AB12CDE. */
export function digestOf(value: Value): string {
  const written = typeof value === "object" ? JSON.stringify(value) : String(value);
  return createHash("sha256").update(written.replaceAll(/[\s-]/g, "").toUpperCase()).digest("base64url");
}
