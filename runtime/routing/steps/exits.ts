// Ways out of a stage: guarded ones from top to bottom, then the bare one where nothing is waited for (R0, R4).
import type { Stage } from "#contract";
import type { Led, Moving } from "../moving.ts";
import { isOnlyProposed, viewsOf } from "../results.ts";
import { awaitsNews } from "./await.ts";
import { awaitsChecks } from "./checks.ts";
import { awaitsSignature } from "./co-sign.ts";
import { awaitsPayment } from "./payment.ts";
import { awaitsTime } from "./wait.ts";

/** The first `when` line that is yes. Unknown is not yes. */
export function guardedWayOut(moving: Moving, stage: Stage): Led {
  const { rulebook } = moving;
  const facts = moving.facts();
  const exit = stage.exits.find(({ when }) => rulebook.evaluate(when, facts) === true);
  if (!exit) return undefined;
  if (exit.refuseBecause) {
    const reason = exit.refuseBecause[moving.case.language] ?? Object.values(exit.refuseBecause)[0];
    if (reason !== undefined) moving.change({ refusalReason: reason });
  }
  return { goTo: exit.goTo };
}

/**
 * `otherwise go to`, or a bare `go to`: they count only when nothing the stage waits for is left. In a person's stage that
 * waits for nothing they would pass the person by, so there they stand for `skip when` alone.
 */
export function bareWayOut(moving: Moving, stage: Stage): Led {
  const goTo = stage.otherwise ?? stage.goTo;
  if (goTo === undefined || (stage.by.length > 0 && !waitsBesidesPeople(stage))) return undefined;
  const waits =
    awaitsPayment(moving) ||
    awaitsTime(moving, stage) ||
    awaitsNews(moving, stage) ||
    awaitsSignature(moving, stage) ||
    awaitsChecks(moving.case) ||
    awaitsViews(moving, stage);
  return waits ? undefined : { goTo };
}

/** True where a line of the stage waits for something that no one person of the stage does. */
function waitsBesidesPeople({ payment, waits, awaits, coSign, checks, doneBy }: Stage): boolean {
  return [payment, waits, awaits, coSign, checks, doneBy].some((one) => one !== undefined);
}

/** Of several different people not all have chosen, or a second person has still to confirm what they agree on. */
function awaitsViews({ case: present }: Moving, { doneBy }: Stage): boolean {
  const { place } = present;
  if (place.kind !== "stage" || doneBy === undefined) return false;
  const where = { stage: place.stage, visit: place.visit };
  return viewsOf(present, where).length < doneBy || isOnlyProposed(present, where);
}
