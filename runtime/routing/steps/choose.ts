// An action is chosen: in a stage it leads out, or is recorded and the `when` lines are tried (R13); in a check it ends the
// check. Of several people's views none counts before all are in; with a second approval it is only proposed.
import type { Action, Stage } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { asRecord, valueAt, withValueAt } from "#support/facts.ts";
import type { Task } from "../case.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { viewsOf } from "../results.ts";
import { type Chosen, needsApproval, onApproval, propose } from "./approval.ts";
import { endCheck, keepResult } from "./checks.ts";
import { agreedResult, joinReasons, keepView, tellViews } from "./several.ts";
import { actionsOffered, changeTask, findTask } from "./task.ts";
import { itemsAround, placeOfAnswers, visitOfCheck, type Work, workOf } from "./work.ts";

/** Somebody decides. */
export function onChosen(
  moving: Moving,
  happening: Extract<Happening, { type: "chosen" }>,
  stage: Stage | undefined,
): Led {
  const { by, taskId } = happening;
  const task = findTask(moving, taskId, by, stage);
  if ("refused" in task || !stage) return "refused" in task ? task : undefined;
  const work = workOf(stage, moving.case, task);
  const action = actionsOffered(moving, work, task).find(({ name }) => name === happening.action);
  if (!action) return refuse("not-offered", "This cannot be done here now: the case or its conditions have changed.");
  if (task.proposal !== undefined)
    return onApproval(moving, happening, stage, task, (chosen) =>
      stage.doneBy === undefined ? writeChoice(moving, task, chosen) : leadOut(moving, chosen),
    );
  const reason = happening.reason?.trim();
  if (action.withReason && !reason)
    return refuse("reason-missing", "Give the reason in words: the applicant reads it.");
  const answers = readAnswers(moving, work, task, [...work.questions, ...action.questions], happening.answers ?? {});
  if (!answers) return refuse("answers-missing", "Answer every question of this stage first.");
  const chosen: Chosen = { action, by, answers, ...(reason ? { reason } : {}) };
  if (action.goTo === undefined || task.check === undefined) {
    if (work.doneBy !== undefined) return giveView(moving, { task, stage, work, doneBy: work.doneBy }, chosen);
    if (task.check !== undefined) return endByChoice(moving, task, work, chosen);
    if (needsApproval(moving, stage, answers)) {
      propose(moving, stage, task, chosen);
      return undefined;
    }
  }
  return writeChoice(moving, task, chosen);
}

/** A stage's action, or one of the route's that leads away from a check. */
function writeChoice(moving: Moving, task: Task, { action, by, answers, reason }: Chosen): Led {
  const names = namesOf(moving, task);
  const recorded = task.check === undefined ? { officerAnswers: answers } : {};
  moving.change({
    ...recorded,
    choices: { ...moving.case.choices, [task.stage]: action.name },
    ...(action.adverse && reason ? { refusalReason: reason } : {}),
  });
  if (action.goTo !== undefined) endTask(moving, task, { by });
  moving.record("action chosen", { task: task.id, stage: task.stage, action: action.name }, by);
  const line = { what: "chose", place: task.stage, visit: task.visit, ...names, name: action.name, by } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
  return action.goTo === undefined ? undefined : { goTo: action.goTo };
}

/** The result of a check: in the case under the check's name, or in the item that it is about. */
function endByChoice(moving: Moving, task: Task, work: Work, { action, by, answers, reason }: Chosen): Led {
  endTask(moving, task, { by });
  if (work.forEach) keepResult(moving, task.check, { choice: action.name, answers });
  else moving.change({ choices: { ...moving.case.choices, [work.name]: action.name }, officerAnswers: answers });
  moving.record("action chosen", { task: task.id, stage: task.stage, check: work.name, action: action.name }, by);
  const names = namesOf(moving, task);
  const line = { what: "chose", place: task.stage, visit: task.visit, ...names, name: action.name, by } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
  endCheck(moving, task.check, "done");
  return undefined;
}

/** The work that several people do, and the stage it is done in. */
interface Shared {
  readonly task: Task;
  readonly stage: Stage;
  readonly work: Work;
  readonly doneBy: number;
}

/**
 * One of several: when all are in, an action that all agree on leads where it says, once a second person has confirmed it where
 * one must; else the stage's lines are tried.
 */
