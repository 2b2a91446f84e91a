// `running cases move to this version` (R18): a case in a stage goes on under the newer text when the stage is still there. It keeps
// its stage and its visit; an open deadline keeps its instant unless its length changed: then the later of the two counts.
import type { Duration, Finish, Service, Stage } from "#contract";
import type { Case, Deadline } from "../case.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, presentStage, refuse, stageNamed } from "../moving.ts";
import { addFinish } from "./deadline.ts";
import { visitOfCheck } from "./work.ts";

/** Why a case does not move: it is decided; something is being done for it just now; or what it is in is gone. */
export type StaysBecause =
  | { readonly why: "decided" | "busy" }
  | { readonly why: "stage-gone" | "check-gone"; readonly name: string };

/** Why the case does not move to this text; undefined when it can. */
export function whyItStays(present: Case, to: Service): StaysBecause | undefined {
  const { place, checks = [], doing } = present;
  if (place.kind !== "stage") return { why: "decided" };
  const stage = stageNamed(to, place.stage);
  if (!stage) return { why: "stage-gone", name: place.stage };
  const gone = checks.find(
    (one) => one.state === "open" && isOfVisit(one, place) && !stage.checks?.some(({ name }) => name === one.check),
  );
  if (gone) return { why: "check-gone", name: gone.check };
  const isAsking = checks.some((one) => one.state === "open" && one.doing !== undefined && isOfVisit(one, place));
  // Lines under way are counted by their number in the text, which may be another in the newer one.
  return doing || isAsking ? { why: "busy" } : undefined;
}

/** The lengths of the open deadlines as the text says them that the case has run by, by the deadlines' ids. */
export function lengthsOf(present: Case, from: Service): Record<string, Duration> {
  const all = present.deadlines.flatMap((deadline) => {
    const within = isOpen(deadline) ? finishOf(present, deadline, from)?.within : undefined;
    return within ? [[deadline.id, within] as const] : [];
  });
  return Object.fromEntries(all);
}

/** The case goes on under another text: `moving` is about that one already. */
export function onVersionMoved(
  moving: Moving,
  { definition, lengths }: Extract<Happening, { type: "version-moved" }>,
): Led {
  const { service } = moving;
  if (whyItStays(moving.case, service))
    return refuse("not-offered", "This case cannot move to the newer version of its service now.");
  const { number } = service.version;
  moving.change({ definition, deadlines: moving.case.deadlines.map((one) => moved(moving, one, lengths[one.id])) });
  beginClocks(moving);
  giveToRolesThatAre(moving);
  moving.record("moved to version", { version: number });
  const { place } = moving.case;
  moving.tellHistory({ what: "moved", name: String(number), ...(place.kind === "stage" && { place: place.stage }) });
  return undefined;
}

function isOpen({ state }: Deadline): boolean {
  return state === "running" || state === "stopped";
}

/** The line of the text that a deadline stands for. */
function finishOf(present: Case, { kind, stage, check }: Deadline, { route }: Service): Finish | undefined {
  if (kind === "case") return route?.finish;
  const found = route?.stages.find(({ name }) => name === stage);
  if (kind === "stage") return found?.finish;
  const visit = kind === "check" ? visitOfCheck(present, check) : undefined;
  return found?.checks?.find(({ name }) => name === visit?.check)?.finish;
}

function moved(moving: Moving, deadline: Deadline, before: Duration | undefined): Deadline {
  const finish = isOpen(deadline) ? finishOf(moving.case, deadline, moving.service) : undefined;
  const { goTo, tell: _tell, giveTo: _giveTo, goOnWithout: _without, ...rest } = deadline;
  if (!finish) return isOpen(deadline) && goTo !== undefined && !isPlace(moving.service, goTo) ? rest : deadline;
  const at = laterOf(moving, deadline, finish.within, before);
  if (at !== deadline.at) moving.record("deadline moved", { deadline: deadline.id, until: at });
  return {
    ...rest,
    at,
    ...(finish.tell && { tell: finish.tell }),
    ...(finish.goTo && { goTo: finish.goTo }),
    ...(finish.giveTo && { giveTo: finish.giveTo }),
    ...(finish.goOnWithout && { goOnWithout: true }),
  };
}

/** Never to the citizen's harm: a length that changed counts only where it gives more time. */
function laterOf(moving: Moving, deadline: Deadline, within?: Duration, before?: Duration): string {
  const isSame = within?.amount === before?.amount && within?.unit === before?.unit;
  const start = within && !isSame && deadline.state === "running" ? startOf(moving.case, deadline) : undefined;
  const wanted = within && start ? moving.days.after(start, within) : deadline.at;
  return Date.parse(wanted) > Date.parse(deadline.at) ? wanted : deadline.at;
}

/** When the clock began: the check was opened, the stage was entered, the case was sent. */
function startOf({ checks = [], history, sentAt, signatures = [] }: Case, { kind, stage, visit, check }: Deadline) {
  if (kind === "check") return checks.find(({ id }) => id === check)?.openedAt;
  if (kind === "case") return signatures.at(-1)?.at ?? sentAt;
  return history.findLast((line) => line.what === "entered" && line.place === stage && line.visit === visit)?.at;
}

function isPlace(service: Service, name: string): boolean {
  return stageNamed(service, name) !== undefined || service.outcomes.some((one) => one.name === name);
}

/** A clock that the older text did not have begins now, with its whole length. */
function beginClocks(moving: Moving): void {
  const { place } = moving.case;
  const stage = presentStage(moving);
  const has = (kind: Deadline["kind"]): boolean =>
    moving.case.deadlines.some((one) => one.kind === kind && (kind === "case" || isOfVisit(one, place)));
  if (place.kind === "stage" && stage?.finish && !has("stage"))
    addFinish(moving, stage.finish, { kind: "stage", stage: place.stage, visit: place.visit });
  const clock = moving.service.route?.finish;
  if (clock && clock.from === undefined && !has("case")) addFinish(moving, clock, { kind: "case" });
}

/** Work that belongs to a role which is no more goes to the people of the stage or check, as it is written now. */
function giveToRolesThatAre(moving: Moving): void {
  const stage = presentStage(moving);
  if (!stage) return;
  const { roles } = moving.service;
  const invited = new Set((moving.case.invitations ?? []).map(({ role }) => role));
  const isThere = (role: string): boolean => role === "applicant" || invited.has(role) || Object.hasOwn(roles, role);
  moving.change({
    tasks: moving.case.tasks.map((task) => {
      const isWaiting = task.state === "open" || task.state === "claimed" || task.state === "asleep";
      if (!isWaiting || task.proposal !== undefined || task.consultation !== undefined || task.roles.some(isThere))
        return task;
      return { ...task, roles: rolesOf(moving, stage, task.check) };
    }),
  });
}

function rolesOf(moving: Moving, stage: Stage, check: string | undefined): readonly string[] {
  if (check === undefined) return stage.by;
  const visit = visitOfCheck(moving.case, check);
  return stage.checks?.find(({ name }) => name === visit?.check)?.by ?? stage.by;
}
