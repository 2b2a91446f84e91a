// A person's work in a stage: opened, claimed, given back, ended by choosing an action. Who may do it is decided here.
import type { Action, Stage } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { valueAt, withValueAt } from "#support/facts.ts";
import type { Case, Person, Task } from "../case.ts";
import type { Happening, Refusal } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** Opens the task of a person's stage. */
export function openTask(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  if (stage.by.length === 0 || place.kind !== "stage") return;
  const task: Task = {
    id: moving.nextId("task"),
    stage: place.stage,
    visit: place.visit,
    roles: stage.by,
    state: "open",
    openedAt: moving.now,
  };
  moving.change({ tasks: [...moving.case.tasks, task] });
  moving.record("task opened", { task: task.id, stage: task.stage });
}

/** Changes one task. */
export function changeTask(moving: Moving, id: string, change: (task: Task) => Task): void {
  moving.change({ tasks: moving.case.tasks.map((task) => (task.id === id ? change(task) : task)) });
}

/** Ends every open task of the visit: not done, not refused, but cancelled because the case left (R1). */
export function cancelTasks(moving: Moving): void {
  const { place } = moving.case;
  moving.change({
    tasks: moving.case.tasks.map((task) =>
      isOfVisit(task, place) && task.state !== "done" && task.state !== "cancelled"
        ? { ...task, state: "cancelled", endedAt: moving.now }
        : task,
    ),
  });
}

/** Everybody who chose an action in any visit of these stages; looking and claiming do not count (R2). */
export function personsWhoActed(present: Case, stages: readonly string[]): ReadonlySet<string> {
  return new Set(
    present.history.flatMap((line) =>
      line.what === "chose" && line.by && line.place !== undefined && stages.includes(line.place) ? [line.by.id] : [],
    ),
  );
}

/** Why this person may not do this task; undefined when they may. Asked for buttons and again when one is pressed. */
export function taskRefusal(present: Case, stage: Stage, task: Task, person: Person): Refusal | undefined {
  const no = (code: Refusal["code"], words: string): Refusal => ({ code, words });
  if (task.state === "done" || task.state === "cancelled") {
    return no("task-over", "This work is finished: the case has moved on.");
  }
  if (task.state === "asleep") {
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
  if (task.claimedBy && task.claimedBy.id !== person.id) {
    return no("task-taken", "Somebody else has taken this case. Ask them to give it back first.");
  }
  return undefined;
}

function holdsRole(present: Case, task: Task, person: Person): boolean {
  if (person.kind === "applicant") return task.roles.includes("applicant") && person.id === present.applicant.id;
  return person.kind === "officer" && task.roles.some((role) => person.roles?.includes(role));
}

/** The task and its stage, or why this person may not touch it. */
export function findTask(
  moving: Moving,
  id: string,
  by: Person,
  stage: Stage | undefined,
): Task | { refused: Refusal } {
  const task = moving.case.tasks.find((one) => one.id === id);
  if (!task) return refuse("no-such-task", "This case has no such work.");
  if (!stage || !isOfVisit(task, moving.case.place)) {
    const ranOut = moving.case.deadlines.find(
      ({ state, goTo, ...where }) =>
        state === "fired" && goTo !== undefined && where.stage === task.stage && where.visit === task.visit,
    );
    if (ranOut) return refuse("time-ran-out", `The time ran out at ${ranOut.at}, so the case has moved on.`);
    return refuse("task-over", "This work is finished: the case has moved on.");
  }
  const refusal = taskRefusal(moving.case, stage, task, by);
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

/** The actions a stage offers at this moment: its own and the route's for officers. Unknown conditions are not offered. */
export function actionsOffered(moving: Moving, stage: Stage): Action[] {
  const everywhere = (moving.service.route?.officerActions ?? []).filter(
    ({ by, until }) =>
      (!by || by.length === 0 || by.some((role) => stage.by.includes(role))) && !hasBeenIn(moving.case, until ?? []),
  );
  return [...stage.actions, ...everywhere].filter(({ when }) => when === undefined || moving.isYes(when));
}

/** True when the case ever entered one of these stages (R10). */
export function hasBeenIn(present: Case, stages: readonly string[]): boolean {
  return stages.some(
    (name) => (present.visits[name] ?? 0) > 0 || present.reached.some(({ outcome }) => outcome === name),
  );
}

/** An action is chosen: with `then` it leads out; without, it is recorded and the `when` lines are tried (R13). */
export function onChosen(moving: Moving, happening: Of<"chosen">, stage: Stage | undefined): Led {
  const { by, taskId } = happening;
  const task = findTask(moving, taskId, by, stage);
  if ("refused" in task || !stage) return "refused" in task ? task : undefined;
  const action = actionsOffered(moving, stage).find(({ name }) => name === happening.action);
  if (!action) return refuse("not-offered", "This cannot be done here now: the case or its conditions have changed.");
  const reason = happening.reason?.trim();
  if (action.withReason && !reason)
    return refuse("reason-missing", "Give the reason in words: the applicant reads it.");
  const answers = readAnswers(moving, [...stage.questions, ...action.questions], happening.answers ?? {});
  if (!answers) return refuse("answers-missing", "Answer every question of this stage first.");
  writeChoice(moving, { task, action, by, answers, ...(reason ? { reason } : {}) });
  return action.goTo === undefined ? undefined : { goTo: action.goTo };
}

/** What stands in the answers for these questions, earlier answers included; undefined when a needed one is missing. */
function readAnswers(moving: Moving, questions: Action["questions"], given: Answers): Answers | undefined {
  const { case: present, rulebook } = moving;
  let kept = present.officerAnswers;
  for (const { path } of questions) {
    const value = valueAt(given, path);
    if (value !== undefined && value !== "") kept = withValueAt(kept, path, value);
  }
  const facts = moving.facts();
  const withGiven = { ...facts, values: { ...facts.values, ...kept } };
  const isMissing = questions.some(({ path, optional, requiredWhen, showWhen }) => {
    if (valueAt(kept, path) !== undefined) return false;
    if (showWhen !== undefined && rulebook.evaluate(showWhen, withGiven) !== true) return false;
    return requiredWhen === undefined ? !optional : rulebook.evaluate(requiredWhen, withGiven) === true;
  });
  return isMissing ? undefined : kept;
}

interface Choice {
  readonly task: Task;
  readonly action: Action;
  readonly by: Person;
  readonly answers: Answers;
  readonly reason?: string;
}

function writeChoice(moving: Moving, { task, action, by, answers, reason }: Choice): void {
  moving.change({
    officerAnswers: answers,
    choices: { ...moving.case.choices, [task.stage]: action.name },
    ...(action.adverse && reason ? { refusalReason: reason } : {}),
  });
  if (action.goTo !== undefined) {
    changeTask(moving, task.id, (one) => ({ ...one, state: "done", claimedBy: by, endedAt: moving.now }));
  }
  moving.record("action chosen", { task: task.id, stage: task.stage, action: action.name }, by);
  const line = { what: "chose", place: task.stage, visit: task.visit, name: action.name, by } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
}
