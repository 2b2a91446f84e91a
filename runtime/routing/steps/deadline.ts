// Deadlines of a stage and of the whole case: begun, stopped, run again, fired. `tell` never moves a case; `go to` does.
import type { Finish, Stage } from "#contract";
import { addDays, daysBetween } from "#support/dates.ts";
import type { Deadline } from "../case.ts";
import { leftOf, resumedAt, unitOf } from "../days.ts";
import { isOfVisit, type Led, type Moving } from "../moving.ts";

/** Begins the deadline and the reminders of the stage just entered. */
export function startStageDeadlines(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  if (place.kind !== "stage") return;
  const where = { stage: place.stage, visit: place.visit };
  if (stage.finish) addFinish(moving, stage.finish, { kind: "stage", ...where });
  for (const { to, after } of stage.reminders) {
    const at = moving.days.after(moving.now, after);
    addDeadline(moving, { kind: "reminder", at, ...where, tell: to, unit: unitOf(after) });
  }
}

/** Begins the clock of the whole case, unless it begins when a stage is left. */
export function startCaseDeadline(moving: Moving): void {
  const finish = moving.service.route?.finish;
  if (finish && finish.from === undefined) addFinish(moving, finish, { kind: "case" });
}

/** `finish within 8 weeks from validation`: the clock of the case begins when that stage is left for the first time. */
export function startCaseDeadlineAfter(moving: Moving, left: string): void {
  const finish = moving.service.route?.finish;
  const isRunning = moving.case.deadlines.some(({ kind }) => kind === "case");
  if (finish?.from === left && !isRunning) addFinish(moving, finish, { kind: "case" });
}

/** Begins what a `finish within` line says, for the case, a stage or a check. */
export function addFinish(
  moving: Moving,
  finish: Finish,
  where: Pick<Deadline, "kind" | "stage" | "visit" | "check">,
): void {
  const at = finish.within ? moving.days.after(moving.now, finish.within) : dateOf(moving, finish.by);
  if (!at) return;
  addDeadline(moving, {
    ...where,
    at,
    unit: finish.within ? unitOf(finish.within) : "days",
    ...(finish.tell ? { tell: finish.tell } : {}),
    ...(finish.goTo ? { goTo: finish.goTo } : {}),
    ...(finish.giveTo ? { giveTo: finish.giveTo } : {}),
    ...(finish.goOnWithout ? { goOnWithout: true } : {}),
  });
}

function dateOf(moving: Moving, rule: string | undefined): string | undefined {
  const date = rule === undefined ? undefined : moving.rulebook.evaluate(rule, moving.facts());
  return typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date) ? moving.days.zone.endOf(date) : undefined;
}

/** Adds a running deadline and writes it down. */
export function addDeadline(moving: Moving, deadline: Omit<Deadline, "id" | "state">): void {
  const id = moving.nextId("deadline");
  moving.change({ deadlines: [...moving.case.deadlines, { id, state: "running", ...deadline }] });
  moving.record("deadline set", { deadline: id, kind: deadline.kind, until: deadline.at });
}

/** Ends deadlines that are no longer wanted. */
export function cancelDeadlines(moving: Moving, isEnded: (deadline: Deadline) => boolean): void {
  replaceDeadlines(moving, (deadline) =>
    (deadline.state === "running" || deadline.state === "stopped") && isEnded(deadline)
      ? { ...deadline, state: "cancelled" }
      : deadline,
  );
}

/** Clocks stand still: deadlines of the stage's visit and of the case keep what is left (R6). */
export function stopClocks(moving: Moving, isStopped: (deadline: Deadline) => boolean): void {
  replaceDeadlines(moving, (deadline) =>
    deadline.state === "running" && isStopped(deadline)
      ? { ...deadline, state: "stopped", left: leftOf(deadline, moving.now, moving.days) }
      : deadline,
  );
  if (moving.case.stoppedSince === undefined) moving.change({ stoppedSince: moving.now });
  moving.record("clocks stopped");
}

/** Clocks of a visit that stand still while its people wait for somebody. */
const stageClocks: ReadonlySet<Deadline["kind"]> = new Set(["stage", "reminder", "check"]);

/** Every clock that stands still while people of the stage wait for somebody: those of the visit, and that of the case. */
export function stopVisitClocks(moving: Moving): void {
  const { place } = moving.case;
  stopClocks(moving, ({ kind, ...where }) => kind === "case" || (stageClocks.has(kind) && isOfVisit(where, place)));
}

