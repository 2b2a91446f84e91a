// Every question of a service, wherever it stands: for those who need them all, asked or not.
import type { Field, Page, Part, Service, Step } from "#contract";

/** Pages among steps, those inside repeats too, in order. */
export function pagesIn(steps: readonly Step[]): Page[] {
  return steps.flatMap((step) => (step.kind === "page" ? [step] : step.kind === "repeat" ? pagesIn(step.steps) : []));
}

/** Fields among parts, those in groups too, in order. */
export function fieldsIn(parts: readonly Part[]): Field[] {
  return parts.flatMap((part) => (part.kind === "field" ? [part] : part.kind === "group" ? fieldsIn(part.parts) : []));
}

/** All questions of a service in the author's order, eligibility first. */
export function questionsOf(service: Service): Field[] {
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  return pagesIn(steps).flatMap((page) => fieldsIn(page.parts));
}
