// Telling the applicant that the case has come to another stage, where the route says so, or that it is their turn.
import type { Stage } from "#contract";
import type { Moving } from "../moving.ts";

/** On entering a stage. Of the first one they know: they have just sent it. */
export function tellStage(moving: Moving, stage: Stage): void {
  if (stage.by.includes("applicant")) {
    moving.order({ do: "tell", to: "applicant", about: "your-turn" });
    return;
  }
  const { route } = moving.service;
  const isFirst = Object.values(moving.case.visits).reduce((sum, visits) => sum + visits, 0) === 1;
  if (!route?.tellApplicantAtEveryStage || isFirst || stage.payment) return;
  moving.order({ do: "tell", to: "applicant", about: "stage" });
}
