// What people of a role can still do after an outcome: `can correct by registrar within 7 days then go to …` (R7).
import type { Action, Service } from "#contract";
import type { Case, Person } from "../case.ts";
import type { Days } from "../days.ts";
import type { Happening } from "../happening.ts";
import { type Led, type Moving, refuse } from "../moving.ts";
import { readAnswers } from "./choose.ts";

/** An action as it stands now. `until` is an instant; absent where nothing ends it by time. */
export interface OfficerRight {
  readonly action: Action;
  readonly until?: string;
}

/** What the outcome lets people of any role do at this moment, conditions (`when`) still to be tried. */
export function officerRightsOf(service: Service, present: Case, now: string, days: Days): OfficerRight[] {
  const { place } = present;
  const last = present.reached.at(-1);
  if (place.kind !== "outcome" || !last) return [];
  const actions = service.outcomes.find(({ name }) => name === place.outcome)?.officerActions ?? [];
  return actions.flatMap((action): OfficerRight[] => {
    const until = action.within && days.after(last.notifiedAt ?? now, action.within);
    if (until !== undefined && Date.parse(until) < Date.parse(now)) return [];
    return [{ action, ...(until === undefined ? {} : { until }) }];
  });
}

/** True when this person has one of the action's roles. */
export function holdsRight({ by = [] }: Action, person: Person): boolean {
  return person.kind === "officer" && by.some((role) => person.roles?.includes(role));
}

/** Somebody of the role does it. */
export function onOfficerRightUsed(moving: Moving, happening: Extract<Happening, { type: "officer-right-used" }>): Led {
  const { by, right } = happening;
  const { place, reached } = moving.case;
  const offered = officerRightsOf(moving.service, moving.case, moving.now, moving.days);
  const action = offered.find((one) => one.action.name === right)?.action;
  if (!action || place.kind !== "outcome" || (action.when !== undefined && !moving.isYes(action.when)))
    return refuse("no-such-right", "This cannot be done as the case stands now.");
  if (!holdsRight(action, by)) return refuse("not-your-role", "Another role than yours can do this.");
  const reason = happening.reason?.trim();
  if (action.withReason && !reason) return refuse("reason-missing", "Give the reason in words.");
  const answers = readAnswers(moving, { name: place.outcome }, {}, action.questions, happening.answers ?? {});
  if (!answers) return refuse("answers-missing", "Answer every question first.");
  moving.change({
    officerAnswers: answers,
    reached: reached.map((one, at) => (at === reached.length - 1 ? { ...one, replaced: true } : one)),
  });
  moving.record("officer right used", { right, outcome: place.outcome }, by);
  const line = { what: "chose", place: place.outcome, name: right, by } as const;
  moving.tellHistory(reason ? { ...line, reason } : line);
  return action.goTo === undefined ? undefined : { goTo: action.goTo };
}
