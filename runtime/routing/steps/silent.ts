// `if unavailable stop` of a stage's own fetch: the case stands still at that line, and an instant is set at which the source is
// asked again, ever more rarely. The stage's time goes on; leaving it ends this like everything else of the visit (R1).
import type { Effect, Operation } from "#contract";
import { type Moving, presentStage } from "../moving.ts";
import { addDeadline } from "./deadline.ts";

/** Milliseconds: asked again after five minutes, then after twice as long each time, at last once an hour. */
const firstPause = 5 * 60_000;
const longestPause = 60 * 60_000;

/** Somebody has to look at a source that was silent so often. */
const triesBeforeHelp = 3;

/** The line of the stage that is under way. */
export function lineUnderWay(moving: Moving): Effect | undefined {
  return presentStage(moving)?.doing[(moving.case.doing?.next ?? 0) - 1];
}

/** What the text says about a source that does not answer. */
export function planOf(moving: Moving): Operation["ifUnavailable"] | undefined {
  const fetch = lineUnderWay(moving)?.fetch;
  return fetch && moving.service.sources[fetch.source]?.operations[fetch.operation]?.ifUnavailable;
}

/** The source gave no answer: the case stops here until it is asked again. */
export function stopAtSilence(moving: Moving): void {
  const { place, doing } = moving.case;
  const source = lineUnderWay(moving)?.fetch?.source;
  if (place.kind !== "stage" || !doing || source === undefined) return;
  const tries = (doing.silent?.tries ?? 0) + 1;
  const since = doing.silent?.since ?? moving.now;
  moving.change({ doing: { next: doing.next, silent: { since, tries } } });
  const pause = Math.min(firstPause * 2 ** (tries - 1), longestPause);
  const at = new Date(Date.parse(moving.now) + pause).toISOString();
  addDeadline(moving, { kind: "ask-again", at, stage: place.stage, visit: place.visit, unit: "milliseconds" });
  moving.record("source did not answer", { source, tries });
  // Told once: asking in vain again is no news.
  if (tries === 1) moving.tellHistory({ what: "did-not-answer", name: source, place: place.stage, visit: place.visit });
  if (tries === triesBeforeHelp) moving.order({ do: "hold", line: "fetch", what: source });
}
