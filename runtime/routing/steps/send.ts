// The application arrives: a case begins in the first stage of the route (R8, R11).
import type { Service } from "#contract";
import { isHelper } from "#support/applicants.ts";
import { ownerOfCase } from "../beginner.ts";
import type { Case } from "../case.ts";
import type { Days } from "../days.ts";
import type { Sent } from "../happening.ts";
import type { Moving } from "../moving.ts";
import { startCaseDeadline } from "./deadline.ts";

/** The case as it is before it enters its first stage. */
export function newCase(
  sent: Sent,
  service: Pick<Service, "name" | "applicants">,
  first: string,
  now: string,
  days: Days,
): Case {
  return {
    number: sent.number,
    service: service.name,
    definition: sent.definition,
    language: sent.language,
    applicant: sent.applicant ?? ownerOfCase(sent.by),
    ...(sent.applicant ? { begunBy: ownerOfCase(sent.by) } : {}),
    sentAt: now,
    dateApplied: sent.dateApplied ?? days.zone.dayOf(now),
    place: { kind: "stage", stage: first, visit: 0 },
    visits: {},
    answers: sent.answers,
    origins: sent.origins,
    fetched: sent.fetched,
    ...(sent.identity ? { identity: sent.identity } : {}),
    ...(sent.identity && isHelper(service, sent.identity) ? { isByHelper: true as const } : {}),
    ...(sent.carried ? { carried: sent.carried } : {}),
    ...(sent.presented ? { presented: sent.presented } : {}),
    asked: sent.asked,
    ...(sent.signingKey ? { signingKey: sent.signingKey } : {}),
    ...(sent.startedBy ? { startedBy: sent.startedBy } : {}),
    officerAnswers: {},
    choices: {},
    tasks: [],
    deadlines: [],
    requests: [],
    payments: [],
    issued: [],
    sendings: [],
    reached: [],
    ordered: {},
    late: false,
    history: [],
    counter: 0,
  };
}

/** Writes that it was sent and begins the case's own clock, unless somebody else must sign first (R11). */
export function startCase(
  moving: Moving,
  sent: Sent,
  isSigned: boolean,
  expectedDecisionDate: string | undefined,
): void {
  if (isSigned && expectedDecisionDate !== undefined) moving.change({ expectedDecisionDate });
  const { filledInBy } = sent.identity ?? {};
  moving.record("application sent", { number: sent.number, ...(filledInBy !== undefined && { filledInBy }) }, sent.by);
  moving.tellHistory({ what: "sent", by: sent.by, ...(filledInBy !== undefined && { name: filledInBy }) });
  if (isSigned) startCaseDeadline(moving);
}
