// The applicant changes answers while the route lets them. The case never moves back because of it (R3); who works on it sees both.
import type { Service } from "#contract";
import type { Case } from "../case.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, presentStage, refuse } from "../moving.ts";
import { owedPapers } from "../papers.ts";
import { wakeFromHold } from "./hold.ts";
import { correctionOf } from "./reopened.ts";
import { hasBeenIn } from "./task.ts";

/** Whether the applicant can change answers now: until the case has been in one of the stages named (R10), and nobody else signed them. */
export function canChangeAnswers({ route }: Service, present: Case): boolean {
  const until = route?.changeAnswersUntil;
  if (!until || present.place.kind !== "stage") return false;
  return !hasBeenIn(present, until) && (present.signatures ?? []).length === 0;
}

/** Every answer while the route lets them be changed; else the papers that are still to come, until the case is decided. */
function openPaths({ service, rulebook, case: present, now, days }: Moving): readonly string[] | undefined {
  if (canChangeAnswers(service, present)) return present.asked;
  if (present.place.kind !== "stage") return undefined;
  const owed = owedPapers(service, rulebook, present, now, days);
  return owed.length > 0 ? owed.flatMap(({ path, howPath }) => [path, howPath]) : undefined;
}

/** The applicant sends changed answers. */
export function onAnswersChanged(moving: Moving, happening: Extract<Happening, { type: "answers-changed" }>): Led {
  const { by, corrected } = happening;
  if (by.kind !== "applicant" || by.id !== moving.case.applicant.id)
    return refuse("not-yours", "Only the applicant can do this.");
  const reopens = openPaths(moving);
  if (!reopens) return refuse("no-such-right", "Answers can no longer be changed: the case has moved on.");
  const correction = correctionOf(moving.case, { reopens }, corrected);
  if ("refused" in correction) return correction;
  if (correction.changes.length === 0) return refuse("answers-missing", "No answer is different from what was sent.");
  const { changes, after } = correction;
  const change = { at: moving.now, changes };
  moving.change({ ...after, changed: [...(moving.case.changed ?? []), change] });
  for (const { path } of changes) moving.record("answer changed", { path }, by);
  moving.tellHistory({ what: "changed", by });
  const { onHold } = moving.case;
  if (onHold) {
    moving.tellHistory({ what: "hold-ended", place: onHold.stage });
    wakeFromHold(moving, presentStage(moving));
  }
  return undefined;
}
