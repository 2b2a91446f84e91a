// A person's work in a stage: opened, claimed, given back. Who may do it is decided here; what follows from it in choose.ts.
import type { Action, Stage } from "#contract";
import type { Case, Person, Task } from "../case.ts";
import type { Happening, Refusal } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { isInvited } from "./invite.ts";
import { itemsAround, visitOfCheck, type Work, workOf } from "./work.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** Opens the work of a person's stage or check; one piece for each of several different people. */
export function openTasks(moving: Moving, { by, doneBy = 1 }: Pick<Work, "by" | "doneBy">, check?: string): void {
  if (by.length === 0) return;
  const of = check === undefined ? {} : { check };
  for (let number = 0; number < doneBy; number += 1) addTask(moving, { roles: by, ...of });
}

/** Opens one piece of work in the present visit, reserved where somebody is to have it. */
export function addTask(moving: Moving, members: Pick<Task, "roles" | "check" | "proposal" | "claimedBy">): void {
  const { place } = moving.case;
  if (place.kind !== "stage") return;
  const task: Task = {
    id: moving.nextId("task"),
    stage: place.stage,
    visit: place.visit,
    ...members,
    state: members.claimedBy ? "claimed" : "open",
    openedAt: moving.now,
  };
  moving.change({ tasks: [...moving.case.tasks, task] });
  moving.record("task opened", { task: task.id, stage: task.stage });
}

/** Changes one task. */
export function changeTask(moving: Moving, id: string, change: (task: Task) => Task): void {
  moving.change({ tasks: moving.case.tasks.map((task) => (task.id === id ? change(task) : task)) });
}

/** Ends every open task of the visit, or some: not done, not refused, but cancelled because the case left (R1). */
export function cancelTasks(moving: Moving, isMeant: (task: Task) => boolean = () => true): void {
  const { place } = moving.case;
  moving.change({
    tasks: moving.case.tasks.map((task) =>
      isOfVisit(task, place) && isMeant(task) && task.state !== "done" && task.state !== "cancelled"
        ? { ...task, state: "cancelled", endedAt: moving.now }
        : task,
    ),
  });
}

const acts: ReadonlySet<string> = new Set(["chose", "gave-view", "proposed", "confirmed", "sent-back"]);

/** Everybody who chose an action or approved in any visit of these stages or checks; looking and claiming do not count (R2). */
export function personsWhoActed(present: Case, names: readonly string[]): ReadonlySet<string> {
  const isNamed = (name: string | undefined): boolean => name !== undefined && names.includes(name);
  return new Set(
    present.history.flatMap(({ what, by, place, check }) =>
      acts.has(what) && by && (isNamed(place) || isNamed(check)) ? [by.id] : [],
    ),
  );
}

/** Why this person may not do this task; undefined when they may. Asked for buttons and again when one is pressed. */
export function taskRefusal(present: Case, stage: Work, task: Task, person: Person): Refusal | undefined {
  const no = (code: Refusal["code"], words: string): Refusal => ({ code, words });
  if (task.state === "done" || task.state === "cancelled") {
    return no("task-over", "This work is finished: the case has moved on.");
  }
  if (task.state === "asleep") {
    if (present.onHold?.taskId === task.id) return no("task-asleep", "This case is on hold.");
    return no("task-asleep", "This case waits for the applicant's answer.");
  }
  if (!holdsRole(present, task, person)) return no("not-your-role", "This work belongs to another role than yours.");
  if (stage.notTheSamePersonAs.length > 0 && personsWhoActed(present, stage.notTheSamePersonAs).has(person.id)) {
    return no("not-the-same-person", "You decided this case at an earlier stage, so somebody else must do this.");
  }
  if (stage.samePersonAs !== undefined) {
    const before = personsWhoActed(present, [stage.samePersonAs]);
    if (before.size > 0 && !before.has(person.id)) {
      return no("not-the-same-person", "The person who decided the earlier stage must do this one too.");
    }
  }
  if (notForOf(present, task).includes(person.id)) {
    return task.proposal === undefined
      ? no("not-the-same-person", "You have given your view already, so somebody else must give this one.")
      : no("not-the-same-person", "You proposed this, so somebody else must confirm it.");
  }
  if (task.claimedBy && task.claimedBy.id !== person.id) {
    return no("task-taken", "Somebody else has taken this case. Ask them to give it back first.");
  }
  return undefined;
}

