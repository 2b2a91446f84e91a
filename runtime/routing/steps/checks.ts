// Checks of a stage: open together, each with its own lines, people and time; ended one by one; cancelled when the case
// leaves (R1, R2, R21). Where the case then goes is decided by the stage's own lines.
import type { Check, Stage } from "#contract";
import type { Fetched } from "#contract/facts.ts";
import type { Case, CheckVisit, Deadline, HistoryLine } from "../case.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, stageNamed } from "../moving.ts";
import { itemsOf } from "../results.ts";
import { addFinish, cancelDeadlines } from "./deadline.ts";
import { doLine } from "./doing.ts";
import { openInvitation } from "./invite.ts";
import { cancelTasks, openTasks } from "./task.ts";
import { checkOf, itemsAround, visitOfCheck } from "./work.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** Opens every check of the stage just entered; those whose `skip when` is yes are passed by and keep their value. */
export function openChecks(moving: Moving, stage: Stage): void {
  if (!stage.checks) return;
  const wanted = stage.checks.flatMap((check) => {
    const items = check.forEach ? itemsOf(moving.case.answers, check.forEach.list) : [undefined];
    return items.map((item) => ({ check, item: item?.id }));
  });
  // Tried before any is opened: a check that is asked again forgets its value (R2).
  const skipped = wanted.map(({ check, item }) => moving.isYes(check.skipWhen, around(moving, check, item)));
  const opened = wanted.map(({ check, item }, index) => openCheck(moving, check, item, skipped[index] === true));
  for (const id of opened) goOn(moving, stage, id);
}

function openCheck(moving: Moving, check: Check, item: string | undefined, isSkipped: boolean): string {
  const { place } = moving.case;
  const id = moving.nextId("check");
  const at = agencyOf(moving, check, item);
  const visit: CheckVisit = {
    id,
    check: check.name,
    stage: place.kind === "stage" ? place.stage : "",
    visit: place.kind === "stage" ? place.visit : 0,
    ...(item === undefined ? {} : { item }),
    ...(at === undefined ? {} : { at }),
    state: isSkipped ? "skipped" : "open",
    ...(isSkipped ? { endedAt: moving.now } : { doing: { next: 0 } }),
    openedAt: moving.now,
  };
  moving.change({ checks: [...(moving.case.checks ?? []), visit] });
  moving.record(isSkipped ? "check skipped" : "check opened", { check: id, name: check.name });
  if (isSkipped) {
    moving.tellHistory({ what: "check-skipped", ...whereOf(visit) });
    return id;
  }
  const { [check.name]: _forgotten, ...choices } = moving.case.choices;
  moving.change({ choices });
  if (check.finish)
    addFinish(moving, check.finish, { kind: "check", stage: visit.stage, visit: visit.visit, check: id });
  return id;
}

function around(moving: Moving, check: Check, item: string | undefined) {
  return itemsAround(check, moving.facts().values, item);
}

function agencyOf(moving: Moving, check: Check, item: string | undefined): string | undefined {
  const { partner, rule } = check.at ?? {};
  if (rule === undefined) return partner;
  const named = moving.rulebook.evaluate(rule, moving.facts(), around(moving, check, item));
  return typeof named === "string" ? named : undefined;
}

/** Does the check's lines one after another, then opens its people's work. One that has neither people nor lines waits for its time. */
function goOn(moving: Moving, stage: Stage, id: string): void {
  const check = checkOf(stage, moving.case, id);
  for (;;) {
    const visit = visitOfCheck(moving.case, id);
    if (!check || visit?.state !== "open" || !visit.doing || visit.doing.effect !== undefined) return;
    const line = check.doing[visit.doing.next];
    if (!line) break;
    const effect = doLine(moving, line, { items: around(moving, check, visit.item) });
    changeCheck(moving, id, { doing: { next: visit.doing.next + 1, ...(effect === undefined ? {} : { effect }) } });
  }
  changeCheck(moving, id, { doing: undefined });
  if (check.by.length > 0) {
    openTasks(moving, check, id);
    openInvitation(moving, check, id);
  } else if (check.doing.length > 0) {
    const isUnanswered = visitOfCheck(moving.case, id)?.unanswered === true;
    endCheck(moving, id, isUnanswered ? "without" : "done");
  }
}

/** Ends one check: its work and its time with it. */
export function endCheck(moving: Moving, id: string | undefined, state: "done" | "without"): void {
  const visit = visitOfCheck(moving.case, id);
  const stage = visit && stageNamed(moving.service, visit.stage);
  if (id === undefined || visit?.state !== "open" || !stage) return;
  const check = checkOf(stage, moving.case, id);
  changeCheck(moving, id, { state, endedAt: moving.now });
  cancelTasks(moving, ({ check }) => check === id);
  cancelDeadlines(moving, ({ check }) => check === id);
  moving.record("check ended", { check: id, state });
  // What people chose is told already.
  if (check?.by.length === 0 || state === "without")
    moving.tellHistory({ what: state === "done" ? "check-done" : "check-without", ...whereOf(visit) });
}

