// Looks at a licence again (`revoke when`, `suspend when`): asks the registers its conditions read, and lets the case hear it when something is
// to change. A register that does not answer changes nothing: it is asked again, and somebody is told. When nothing changes, nothing of
// what was answered is kept.
import { type Found, verdictOf, type Watch, watchesOf } from "#routing/watch.ts";
import type { Apply } from "../cases/apply.ts";
import type { Definition, Surroundings } from "../cases/commands.ts";
import { type Look, nextLook, watchedOf } from "../cases/looks.ts";
import type { ClaimedDue, StoredCase } from "../store/store.ts";
import type { Connections } from "./effects.ts";

/** Milliseconds: a register that gave no answer is asked again after five minutes, then after twice as long each time, at last once an hour. */
const firstPause = 5 * 60_000;
const longestPause = 60 * 60_000;

/** A register that was just silent is not asked for the next licence as well: a thousand of them would hold up all other work. */
const rest = 60_000;

/** Somebody has to look at a register that was silent so often in a row. */
const silencesBeforeHelp = 3;

/** What looking takes from outside. */
export interface LookSurroundings extends Pick<Surroundings, "store" | "definitionOf" | "now"> {
  readonly connections: Pick<Connections, "callSource">;
  /** From 0 to under 1. */
  readonly chance: () => number;
  /** Told of every register that did not answer. */
  readonly report?: (failure: { readonly key: string; readonly tries: number; readonly reason: string }) => void;
}

/** Looks at one licence; ends or puts off the work that ordered it. */
export type DoLook = (claim: ClaimedDue, look: Look) => Promise<void>;

/** Ready to look at licences. Remembers which registers were silent just now, and nothing else. */
export function createLook(around: LookSurroundings, apply: Apply): DoLook {
  const restUntil = new Map<string, number>();
  return async (claim, look) => {
    const { store, now } = around;
    const stored = await store.readCase(claim.caseId);
    const definition = stored && around.definitionOf(stored.case.definition);
    if (!stored || !definition) throw new Error("The service this licence belongs to is not installed here.");
    const { service, days } = definition;
    const watches = watchesOf(service, stored.case, now(), days);
    const watch = watches.find(({ issuedId }) => issuedId === look.issuedId);
    if (!watch) {
      await endLook(around, claim, stored, definition, look);
      return;
    }
    if (watch.isBlind) {
      await giveUp(around, claim);
      return;
    }
    const found = await askAll(around, definition, watch, restUntil);
    if ("silent" in found) {
      await waitForAnswer(around, claim, look, found.silent);
      return;
    }
    await judge(apply, definition, stored, look, found.found, now());
    await store.noteLook(claim.caseId, look.issuedId, now(), watches.flatMap(watchedOf));
    const next: Look = { do: "look", issuedId: look.issuedId };
    await store.postponeDue(claim, nextLook(watch, now(), days), JSON.stringify(next));
  };
}

/** Everything that is read, or the source that did not answer: a condition is judged by whole knowledge only. */
async function askAll(
  { connections, now }: LookSurroundings,
  { service }: Definition,
  { asks }: Watch,
  restUntil: Map<string, number>,
): Promise<{ readonly found: readonly Found[] } | { readonly silent: string }> {
  const found: Found[] = [];
  for (const { key, check, source, operation, using } of asks) {
    if (Date.parse(now()) < (restUntil.get(source) ?? 0)) return { silent: source };
    const fetched = await connections.callSource({ service, source, operation, using });
    if (fetched.state === "unavailable") {
      restUntil.set(source, Date.parse(now()) + rest);
      return { silent: source };
    }
    restUntil.delete(source);
    found.push({ key, fetched, ...(check !== undefined && { check }) });
  }
  return { found };
}

/** The case is told only what changes something; it judges again by what it is then. */
async function judge(
  apply: Apply,
  definition: Definition,
  { caseId, case: present }: StoredCase,
  { issuedId }: Look,
  found: readonly Found[],
  now: string,
): Promise<void> {
  if (!verdictOf(definition, present, issuedId, found, now)) return;
  const applied = await apply(caseId, { type: "licence-looked-at", issuedId, found });
  if (!applied.ok && !("lost" in applied)) throw new Error(applied.refused.words);
}

/** It is over, or never hung on a register (work that a migration ordered for every licence): nothing finds it by a register's key any more. */
async function endLook(
  { store, now }: LookSurroundings,
  claim: ClaimedDue,
  { case: present }: StoredCase,
  { service, days }: Definition,
  { issuedId }: Look,
): Promise<void> {
  const issued = present.issued.find(({ id }) => id === issuedId);
  const credential = issued && service.credentials[issued.credential];
  if (credential?.revokeWhen !== undefined || credential?.suspendWhen !== undefined) {
    const watched = watchesOf(service, present, now(), days).flatMap(watchedOf);
    await store.noteLook(claim.caseId, issuedId, now(), watched);
  }
  await store.finishDue(claim);
}

/** Told once: from here on the licence ends by its dates, or by what people do. */
async function giveUp({ store, now }: LookSurroundings, claim: ClaimedDue): Promise<void> {
  const what =
    "A licence cannot be looked at any more: what the register would be asked about was deleted, as the privacy lines say, before the licence is over.";
  await store.writeIncident({ id: `${claim.key}/deleted`, caseId: claim.caseId, at: now(), what, state: "open" });
  await store.finishDue(claim);
}

/** One incident a day for a register, however many licences wait for it. */
async function waitForAnswer(
  { store, now, chance, report }: LookSurroundings,
  claim: ClaimedDue,
  { issuedId, silent = 0 }: Look,
  source: string,
): Promise<void> {
  const times = silent + 1;
  report?.({ key: claim.key, tries: times, reason: `The source ${source} did not answer.` });
  if (times === silencesBeforeHelp) {
    const what = `The source ${source} does not answer, and licences hang on what it says. They stay as they are. It is asked again by itself; see what is wrong.`;
    const id = `look/${source}/${now().slice(0, 10)}`;
    await store.writeIncident({ id, caseId: claim.caseId, at: now(), what, state: "open" });
  }
  // Spread by chance, so that a register that comes back is not asked about everything in the same second.
  const pause = Math.min(firstPause * 2 ** (times - 1), longestPause) * (0.75 + chance() / 4);
  const next: Look = { do: "look", issuedId, silent: times };
  await store.postponeDue(claim, new Date(Date.parse(now()) + pause).toISOString(), JSON.stringify(next));
}
