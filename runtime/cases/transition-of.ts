// Turns what routing says into what the store writes: log lines, due work, the work list. Pure.
import { nextInstant } from "#routing/advance.ts";
import { isBegunByOfficer } from "#routing/beginner.ts";
import type { Case, Task } from "#routing/case.ts";
import type { Advanced, Erased, Recorded } from "#routing/happening.ts";
import { notForOf } from "#routing/steps/task.ts";
import { visitOfCheck } from "#routing/steps/work.ts";
import type { NewDue, NewEvent, TaskRow, Transition } from "../store/store.ts";
import type { Looks } from "./looks.ts";

/** What a command adds to a transition. */
export type Extras = Pick<Transition, "finishes" | "onceKey" | "fromDraft" | "messages" | "atMost"> & {
  readonly due?: readonly NewDue[];
  readonly looks?: Looks;
};

/** The key of a case's clock among due work. */
export function clockKey(caseId: string): string {
  return `${caseId}/clock`;
}

/** What is written for one step. `before` is the case as it was read; absent for a new one. */
export function transitionOf(
  caseId: string,
  before: { readonly version: number; readonly case: Case } | undefined,
  after: Case,
  advanced: Pick<Advanced, "events" | "effects" | "erased">,
  now: string,
  { due = [], looks, ...extras }: Extras = {},
): Transition {
  const clock = clockKey(caseId);
  const [was, next] = [before && nextInstant(before.case), nextInstant(after)];
  const isSet = next !== undefined && (next !== was || extras.finishes?.key === clock);
  const dropDue = [...(was !== undefined && next === undefined ? [clock] : []), ...(looks?.dropDue ?? [])];
  return {
    ...extras,
    expectedVersion: before?.version ?? 0,
    at: now,
    case: after,
    events: advanced.events.map(eventOf),
    due: [
      ...advanced.effects.map((effect): NewDue => {
        return { key: `${caseId}/${effect.id}`, kind: "effect", caseId, at: now, payload: JSON.stringify(effect) };
      }),
      ...(isSet ? [{ key: clock, kind: "clock" as const, caseId, at: notBefore(next, now), payload: "" }] : []),
      ...(looks?.due ?? []),
      ...due,
    ],
    ...(dropDue.length > 0 ? { dropDue } : {}),
    ...(looks?.watched ? { watched: looks.watched } : {}),
    ...(advanced.erased ? { erases: erasesOf(caseId, advanced.erased) } : {}),
    tasks: after.tasks.flatMap((task) => taskRow(caseId, after, task)),
  };
}

/** A message stands in the inbox under the key of the work that sent it. */
function erasesOf(caseId: string, { all, sendings }: Erased): NonNullable<Transition["erases"]> {
  return { all, messages: sendings.map((id) => `${caseId}/${id}`) };
}

/** A route that runs in a circle leaves something overdue behind: it is looked at once a minute, never in a hot loop. */
function notBefore(next: string, now: string): string {
  const soon = Date.parse(now) + 60_000;
  return Date.parse(next) <= Date.parse(now) ? new Date(soon).toISOString() : next;
}

function eventOf({ happening, ...event }: Recorded): NewEvent {
  return happening ? { ...event, values: JSON.stringify(happening) } : event;
}

/** What a case is called in the work list: nobody applied for one that an officer began, and who helps is not who it is about. */
function calledAfter({ applicant, isByHelper }: Case): string {
  if (isBegunByOfficer({ applicant })) return `Begun by ${applicant.name}`;
  return isByHelper ? `Filled in by ${applicant.name}` : `${applicant.name}`;
}

function taskRow(caseId: string, present: Case, task: Task): TaskRow[] {
  const { state } = task;
  if (state === "done" || state === "cancelled") return [];
  const deadline = present.deadlines.findLast(({ kind, of, stage, visit, check }) =>
    task.consultation === undefined
      ? (kind === "stage" || kind === "check") && stage === task.stage && visit === task.visit && check === task.check
      : kind === "consultation" && of === task.consultation,
  );
  const check = visitOfCheck(present, task.check);
  const notFor = notForOf(present, task);
  const invited = new Set((present.invitations ?? []).map(({ role }) => role));
  const row: TaskRow = {
    caseId,
    taskId: task.id,
    service: present.service,
    definition: present.definition,
    number: present.number,
    ...(present.applicant.name ? { applicant: calledAfter(present) } : {}),
    stage: task.stage,
    ...(check ? { check: check.check, ...(check.item === undefined ? {} : { item: check.item }) } : {}),
    ...(task.proposal === undefined ? {} : { approval: true }),
    ...(notFor.length > 0 ? { notFor } : {}),
    roles: task.roles.filter((role) => !invited.has(role)),
    state,
    openedAt: task.openedAt,
    late: deadline?.state === "fired",
    ...(present.urgent ? { urgent: true } : {}),
    ...(task.consultation === undefined ? {} : { advice: true }),
    ...(task.claimedBy
      ? { claimedBy: task.claimedBy.id, claimedByName: task.claimedBy.name ?? task.claimedBy.id }
      : {}),
    ...(deadline && deadline.state !== "stopped" ? { dueAt: deadline.at } : {}),
  };
  return [row];
}
