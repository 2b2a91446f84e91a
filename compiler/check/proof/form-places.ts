// The form as a walk from its first page to its last: which page each question stands on, what must hold before one can go
// on, which items a list may have. Reads the model only.
import type { Model } from "../../model/model.ts";
import { factsRead } from "../../model/readings.ts";
import type { Demand, Field, Part, Repeat, RuleId, Step } from "../../model/shapes.ts";

/** Something that stops people: a demand that is not met, or a page with no way on. */
export interface Gate {
  /** Turn of its page. */
  readonly turn: number;
  readonly demand?: Demand;
  /** A page with no way on, shown when this is yes. */
  readonly stopWhen?: RuleId;
}

export interface FormPlaces {
  /** Turn of the page that asks it, by dotted path. */
  readonly turns: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly gates: readonly Gate[];
  /** Those that stop people at one item of a list: every item that is finished has got past them. */
  readonly itemGates: readonly Gate[];
  readonly repeats: readonly Repeat[];
  /** What officers record in stages and checks, each once for a case; by dotted path. */
  readonly recorded: ReadonlyMap<string, Field>;
  /** Turn of each page, fetch and repeat. */
  readonly turnOf: ReadonlyMap<object, number>;
}

/** The turn of everything that happens after the form. */
export const afterForm = Number.POSITIVE_INFINITY;

/** The walk through the form of a model. */
export function findFormPlaces(model: Model): FormPlaces {
  const turns = new Map<string, number>();
  const fields = new Map<string, Field>();
  const gates: Gate[] = [];
  const itemGates: Gate[] = [];
  const repeats: Repeat[] = [];
  const turnOf = new Map<object, number>();
  let turn = 0;
  const ofPart = (part: Part): void => {
    if (part.kind === "group") part.parts.forEach(ofPart);
    if (part.kind === "field") fields.set(part.path.join("."), part);
    if (part.kind === "field" || part.kind === "declaration") turns.set(part.path.join("."), turn);
  };
  const demands = (all: readonly Demand[] | undefined, into = gates): void => {
    for (const demand of all ?? []) into.push({ turn, demand });
  };
  const ofStep = (step: Step, isInRepeat: boolean): void => {
    turn += 1;
    turnOf.set(step, turn);
    if (step.kind === "page") {
      step.parts.forEach(ofPart);
      demands(step.checks, isInRepeat ? itemGates : gates);
    }
    if (step.kind === "stop" && step.showWhen !== undefined && !isInRepeat)
      gates.push({ turn, stopWhen: step.showWhen });
    if (step.kind === "repeat" || step.kind === "for-each") {
      if (step.kind === "repeat") repeats.push(step);
      for (const inner of step.steps) ofStep(inner, true);
      demands(step.checks, itemGates);
    }
  };
  // A section's check stops people on the page of the last answer that it names (language.md 3.6.7). One that also reads what no
  // page asks (how many items, what a source gave) is taken to stop them at the section's end: less is known then, never too much.
  const ofSection = (demand: Demand): void => {
    const rule = model.rules.get(demand.rule);
    const named = rule ? [...factsRead(model, rule.expression)].map((path) => turns.get(path) ?? turn) : [];
    gates.push({ turn: named.length > 0 ? Math.max(...named) : turn, demand });
  };
  for (const step of model.eligibility?.steps ?? []) ofStep(step, false);
  demands(model.eligibility?.requirements);
  for (const section of model.sections) {
    for (const step of section.steps) ofStep(step, false);
    section.checks?.forEach(ofSection);
  }
  return { turns, fields, gates, itemGates, repeats, recorded: recordedIn(model), turnOf };
}

function recordedIn({ route }: Model): Map<string, Field> {
  const works = (route?.stages ?? []).flatMap((stage) => [
    ...(stage.doneBy === undefined ? [stage] : []),
    ...(stage.checks ?? []).filter(({ forEach, doneBy }) => forEach === undefined && doneBy === undefined),
  ]);
  const fields = works.flatMap((work) => [...work.questions, ...work.actions.flatMap(({ questions }) => questions)]);
  return new Map(fields.map((field) => [field.path.join("."), field]));
}