/** Keeps what was chosen in a check about one item. */
export function keepResult(
  moving: Moving,
  id: string | undefined,
  members: Pick<CheckVisit, "choice" | "answers">,
): void {
  if (id !== undefined) changeCheck(moving, id, members);
}

/** Cancels every open check of the visit, because the case leaves the stage (R1). */
export function cancelChecks(moving: Moving): void {
  const { place } = moving.case;
  for (const visit of moving.case.checks ?? []) {
    if (visit.state !== "open" || !isOfVisit(visit, place)) continue;
    changeCheck(moving, visit.id, { state: "cancelled", endedAt: moving.now });
    moving.record("check cancelled", { check: visit.id, name: visit.check, because: "the case left the stage" });
    moving.tellHistory({ what: "check-cancelled", ...whereOf(visit) });
  }
}

function changeCheck(
  moving: Moving,
  id: string,
  { doing, ...members }: Partial<Omit<CheckVisit, "doing">> & { readonly doing?: CheckVisit["doing"] | undefined },
): void {
  const changed = (visit: CheckVisit): CheckVisit => {
    const { doing: before, ...rest } = visit;
    const kept = doing ?? ("endedAt" in members ? before : undefined);
    return { ...rest, ...members, ...(kept ? { doing: kept } : {}) };
  };
  moving.change({ checks: (moving.case.checks ?? []).map((one) => (one.id === id ? changed(one) : one)) });
}

function whereOf({ stage, visit, check, item }: CheckVisit): Omit<HistoryLine, "at" | "what"> {
  return { place: stage, visit, check, ...(item === undefined ? {} : { item }) };
}

/** True while a check of the present visit is open. */
export function awaitsChecks({ checks = [], place }: Pick<Case, "checks" | "place">): boolean {
  return checks.some((one) => one.state === "open" && isOfVisit(one, place));
}

/** The time of one check is over: somebody is told, the case goes elsewhere, or the stage goes on without it. */
export function fireCheckDeadline(moving: Moving, deadline: Deadline): Led {
  const { check: id, tell, goTo, goOnWithout } = deadline;
  const visit = visitOfCheck(moving.case, id);
  if (id === undefined || visit?.state !== "open") return undefined;
  moving.change({ late: true });
  moving.tellHistory({ what: "deadline", ...whereOf(visit) });
  if (tell !== undefined) {
    moving.order({ do: "tell", to: tell, about: "late" });
    moving.tellHistory({ what: "told", to: tell });
  }
  if (goOnWithout) endCheck(moving, id, "without");
  return goTo === undefined ? undefined : { goTo };
}

/** Something a check waited for has ended. After the check it is too late: kept in the history, no value, and nothing begins. */
export function onCheckEffectEnded(moving: Moving, happening: Of<"effect-finished"> | Of<"effect-failed">): Led {
  const visit = moving.case.checks?.find(({ doing }) => doing?.effect === happening.effectId);
  const stage = visit && stageNamed(moving.service, visit.stage);
  if (!visit?.doing || !stage) return undefined;
  if (visit.state !== "open") {
    const { doing, ...rest } = visit;
    moving.change({ checks: (moving.case.checks ?? []).map((one) => (one === visit ? rest : one)) });
    moving.record("check answered too late", { check: visit.id });
    moving.tellHistory({ what: "too-late", ...whereOf(visit) });
    return undefined;
  }
  const fetched = happening.type === "effect-finished" ? happening.fetched : undefined;
  const isAnswered = fetched !== undefined && fetched.state !== "unavailable";
  takeFetched(moving, visit, checkOf(stage, moving.case, visit.id), fetched);
  changeCheck(moving, visit.id, { doing: { next: visit.doing.next }, ...(isAnswered ? {} : { unanswered: true }) });
  goOn(moving, stage, visit.id);
  return undefined;
}

/** The new record replaces the old one for rules; an item's stands with its check. */
function takeFetched(moving: Moving, visit: CheckVisit, check: Check | undefined, fetched: Fetched | undefined): void {
  const line = check?.doing[(visit.doing?.next ?? 0) - 1]?.fetch;
  if (!line || !fetched) return;
  const where = { name: line.source, ...whereOf(visit) };
  if (check?.forEach)
    changeCheck(moving, visit.id, { fetched: { ...visit.fetched, [line.key]: fetched }, doing: visit.doing });
  else moving.change({ fetched: { ...moving.case.fetched, [line.key]: fetched } });
  if (fetched.state === "present") moving.tellHistory({ what: "fetched", ...where });
}
