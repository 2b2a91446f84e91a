// Asking the applicant for more information: the stage is not left, the task sleeps, clocks stand still (R6).
import type { Stage } from "#contract";
import type { Deadline, InformationRequest } from "../case.ts";
import { unitOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { addDeadline, cancelDeadlines, restClocks, resumeClocks, stopVisitClocks } from "./deadline.ts";
import { correctionOf } from "./reopened.ts";
import { changeTask, findTask } from "./task.ts";
import { workOf } from "./work.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** An officer asks. The answer's own time limit runs while every other clock stands still. */
export function onInformationAsked(moving: Moving, happening: Of<"information-asked">, stage: Stage | undefined): Led {
  const { by, taskId } = happening;
  const task = findTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  // In a check it is not offered: the lead officer asks, one voice to the citizen (R6).
  const asking = stage && workOf(stage, moving.case, task).moreInformation;
  if (!asking) return refuse("not-offered", "This stage does not let you ask the applicant for more information.");
  const question = happening.question.trim();
  if (question === "") return refuse("reason-missing", "Write what you need from the applicant.");
  const reopens = [...new Set(happening.reopens ?? [])];
  if (!reopens.every((path) => moving.case.asked.includes(path)))
    return refuse("not-offered", "Only questions that the applicant was asked can be opened again.");
  const dueAt = moving.days.after(moving.now, asking.within);
  const request: InformationRequest = {
    id: moving.nextId("request"),
    stage: task.stage,
    visit: task.visit,
    taskId,
    askedBy: by,
    askedAt: moving.now,
    question,
    dueAt,
    state: "asked",
    ...(reopens.length > 0 && { reopens }),
  };
  moving.change({ requests: [...moving.case.requests, request] });
  changeTask(moving, taskId, (one) => ({ ...one, state: "asleep", claimedBy: by }));
  stopVisitClocks(moving);
  addDeadline(moving, {
    kind: "information",
    at: dueAt,
    stage: task.stage,
    visit: task.visit,
    unit: unitOf(asking.within),
    ...(asking.otherwise ? { goTo: asking.otherwise } : {}),
  });
  moving.record("information asked", { request: request.id, stage: task.stage, reopened: reopens.length }, by);
  moving.tellHistory({ what: "asked", place: task.stage, by, reason: question });
  moving.order({ do: "tell", to: "applicant", about: "information-asked" });
  return undefined;
}

/** The applicant answers. In the same stage the same person goes on with the rest of the time; else the case moves. */
export function onInformationAnswered(
  moving: Moving,
  happening: Of<"information-answered">,
  stage: Stage | undefined,
): Led {
  const request = moving.case.requests.find(({ id }) => id === happening.requestId);
  if (!request) return refuse("no-such-request", "Nobody asked for this.");
  if (happening.by.kind !== "officer" && happening.by.id !== moving.case.applicant.id) {
    return refuse("not-yours", "Only the applicant can answer this.");
  }
  if (request.state === "answered") return undefined;
  if (request.state === "silent") {
    return refuse("time-ran-out", `The time to answer ran out on ${moving.days.zone.dayOf(request.dueAt)}.`);
  }
  if (request.state === "cancelled")
    return refuse("no-such-request", "The case has moved on: this is no longer needed.");
  const answer = happening.answer?.trim();
  const files = happening.files ?? [];
  const correction = happening.corrected && correctionOf(moving.case, request, happening.corrected);
  if (correction && "refused" in correction) return correction;
  const changes = correction?.changes ?? [];
  if (!answer && files.length === 0 && changes.length === 0)
    return refuse("answers-missing", "Write an answer, change one that was opened again, or add a file.");
  if (correction) moving.change(correction.after);
  changeRequest(moving, request.id, {
    state: "answered",
    answeredAt: moving.now,
    ...(answer ? { answer } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  });
  for (const { path } of changes) moving.record("answer corrected", { path, request: request.id }, happening.by);
  moving.record("information answered", { request: request.id }, happening.by);
  moving.tellHistory({
    what: "answered",
    place: request.stage,
    by: happening.by,
    ...(answer ? { reason: answer } : {}),
  });
  return wake(moving, request, stage);
}

/** Nobody answered: `otherwise`, or else as if answered, with `more-information` unknown. */
export function fireInformationDeadline(moving: Moving, deadline: Deadline, stage: Stage | undefined): Led {
  const request = moving.case.requests.find(({ state }) => state === "asked");
  if (!request) return undefined;
  changeRequest(moving, request.id, { state: "silent" });
  moving.tellHistory({ what: "silent", place: request.stage });
  const led = wake(moving, request, stage);
  return deadline.goTo === undefined ? led : { goTo: deadline.goTo };
}

function wake(moving: Moving, request: InformationRequest, stage: Stage | undefined): Led {
  const { place } = moving.case;
  cancelDeadlines(moving, (deadline) => deadline.kind === "information" && isOfVisit(deadline, place));
  restClocks(moving, stage);
  changeTask(moving, request.taskId, (task) => (task.state === "asleep" ? { ...task, state: "claimed" } : task));
  const goTo = stage?.moreInformation?.goTo;
  return goTo === undefined || goTo === request.stage ? undefined : { goTo };
}

/** Ends what was asked and not answered, because the case left the stage. */
export function cancelRequests(moving: Moving): void {
  const { place } = moving.case;
  const open = (request: InformationRequest): boolean => request.state === "asked" && isOfVisit(request, place);
  if (!moving.case.requests.some(open)) return;
  moving.change({
    requests: moving.case.requests.map((request) => (open(request) ? { ...request, state: "cancelled" } : request)),
  });
  resumeClocks(moving);
}

function changeRequest(moving: Moving, id: string, members: Partial<InformationRequest>): void {
  moving.change({ requests: moving.case.requests.map((one) => (one.id === id ? { ...one, ...members } : one)) });
}
