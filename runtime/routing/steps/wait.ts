// Waiting for a time: so long after entering, or until a day that a rule gives. A day that is not known yet waits to be known.
import type { Stage } from "#contract";
import type { Deadline } from "../case.ts";
import { unitOf } from "../days.ts";
import { isOfVisit, type Moving } from "../moving.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";

/** Begins the waits of the stage whose work opens. */
export function openWaits(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  if (place.kind !== "stage") return;
  const where = { kind: "wait", stage: place.stage, visit: place.visit } as const;
  (stage.waits ?? []).forEach(({ within }, index) => {
    if (within)
      addDeadline(moving, {
        ...where,
        of: waitId(index),
        at: moving.days.after(moving.now, within),
        unit: unitOf(within),
      });
  });
  followWaits(moving, stage);
}

/** A day that a rule gives may become known or change while it is waited for: then the wait follows it. */
export function followWaits(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  if (place.kind !== "stage") return;
  (stage.waits ?? []).forEach(({ until }, index) => {
    if (until === undefined) return;
    const of = waitId(index);
    const present = waitOf(moving, index);
    if (present?.state === "fired") return;
    const at = startOf(moving, moving.rulebook.evaluate(until, moving.facts()));
    if (at === present?.at) return;
    if (present) cancelDeadlines(moving, ({ id }) => id === present.id);
    if (at !== undefined)
      addDeadline(moving, { kind: "wait", of, at, stage: place.stage, visit: place.visit, unit: "days" });
  });
}

/** True while a time of the present visit has not come. */
export function awaitsTime(moving: Moving, stage: Stage): boolean {
  return (stage.waits ?? []).some((_, index) => waitOf(moving, index)?.state !== "fired");
}

/** The instant a day begins; a text that is an instant is one. */
function startOf(moving: Moving, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return moving.days.zone.startOf(value);
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function waitId(index: number): string {
  return `wait ${index + 1}`;
}

function waitOf(moving: Moving, index: number): Deadline | undefined {
  const { deadlines, place } = moving.case;
  return deadlines.findLast(
    (one) => one.kind === "wait" && one.of === waitId(index) && one.state !== "cancelled" && isOfVisit(one, place),
  );
}
