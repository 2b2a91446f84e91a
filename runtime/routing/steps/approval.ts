// Second approval (R14): an action is only proposed; another person of the named role confirms it or sends it back with the
// reason. Until then no guard sees it. The stage's time goes on and covers both.
import type { Action, Stage } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { Case, Person, Proposal, Task } from "../case.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { addTask, changeTask, openTasks } from "./task.ts";
import { sendBack } from "./work.ts";

/** What a person chose, before it counts. */
export interface Chosen {
  readonly action: Action;
  readonly by: Person;
  readonly reason?: string;
  /** All that officers recorded, with what was recorded now. */
  readonly answers: Answers;
}

/** True when a second person must confirm. What was recorded with the action counts: "when award is over £10,000". */
export function needsApproval(moving: Moving, stage: Stage, answers: Answers): boolean {
  const { secondApproval } = stage;
  if (!secondApproval) return false;
  if (secondApproval.when === undefined) return true;
  const facts = moving.facts();
  return moving.rulebook.evaluate(secondApproval.when, { ...facts, values: { ...facts.values, ...answers } }) === true;
}

/** Keeps the action as a proposal and gives it to the second person's role. */
export function propose(moving: Moving, stage: Stage, task: Task, { action, by, reason, answers }: Chosen): void {
  const { stage: name, visit } = task;
  const id = moving.nextId("proposal");
  const proposal: Proposal = {
    id,
    stage: name,
    visit,
    action: action.name,
    by,
    at: moving.now,
    ...(reason === undefined ? {} : { reason }),
    answers,
    state: "proposed",
  };
  moving.change({ proposals: [...(moving.case.proposals ?? []), proposal] });
  changeTask(moving, task.id, (one) => ({ ...one, state: "done", claimedBy: by, endedAt: moving.now }));
  addTask(moving, { roles: stage.secondApproval ? [stage.secondApproval.by] : [], proposal: id });
  moving.record("action proposed", { task: task.id, stage: name, proposal: id }, by);
  const line = { what: "proposed", place: name, visit, name: action.name, by } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
}

/** The proposal that a task is about. */
export function proposalOf({ proposals = [] }: Pick<Case, "proposals">, { proposal }: Task): Proposal | undefined {
  return proposal === undefined ? undefined : proposals.find(({ id }) => id === proposal);
}

/** The second person confirms, or sends it back: then the first has the work again. */
export function onApproval(
  moving: Moving,
  happening: Extract<Happening, { type: "chosen" }>,
  stage: Stage,
  task: Task,
  write: (chosen: Chosen) => Led,
): Led {
  const proposal = proposalOf(moving.case, task);
  const { by, action: answer } = happening;
  const reason = happening.reason?.trim();
  if (proposal?.state !== "proposed") return refuse("task-over", "This work is finished: the case has moved on.");
  if (answer === sendBack && !reason) return refuse("reason-missing", "Give the reason for sending it back in words.");
  const action = stage.actions.find(({ name }) => name === proposal.action) ?? routeAction(moving, proposal.action);
  if (answer !== sendBack && (!action || (action.when !== undefined && !moving.isYes(action.when))))
    return refuse(
      "not-offered",
      "What was proposed cannot be done any more: its conditions have changed. Send it back.",
    );
  const state = answer === sendBack ? "sent-back" : "confirmed";
  const decided = {
    ...proposal,
    state,
    decidedBy: by,
    ...(state === "sent-back" && reason ? { because: reason } : {}),
  };
  moving.change({
    proposals: (moving.case.proposals ?? []).map((one) => (one === proposal ? { ...decided, state } : one)),
  });
  changeTask(moving, task.id, (one) => ({ ...one, state: "done", claimedBy: by, endedAt: moving.now }));
  moving.record(`proposal ${state}`, { proposal: proposal.id, stage: task.stage }, by);
  const line = { what: state, place: task.stage, visit: task.visit, name: proposal.action, by } as const;
  if (state === "sent-back" || !action) {
    moving.tellHistory(reason ? { ...line, reason } : line);
    beginAgain(moving, stage, proposal);
    return undefined;
  }
  const led = write({
    action,
    by: proposal.by,
    answers: proposal.answers,
    ...(proposal.reason ? { reason: proposal.reason } : {}),
  });
  moving.tellHistory(reason ? { ...line, reason } : line);
  return led;
}

/** Sent back: the one person has the work again; several people each give a new view, and the ones before count no more. */
function beginAgain(moving: Moving, stage: Stage, proposal: Proposal): void {
  if (stage.doneBy === undefined) {
    addTask(moving, { roles: stage.by, claimedBy: proposal.by });
    return;
  }
  const { place, views = [] } = moving.case;
  moving.change({ views: views.filter((one) => one.check !== undefined || !isOfVisit(one, place)) });
  openTasks(moving, stage);
}

function routeAction(moving: Moving, name: string): Action | undefined {
  return moving.service.route?.officerActions?.find((one) => one.name === name);
}

/** What was proposed and not confirmed ends with the stage. */
export function cancelProposals(moving: Moving): void {
  const { place, proposals } = moving.case;
  const isOpen = (one: Proposal): boolean => one.state === "proposed" && isOfVisit(one, place);
  if (!proposals?.some(isOpen)) return;
  moving.change({ proposals: proposals.map((one) => (isOpen(one) ? { ...one, state: "cancelled" } : one)) });
}
