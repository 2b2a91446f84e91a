// What people do in an example's `then` lines, as happenings: the words for what stands in the text as a line of its own, and what
// comes from outside. Every refusal says what would be possible.
import type { Known, Move } from "#contract/play.ts";
import { asRecord, isSameValue, own, valueAtDotted } from "#support/facts.ts";
import type { Case, Person } from "./case.ts";
import type { Happening } from "./happening.ts";
import { keyOf } from "./keys.ts";
import type { Moving } from "./moving.ts";
import { presentStage } from "./moving.ts";
import { awaitsNews } from "./steps/await.ts";
import { canChangeAnswers } from "./steps/change.ts";
import { awaitsSignature } from "./steps/co-sign.ts";
import { officerRightsOf } from "./steps/officer-right.ts";
import { rightsOf } from "./steps/right.ts";
import { hasBeenIn } from "./steps/task.ts";

/** What an officer chooses to ask the applicant for more. */
export const askForMore = "ask-for-more-information";
/** What an officer chooses for the lines of a stage that do not lead out. */
const staying = { longer: "take-longer", hold: "put-on-hold", wake: "end-hold", correct: "correct-answers" } as const;
/** What the applicant chooses to change answers; what is given before it is what they change. */
const changing = "change-answers";
const consulting = "consult-";

const applicant: Person = { kind: "applicant", id: "example" };

type Choice = Extract<Move, { do: "choose" }>;

/** A choice that leads nowhere by itself: take-longer, put-on-hold, end-hold, correct-answers, consult-…; undefined for others. */
export function stayingChoice(
  move: Choice,
  by: Person,
  taskId: string,
  present: Case,
  known: Known,
  corrects: readonly string[],
): Happening | undefined {
  const reason = move.reason ?? "";
  switch (move.action) {
    case askForMore:
      return { type: "information-asked", by, taskId, question: move.reason ?? "What more can you tell us?" };
    case staying.longer:
      return { type: "time-taken", by, taskId, reason };
    case staying.hold:
      return { type: "put-on-hold", by, taskId, reason };
    case staying.wake:
      return { type: "hold-ended", by, taskId };
    case staying.correct:
      return { type: "answers-corrected", by, taskId, reason, changes: changesOf(present, known, corrects) };
  }
  if (!move.action.startsWith(consulting)) return undefined;
  const role = move.action.slice(consulting.length);
  return { type: "consulted", by, taskId, role, question: move.reason ?? "What do you advise?" };
}

/** Given now and other than what the case has. */
function changesOf(present: Case, known: Known, paths: readonly string[]) {
  return paths.flatMap((path) => {
    const value = valueAtDotted(known.answers, path);
    return value === undefined || isSameValue(valueAtDotted(present.answers, path), value) ? [] : [{ path, value }];
  });
}

/** What the applicant chooses of their own accord. */
export function applicantChoice(move: Choice, present: Case, known: Known): Happening {
  if (move.action === changing) {
    const changes = changesOf(present, known, present.asked);
    return {
      type: "answers-changed",
      by: applicant,
      corrected: { changes, asked: present.asked, fetched: present.fetched },
    };
  }
  return {
    type: "right-used",
    by: applicant,
    right: move.action,
    answers: known.answers,
    ...(move.reason === undefined ? {} : { reason: move.reason }),
  };
}

/** Why the applicant cannot choose this here, where the text itself says so; undefined where it lets them. */
export function noSuchRight({ service, case: present, now, days }: Moving, move: Choice): string | undefined {
  if (move.action === changing) return undefined;
  const { place } = present;
  const outcome = service.outcomes.find(({ name }) => place.kind === "outcome" && name === place.outcome);
  const rights = place.kind === "stage" ? (service.route?.rights ?? []) : (outcome?.rights ?? []);
  const right = rights.find(({ name }) => name === move.action);
  if (right?.until && hasBeenIn(present, right.until))
    return `The applicant could do this until the case had been in ${right.until.join(" or ")}. It has been there.`;
  if (right) return undefined;
  const offered = rightsOf(service, present, now, days).map(({ name }) => name);
  return `In ${placeName(present)} the applicant cannot choose ${move.action}. They can choose ${offered.join(", ") || "nothing"}.`;
}

