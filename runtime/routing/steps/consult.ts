// Consulting: another role is asked for advice in words while the case stays where it is and its clocks run on. Nobody is bound by it.
import type { Stage } from "#contract";
import type { Consultation, Deadline, Task } from "../case.ts";
import { unitOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";
import { changeTask, findOwnTask } from "./task.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** Who works the case asks another role. */
export function onConsulted(moving: Moving, happening: Of<"consulted">, stage: Stage | undefined): Led {
  const { by, taskId, role } = happening;
  const task = findOwnTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  const consults = stage?.consults;
  if (!consults?.roles.includes(role)) return refuse("not-offered", "This stage does not let you ask them.");
  const question = happening.question.trim();
  if (question === "") return refuse("reason-missing", "Write what you want to know.");
  const id = moving.nextId("consultation");
  const where = { stage: task.stage, visit: task.visit };
  const dueAt = moving.days.after(moving.now, consults.within);
  const asked: Consultation = { id, ...where, role, question, askedBy: by, askedAt: moving.now, dueAt, state: "asked" };
  const work: Task = {
    id: moving.nextId("task"),
    ...where,
    consultation: id,
    roles: [role],
    state: "open",
    openedAt: moving.now,
  };
  moving.change({
    consultations: [...(moving.case.consultations ?? []), asked],
    tasks: [...moving.case.tasks, work],
  });
  addDeadline(moving, { kind: "consultation", of: id, at: dueAt, ...where, unit: unitOf(consults.within) });
  moving.record("consulted", { consultation: id, role }, by);
  moving.tellHistory({ what: "consulted", place: task.stage, by, to: role, reason: question });
  moving.order({ do: "tell", to: role, about: "consulted" });
  return undefined;
}

/** Somebody of that role advises. */
export function onAdvised(moving: Moving, happening: Of<"advised">): Led {
  const { by, consultationId } = happening;
  const asked = (moving.case.consultations ?? []).find(({ id }) => id === consultationId);
  if (!asked) return refuse("no-such-request", "Nobody asked for this advice.");
  if (by.kind !== "officer" || !by.roles?.includes(asked.role))
    return refuse("not-your-role", "Another role than yours was asked.");
  if (asked.state === "silent") return refuse("time-ran-out", "The time for advice ran out.");
  if (asked.state !== "asked") return refuse("task-over", "This advice is no longer needed.");
  const answer = happening.answer.trim();
  if (answer === "") return refuse("answers-missing", "Write your advice.");
  end(moving, asked, { state: "advised", answer, advisedBy: by, advisedAt: moving.now });
  moving.record("advised", { consultation: asked.id }, by);
  moving.tellHistory({ what: "advised", place: asked.stage, by, reason: answer });
  for (const role of rolesOf(moving, asked)) moving.order({ do: "tell", to: role, about: "advised" });
  return undefined;
}

/** Nobody advised in time: the case goes on without, and who asked can see it. */
export function fireConsultation(moving: Moving, deadline: Deadline): void {
  const asked = (moving.case.consultations ?? []).find(({ id, state }) => id === deadline.of && state === "asked");
  if (!asked) return;
  end(moving, asked, { state: "silent" });
  moving.tellHistory({ what: "not-advised", place: asked.stage, to: asked.role });
}

function end(moving: Moving, asked: Consultation, members: Partial<Consultation>): void {
  const { consultations = [] } = moving.case;
  moving.change({ consultations: consultations.map((one) => (one.id === asked.id ? { ...one, ...members } : one)) });
  const work = moving.case.tasks.find(({ consultation }) => consultation === asked.id);
  if (work)
    changeTask(moving, work.id, (one) => ({
      ...one,
      state: members.state === "advised" ? "done" : "cancelled",
      endedAt: moving.now,
    }));
  cancelDeadlines(moving, ({ kind, of }) => kind === "consultation" && of === asked.id);
}

/** Roles that work in the stage that asked. */
function rolesOf(moving: Moving, { stage, visit }: Consultation): readonly string[] {
  const own = moving.case.tasks.find(
    (task) => task.consultation === undefined && task.stage === stage && task.visit === visit,
  );
  return own?.roles ?? [];
}

/** The case leaves the stage: what is still asked is no longer needed (R1). Its work ends with the visit's other work. */
export function cancelConsultations(moving: Moving): void {
  const { consultations, place } = moving.case;
  if (!consultations) return;
  moving.change({
    consultations: consultations.map((one) =>
      one.state === "asked" && isOfVisit(one, place) ? { ...one, state: "cancelled" } : one,
    ),
  });
}
