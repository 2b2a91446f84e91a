// Where a case is and what can be done with it now, as pages and examples ask it. Decides nothing that advance does not decide.
import type { Action, Service, Stage } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import type { Case, InformationRequest, Payment, Person, Task } from "./case.ts";
import type { Days } from "./days.ts";
import type { Refusal } from "./happening.ts";
import { isOfVisit, Moving, presentStage, stageNamed } from "./moving.ts";
import { awaitsNews } from "./steps/await.ts";
import { awaitsSignature } from "./steps/co-sign.ts";
import { type RightOffered, rightsOf } from "./steps/right.ts";
import { actionsOffered, taskRefusal } from "./steps/task.ts";
import { awaitsTime } from "./steps/wait.ts";
import { type Work, workOf } from "./steps/work.ts";

/** Where a case is. */
export interface Position {
  readonly place: "stage" | "outcome";
  readonly name: string;
  /** What it waits for; nothing once decided. */
  readonly waitsFor: readonly (
    | "officer"
    | "applicant"
    | "payment"
    | "information"
    | "outside"
    | "hold"
    | "signature"
    | "time"
    | "news"
  )[];
  /** The day by which the present stage should be over. */
  readonly dueOn?: string;
  readonly request?: InformationRequest;
  readonly payment?: Payment;
  /** The open work of a person's stage; where there is none of its own, that of a check. */
  readonly task?: Task;
  /** All work that is open, in the order it was opened. */
  readonly tasks: readonly Task[];
  readonly rights: readonly RightOffered[];
}

/** What an officer (or applicant) can do with the open task. */
export interface TaskOffer {
  readonly task: Task;
  /** What the task consists of: the stage's own work, a check, a second approval. */
  readonly stage: Work;
  readonly actions: readonly Action[];
  readonly canAskForInformation: boolean;
  /** Why this person may not do it; the actions are then empty. */
  readonly refused?: Refusal;
}

/** Where the case is, what it waits for and which rights stand open, at an instant. */
export function explainPosition(
  service: Service,
  rulebook: Rulebook,
  present: Case,
  now: string,
  days: Days,
): Position {
  const { place } = present;
  const tasks = openTasks(present);
  const task = tasks.find(({ check }) => check === undefined) ?? tasks[0];
  const request = present.requests.find((one) => one.state === "asked" && isOfVisit(one, place));
  const payment = present.payments.findLast(
    (one) => isOfVisit(one, place) && (one.state === "wanted" || one.state === "requested"),
  );
  const finish = present.deadlines.findLast(
    (one) => one.kind === "stage" && isOfVisit(one, place) && (one.state === "running" || one.state === "fired"),
  );
  const moving = new Moving(service, rulebook, days, now, present);
  const stage = presentStage(moving);
  const rights = rightsOf(service, present, now, days).filter(({ when }) => when === undefined || moving.isYes(when));
  return {
    place: place.kind,
    name: place.kind === "stage" ? place.stage : place.outcome,
    waitsFor: [
      ...(present.onHold ? ["hold" as const] : []),
      ...(stage && awaitsSignature(moving, stage) ? ["signature" as const] : []),
      ...(stage && !present.doing && awaitsTime(moving, stage) ? ["time" as const] : []),
      ...(stage && !present.doing && awaitsNews(moving, stage) ? ["news" as const] : []),
      ...(task && !request && !present.onHold
        ? [task.roles.includes("applicant") ? ("applicant" as const) : ("officer" as const)]
        : []),
      ...(request ? ["information" as const] : []),
      ...(payment ? ["payment" as const] : []),
      ...(present.doing || asksOutside(present) ? ["outside" as const] : []),
    ],
    ...(finish ? { dueOn: days.zone.dayOf(finish.at) } : {}),
    ...(request ? { request } : {}),
    ...(payment ? { payment } : {}),
    ...(task ? { task } : {}),
    tasks,
    rights,
  };
}

/** The stage the case is in; undefined in an outcome. */
export function presentStageOf(service: Service, { place }: Case): Stage | undefined {
  return place.kind === "stage" ? stageNamed(service, place.stage) : undefined;
}

/** The open work of the present visit; advice that somebody is asked for is none of it. */
export function openTasks({ tasks, place }: Pick<Case, "tasks" | "place">): Task[] {
  return tasks.filter(
    (one) =>
      one.consultation === undefined && isOfVisit(one, place) && one.state !== "done" && one.state !== "cancelled",
  );
}

/** A check of the visit waits for a source. */
function asksOutside({ checks = [], place }: Pick<Case, "checks" | "place">): boolean {
  return checks.some((one) => one.state === "open" && one.doing !== undefined && isOfVisit(one, place));
}

/**
 * What this person can do with an open task of the case: the wanted one, else the one they have, else the first that they
 * may do; where they may do none, the first, with why not. Undefined when nothing is open.
 */
export function offerTask(
  service: Service,
  rulebook: Rulebook,
  present: Case,
  person: Person,
  now: string,
  days: Days,
  wanted?: string,
): TaskOffer | undefined {
  const offers = offerTasks(service, rulebook, present, person, now, days);
  const open = offers.filter(({ refused }) => !refused);
  return (
    offers.find(({ task }) => task.id === wanted) ??
    open.find(({ task }) => task.claimedBy?.id === person.id) ??
    open[0] ??
    offers[0]
  );
}

/** The same for every open task of the case. */
export function offerTasks(
  service: Service,
  rulebook: Rulebook,
  present: Case,
  person: Person,
  now: string,
  days: Days,
): TaskOffer[] {
  const { place } = present;
  const stage = place.kind === "stage" ? stageNamed(service, place.stage) : undefined;
  if (!stage) return [];
  const moving = new Moving(service, rulebook, days, now, present);
  return openTasks(present).map((task) => {
    const work = workOf(stage, present, task);
    const refused = taskRefusal(present, work, task, person);
    if (refused) return { task, stage: work, actions: [], canAskForInformation: false, refused };
    const actions = actionsOffered(moving, work, task);
    return { task, stage: work, actions, canAskForInformation: work.moreInformation !== undefined };
  });
}
