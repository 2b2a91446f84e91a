// The lines a place does by itself: fetch, issue, send, share … In a stage each is finished or given up before the next (R0).
import type { Effect } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { changeIssued, issue } from "./credential.ts";
import { cancelDeadlines } from "./deadline.ts";
import { payOnce } from "./pay.ts";
import { beginPlan } from "./plan.ts";
import { lineUnderWay, planOf, stopAtSilence } from "./silent.ts";
import { noteStarted, orderStart } from "./start.ts";

type Of<T extends Happening["type"]> = Extract<Happening, { type: T }>;

/** Where a line stands: the outcome it belongs to, the item that its check is about. */
export interface LineAround {
  readonly outcome?: string;
  readonly items?: Readonly<Record<string, Answers>> | undefined;
}

/** Does one line. Gives the id of what was ordered outside; undefined when the line is done already. */
export function doLine(moving: Moving, line: Effect, { outcome, items }: LineAround = {}): string | undefined {
  switch (line.do) {
    case "fetch":
      return orderFetch(moving, line, items);
    case "issue":
    case "replace":
      issue(moving, line.what ?? "", line.do);
      return undefined;
    case "suspend":
    case "revoke":
    case "reinstate":
      return changeIssued(moving, line.what ?? "", line.do);
    case "send":
      return orderSend(moving, line.what ?? "", outcome);
    case "share":
      return moving.order({
        do: "share",
        with: line.with ?? "",
        paths: line.paths ?? [],
        ...(line.because ? { because: line.because } : {}),
      });
    case "start":
      return orderStart(moving, line);
    case "pay":
      return line.each ? beginPlan(moving, line, line.each) : payOnce(moving, line);
    case "refund":
    case "publish":
      return moving.order({ do: "hold", line: line.do, ...(line.what ? { what: line.what } : {}) });
  }
}

function orderFetch(moving: Moving, { fetch }: Effect, items: LineAround["items"]): string | undefined {
  if (!fetch) return undefined;
  const facts = moving.facts();
  const using = fetch.using.flatMap(({ need, rule }) => {
    const value = moving.rulebook.evaluate(rule, facts, items);
    return value === undefined ? [] : [[need, value] as const];
  });
  return moving.order({
    do: "fetch",
    key: fetch.key,
    source: fetch.source,
    operation: fetch.operation,
    using: Object.fromEntries(using),
  });
}

function orderSend(moving: Moving, message: string, outcome: string | undefined): string {
  const id = moving.order({ do: "send", message });
  const sending = { id, message, wantedAt: moving.now, state: "wanted" as const, ...(outcome ? { outcome } : {}) };
  moving.change({ sendings: [...moving.case.sendings, sending] });
  return id;
}

/** Something done outside has ended, well or not. A record that was fetched replaces the old one for rules (R2). */
export function onEffectEnded(moving: Moving, happening: Of<"effect-finished"> | Of<"effect-failed">): Led {
  const { effectId } = happening;
  const ordered = moving.case.ordered[effectId] ?? failedSending(moving, effectId);
  if (ordered === undefined) return undefined;
  const { [effectId]: _ended, ...rest } = moving.case.ordered;
  moving.change({ ordered: rest });
  const isDone = happening.type === "effect-finished";
  moving.record(isDone ? "effect finished" : "effect failed", { effect: effectId, do: ordered });
  const isWaitedFor = moving.case.doing?.effect === effectId;
  const isSilent = isWaitedFor && (!isDone || happening.fetched?.state === "unavailable");
  if (isSilent && planOf(moving)?.then === "stop") {
    stopAtSilence(moving);
    return undefined;
  }
  if (isDone && happening.fetched && isWaitedFor) takeFetched(moving, happening.fetched);
  if (isDone && happening.startedNumber !== undefined) noteStarted(moving, effectId, happening.startedNumber);
  endSending(moving, effectId, isDone);
  const silent = isSilent ? placeWhenSilent(moving) : undefined;
  if (moving.case.doing && isWaitedFor) moving.change({ doing: { next: moving.case.doing.next } });
  return silent === undefined ? undefined : { goTo: silent };
}

/** Where the case goes when the source that the line under way asks does not answer: `if unavailable go to …`. */
function placeWhenSilent(moving: Moving): string | undefined {
  const plan = planOf(moving);
  return plan?.then === "go-to" ? plan.stage : undefined;
}

/** Asks the source at which the case stopped again; nothing while it is being asked. */
export function askAgain(moving: Moving): void {
  const { doing, place } = moving.case;
  const line = lineUnderWay(moving);
  if (!line || !doing?.silent || doing.effect !== undefined) return;
  cancelDeadlines(moving, (one) => one.kind === "ask-again" && isOfVisit(one, place));
  const effect = doLine(moving, line);
  moving.change({ doing: { ...doing, ...(effect === undefined ? {} : { effect }) } });
}

/** An officer does not wait for the instant at which it is asked again. */
export function onAskedAgain(moving: Moving, { by }: Of<"asked-again">): Led {
  const { doing } = moving.case;
  if (!doing?.silent) return refuse("not-offered", "The register has answered, or the case has moved on.");
  moving.record("asked again", {}, by);
  askAgain(moving);
  return undefined;
}

/** A message that had failed for good can still be handed over, when a person had it tried again. */
function failedSending(moving: Moving, id: string): string | undefined {
  return moving.case.sendings.some((one) => one.id === id && one.state === "failed") ? "send" : undefined;
}

function takeFetched(moving: Moving, fetched: NonNullable<Of<"effect-finished">["fetched"]>): void {
  const line = lineUnderWay(moving);
  if (!line?.fetch) return;
  moving.change({ fetched: { ...moving.case.fetched, [line.fetch.key]: fetched } });
  moving.tellHistory({ what: "fetched", name: line.fetch.source });
}

/** The first message of an outcome that is handed over is its notification: time for rights counts from that day (R7). */
function endSending(moving: Moving, id: string, isDone: boolean): void {
  const sending = moving.case.sendings.find((one) => one.id === id);
  if (!sending) return;
  moving.change({
    sendings: moving.case.sendings.map((one) =>
      one.id !== id
        ? one
        : isDone
          ? { ...one, state: "handed-over", handedOverAt: moving.now }
          : { ...one, state: "failed" },
    ),
  });
  moving.tellHistory({ what: isDone ? "handed-over" : "failed", name: sending.message });
  if (!isDone || sending.outcome === undefined) return;
  moving.change({
    reached: moving.case.reached.map((one, at, all) =>
      at === all.length - 1 && one.outcome === sending.outcome && one.notifiedAt === undefined
        ? { ...one, notifiedAt: moving.now }
        : one,
    ),
  });
}
