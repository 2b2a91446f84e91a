// Answers corrected after sending: the old value stays in the origin, the case never moves back because of it (R3).
import type { Stage } from "#contract";
import type { Origin } from "#contract/facts.ts";
import { isSameValue, valueAtDotted, withoutValueAt, withValueAt } from "#support/facts.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { findOwnTask } from "./task.ts";

/** Who works the case corrects answers that the stage lets them, with the reason. The applicant is told. */
export function onAnswersCorrected(
  moving: Moving,
  happening: Extract<Happening, { type: "answers-corrected" }>,
  stage: Stage | undefined,
): Led {
  const { by, taskId, changes } = happening;
  const task = findOwnTask(moving, taskId, by, stage);
  if ("refused" in task) return task;
  const reason = happening.reason.trim();
  const corrects = stage?.corrects ?? [];
  const isOpen = ({ path }: { path: string }): boolean =>
    corrects.some((one) => path === one || path.startsWith(`${one}.`));
  if (by.kind !== "officer" || !changes.every(isOpen))
    return refuse("not-offered", "This stage does not let you correct these answers.");
  if (reason === "") return refuse("reason-missing", "Give the reason for the correction in words.");
  const isChanged = changes.some(({ path, value }) => !isSameValue(valueAtDotted(moving.case.answers, path), value));
  if (!isChanged) return refuse("answers-missing", "Correct at least one answer.");
  let { answers, origins } = moving.case;
  for (const { path, value } of changes) {
    const old = valueAtDotted(answers, path);
    const keys = path.split(".");
    if (isSameValue(old, value)) continue;
    answers = value === undefined ? withoutValueAt(answers, keys) : withValueAt(answers, keys, value);
    origins = { ...origins, [path]: originAfter(origins[path], old, moving.now, reason) };
    moving.record("answer corrected", { path }, by);
  }
  moving.change({ answers, origins });
  moving.tellHistory({ what: "corrected", place: task.stage, by, reason });
  moving.order({ do: "tell", to: "applicant", about: "corrected", reason });
  return undefined;
}

/** Only a value that came from a register can be "corrected"; one that was typed is typed anew. */
function originAfter(before: Origin | undefined, old: unknown, at: string, reason: string): Origin {
  if ((before?.kind === "prefilled" || before?.kind === "corrected") && isShown(old)) {
    const { source } = before;
    return { kind: "corrected", source, at, old, reason, ...(before.operation ? { operation: before.operation } : {}) };
  }
  return { kind: "typed", at };
}

function isShown(old: unknown): old is string | number | boolean {
  return typeof old === "string" || typeof old === "number" || typeof old === "boolean";
}

/** Who works the case says that a correction is proven; until then it stands as the applicant's word. Said twice it is said once. */
export function onCorrectionAccepted(
  moving: Moving,
  { by, path }: Extract<Happening, { type: "correction-accepted" }>,
): Led {
  const { tasks, origins, accepted = {} } = moving.case;
  const works = tasks.some(({ state, claimedBy }) => state === "claimed" && claimedBy?.id === by.id);
  if (by.kind !== "officer" || !works) return refuse("not-your-role", "Claim the case first.");
  if (!Object.hasOwn(origins, path) || origins[path]?.kind !== "corrected")
    return refuse("no-such-correction", "This answer is not a correction of what a register says.");
  if (Object.hasOwn(accepted, path)) return undefined;
  moving.change({ accepted: { ...accepted, [path]: { by, at: moving.now } } });
  moving.record("correction accepted", { path }, by);
  moving.tellHistory({ what: "accepted", by, name: path });
  return undefined;
}
