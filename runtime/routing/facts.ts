// What rules and words may read of a case at one moment (language.md 2.5, R3): one snapshot, never drafts or unfinished work.
import type { Service } from "#contract";
import type { Answers, Facts, Value } from "#contract/facts.ts";
import { identityValues } from "#support/facts.ts";
import { isBegunByOfficer } from "./beginner.ts";
import type { Case, Reached } from "./case.ts";
import type { Days } from "./days.ts";
import { keyOf } from "./keys.ts";
import { doneFacts, withResults } from "./results.ts";

/** The facts of a case at an instant. Officers' answers and stages' last choices stand beside the applicant's answers. */
export function factsOf(service: Service, present: Case, now: string, days: Days): Facts {
  const fetched = Object.entries(present.fetched).flatMap(([key, { record }]) => (record ? [[key, record]] : []));
  const choices = Object.entries(present.choices).map(([stage, action]) => [keyOf(stage), action]);
  const announced = (present.announced ?? [])
    .filter(({ usedBy }) => usedBy)
    .map(({ name, values }) => [keyOf(name), values] as const);
  const started = (present.started ?? []).flatMap(({ service: name, outcome, usedBy }) =>
    usedBy && outcome !== undefined ? [[keyOf(name), outcome] as const] : [],
  );
  const issued = present.issued
    .filter((one) => one.status === "valid")
    .map((one) => [
      keyOf(one.credential),
      { ...one.claims, startDate: one.validFrom, ...(one.endDate ? { endDate: one.endDate } : {}) },
    ]);
  const invited = (present.invitations ?? []).flatMap(({ role, by }) =>
    by?.name === undefined ? [] : [[keyOf(role), { fullName: by.name }] as const],
  );
  const values: Answers = {
    ...Object.fromEntries(invited),
    ...Object.fromEntries(fetched),
    ...present.answers,
    ...identityOf(present),
    ...Object.fromEntries(choices),
    ...Object.fromEntries(announced),
    ...Object.fromEntries(started),
    ...present.officerAnswers,
    ...Object.fromEntries(issued),
    case: caseFacts(service, present, now, days),
  };
  const corrected = Object.entries(present.origins).flatMap(([path, { kind }]) => (kind === "corrected" ? [path] : []));
  return {
    values: withResults(service, present, values),
    asked: new Set(present.asked),
    corrected: new Set(corrected),
    dateApplied: present.dateApplied,
    today: days.zone.dayOf(now),
  };
}

function identityOf(present: Case): Answers {
  const identity = identityValues(present.identity, isBegunByOfficer(present) ? "staff" : undefined);
  return identity ? { identity } : {};
}

/** What stands under `case`: number, dates and reasons that words and rules may name. */
function caseFacts(service: Service, present: Case, now: string, days: Days): Answers {
  const last = present.reached.at(-1);
  const appeal = last && appealDeadlineOf(service, last, now, days);
  const facts: Record<string, Value | undefined> = {
    number: present.number,
    late: present.late,
    urgent: present.urgent ?? false,
    dateApplied: present.dateApplied,
    refusalReason: present.refusalReason,
    expectedDecisionDate: present.expectedDecisionDate,
    appealDeadline: appeal && days.zone.dayOf(appeal),
    notifiedAt: last?.notifiedAt && days.zone.dayOf(last.notifiedAt),
    outcome: last?.outcome,
  };
  const known = Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return { ...known, ...doneFacts(present) };
}

/**
 * The instant until which the outcome's first limited right can be used. Time counts from notification (R7); while the
 * message still waits to be handed over it counts from now, so that the letter bears the date that will hold.
 */
export function appealDeadlineOf(service: Service, reached: Reached, now: string, days: Days): string | undefined {
  const outcome = service.outcomes.find(({ name }) => name === reached.outcome);
  const within = outcome?.rights.find((right) => right.within)?.within;
  return within && days.after(reached.notifiedAt ?? now, within);
}
