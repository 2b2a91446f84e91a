// One step of a case: (service, rules, case, what happens, now) → the case afterwards, its log lines, what to do outside.
// Pure: no clock, no disk, no chance. Never throws for anything that can happen; what may not be done comes back in words.
import type { Service, Stage } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import type { Case, Deadline } from "./case.ts";
import { buildDays, type Days } from "./days.ts";
import { runOn } from "./enter.ts";
import type { Advanced, Happening, Recorded, Sent } from "./happening.ts";
import { type Led, Moving, presentStage, refuse, stageNamed } from "./moving.ts";
import { promise } from "./promise.ts";
import { fireAwaited, onAnnounced, onStartedDecided } from "./steps/await.ts";
import { onAnswersChanged } from "./steps/change.ts";
import { fireCheckDeadline, onCheckEffectEnded } from "./steps/checks.ts";
import { onChosen } from "./steps/choose.ts";
import { onCoSigned } from "./steps/co-sign.ts";
import { fireConsultation, onAdvised, onConsulted } from "./steps/consult.ts";
import { onAnswersCorrected, onCorrectionAccepted } from "./steps/correct.ts";
import { onLicenceChanged } from "./steps/credential.ts";
import { fireFinish, markFired, nextOverdue } from "./steps/deadline.ts";
import { fireDeletion, planDeletions } from "./steps/delete-answers.ts";
import { askAgain, onAskedAgain, onEffectEnded } from "./steps/doing.ts";
import { fireRecurring } from "./steps/every.ts";
import { fireHold, onHoldEnded, onPutOnHold } from "./steps/hold.ts";
import { fireInformationDeadline, onInformationAnswered, onInformationAsked } from "./steps/information.ts";
import { onInvitationAccepted } from "./steps/invite.ts";
import { onTimeTaken } from "./steps/longer.ts";
import { onLicenceLookedAt } from "./steps/look.ts";
import { onOfficerRightUsed } from "./steps/officer-right.ts";
import { firePaymentDeadline, onPaymentCancelled, onPaymentRequested, onPaymentSettled } from "./steps/payment.ts";
import { firePlan } from "./steps/plan.ts";
import { fireReminder } from "./steps/reminder.ts";
import { onRightUsed } from "./steps/right.ts";
import { newCase, startCase } from "./steps/send.ts";
import { onClaimed, onReleased } from "./steps/task.ts";
import { onVersionMoved } from "./steps/version.ts";

/** More deadlines than this in one step means that the route runs in a circle. */
const mostDeadlines = 64;

/**
 * What comes of a happening. `present` is absent only for "sent". Everything due fires first (R5), so that a refusal may
 * come with a case that has moved. Nothing changed: no events, no effects. `days` may be kept between calls.
 */
export function advance(
  service: Service,
  rulebook: Rulebook,
  present: Case | undefined,
  happening: Happening,
  now: string,
  days: Days = buildDays(service),
): Advanced {
  if (happening.type === "sent") return begin(service, rulebook, present, happening, now, days);
  if (!present) return { events: [], effects: [], ...refuse("not-sent", "This application has not been sent.") };
  const first = new Moving(service, rulebook, days, now, present);
  fireOverdue(first);
  planDeletions(first);
  // A refused happening must leave no trace: it is tried on what the deadlines left, and dropped when it is refused.
  const second = new Moving(service, rulebook, days, now, first.case);
  const led = happen(second, happening);
  if (led && "refused" in led) {
    return { ...finish(first, present, { type: "due" }), refused: led.refused };
  }
  if (second.case !== first.case) runOn(second, led);
  planDeletions(second);
  const both = {
    case: second.case,
    now,
    events: [...first.events, ...second.events],
    effects: [...first.effects, ...second.effects],
    erased: first.erased,
  };
  return finish(both, present, happening);
}

function begin(
  service: Service,
  rulebook: Rulebook,
  present: Case | undefined,
  sent: Sent,
  now: string,
  days: Days,
): Advanced {
  if (present)
    return { case: present, events: [], effects: [], ...refuse("already-sent", "This application was sent before.") };
  const first = service.route?.first;
  if (first === undefined || !stageNamed(service, first)) {
    return { events: [], effects: [], ...refuse("no-route", "This service does not take applications yet.") };
  }
  const moving = new Moving(service, rulebook, days, now, newCase(sent, service, first, now, days));
  const isSigned = stageNamed(service, first)?.coSign === undefined;
  startCase(moving, sent, isSigned, promise(service, moving.case.dateApplied, days)?.date);
  runOn(moving, { goTo: first });
  planDeletions(moving);
  return finish(moving, undefined, sent);
}

interface Finished {
  readonly case: Case;
  readonly now: string;
  readonly events: readonly Recorded[];
  readonly effects: Advanced["effects"];
  readonly erased: Advanced["erased"];
}

