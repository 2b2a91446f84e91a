// Taking longer: once, with a reason that the applicant reads. The clock of the whole case moves, or the stage's own where there is none.
import type { Duration, Stage } from "#contract";
import { shiftDate } from "#support/lengths.ts";
import type { Deadline } from "../case.ts";
import { leftOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { moveDeadline } from "./deadline.ts";
import { findOwnTask } from "./task.ts";

/** An officer takes longer. */
export function onTimeTaken(
  moving: Moving,
  happening: Extract<Happening, { type: "time-taken" }>,
  stage: Stage | undefined,
): Led {
  const { by, taskId } = happening;
  const task = findOwnTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  const length = stage?.takesLonger;
  if (!length) return refuse("not-offered", "This stage does not let you take longer.");
  const deadline = clockToMove(moving);
  if (!deadline) return refuse("not-offered", "No time is running here that could be longer.");
  if (hasTakenLonger(moving, deadline)) return refuse("not-offered", "You can take longer only once.");
  const reason = happening.reason.trim();
  if (reason === "") return refuse("reason-missing", "Give the reason in words: the applicant reads it.");
  const until = lengthen(moving, deadline, length);
  const taken = { deadline: deadline.id, by, at: moving.now, reason, until };
  moving.change({ longer: [...(moving.case.longer ?? []), taken] });
  movePromise(moving, length);
  moving.record("took longer", { deadline: deadline.id, until }, by);
  moving.tellHistory({ what: "took-longer", place: task.stage, by, reason });
  moving.order({ do: "tell", to: "applicant", about: "takes-longer", reason, until: promisedUntil(moving, until) });
  return undefined;
}

/** The clock that would move: of the whole case, else of the present visit. */
function clockToMove(moving: Moving): Deadline | undefined {
  const { deadlines, place } = moving.case;
  const open = deadlines.filter(({ state }) => state === "running" || state === "stopped");
  return open.find(({ kind }) => kind === "case") ?? open.find((one) => one.kind === "stage" && isOfVisit(one, place));
}

function hasTakenLonger(moving: Moving, { id }: Deadline): boolean {
  return (moving.case.longer ?? []).some(({ deadline }) => deadline === id);
}

/** True when somebody of the stage can still take longer. */
export function canTakeLonger(moving: Moving, stage: Stage): boolean {
  const deadline = stage.takesLonger && clockToMove(moving);
  return deadline !== undefined && !hasTakenLonger(moving, deadline);
}

/** A clock that stands still keeps so much more of what is left. */
function lengthen(moving: Moving, deadline: Deadline, length: Duration): string {
  const at = moving.days.after(deadline.at, length);
  const { left } = deadline;
  if (deadline.state !== "stopped" || !left) return moveDeadline(moving, { ...deadline, at });
  const more = leftOf({ ...deadline, at, unit: left.unit }, deadline.at, moving.days);
  return moveDeadline(moving, { ...deadline, at, left: { ...left, amount: left.amount + more.amount } });
}

function movePromise(moving: Moving, length: Duration): void {
  const { expectedDecisionDate } = moving.case;
  const moved = expectedDecisionDate && shiftDate(expectedDecisionDate, length, 1, moving.days.calendar);
  if (moved) moving.change({ expectedDecisionDate: moved });
}

/** What the applicant reads is the day they were promised, moved; where nothing was promised, the clock's own. */
function promisedUntil({ case: present, days }: Moving, until: string): string {
  const { expectedDecisionDate } = present;
  return expectedDecisionDate === undefined ? until : days.zone.endOf(expectedDecisionDate);
}
