// One step of a case under way: the case as it is so far, what is to be written down and what is to be done outside.
// Every step file works on this; it decides nothing about the route itself.
import type { Service, Stage } from "#contract";
import type { Answers, Facts, Rulebook } from "#contract/facts.ts";
import type { Case, HistoryLine, Person, Place } from "./case.ts";
import type { Days } from "./days.ts";
import { factsOf } from "./facts.ts";
import type { CaseEffect, Erased, Recorded, Refusal } from "./happening.ts";

/** An effect before it has its id. */
export type Wanted = CaseEffect extends infer Effect
  ? Effect extends { id: string }
    ? Omit<Effect, "id">
    : never
  : never;

/** A step under way. Steps replace `case` by changed copies; the case that came in is never touched. */
export class Moving {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly days: Days;
  readonly now: string;
  readonly events: Recorded[] = [];
  readonly effects: CaseEffect[] = [];
  erased: Erased | undefined;
  case: Case;

  constructor(service: Service, rulebook: Rulebook, days: Days, now: string, present: Case) {
    this.service = service;
    this.rulebook = rulebook;
    this.days = days;
    this.now = now;
    this.case = present;
  }

  /** Changes some members of the case. */
  change(members: Partial<Case>): void {
    this.case = { ...this.case, ...members };
  }

  /** Takes members out of the case. */
  drop(member: "doing" | "stoppedSince" | "refusalReason" | "onHold"): void {
    const { [member]: _dropped, ...rest } = this.case;
    this.case = rest;
  }

  /** Facts as they are at this point of the step. */
  facts(): Facts {
    return factsOf(this.service, this.case, this.now, this.days);
  }

  /** True only when the rule is known to be yes: unknown is not yes (R3). */
  isYes(rule: string | undefined, items?: Readonly<Record<string, Answers>>): boolean {
    return rule !== undefined && this.rulebook.evaluate(rule, this.facts(), items) === true;
  }

  /** A new id within this case: never used before, the same on replay. */
  nextId(kind: string): string {
    this.change({ counter: this.case.counter + 1 });
    return `${kind}-${this.case.counter}`;
  }

  /** Says what goes for good with this step, beside what leaves the case. */
  erase({ all, sendings }: Erased): void {
    this.erased = {
      all: all || this.erased?.all === true,
      sendings: [...(this.erased?.sendings ?? []), ...sendings],
    };
  }

  /** Writes a line of the log: names and ids only. */
  record(type: string, details: Recorded["details"] = {}, by?: Person): void {
    this.events.push({ type, at: this.now, details, ...(by ? { by: by.id } : {}) });
  }

  /** Writes a line that officers and applicants read. */
  tellHistory(line: Omit<HistoryLine, "at">): void {
    this.change({ history: [...this.case.history, { at: this.now, ...line }] });
  }

  /** Orders something to be done outside; gives its id. */
  order(wanted: Wanted): string {
    const id = this.nextId("effect");
    this.effects.push({ ...wanted, id });
    this.change({ ordered: { ...this.case.ordered, [id]: wanted.do } });
    this.record("effect ordered", { effect: id, do: wanted.do });
    return id;
  }
}

/** The stage of the route with this name. */
export function stageNamed(service: Service, name: string): Stage | undefined {
  return service.route?.stages.find((stage) => stage.name === name);
}

/** The stage the case is in; undefined in an outcome. */
export function presentStage(moving: Moving): Stage | undefined {
  const { place } = moving.case;
  return place.kind === "stage" ? stageNamed(moving.service, place.stage) : undefined;
}

/** True when something with a stage and a visit belongs to the present visit. */
export function isOfVisit(thing: { readonly stage?: string; readonly visit?: number }, place: Place): boolean {
  return place.kind === "stage" && thing.stage === place.stage && thing.visit === place.visit;
}

/** What a step leads to: a place to go, a refusal, or neither. */
export type Led = { readonly goTo: string } | { readonly refused: Refusal } | undefined;

/** A refusal in words. */
export function refuse(code: Refusal["code"], words: string): { readonly refused: Refusal } {
  return { refused: { code, words } };
}
