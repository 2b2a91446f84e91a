// On hold: the stage is not left, the task sleeps, clocks stand still, until an officer goes on with it or the time is over.
import type { Stage } from "#contract";
import type { Deadline } from "../case.ts";
import { unitOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { addDeadline, cancelDeadlines, restClocks, stopVisitClocks } from "./deadline.ts";
import { changeTask, findOwnTask } from "./task.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** An officer puts the case on hold; the applicant is told why and for how long. */
export function onPutOnHold(moving: Moving, happening: Of<"put-on-hold">, stage: Stage | undefined): Led {
  const { by, taskId } = happening;
  const task = findOwnTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  const upTo = stage?.holds;
  if (!upTo) return refuse("not-offered", "This stage does not let you put a case on hold.");
  const reason = happening.reason.trim();
  if (reason === "") return refuse("reason-missing", "Give the reason in words: the applicant reads it.");
  const until = moving.days.after(moving.now, upTo);
  const where = { stage: task.stage, visit: task.visit };
  moving.change({ onHold: { ...where, taskId, by, reason, since: moving.now, until } });
  changeTask(moving, taskId, (one) => ({ ...one, state: "asleep", claimedBy: by }));
  stopVisitClocks(moving);
  addDeadline(moving, { kind: "hold", at: until, ...where, unit: unitOf(upTo) });
  moving.record("put on hold", { task: taskId, until }, by);
  moving.tellHistory({ what: "put-on-hold", place: task.stage, by, reason });
  moving.order({ do: "tell", to: "applicant", about: "on-hold", reason, until });
  return undefined;
}

/** Somebody of the stage's role goes on with it. */
export function onHoldEnded(moving: Moving, { by, taskId }: Of<"hold-ended">, stage: Stage | undefined): Led {
  const { onHold, tasks } = moving.case;
  const task = tasks.find(({ id }) => id === taskId);
  if (!stage || !onHold || !task || onHold.taskId !== taskId) return refuse("task-over", "This case is not on hold.");
  if (by.kind !== "officer" || !task.roles.some((role) => by.roles?.includes(role)))
    return refuse("not-your-role", "This work belongs to another role than yours.");
  changeTask(moving, taskId, (one) => ({ ...one, claimedBy: by }));
  moving.tellHistory({ what: "hold-ended", place: task.stage, by });
  wakeFromHold(moving, stage);
  return undefined;
}

/** The longest time on hold is over: the work is open again and its role is told. */
export function fireHold(moving: Moving, stage: Stage | undefined): Led {
  const { onHold, tasks } = moving.case;
  if (!onHold) return undefined;
  moving.tellHistory({ what: "hold-ended", place: onHold.stage });
  const roles = tasks.find(({ id }) => id === onHold.taskId)?.roles ?? [];
  for (const role of roles) moving.order({ do: "tell", to: role, about: "hold-over" });
  wakeFromHold(moving, stage);
  return undefined;
}

/** Clocks run again, the task is as it was. */
export function wakeFromHold(moving: Moving, stage: Stage | undefined): void {
  const { onHold, place } = moving.case;
  if (!onHold) return;
  moving.drop("onHold");
  cancelDeadlines(moving, (one: Deadline) => one.kind === "hold" && isOfVisit(one, place));
  restClocks(moving, stage);
  changeTask(moving, onHold.taskId, (task) => (task.state === "asleep" ? { ...task, state: "claimed" } : task));
  moving.record("hold ended");
}
