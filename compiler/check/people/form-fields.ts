// Every question of the form, whatever it stands in: eligibility and sections, pages, groups, sets and repeats.
import type { Model } from "../../model/model.ts";
import type { Fetch, Field, Part, Repeat, Step } from "../../model/shapes.ts";
import { madeOnce } from "../made-once.ts";

/** The questions in the order of the form. */
export const fieldsOf = madeOnce((model): readonly Field[] => stepsOf(model).flatMap(fieldsOfStep));

/** The lookups of the form, those inside repeats too. */
export function fetchesOf(model: Model): Fetch[] {
  return stepsOf(model).flatMap(fetchesOfStep);
}

/** The repeats of the form. */
export function repeatsOf(model: Model): Repeat[] {
  return stepsOf(model).filter((step) => step.kind === "repeat");
}

function stepsOf(model: Model): Step[] {
  return [...(model.eligibility?.steps ?? []), ...model.sections.flatMap((section) => section.steps)];
}

function fieldsOfStep(step: Step): Field[] {
  if (step.kind === "repeat") return step.steps.flatMap(fieldsOfStep);
  return step.kind === "page" ? step.parts.flatMap(fieldsOfPart) : [];
}

function fieldsOfPart(part: Part): Field[] {
  if (part.kind === "group") return part.parts.flatMap(fieldsOfPart);
  return part.kind === "field" ? [part] : [];
}

function fetchesOfStep(step: Step): Fetch[] {
  if (step.kind === "repeat") return step.steps.flatMap(fetchesOfStep);
  return step.kind === "fetch" ? [step] : [];
}
