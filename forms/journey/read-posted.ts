// A posted page → typed answers in the draft, with what is wrong in words. The server runs this on every post; the browser
// runs the same to be faster. Names and values that no honest form sends are reported and change nothing.
import type { Draft, FileAnswer, Origin } from "#contract/facts.ts";
import { filesOf } from "../fields/files/answer.ts";
import { confirmation } from "./confirmations.ts";
import { fillingValue } from "./filled-from.ts";
import { withoutAnswerAt } from "./path.ts";
import { valuesOf } from "./posted-values.ts";
import { forgedControls, readPage, restoredPath } from "./read-page.ts";
import { addItem, removeItem } from "./repeat.ts";
import type { AnswerProblem, Gathered, Journey, JourneyPage, JourneyRepeat, Posted, PostedFields } from "./shapes.ts";
import { findStep, walk } from "./walk.ts";
import { confirmationsOf } from "./walk-page.ts";

export { proofControl } from "./proof.ts";

/**
 * Reads what was posted to an address of the journey ("check" for the declarations). `newId` names an item that is added.
 * A problem keeps the good answers; anything forged keeps nothing. An address the journey does not have is forged.
 */
export function readPosted(journey: Journey, address: string, posted: PostedFields, newId = ""): Posted {
  if (address === "check") return readConfirmations(journey, posted);
  const step = findStep(journey, address);
  if (step?.kind === "repeat") return readList(journey, step, posted, newId);
  if (step?.kind !== "page") return refused(journey, address, [address]);
  const restored = restoredPath(posted);
  if (restored !== undefined) return restore(journey, step, restored);
  const again = (draft: Draft) => {
    const now = findStep(walk(journey.service, journey.rulebook, draft, journey.setting), address);
    return now?.kind === "page" ? now : undefined;
  };
  const read = readPage({ journey, page: step, again }, posted, forgedControls(journey, step, posted));
  if (read.forged.length > 0) return refused(journey, address, read.forged);
  return settled(journey, read.draft, read.problems, address, read.stay);
}

function refused(journey: Journey, address: string, forged: readonly string[]): Posted {
  return { draft: journey.draft, problems: [], forged, journey, next: address };
}

function restore(journey: Journey, page: JourneyPage, path: string): Posted {
  if (!page.fields.some((field) => field.path === path && field.registered !== undefined))
    return refused(journey, page.address, ["_do"]);
  return settled(journey, withoutAnswerAt(journey.draft, path), [], page.address, true);
}

function readConfirmations(journey: Journey, posted: PostedFields): Posted {
  const parts = journey.closing.flatMap((page) => confirmationsOf(page.parts));
  const forged = Object.keys(posted).filter(
    (name) => !name.startsWith("_") && !parts.some((part) => part.path === name),
  );
  if (forged.length > 0) return refused(journey, "check", forged);
  const gathered: Gathered = { draft: journey.draft, problems: [], forged: [], appeared: false };
  for (const part of parts) confirmation.read(part, "check", posted, gathered, journey);
  const passed = [...new Set([...gathered.draft.passed, ...journey.closing.map((page) => page.address)])];
  const draft = gathered.problems.length > 0 ? gathered.draft : { ...gathered.draft, passed };
  return settled(journey, draft, gathered.problems, "check", gathered.problems.length > 0);
}

function readList(journey: Journey, step: JourneyRepeat, posted: PostedFields, newId: string): Posted {
  const forged = Object.keys(posted).filter((name) => !name.startsWith("_"));
  if (forged.length > 0) return refused(journey, step.address, forged);
  const pressed = String(valuesOf(posted, "_do")[0] ?? "");
  const full = step.repeat.atMost !== undefined && step.items.length >= step.repeat.atMost;
  if (pressed === "add" && newId && !full && !step.fixed) {
    const draft = addItem(journey.draft, step.path, newId);
    const after = walk(journey.service, journey.rulebook, draft, journey.setting);
    const list = findStep(after, step.address);
    const item = list?.kind === "repeat" ? list.items.find((one) => one.id === newId) : undefined;
    return { draft, problems: [], forged: [], journey: after, next: item?.address ?? step.address };
  }
  if (pressed.startsWith("remove:") && !step.fixed) {
    const id = pressed.slice("remove:".length);
    return settled(journey, withoutItem(journey, step, id), [], step.address, true);
  }
  const { passed } = journey.draft;
  const draft = { ...journey.draft, passed: passed.includes(step.address) ? passed : [...passed, step.address] };
  const after = walk(journey.service, journey.rulebook, draft, journey.setting);
  const now = findStep(after, step.address);
  const problems = now?.kind === "repeat" ? now.problems : [];
  return settled(journey, draft, problems, step.address, problems.length > 0);
}

/** An item of a register that is taken away stays known as a correction. */
function withoutItem(journey: Journey, step: JourneyRepeat, id: string): Draft {
  const draft = removeItem(journey.draft, step.path, id);
  const { prefill } = step.repeat;
  const item = step.items.find((one) => one.id === id);
  if (item?.origin?.kind !== "prefilled") return draft;
  const list = prefill && fillingValue(journey.draft, journey.facts.values, prefill);
  const place = Number(id.slice((prefill?.from[0] ?? "").length + 1)) - 1;
  const removed: Origin = {
    ...item.origin,
    kind: "corrected",
    at: journey.setting.instant,
    old: (Array.isArray(list) ? list[place] : undefined) ?? "",
  };
  return { ...draft, origins: { ...draft.origins, [`${step.path}.${id}`]: removed } };
}

function settled(
  journey: Journey,
  draft: Draft,
  problems: readonly AnswerProblem[],
  address: string,
  stay: boolean,
): Posted {
  const after = walk(journey.service, journey.rulebook, draft, journey.setting);
  return { draft, problems, forged: [], journey: after, next: stay ? address : nextAfter(after, address) };
}

/** The next open page after this one, else the first open one, else the check page. */
export function nextAfter(journey: Journey, address: string): string {
  const { eligibility } = journey;
  if (eligibility && address.startsWith("eligibility/") && (eligibility.eligible !== true || !isBegun(journey)))
    return eligibility.nextPage ?? "eligibility/result";
  const here = journey.steps.findIndex((step) => step.address === address);
  const at = journey.steps[here];
  // Inside an item the way leads through the item, then back to the list.
  if (at?.kind === "page" && at.inItem) {
    const inside = journey.steps
      .slice(here + 1)
      .find((step) => step.kind === "page" && step.inItem?.id === at.inItem?.id && !step.done);
    return inside?.address ?? at.inItem.repeat;
  }
  // From a list the way leads into an item that lacks something: going past it would only lead back.
  const open = at?.kind === "repeat" ? at.items.find((item) => item.open !== undefined)?.open : undefined;
  if (open !== undefined) return open;
  const next = journey.steps
    .slice(here + 1)
    .find((step) =>
      step.kind === "stop" ? true : !step.done && (step.kind === "repeat" || (step.open && !step.inItem)),
    );
  return next?.address ?? journey.nextPage ?? "check";
}

/** True once a page after eligibility was continued from: a change of eligibility then leads back to where one was. */
function isBegun(journey: Journey): boolean {
  return journey.draft.passed.some((address) => !address.startsWith("eligibility/"));
}

/** Files named in a draft's answers, so that a host can keep those and delete others. */
export function filesIn(draft: Draft): FileAnswer[] {
  const origins = Object.values(draft.origins).flatMap((origin) =>
    origin.kind === "corrected" && origin.evidence ? [origin.evidence] : [],
  );
  return [...origins, ...Object.values(draft.answers).flatMap((value) => filesOf(value))];
}
