// What the applicant can do of their own accord: withdraw while the route lets them, appeal after an outcome (R7, R10).
import type { Right, Service } from "#contract";
import type { Case } from "../case.ts";
import type { Days } from "../days.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { readAnswers } from "./choose.ts";
import { hasBeenIn } from "./task.ts";

/** A right as it stands now. `until` is an instant; absent where nothing ends it by time. */
export interface RightOffered {
  readonly name: string;
  readonly withReason: boolean;
  readonly until?: string;
  readonly goTo?: string;
  readonly when?: string;
  /** What is asked of who uses it. */
  readonly questions?: Right["questions"];
}

/** The rights the case gives at this moment, conditions (`when`) still to be tried. */
export function rightsOf(service: Service, present: Case, now: string, days: Days): RightOffered[] {
  if (present.place.kind === "stage") {
    const rights = service.route?.rights ?? [];
    return rights
      .filter(({ until }) => !hasBeenIn(present, until ?? []))
      .flatMap((right) => {
        const until = right.within && days.after(present.sentAt, right.within);
        return isOver(until, now) ? [] : [offered(right, until)];
      });
  }
  const { outcome } = present.place;
  const last = present.reached.at(-1);
  const rights = service.outcomes.find(({ name }) => name === outcome)?.rights ?? [];
  return rights
    .filter(({ name }) => last && !last.rightsUsed.includes(name))
    .flatMap((right) => {
      const until = right.within && last ? days.after(last.notifiedAt ?? now, right.within) : undefined;
      return isOver(until, now) ? [] : [offered(right, until)];
    });
}

function isOver(until: string | undefined, now: string): boolean {
  return until !== undefined && Date.parse(until) < Date.parse(now);
}

function offered({ name, withReason, goTo, when, questions }: Right, until: string | undefined): RightOffered {
  return {
    name,
    withReason,
    ...(until ? { until } : {}),
    ...(goTo ? { goTo } : {}),
    ...(when ? { when } : {}),
    ...(questions ? { questions } : {}),
  };
}

/** The applicant uses a right. A right after an outcome exists once for each time the outcome is reached. */
export function onRightUsed(moving: Moving, happening: Extract<Happening, { type: "right-used" }>): Led {
  const { by, right: name } = happening;
  if (by.kind !== "applicant" || by.id !== moving.case.applicant.id) {
    return refuse("not-yours", "Only the applicant can do this.");
  }
  const right = rightsOf(moving.service, moving.case, moving.now, moving.days).find((one) => one.name === name);
  if (!right) return refuse(...whyNot(moving, name));
  if (right.when !== undefined && !moving.isYes(right.when)) {
    return refuse("not-offered", "This cannot be done as the case stands now.");
  }
  const reason = happening.reason?.trim();
  if (right.withReason && !reason) return refuse("reason-missing", "Give the reason in words.");
  const answers = readAnswers(moving, { name }, {}, right.questions ?? [], happening.answers ?? {});
  if (!answers) return refuse("answers-missing", "Answer every question first.");
  if (right.questions) moving.change({ officerAnswers: answers });
  const { place } = moving.case;
  if (place.kind === "outcome") {
    moving.change({
      reached: moving.case.reached.map((one, at, all) =>
        at === all.length - 1
          ? { ...one, rightsUsed: [...one.rightsUsed, name], replaced: right.goTo !== undefined }
          : one,
      ),
    });
  }
  moving.record("right used", { right: name }, by);
  const line = { what: "used-right", name, by, place: place.kind === "stage" ? place.stage : place.outcome } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
  return right.goTo === undefined ? undefined : { goTo: right.goTo };
}

function whyNot(moving: Moving, name: string): ["time-ran-out" | "no-such-right", string] {
  const { place, reached } = moving.case;
  const last = reached.at(-1);
  const outcome =
    place.kind === "outcome" ? moving.service.outcomes.find((one) => one.name === place.outcome) : undefined;
  const right = outcome?.rights.find((one) => one.name === name);
  if (right?.within && last && !last.rightsUsed.includes(name)) {
    const until = moving.days.after(last.notifiedAt ?? moving.now, right.within);
    return ["time-ran-out", `The time ran out on ${moving.days.zone.dayOf(until)}.`];
  }
  return ["no-such-right", "This cannot be done as the case stands now."];
}
