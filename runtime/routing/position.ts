// Where a case is and what can be done with it now, as pages and examples ask it. Decides nothing that advance does not decide.
import type { Action, Service, Stage } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import type { Case, InformationRequest, Payment, Person, Task } from "./case.ts";
import type { Days } from "./days.ts";
import type { Refusal } from "./happening.ts";
import { isOfVisit, Moving, stageNamed } from "./moving.ts";
import { type RightOffered, rightsOf } from "./steps/right.ts";
import { actionsOffered, taskRefusal } from "./steps/task.ts";

/** Where a case is. */
export interface Position {
  readonly place: "stage" | "outcome";
  readonly name: string;
  /** What it waits for; nothing once decided. */
  readonly waitsFor: readonly ("officer" | "applicant" | "payment" | "information" | "outside")[];
  /** The day by which the present stage should be over. */
  readonly dueOn?: string;
  readonly request?: InformationRequest;
  readonly payment?: Payment;
  /** The open work of a person's stage. */
  readonly task?: Task;
  readonly rights: readonly RightOffered[];
}

/** What an officer (or applicant) can do with the open task. */
export interface TaskOffer {
  readonly task: Task;
  readonly stage: Stage;
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
  const task = present.tasks.find((one) => isOfVisit(one, place) && one.state !== "done" && one.state !== "cancelled");
  const request = present.requests.find((one) => one.state === "asked" && isOfVisit(one, place));
  const payment = present.payments.findLast(
    (one) => isOfVisit(one, place) && (one.state === "wanted" || one.state === "requested"),
  );
  const finish = present.deadlines.findLast(
    (one) => one.kind === "stage" && isOfVisit(one, place) && (one.state === "running" || one.state === "fired"),
  );
  const moving = new Moving(service, rulebook, days, now, present);
  const rights = rightsOf(service, present, now, days).filter(({ when }) => when === undefined || moving.isYes(when));
  return {
    place: place.kind,
    name: place.kind === "stage" ? place.stage : place.outcome,
    waitsFor: [
      ...(task && !request ? [task.roles.includes("applicant") ? ("applicant" as const) : ("officer" as const)] : []),
      ...(request ? ["information" as const] : []),
      ...(payment ? ["payment" as const] : []),
      ...(present.doing ? ["outside" as const] : []),
    ],
    ...(finish ? { dueOn: days.zone.dayOf(finish.at) } : {}),
    ...(request ? { request } : {}),
    ...(payment ? { payment } : {}),
    ...(task ? { task } : {}),
    rights,
  };
}

/** What this person can do with the open task of the case; undefined when there is none. */
export function offerTask(
  service: Service,
  rulebook: Rulebook,
  present: Case,
  person: Person,
  now: string,
  days: Days,
): TaskOffer | undefined {
  const { place } = present;
  const stage = place.kind === "stage" ? stageNamed(service, place.stage) : undefined;
  const task = present.tasks.find((one) => isOfVisit(one, place) && one.state !== "done" && one.state !== "cancelled");
  if (!stage || !task) return undefined;
  const refused = taskRefusal(present, stage, task, person);
  if (refused) return { task, stage, actions: [], canAskForInformation: false, refused };
  const actions = actionsOffered(new Moving(service, rulebook, days, now, present), stage);
  return { task, stage, actions, canAskForInformation: stage.moreInformation !== undefined };
}