function finish(
  { case: after, now, events, effects, erased }: Finished,
  before: Case | undefined,
  happening: Happening,
): Advanced {
  if (after === before) return { case: after, events: [], effects: [] };
  const by = "by" in happening ? { by: happening.by.id } : {};
  return {
    case: after,
    events: [{ type: happening.type, at: now, details: {}, ...by, happening }, ...events],
    effects,
    ...(erased ? { erased } : {}),
  };
}

/** Fires everything due at or before now, oldest first (R5). */
function fireOverdue(moving: Moving): void {
  for (let fired = 0; fired < mostDeadlines; fired += 1) {
    const deadline = nextOverdue(moving);
    if (!deadline) return;
    markFired(moving, deadline);
    runOn(moving, fire(moving, deadline));
  }
}

function fire(moving: Moving, deadline: Deadline): Led {
  switch (deadline.kind) {
    case "stage":
    case "case":
      return fireFinish(moving, deadline);
    case "check":
      return fireCheckDeadline(moving, deadline);
    case "payment":
      return firePaymentDeadline(moving, deadline);
    case "information":
      return fireInformationDeadline(moving, deadline, presentStage(moving));
    case "deletion":
      fireDeletion(moving, deadline);
      return undefined;
    case "reminder":
      fireReminder(moving, deadline);
      return undefined;
    case "awaited":
      return fireAwaited(moving, deadline);
    case "hold":
      return fireHold(moving, presentStage(moving));
    case "consultation":
      fireConsultation(moving, deadline);
      return undefined;
    case "ask-again":
      askAgain(moving);
      return undefined;
    case "plan":
      firePlan(moving, deadline);
      return undefined;
    case "every":
      fireRecurring(moving, deadline);
      return undefined;
    case "wait":
      return undefined;
  }
}

type Staying = Extract<
  Happening,
  {
    type:
      | "announced"
      | "started-decided"
      | "licence-changed"
      | "licence-looked-at"
      | "consulted"
      | "advised"
      | "put-on-hold"
      | "hold-ended"
      | "time-taken"
      | "officer-right-used"
      | "answers-changed"
      | "co-signed"
      | "asked-again"
      | "version-moved"
      | "due";
  }
>;

function happen(moving: Moving, happening: Exclude<Happening, Sent>): Led {
  const stage = presentStage(moving);
  switch (happening.type) {
    case "claimed":
      return onClaimed(moving, happening, stage);
    case "released":
      return onReleased(moving, happening, stage);
    case "chosen":
      return onChosen(moving, happening, stage);
    case "invitation-accepted":
      return onInvitationAccepted(moving, happening);
    case "information-asked":
      return onInformationAsked(moving, happening, stage);
    case "information-answered":
      return onInformationAnswered(moving, happening, stage);
    case "right-used":
      return onRightUsed(moving, happening);
    case "payment-requested":
      return onPaymentRequested(moving, happening);
    case "payment-settled":
      return onPaymentSettled(moving, happening);
    case "payment-cancelled":
      return onPaymentCancelled(moving, happening, stage);
    case "effect-finished":
    case "effect-failed":
      return onEffectEnded(moving, happening) ?? onCheckEffectEnded(moving, happening);
    case "answers-corrected":
      return onAnswersCorrected(moving, happening, stage);
    case "correction-accepted":
      return onCorrectionAccepted(moving, happening);
    default:
      return stay(moving, happening, stage);
  }
}

/** What happens while a case stays where it is, and what comes from outside. */
function stay(moving: Moving, happening: Staying, stage: Stage | undefined): Led {
  switch (happening.type) {
    case "announced":
      return onAnnounced(moving, happening);
    case "started-decided":
      return onStartedDecided(moving, happening);
    case "licence-changed":
      return onLicenceChanged(moving, happening);
    case "licence-looked-at":
      return onLicenceLookedAt(moving, happening);
    case "consulted":
      return onConsulted(moving, happening, stage);
    case "advised":
      return onAdvised(moving, happening);
    case "put-on-hold":
      return onPutOnHold(moving, happening, stage);
    case "hold-ended":
      return onHoldEnded(moving, happening, stage);
    case "time-taken":
      return onTimeTaken(moving, happening, stage);
    case "officer-right-used":
      return onOfficerRightUsed(moving, happening);
    case "answers-changed":
      return onAnswersChanged(moving, happening);
    case "co-signed":
      return onCoSigned(moving, happening, stage);
    case "asked-again":
      return onAskedAgain(moving, happening);
    case "version-moved":
      return onVersionMoved(moving, happening);
    case "due":
      return undefined;
  }
}

/** The instant at which the case next does something by itself; undefined when it waits for people only. */
export function nextInstant(present: Case): string | undefined {
  return present.deadlines
    .filter(({ state }) => state === "running")
    .map(({ at }) => at)
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0];
}

/** The case again, from everything that happened to it, exactly (runtime.md 1). */
export function replay(
  service: Service,
  rulebook: Rulebook,
  log: readonly { readonly happening: Happening; readonly at: string }[],
  days: Days = buildDays(service),
): Case | undefined {
  let present: Case | undefined;
  for (const { happening, at } of log) present = advance(service, rulebook, present, happening, at, days).case;
  return present;
}
