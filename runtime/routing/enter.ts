// From place to place: what a stage does when it is entered and left, and how far a case runs by itself (R0, R1, R2).
// A case that would run in a circle by itself is held for a person, never an endless loop.
import type { Stage } from "#contract";
import { isOfVisit, type Led, type Moving, presentStage, stageNamed } from "./moving.ts";
import { cancelProposals } from "./steps/approval.ts";
import { openAwaits } from "./steps/await.ts";
import { cancelChecks, openChecks } from "./steps/checks.ts";
import { cancelConsultations } from "./steps/consult.ts";
import {
  cancelDeadlines,
  resumeClocks,
  startCaseDeadlineAfter,
  startStageDeadlines,
  stopClocks,
  stopsCaseClock,
} from "./steps/deadline.ts";
import { doLine } from "./steps/doing.ts";
import { bareWayOut, guardedWayOut } from "./steps/exits.ts";
import { cancelRequests } from "./steps/information.ts";
import { cancelInvitations, openInvitation } from "./steps/invite.ts";
import { reachOutcome } from "./steps/outcome.ts";
import { endPayments, followAmount, openPayment } from "./steps/payment.ts";
import { cancelTasks, openTasks } from "./steps/task.ts";
import { tellStage } from "./steps/tell.ts";
import { followWaits, openWaits } from "./steps/wait.ts";
import { followUrgent } from "./urgent.ts";

/** More places than this in one step means that the route runs in a circle. */
const mostPlaces = 64;

/** Goes where a happening led, and on from there as far as the case runs by itself. */
export function runOn(moving: Moving, led: Led): void {
  followUrgent(moving);
  let next = led && "goTo" in led ? led.goTo : wayOn(moving);
  for (let places = 0; next !== undefined; places += 1) {
    if (places === mostPlaces) {
      moving.order({ do: "hold", line: "go to", what: next });
      return;
    }
    next = enter(moving, next) ?? wayOn(moving);
  }
  followUrgent(moving);
}

/** Enters a stage or outcome; gives where to go at once when the stage is skipped. */
function enter(moving: Moving, name: string): string | undefined {
  const outcome = moving.service.outcomes.find((one) => one.name === name);
  const stage = stageNamed(moving.service, name);
  if (!outcome && !stage) {
    moving.order({ do: "hold", line: "go to", what: name });
    return undefined;
  }
  // Skipped stages are passed through by their bare `go to`, without their lines (R12); the case never rests in them.
  if (stage?.goTo !== undefined && moving.isYes(stage.skipWhen)) {
    moving.record("stage skipped", { stage: name });
    moving.tellHistory({ what: "skipped", place: name });
    return stage.goTo;
  }
  leave(moving);
  if (outcome) reachOutcome(moving, outcome);
  else if (stage) enterStage(moving, stage);
  return undefined;
}

function enterStage(moving: Moving, stage: Stage): void {
  const { name } = stage;
  const visit = (moving.case.visits[name] ?? 0) + 1;
  moving.change({
    visits: { ...moving.case.visits, [name]: visit },
    place: { kind: "stage", stage: name, visit },
    doing: { next: 0 },
  });
  moving.record("stage entered", { stage: name, visit });
  moving.tellHistory({ what: "entered", place: name, visit });
  startStageDeadlines(moving, stage);
  tellStage(moving, stage);
  if (stopsCaseClock(stage)) stopClocks(moving, ({ kind }) => kind === "case");
}

/** Leaves the present stage: everything of this visit ends as cancelled; rights and finished results stay (R1). */
function leave(moving: Moving): void {
  const { place } = moving.case;
  if (place.kind !== "stage" || moving.case.visits[place.stage] === undefined) return;
  cancelRequests(moving);
  cancelChecks(moving);
  cancelProposals(moving);
  cancelInvitations(moving);
  cancelConsultations(moving);
  cancelTasks(moving);
  endPayments(moving, "closed");
  cancelDeadlines(moving, (deadline) => isOfVisit(deadline, place));
  resumeClocks(moving);
  moving.drop("doing");
  moving.drop("onHold");
  startCaseDeadlineAfter(moving, place.stage);
  moving.record("stage left", { stage: place.stage, visit: place.visit });
}

/** The way out of the present place that stands open now, after doing what the stage does by itself. */
function wayOn(moving: Moving): string | undefined {
  const stage = presentStage(moving);
  if (!stage) return undefined;
  if (moving.case.doing) {
    if (!doLines(moving, stage)) return undefined;
    const early = guardedWayOut(moving, stage);
    moving.drop("doing");
    if (early && "goTo" in early) return early.goTo;
    openTasks(moving, stage);
    openInvitation(moving, stage);
    openChecks(moving, stage);
    openPayment(moving, stage);
    openWaits(moving, stage);
    openAwaits(moving, stage);
    // Checks may be over at once: skipped, or one for each of nobody. What had come before it was waited for is a value from here on.
    return goToOf(((stage.checks || stage.awaits) && guardedWayOut(moving, stage)) || bareWayOut(moving, stage));
  }
  followWaits(moving, stage);
  const guarded = guardedWayOut(moving, stage);
  if (guarded) return goToOf(guarded);
  if (stage.payment) followAmount(moving, stage);
  return goToOf(bareWayOut(moving, stage));
}

function goToOf(led: Led): string | undefined {
  return led && "goTo" in led ? led.goTo : undefined;
}

/** Does the stage's lines one after another; false while one is under way outside. */
function doLines(moving: Moving, stage: Stage): boolean {
  for (;;) {
    const { doing } = moving.case;
    if (!doing || doing.effect !== undefined || doing.silent) return false;
    const line = stage.doing[doing.next];
    if (!line) return true;
    const effect = doLine(moving, line);
    moving.change({ doing: { next: doing.next + 1, ...(effect === undefined ? {} : { effect }) } });
  }
}
