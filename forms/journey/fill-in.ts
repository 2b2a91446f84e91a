// Fills in a form with what an example in a text gives, the way an applicant would: sources are asked, prefilled answers are
// filled in, answers to questions that are not asked do not count, and what the form does not take is told. Takes no account of what is missing.
import type { Service } from "#contract";
import type { Answers, Carried, Draft, Fetched, Identity, Rulebook, Value } from "#contract/facts.ts";
import type { AtDesk, FilledIn, Known, RefusedAnswer } from "#contract/play.ts";
import { asRecord, own, valueAt, withValueAt } from "#support/facts.ts";
import { wordsOf } from "../words/form-words.ts";
import { originsOf, toApplication } from "./application.ts";
import { applyCarried, applyFetched, applyIdentity } from "./prefill.ts";
import { refusedAnswers, tidiedAnswers } from "./refused-answers.ts";
import type { Journey, Setting, WantedFetch } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

/** More calls than this on the way through one form means that they call for each other. */
const mostCalls = 50;

/** The form on a day ("2026-04-01"), filled in as far as the example goes. A record that is not known is one whose source does not answer. */
export function fillIn(service: Service, rulebook: Rulebook, known: Known, on: string): FilledIn {
  const setting = settingOf(service, on);
  const { instant } = setting;
  const identity = identityFrom(known.identity, instant);
  const carried = carriedFrom(known, instant);
  let draft: Draft = applyCarried(applyIdentity(service, { ...emptyDraft, answers: known.answers }, identity), carried);
  let journey = walk(service, rulebook, draft, setting);
  // What is typed is kept in its own form, and sources are asked with that.
  let answers = tidiedAnswers(journey, known.answers);
  if (answers !== known.answers) journey = walk(service, rulebook, { ...draft, answers }, setting);
  for (let calls = 0; calls < mostCalls && journey.wanted.length > 0; calls += 1) {
    for (const wanted of journey.wanted)
      draft = applyFetched(service, draft, wanted, fetchedFrom(known, wanted, instant));
    journey = walk(service, rulebook, { ...draft, answers }, setting);
    const tidied = tidiedAnswers(journey, answers);
    if (tidied !== answers) journey = walk(service, rulebook, { ...draft, answers: tidied }, setting);
    answers = tidied;
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
    stops: [
      ...(journey.eligibility?.stops ?? []),
      ...journey.steps.flatMap((step) => (step.kind === "stop" ? [step.stop.name] : [])),
    ],
    refused: refusedAnswers(journey),
  };
}

/** What of an officer's answers the desk does not take: its questions are read as a page of their own over the case. */
export function refusedAtDesk(service: Service, rulebook: Rulebook, desk: AtDesk, on: string): RefusedAnswer[] {
  const { eligibility: _before, ...rest } = service;
  const { questions, values, inside } = desk;
  const page = { kind: "page" as const, name: "questions", parts: [...questions] };
  const asked: Service = { ...rest, sections: [{ name: "desk", title: {}, steps: [page] }] };
  const itemsOf = (list: Value | undefined): readonly (Answers | undefined)[] =>
    Array.isArray(list) ? list.map(asRecord) : [asRecord(list)];
  // Questions about one item are asked as if it were the only one: the list gives way to it on this page.
  const all =
    inside.length === 0
      ? [values]
      : itemsOf(valueAt(values, inside)).map((item) => withValueAt(values, inside, item ?? {}));
  return all.flatMap((answers) =>
    refusedAnswers(walk(asked, rulebook, { ...emptyDraft, answers }, settingOf(service, on))),
  );
}

function settingOf(service: Service, on: string): Setting {
  const language = service.languages[0]?.tag ?? "en";
  return { today: on, instant: `${on}T09:00:00.000Z`, language, words: wordsOf(language) };
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
