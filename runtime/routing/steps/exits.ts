// Ways out of a stage: guarded ones from top to bottom, then the bare one where nothing is waited for (R0, R4).
import type { Stage } from "#contract";
import type { Led, Moving } from "../moving.ts";
import { viewsOf } from "../results.ts";
import { awaitsChecks } from "./checks.ts";
import { awaitsPayment } from "./payment.ts";

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
  const waits = stage.payment !== undefined || stage.checks !== undefined || stage.doneBy !== undefined;
  if (goTo === undefined || (stage.by.length > 0 && !waits)) return undefined;
  return awaitsPayment(moving) || awaitsChecks(moving.case) || awaitsViews(moving, stage) ? undefined : { goTo };
}

/** Of several different people not all have chosen. */
function awaitsViews({ case: present }: Moving, { doneBy = 0 }: Stage): boolean {
  const { place } = present;
  return place.kind === "stage" && viewsOf(present, { stage: place.stage, visit: place.visit }).length < doneBy;
}
