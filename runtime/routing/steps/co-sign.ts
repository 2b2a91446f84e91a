// Another person signs what was sent, in a stage before the first (R11). The number exists, clocks do not: the case begins when
// the last needed signature is there (R8).
import type { Stage } from "#contract";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse, stageNamed } from "../moving.ts";
import { promise } from "../promise.ts";
import { startCaseDeadline } from "./deadline.ts";

/** True while the present stage waits for somebody else's signature: each such stage for one of its own. */
export function awaitsSignature({ service, case: { signatures = [] } }: Moving, stage: Stage): boolean {
  if (!stage.coSign) return false;
  const signing = (service.route?.stages ?? []).filter(({ coSign }) => coSign !== undefined);
  return signatures.length <= signing.findIndex(({ name }) => name === stage.name);
}

/** Somebody who signed in signs what another person sent. Signing twice changes nothing. */
export function onCoSigned(
  moving: Moving,
  { by }: Extract<Happening, { type: "co-signed" }>,
  stage: Stage | undefined,
): Led {
  const { applicant, signatures = [] } = moving.case;
  if (signatures.some((one) => one.by.id === by.id)) return undefined;
  if (!stage?.coSign || !awaitsSignature(moving, stage))
    return refuse("not-offered", "Nothing waits for a signature here any more.");
  if (by.kind !== "applicant" || by.id === applicant.id)
    return refuse("not-the-same-person", "Somebody other than the person who sent it must sign.");
  moving.change({ signatures: [...signatures, { by, as: stage.coSign.by, at: moving.now }] });
  moving.record("co-signed", {}, by);
  moving.tellHistory({ what: "co-signed", place: stage.name, by });
  const isLast = stage.goTo === undefined || stageNamed(moving.service, stage.goTo)?.coSign === undefined;
  if (isLast) beginCase(moving);
  return undefined;
}

/** From the last signature on it is an application: its day, its promise and its clock begin. */
function beginCase(moving: Moving): void {
  const dateApplied = moving.days.zone.dayOf(moving.now);
  const expectedDecisionDate = promise(moving.service, dateApplied, moving.days)?.date;
  moving.change({ dateApplied, ...(expectedDecisionDate === undefined ? {} : { expectedDecisionDate }) });
  startCaseDeadline(moving);
}