/** People whose turn it cannot be: who proposed it, who gave one of the views, who has taken another of them. */
export function notForOf(present: Case, task: Task): string[] {
  const { stage, visit, check, proposal } = task;
  const given = (present.views ?? []).filter(
    (one) => one.stage === stage && one.visit === visit && one.check === check,
  );
  if (proposal !== undefined) {
    const proposed = (present.proposals ?? []).flatMap((one) => (one.id === proposal ? [one.by.id] : []));
    return [...proposed, ...given.map(({ by }) => by.id)];
  }
  if (task.consultation !== undefined) return [];
  const taken = present.tasks.flatMap((one) =>
    one !== task && one.id !== task.id && one.state === "claimed" && isSibling(one, task) && one.claimedBy
      ? [one.claimedBy.id]
      : [],
  );
  return [...given.map(({ by }) => by.id), ...taken];
}

function isSibling(one: Task, other: Task): boolean {
  return (
    one.stage === other.stage &&
    one.visit === other.visit &&
    one.check === other.check &&
    !one.proposal &&
    !one.consultation
  );
}

function holdsRole(present: Case, task: Task, person: Person): boolean {
  if (person.kind === "applicant") {
    const isTheirs = task.roles.includes("applicant") && person.id === present.applicant.id;
    return isTheirs || isInvited(present, task, person);
  }
  // A role that is given by invitation is nobody's by office.
  const invited = new Set((present.invitations ?? []).map(({ role }) => role));
  return person.kind === "officer" && task.roles.some((role) => !invited.has(role) && person.roles?.includes(role));
}

/** The task and its stage, or why this person may not touch it. */
export function findTask(
  moving: Moving,
  id: string,
  by: Person,
  stage: Stage | undefined,
): Task | { refused: Refusal } {
  const task = moving.case.tasks.find((one) => one.id === id && one.consultation === undefined);
  if (!task) return refuse("no-such-task", "This case has no such work.");
  const over = moving.case.deadlines.find(
    ({ check, state, goOnWithout }) => state === "fired" && goOnWithout && check !== undefined && check === task.check,
  );
  if (over) return refuse("time-ran-out", `The time ran out at ${over.at}, so the case went on without this check.`);
  if (!stage || !isOfVisit(task, moving.case.place)) {
    const ranOut = moving.case.deadlines.find(
      ({ state, goTo, ...where }) =>
        state === "fired" && goTo !== undefined && where.stage === task.stage && where.visit === task.visit,
    );
    if (ranOut) return refuse("time-ran-out", `The time ran out at ${ranOut.at}, so the case has moved on.`);
    return refuse("task-over", "This work is finished: the case has moved on.");
  }
  const refusal = taskRefusal(moving.case, workOf(stage, moving.case, task), task, by);
  return refusal ? { refused: refusal } : task;
}

/** Somebody takes the task. Taking it twice changes nothing. */
export function onClaimed(moving: Moving, { by, taskId }: Of<"claimed">, stage: Stage | undefined): Led {
  const task = findTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  if (task.state === "claimed") return undefined;
  changeTask(moving, taskId, (one) => ({ ...one, state: "claimed", claimedBy: by }));
  moving.record("task claimed", { task: taskId }, by);
  moving.tellHistory({ what: "claimed", place: task.stage, by });
  return undefined;
}

/** Somebody gives the task back. */
export function onReleased(moving: Moving, { by, taskId }: Of<"released">, stage: Stage | undefined): Led {
  const task = findTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  if (task.state === "open") return undefined;
  changeTask(moving, taskId, ({ claimedBy: _before, ...one }) => ({ ...one, state: "open" }));
  moving.record("task released", { task: taskId }, by);
  moving.tellHistory({ what: "released", place: task.stage, by });
  return undefined;
}

/** The actions a piece of work offers at this moment: its own and the route's for officers. Unknown conditions are not offered. */
export function actionsOffered(moving: Moving, work: Work, task: Pick<Task, "check" | "proposal"> = {}): Action[] {
  const everywhere = (moving.service.route?.officerActions ?? []).filter(
    ({ by, until }) =>
      task.proposal === undefined &&
      (!by || by.length === 0 || by.some((role) => work.by.includes(role))) &&
      !hasBeenIn(moving.case, until ?? []),
  );
  const items = itemsAround(work, moving.facts().values, visitOfCheck(moving.case, task.check)?.item);
  return [...work.actions, ...everywhere].filter(({ when }) => when === undefined || moving.isYes(when, items));
}

/** True when the case ever entered one of these stages (R10). */
export function hasBeenIn(present: Case, stages: readonly string[]): boolean {
  return stages.some(
    (name) => (present.visits[name] ?? 0) > 0 || present.reached.some(({ outcome }) => outcome === name),
  );
}

/** The same for the stage's own work: what stays in the stage is done by its people, not by those of a check. */
export function findOwnTask(
  moving: Moving,
  id: string,
  by: Person,
  stage: Stage | undefined,
): Task | { refused: Refusal } {
  const task = findTask(moving, id, by, stage);
  if ("refused" in task || (task.check === undefined && task.proposal === undefined)) return task;
  return refuse("not-offered", "This is for the people of the stage itself.");
}
