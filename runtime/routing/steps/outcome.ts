// Reaching an outcome: the case is decided, its lines are done, time for rights begins when the applicant is told (R7, R8).
import type { Outcome } from "#contract";
import type { Reached } from "../case.ts";
import type { Moving } from "../moving.ts";
import { cancelDeadlines } from "./deadline.ts";
import { doLine } from "./doing.ts";
import { tellStarter } from "./start.ts";

/** Enters the outcome and does its lines. None of them holds the case up: it is decided. */
export function reachOutcome(moving: Moving, outcome: Outcome): void {
  const time = 1 + moving.case.reached.filter((one) => one.outcome === outcome.name).length;
  const isTold = outcome.doing.some((line) => line.do === "send");
  const reached: Reached = {
    outcome: outcome.name,
    at: moving.now,
    time,
    rightsUsed: [],
    replaced: false,
    ...(isTold ? {} : { notifiedAt: moving.now }),
  };
  moving.change({
    place: { kind: "outcome", outcome: outcome.name, time },
    reached: [...moving.case.reached.map((one) => ({ ...one, replaced: true })), reached],
  });
  cancelDeadlines(moving, ({ kind }) => kind === "case");
  moving.record("outcome reached", { outcome: outcome.name, time });
  moving.tellHistory({ what: "reached", place: outcome.name });
  for (const line of outcome.doing) doLine(moving, line, { outcome: outcome.name });
  tellStarter(moving, outcome.name);
}
