// The application a person is filling in: found, started, carried over at sign-in, saved without losing another window's answers.
// Keeps rows only; what answers mean is the journey's.
import { createHash } from "node:crypto";
import type { Draft, Identity } from "#contract/facts.ts";
import { applyCarried, applyFetched, applyIdentity } from "#journey/prefill.ts";
import { buildSetting, dayOf } from "#journey/setting.ts";
import type { Journey } from "#journey/shapes.ts";
import { emptyDraft, walk } from "#journey/walk.ts";
import { identityFor } from "../identity/parts.ts";
import type { Session } from "../identity/sessions.ts";
import type { DraftRow } from "../store/store.ts";
import type { Bundle } from "./bundles.ts";
import { findCarried } from "./carried.ts";
import type { Installation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import type { Visitor } from "./visitor.ts";
import { applicantOf, withoutStale } from "./who-applies.ts";

/** A draft as it is kept. */
export interface KeptDraft {
  /** Random; the key under which it is sent, so that sending twice is one application. */
  readonly id: string;
  readonly owner: string;
  readonly service: string;
  /** The hash of the definition it was last filled in with. */
  readonly definition: string;
  readonly draft: Draft;
  /** Counts up with every save; 0 was never saved. */
  readonly version: number;
  /** Instant. */
  readonly savedAt: string;
}

/** Whose drafts these are. A browser that is not signed in is known by the hash of its visit. */
export function ownerOf(visitor: Pick<Visitor, "session" | "visit">): string {
  return visitor.session ? personOwner(visitor.session) : visitOwner(visitor.visit);
}

export function personOwner(session: Session): string {
  const kind = session.realm === "officers" ? "officer" : "person";
  return `${kind}:${session.identity.subject}`;
}

function visitOwner(visit: string): string {
  return `visit:${createHash("sha256").update(visit).digest("base64url")}`;
}

/** One draft by its id, whoever it belongs to: only for ids that were put together here. */
export async function readKeptDraft({ store }: Installation, id: string): Promise<KeptDraft | undefined> {
  const row = await store.readDraft(id);
  return row && readRow(row);
}

/** All drafts of an owner, the one changed last first. */
export async function listDrafts({ store }: Installation, owner: string): Promise<readonly KeptDraft[]> {
  const rows = await store.findDrafts(owner);
  return rows.map(readRow).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/**
 * The draft of this visitor for a service, or a new one that is not kept yet; who applies is filled in. An officer who begins a case
 * is not who it is about: nothing of theirs is.
 */
export async function openDraft(installation: Installation, bundle: Bundle, visitor: Visitor): Promise<KeptDraft> {
  const owner = ownerOf(visitor);
  const { name } = bundle.service;
  const found = (await listDrafts(installation, owner)).find(({ service }) => service === name);
  const kept: KeptDraft = found ?? {
    id: installation.newId(),
    owner,
    service: name,
    definition: bundle.hash,
    draft: emptyDraft,
    version: 0,
    savedAt: installation.instant(),
  };
  if (!visitor.session) return kept;
  if (visitor.session.realm === "officers") return { ...kept, draft: { ...kept.draft, filledInBy: "staff" } };
  const { service } = bundle;
  const draft = withoutStale({ service, identity: visitor.session.identity, draft: kept.draft });
  const identity = applicantOf(service, visitor.session.identity, draft);
  const carried = await findCarried(installation, bundle, identity);
  const isSame = draft === kept.draft && isSameActor(draft.identity, identity);
  if (isSame && JSON.stringify(draft.carried ?? {}) === JSON.stringify(carried)) return kept;
  const identified = isSame ? draft : applyIdentity(service, draft, identityFor(service, identity));
  return { ...kept, draft: applyCarried(identified, carried) };
}

/** The same sign-in, for the same kind of applicant and in the same part. */
function isSameActor(one: Identity | undefined, other: Identity): boolean {
  return one?.at === other.at && one.kind === other.kind && one.filledInBy === other.filledInBy;
}

/** The journey of a draft at this moment, in the visitor's language. */
export function walkDraft(installation: Installation, bundle: Bundle, draft: Draft, language: string): Journey {
  return walk(bundle.service, bundle.rulebook, draft, buildSetting(bundle.service, installation.instant(), language));
}

/** Saves a draft under the definition it was filled in with. Throws a Refusal when another window was first. */
export async function saveDraft(
  installation: Installation,
  bundle: Bundle,
  kept: KeptDraft,
  draft: Draft,
): Promise<KeptDraft> {
  const next = { ...kept, draft, definition: bundle.hash, savedAt: installation.instant() };
  const version = await installation.store.saveDraft(toRow(next));
  if (version === undefined) {
    const base = kept.owner.startsWith("officer:") ? "/desk/begin" : "";
    throw new Refusal("changed-meanwhile", undefined, `${base}/${kept.service}/apply`);
  }
  return { ...next, version };
}

const day = 86_400_000;

/** The last day on which a draft is there if nobody saves it again: "2026-09-14" in the service's time zone. */
export function keptUntil({ configuration }: Installation, { savedAt }: KeptDraft, timeZone: string): string {
  return dayOf(new Date(Date.parse(savedAt) + configuration.keepDraftsFor * day).toISOString(), timeZone);
}

/** Drafts last saved before this instant are past their last day in every time zone; a day may have 25 hours. */
export function sweepBefore({ configuration, now }: Installation): string {
  return new Date(now() - configuration.keepDraftsFor * day - 25 * 3_600_000).toISOString();
}

/** How many rounds of questions to registers one page may set off: an answer may be needed to ask the next. */
const mostRounds = 4;

/** Asks the registers that the journey wants, all at once, until nothing more is wanted. A register that is down is noted, never an error. */
export async function fetchWanted(
  installation: Installation,
  bundle: Bundle,
  draft: Draft,
  language: string,
): Promise<Draft> {
  let known = draft;
  for (let round = 0; round < mostRounds; round += 1) {
    const { wanted } = walkDraft(installation, bundle, known, language);
    if (wanted.length === 0) return known;
    const answers = await Promise.all(
      wanted.map(async (want) => ({
        want,
        fetched: await installation.callSource({ service: bundle.service, ...want }),
      })),
    );
    known = answers.reduce((so, { want, fetched }) => applyFetched(bundle.service, so, want, fetched), known);
  }
  return known;
}

/**
 * What was filled in before signing in goes to the person. Answers given just now win over those of an older draft, since
 * they are the ones the person saw last; everything else of the older draft stays.
 */
export async function carryDrafts(installation: Installation, visit: string, session: Session): Promise<void> {
  const owner = personOwner(session);
  const own = await listDrafts(installation, owner);
  for (const anonymous of await listDrafts(installation, visitOwner(visit))) {
    const base = own.find(({ service }) => service === anonymous.service) ?? {
      ...anonymous,
      id: installation.newId(),
      owner,
      version: 0,
    };
    const draft: Draft = {
      ...base.draft,
      answers: { ...base.draft.answers, ...anonymous.draft.answers },
      origins: { ...base.draft.origins, ...anonymous.draft.origins },
      passed: [...new Set([...base.draft.passed, ...anonymous.draft.passed])],
    };
    await installation.store.saveDraft(toRow({ ...base, draft, savedAt: installation.instant() }));
    await installation.store.deleteDraft(anonymous.id);
  }
}

function readRow({ draftId, content, changedAt, ...row }: DraftRow): KeptDraft {
  const draft: Draft = JSON.parse(content);
  return { ...row, id: draftId, draft, savedAt: changedAt };
}

function toRow({ id, draft, savedAt, ...kept }: KeptDraft): DraftRow {
  return { ...kept, draftId: id, content: JSON.stringify(draft), changedAt: savedAt };
}