/** `then granted chooses correct because …`: what a role can still do after that outcome. */
export function outcomeChoice(moving: Moving, move: Choice, known: Known): Happening | string {
  const { service, case: present, now, days } = moving;
  const offered = officerRightsOf(service, present, now, days).map(({ action }) => action);
  const action = offered.find(({ name }) => name === move.action);
  if (!action)
    return `${move.by} does not offer ${move.action} now. It offers ${offered.map(({ name }) => name).join(", ") || "nothing"}.`;
  const by: Person = { kind: "officer", id: `example ${move.by}`, roles: action.by ?? [] };
  const reason = move.reason === undefined ? {} : { reason: move.reason };
  return { type: "officer-right-used", by, right: move.action, answers: known.answers, ...reason };
}

/** Somebody else signs. */
export function signing(moving: Moving): Happening | string {
  const stage = presentStage(moving);
  const number = (moving.case.signatures ?? []).length + 1;
  if (stage && awaitsSignature(moving, stage))
    return { type: "co-signed", by: { kind: "applicant", id: `example signer ${number}` } };
  return `Nothing waits for a signature: the case is in ${placeName(moving.case)}.`;
}

/** What was waited for comes, with what the example gives of it. */
export function arrival(moving: Moving, { what }: Extract<Move, { do: "arrives" }>, known: Known): Happening | string {
  const { announced = [], started = [] } = moving.case;
  const source = Object.entries(moving.service.sources).find(([, { announces }]) => announces?.[what]);
  if (source) {
    const values = asRecord(own(known.records, keyOf(what))) ?? {};
    return { type: "announced", source: source[0], name: what, values, messageId: `example ${announced.length + 1}` };
  }
  const begun = started.findLast(({ service }) => service === what);
  if (!begun) return `No case of ${what} was started: the case is in ${placeName(moving.case)}.`;
  const outcome = own(known.answers, keyOf(what));
  if (typeof outcome !== "string") return `Say what it came to: given ${what} is …`;
  return { type: "started-decided", startId: begun.id, number: "EXAMPLE-2", outcome };
}

/** A role that was asked advises. */
export function advice(present: Case, { role }: Extract<Move, { do: "advises" }>): Happening | string {
  const asked = (present.consultations ?? []).find((one) => one.role === role && one.state === "asked");
  if (!asked) return `Nobody has asked ${role} for advice: the case is in ${placeName(present)}.`;
  const by: Person = { kind: "officer", id: `example ${role}`, roles: [role] };
  return { type: "advised", by, consultationId: asked.id, answer: "…" };
}

function placeName({ place }: Case): string {
  return place.kind === "stage" ? place.stage : place.outcome;
}

/** What else can be done now, for examples that look for a way: signing, what is awaited, going on, what a role can do afterwards. */
export function furtherMoves(moving: Moving): Move[] {
  const { service, case: present, now, days } = moving;
  const stage = presentStage(moving);
  const awaited =
    stage && awaitsNews(moving, stage) ? (stage.awaits ?? []).filter(({ source }) => source !== undefined) : [];
  const name = placeName(present);
  return [
    ...(stage && awaitsSignature(moving, stage) ? [{ do: "applicant", does: "signs" } as const] : []),
    ...awaited.map(({ what }): Move => ({ do: "arrives", what })),
    ...(present.onHold ? [{ do: "choose", by: name, action: staying.wake } as const] : []),
    ...officerRightsOf(service, present, now, days).map(({ action }): Move => {
      return { do: "choose", by: name, action: action.name, ...(action.withReason ? { reason: "…" } : {}) };
    }),
  ];
}

/** What the stage offers besides its actions, for words that say so. */
export function stayingOffers(moving: Moving): string[] {
  const stage = presentStage(moving);
  if (!stage) return [];
  return [
    ...(stage.moreInformation ? [askForMore] : []),
    ...(stage.takesLonger ? [staying.longer] : []),
    ...(stage.holds ? [staying.hold] : []),
    ...(stage.corrects ? [staying.correct] : []),
    ...(stage.consults?.roles ?? []).map((role) => `${consulting}${role}`),
    ...(canChangeAnswers(moving.service, moving.case) ? [changing] : []),
  ];
}