function giveView(moving: Moving, { task, stage, work, doneBy }: Shared, chosen: Chosen): Led {
  const { action, by, answers, reason } = chosen;
  const names = namesOf(moving, task);
  endTask(moving, task, { by });
  keepView(moving, task, { by, action: action.name, answers, ...(reason ? { reason } : {}) }, names);
  const views = viewsOf(moving.case, task);
  if (views.length < doneBy) return undefined;
  const agreed = tellViews(moving, task, names);
  moving.record("all views given", { stage: task.stage, people: views.length });
  if (work.forEach) keepResult(moving, task.check, agreedResult(views));
  endCheck(moving, task.check, "done");
  if (agreed !== action.name) return undefined;
  const why = joinReasons(views);
  const { reason: _own, ...rest } = chosen;
  const together: Chosen = {
    ...rest,
    answers: moving.case.officerAnswers,
    ...(why === undefined ? {} : { reason: why }),
  };
  if (task.check === undefined && needsApproval(moving, stage, {})) {
    propose(moving, stage, task, together);
    return undefined;
  }
  return leadOut(moving, together);
}

/** Where an action leads that several people agree on. What each of them chose is told and kept already. */
function leadOut(moving: Moving, { action, reason }: Chosen): Led {
  if (action.adverse && reason !== undefined) moving.change({ refusalReason: reason });
  return action.goTo === undefined ? undefined : { goTo: action.goTo };
}

function endTask(moving: Moving, task: Task, { by }: Pick<Chosen, "by">): void {
  changeTask(moving, task.id, (one) => ({ ...one, state: "done", claimedBy: by, endedAt: moving.now }));
}

function namesOf(moving: Moving, task: Task): { check?: string; item?: string } {
  const { check, item } = visitOfCheck(moving.case, task.check) ?? {};
  return { ...(check === undefined ? {} : { check }), ...(item === undefined ? {} : { item }) };
}

/** What stands in the answers for these questions, earlier answers included; undefined when a needed one is missing. */
export function readAnswers(
  moving: Moving,
  work: Pick<Work, "name" | "forEach" | "doneBy">,
  task: Pick<Task, "check">,
  questions: Action["questions"],
  given: Answers,
): Answers | undefined {
  const { kept, missing } = gatherAnswers(moving, work, task, questions, given);
  return missing.length > 0 ? undefined : kept;
}

/** What stands in the answers for these questions, and those of which a needed answer is missing. */
export function gatherAnswers(
  moving: Moving,
  work: Pick<Work, "name" | "forEach" | "doneBy">,
  task: Pick<Task, "check">,
  questions: Action["questions"],
  given: Answers,
): { readonly kept: Answers; readonly missing: Action["questions"] } {
  const { rulebook } = moving;
  const inside = placeOfAnswers(work).length;
  const visit = visitOfCheck(moving.case, task.check);
  let kept = inside === 0 ? moving.case.officerAnswers : (earlierOf(moving, work, visit?.item) ?? {});
  for (const { path } of questions) {
    const value = valueAt(given, path);
    if (value !== undefined && value !== "") kept = withValueAt(kept, path.slice(inside), value);
  }
  const facts = moving.facts();
  const withGiven = inside === 0 ? { ...facts, values: { ...facts.values, ...kept } } : facts;
  const around = itemsAround(work, facts.values, visit?.item);
  const items = inside === 0 ? undefined : itemsWith(work, around, kept);
  const missing = questions.filter(({ path, optional, requiredWhen, showWhen }) => {
    if (valueAt(kept, path.slice(inside)) !== undefined) return false;
    if (showWhen !== undefined && rulebook.evaluate(showWhen, withGiven, items) !== true) return false;
    return requiredWhen === undefined ? !optional : rulebook.evaluate(requiredWhen, withGiven, items) === true;
  });
  return { kept, missing };
}

/** An officer's earlier answers about the same item stand until they are given anew (R2). */
function earlierOf(
  moving: Moving,
  { forEach, name }: Pick<Work, "name" | "forEach">,
  item: string | undefined,
): Answers | undefined {
  if (!forEach) return undefined;
  return moving.case.checks?.findLast((one) => one.check === name && one.item === item && one.answers)?.answers;
}

function itemsWith(
  work: Pick<Work, "name" | "forEach" | "doneBy">,
  around: Readonly<Record<string, Answers>> | undefined,
  kept: Answers,
) {
  const key = work.forEach?.item ?? placeOfAnswers(work)[0] ?? "";
  return { ...around, [key]: { ...asRecord(around?.[key]), ...kept } };
}
