// Waiting for what comes from outside: an announcement of a source, or the end of a case that this one started (R20). What
// comes before anybody waits for it is kept and used by the first that asks (R5); what comes after the end is history only.
import type { Stage } from "#contract";
import type { Announced, Deadline, StartedCase } from "../case.ts";
import { unitOf } from "../days.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, presentStage, refuse } from "../moving.ts";
import { isToldBy } from "../watch.ts";
import { addDeadline, cancelDeadlines } from "./deadline.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;
type Awaited = NonNullable<Stage["awaits"]>[number];

/** Begins to wait; what came before is used at once. */
export function openAwaits(moving: Moving, stage: Stage): void {
  const { place } = moving.case;
  if (place.kind !== "stage") return;
  for (const awaited of stage.awaits ?? []) {
    if (useWhatCame(moving, awaited)) continue;
    const { what, within, otherwise } = awaited;
    const at = moving.days.after(moving.now, within);
    const where = { stage: place.stage, visit: place.visit };
    addDeadline(moving, { kind: "awaited", of: what, at, ...where, goTo: otherwise, unit: unitOf(within) });
  }
}

/** True while something that the present visit waits for has not come. */
export function awaitsNews(moving: Moving, stage: Stage): boolean {
  return (stage.awaits ?? []).some((awaited) => !hasCome(moving, awaited));
}

function hasCome(moving: Moving, { what, source }: Awaited): boolean {
  const { announced = [], started = [], place } = moving.case;
  const came: readonly { readonly usedBy?: Announced["usedBy"] }[] =
    source === undefined ? started.filter((one) => one.service === what) : announced.filter((one) => one.name === what);
  return came.some(({ usedBy }) => usedBy && isOfVisit(usedBy, place));
}

/** Uses the oldest that came and that no visit used yet. */
function useWhatCame(moving: Moving, { what, source }: Awaited): boolean {
  const { announced = [], started = [], place } = moving.case;
  if (place.kind !== "stage") return false;
  const usedBy = { stage: place.stage, visit: place.visit };
  if (source === undefined) {
    const came = started.find((one) => one.service === what && one.outcome !== undefined && !one.usedBy);
    if (!came) return false;
    moving.change({ started: started.map((one) => (one === came ? { ...one, usedBy } : one)) });
  } else {
    const came = announced.find((one) => one.name === what && one.source === source && !one.usedBy);
    if (!came) return false;
    moving.change({ announced: announced.map((one) => (one === came ? { ...one, usedBy } : one)) });
  }
  cancelDeadlines(moving, (one) => one.kind === "awaited" && one.of === what && isOfVisit(one, place));
  moving.record("awaited came", { what });
  return true;
}

/** What the present stage waits for and has not: used now when it has come. */
function useForPresent(moving: Moving): void {
  const stage = presentStage(moving);
  // While lines are still being done nothing is waited for yet: it is found when the wait opens.
  if (!stage || moving.case.doing) return;
  for (const awaited of stage.awaits ?? []) if (!hasCome(moving, awaited)) useWhatCame(moving, awaited);
}

/** A source announces something. Told twice it is told once. */
export function onAnnounced(moving: Moving, happening: Of<"announced">): Led {
  const { source, name, values, messageId } = happening;
  const { announced = [], place } = moving.case;
  if (announced.some((one) => one.id === messageId)) return undefined;
  const isKnown = moving.service.sources[source]?.announces?.[name] !== undefined;
  if (!isKnown) return refuse("not-offered", "This service does not wait for such an announcement.");
  const one: Announced = { id: messageId, source, name, values, at: moving.now };
  moving.change({ announced: [...announced, one] });
  moving.record("announced", { source, name });
  const isLate = place.kind === "outcome" && !isToldBy(moving.service, moving.case, name, moving.now, moving.days);
  moving.tellHistory({ what: isLate ? "announced-too-late" : "announced", name });
  useForPresent(moving);
  return undefined;
}

/** A case that this one started has reached an outcome; a later one replaces it. */
export function onStartedDecided(moving: Moving, { startId, outcome, number }: Of<"started-decided">): Led {
  const { started = [] } = moving.case;
  const known = started.find(({ id }) => id === startId);
  if (!known) return refuse("not-offered", "This case did not start that one.");
  if (known.outcome === outcome && known.number === number) return undefined;
  const decided: StartedCase = { ...known, number, outcome, decidedAt: moving.now };
  moving.change({ started: started.map((one) => (one === known ? decided : one)) });
  moving.record("started case decided", { start: startId, outcome });
  moving.tellHistory({ what: "started-decided", name: known.service });
  useForPresent(moving);
  return undefined;
}

/** It did not come in time. */
export function fireAwaited(moving: Moving, deadline: Deadline): Led {
  moving.tellHistory({
    what: "did-not-come",
    ...(deadline.stage ? { place: deadline.stage } : {}),
    ...(deadline.of ? { name: deadline.of } : {}),
  });
  return deadline.goTo === undefined ? undefined : { goTo: deadline.goTo };
}