/** The clock of the whole case stands still while the applicant is to act, or where the text says so. */
export function stopsCaseClock(stage: Stage): boolean {
  return stage.stopsTheClock === true || stage.payment !== undefined || stage.by.includes("applicant");
}

/** Clocks run again as they do in this stage: that of the case may stand still in it anyhow. */
export function restClocks(moving: Moving, stage: Stage | undefined): void {
  resumeClocks(moving);
  if (stage && stopsCaseClock(stage)) stopClocks(moving, ({ kind }) => kind === "case");
}

/** Gives a deadline another instant, and writes it down. */
export function moveDeadline(moving: Moving, moved: Deadline): string {
  replaceDeadlines(moving, (deadline) => (deadline.id === moved.id ? moved : deadline));
  moving.record("deadline moved", { deadline: moved.id, until: moved.at });
  return moved.at;
}

/** Clocks run again; each stopped deadline gets a new instant, written down. */
export function resumeClocks(moving: Moving): void {
  if (moving.case.stoppedSince === undefined) return;
  let moved = 0;
  replaceDeadlines(moving, (deadline) => {
    if (deadline.state !== "stopped" || !deadline.left) return deadline;
    const { left, ...rest } = deadline;
    const at = resumedAt(left, moving.now, moving.days);
    moving.record("deadline moved", { deadline: deadline.id, until: at });
    const [before, after] = [moving.days.zone.dayOf(deadline.at), moving.days.zone.dayOf(at)];
    if (deadline.kind === "stage" || deadline.kind === "case") moved = Math.max(moved, daysBetween(before, after) ?? 0);
    return { ...rest, at, state: "running" };
  });
  movePromise(moving, moved);
  moving.drop("stoppedSince");
  moving.record("clocks run");
}

/** What the applicant was promised moves with the clocks: so many days later as they stood still. */
function movePromise(moving: Moving, days: number): void {
  const { expectedDecisionDate } = moving.case;
  const moved = expectedDecisionDate === undefined ? undefined : addDays(expectedDecisionDate, days);
  if (moved !== undefined && days > 0) moving.change({ expectedDecisionDate: moved });
}

function replaceDeadlines(moving: Moving, replace: (deadline: Deadline) => Deadline): void {
  moving.change({ deadlines: moving.case.deadlines.map(replace) });
}

/** The deadline that fires next among those due: oldest first, `tell` before `go to`, then in line order (R5). */
export function nextOverdue(moving: Moving): Deadline | undefined {
  return moving.case.deadlines
    .filter((deadline) => deadline.state === "running" && isPast(deadline, moving.now))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || moves(one) - moves(other))[0];
}

function isPast(deadline: Deadline, now: string): boolean {
  return Date.parse(deadline.at) <= Date.parse(now);
}

function moves(deadline: Deadline): number {
  return deadline.goTo === undefined && !deadline.goOnWithout ? 0 : 1;
}

/** Marks a deadline as fired and writes it down. */
export function markFired(moving: Moving, fired: Deadline): void {
  replaceDeadlines(moving, (deadline) => (deadline.id === fired.id ? { ...deadline, state: "fired" } : deadline));
  moving.record("deadline fired", { deadline: fired.id, kind: fired.kind });
}

/** What a stage's or the case's own deadline does: somebody is told, somebody else gets the work, or the case goes on. */
export function fireFinish(moving: Moving, deadline: Deadline): Led {
  moving.change({ late: true });
  moving.tellHistory({ what: "deadline", ...(deadline.stage ? { place: deadline.stage } : {}) });
  if (deadline.tell) {
    moving.order({ do: "tell", to: deadline.tell, about: "late" });
    moving.tellHistory({ what: "told", to: deadline.tell });
  }
  if (deadline.giveTo) giveTasks(moving, deadline.giveTo);
  return deadline.goTo === undefined ? undefined : { goTo: deadline.goTo };
}

function giveTasks(moving: Moving, role: string): void {
  const { place } = moving.case;
  moving.change({
    tasks: moving.case.tasks.map((task) => {
      const { check, proposal, consultation } = task;
      const isOwn = check === undefined && proposal === undefined && consultation === undefined;
      if ((task.state !== "open" && task.state !== "claimed") || !isOwn || !isOfVisit(task, place)) return task;
      const { claimedBy: _before, ...rest } = task;
      return { ...rest, state: "open", roles: [role] };
    }),
  });
}
