// One made-up person filling in the form: the draft, the page they are on, what they posted. Lives through changes of the text,
// so answers given so far stay. Pure but for the time and the ids it is handed; shows nothing.

import type { Service } from "#contract";
import type { Draft } from "#contract/facts.ts";
import { applyCarried, applyFetched, applyIdentity } from "#journey/prefill.ts";
import { readPosted } from "#journey/read-posted.ts";
import { buildSetting } from "#journey/setting.ts";
import type { AnswerProblem, Journey, PostedFields } from "#journey/shapes.ts";
import { emptyDraft, findStep, walk } from "#journey/walk.ts";
import { createRulebook } from "#support/evaluate.ts";
import { answerOf, carriedOf, identityOf, type MadeUp } from "../data/made-up.ts";

/** Where the person is: a page of the journey by its address, or one of the pages around it. */
export type Whereabouts = "start" | "eligibility-result" | "tasks" | "check" | "confirmation" | (string & {});

/** Everything about the person's sitting at one moment. Each change gives a new one. */
export interface Session {
  readonly service: Service;
  readonly journey: Journey;
  readonly madeUp: MadeUp;
  readonly at: Whereabouts;
  /** What was posted from this page and needs another look. */
  readonly posted?: PostedFields;
  readonly problems: readonly AnswerProblem[];
  /** Something the preview itself has to say. */
  readonly said?: string;
}

/** Time and chance, handed in by the page. */
export interface Moment {
  /** "2026-04-01T08:41:00Z" */
  readonly instant: string;
  readonly newId: string;
}

/** More calls than this without an end are a circle of registers: the preview stops asking. */
const mostCalls = 50;

/** A new person at the start page. */
export function beginSession(service: Service, madeUp: MadeUp, language: string, moment: Moment): Session {
  return settle(service, emptyDraft, madeUp, language, moment, { at: "start", problems: [] });
}

/** The same person after the text changed: every answer still there, on the same page where that page still exists. */
export function continueSession(session: Session, service: Service, madeUp: MadeUp, moment: Moment): Session {
  const language = session.journey.setting.language;
  return settle(service, session.journey.draft, madeUp, language, moment, session);
}

/** The same person with other data behind them: identity and registers are asked anew. */
export function withMadeUp(session: Session, madeUp: MadeUp, moment: Moment): Session {
  const { identity: _gone, ...rest } = session.journey.draft;
  const draft: Draft = { ...rest, fetched: {} };
  return settle(session.service, draft, madeUp, session.journey.setting.language, moment, session);
}

export function inLanguage(session: Session, language: string, moment: Moment): Session {
  return settle(session.service, session.journey.draft, session.madeUp, language, moment, session);
}

/** Goes to a page. One that is not on the present path leads to the next open page instead, with a word about it. */
export function goTo(session: Session, at: Whereabouts): Session {
  const { posted: _posted, said: _said, ...rest } = session;
  if (isOnPath(session.journey, at)) return { ...rest, at, problems: [] };
  return {
    ...rest,
    at: firstOpen(session.journey),
    problems: [],
    said: "That page is not asked with the answers given so far.",
  };
}

/** Posts a page, as the server would read it. */
export function post(session: Session, fields: PostedFields, moment: Moment): Session {
  const { at, journey } = session;
  const read = readPosted(journey, at, fields, moment.newId);
  const language = journey.setting.language;
  const next = settle(session.service, read.draft, session.madeUp, language, moment, { at, problems: [] });
  if (read.forged.length > 0)
    return {
      ...session,
      said: "The page has changed since it was shown, so these answers were not taken. Look at it again.",
    };
  if (read.problems.length > 0) return { ...next, at, posted: fields, problems: read.problems };
  if (at === "check") return { ...next, at: next.journey.complete ? "confirmation" : firstOpen(next.journey) };
  return { ...next, at: after(next, read.next) };
}

/** An answer while it is typed: taken when it is good, so that conditional questions show at once. No problem is said yet. */
export function type(session: Session, fields: PostedFields, moment: Moment): Session {
  const read = readPosted(session.journey, session.at, fields, moment.newId);
  if (read.forged.length > 0) return session;
  // Answers count at once; that the page was passed does not, for nobody pressed Continue.
  const draft: Draft = { ...read.draft, passed: session.journey.draft.passed };
  const language = session.journey.setting.language;
  return settle(session.service, draft, session.madeUp, language, moment, { ...session, posted: fields });
}

/** The first page that has something open, else the check page. */
export function firstOpen(journey: Journey): Whereabouts {
  const { eligibility } = journey;
  if (eligibility && eligibility.eligible === undefined && eligibility.nextPage) return eligibility.nextPage;
  if (eligibility?.eligible === false) return "eligibility-result";
  return journey.nextPage ?? "check";
}

/** Whether a place can be gone to with the answers given so far. */
export function isOnPath(journey: Journey, at: Whereabouts): boolean {
  if (at === "start" || at === "check" || at === "confirmation") return true;
  if (at === "tasks") return journey.sections.length > 1;
  if (at === "eligibility-result") return journey.eligibility !== undefined;
  return findStep(journey, at) !== undefined;
}

/** Eligibility ends with its result before the form itself begins. */
function after(session: Session, next: Whereabouts): Whereabouts {
  const { eligibility } = session.journey;
  const wasEligibility = eligibility?.pages.some((page) => page.address === session.at) ?? false;
  if (wasEligibility && eligibility?.eligible !== undefined) return "eligibility-result";
  return isOnPath(session.journey, next) ? next : firstOpen(session.journey);
}

type Kept = Pick<Session, "at" | "problems" | "posted">;

/** Walks the journey, asking the made-up registers for whatever it wants, until it wants nothing more. */
function settle(service: Service, draft: Draft, madeUp: MadeUp, language: string, moment: Moment, kept: Kept): Session {
  const rulebook = createRulebook(service);
  const setting = buildSetting(service, moment.instant, language);
  const identity = draft.identity ? undefined : identityOf(madeUp, service, moment.instant);
  const identified = identity ? applyIdentity(service, draft, identity) : draft;
  let known = applyCarried(identified, carriedOf(madeUp, service, moment.instant));
  let journey = walk(service, rulebook, known, setting);
  for (let calls = 0; journey.wanted.length > 0 && calls < mostCalls; calls += 1) {
    for (const wanted of journey.wanted)
      known = applyFetched(service, known, wanted, answerOf(madeUp, service, wanted, moment.instant));
    journey = walk(service, rulebook, known, setting);
  }
  const at = isOnPath(journey, kept.at) ? kept.at : firstOpen(journey);
  const same = at === kept.at;
  return {
    service,
    journey,
    madeUp,
    at,
    problems: same ? kept.problems : [],
    ...(same && kept.posted ? { posted: kept.posted } : {}),
  };
}
