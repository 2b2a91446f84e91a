// Fills in a form with what an example in a text gives, the way an applicant would: sources are asked, prefilled answers are
// filled in, answers to questions that are not asked do not count. Takes no account of what is still missing.
import type { Service } from "#contract";
import type { Answers, Carried, Draft, Fetched, Identity, Rulebook } from "#contract/facts.ts";
import type { FilledIn, Known } from "#contract/play.ts";
import { asRecord, own } from "#support/facts.ts";
import { wordsOf } from "../words/form-words.ts";
import { originsOf, toApplication } from "./application.ts";
import { applyCarried, applyFetched, applyIdentity } from "./prefill.ts";
import type { Journey, Setting, WantedFetch } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

/** More calls than this on the way through one form means that they call for each other. */
const mostCalls = 50;

/** The form on a day ("2026-04-01"), filled in as far as the example goes. A record that is not known is one whose source does not answer. */
export function fillIn(service: Service, rulebook: Rulebook, known: Known, on: string): FilledIn {
  const instant = `${on}T09:00:00.000Z`;
  const language = service.languages[0]?.tag ?? "en";
  const setting: Setting = { today: on, instant, language, words: wordsOf(language) };
  const identity = identityFrom(known.identity, instant);
  const carried = carriedFrom(known, instant);
  let draft: Draft = applyCarried(applyIdentity(service, { ...emptyDraft, answers: known.answers }, identity), carried);
  let journey = walk(service, rulebook, draft, setting);
  for (let calls = 0; calls < mostCalls && journey.wanted.length > 0; calls += 1) {
    for (const wanted of journey.wanted)
      draft = applyFetched(service, draft, wanted, fetchedFrom(known, wanted, instant));
    journey = walk(service, rulebook, { ...draft, answers: known.answers }, setting);
  }
  return {
    answers: toApplication(journey),
    origins: originsOf(journey),
    fetched: journey.draft.fetched,
    identity,
    asked: [...journey.facts.asked],
    facts: journey.facts,
    eligible: journey.eligibility?.eligible ?? (journey.eligibility ? undefined : true),
    hindrances: hindrancesOf(journey),
  };
}

/** An example gives what is known of who applies as it is read: kind and who fills in beside the parts. */
function identityFrom({ kind, filledInBy, ...parts }: Answers, at: string): Identity {
  return {
    subject: "example",
    level: "high",
    kind: kind === "business" || kind === "organisation" ? kind : "person",
    ...(typeof filledInBy === "string" && { filledInBy }),
    at,
    parts,
  };
}

function carriedFrom({ carried = {} }: Known, at: string): Readonly<Record<string, Carried>> {
  const records = Object.entries(carried).flatMap(([key, value]): [string, Carried][] => {
    const record = asRecord(value);
    const carries = key === "previousApplication" ? "previous-application" : "credential";
    return record ? [[key, { carries, at, number: "example", record }]] : [];
  });
  return Object.fromEntries(records);
}

function fetchedFrom(known: Known, { key, source, operation, using }: WantedFetch, at: string): Fetched {
  const record = asRecord(own(known.records, key.slice(key.lastIndexOf(".") + 1)));
  const call = { source, operation, at, using };
  return record ? { ...call, state: "present", record } : { ...call, state: "unavailable" };
}

function hindrancesOf({ eligibility, stopped }: Journey): string[] {
  const reasons = eligibility?.eligible === false ? eligibility.reasons : [];
  return [...reasons, ...(stopped ? [stopped.title] : [])];
}
