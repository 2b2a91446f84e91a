// Every question of a service, wherever it stands: for those who need them all, asked or not.
import type { Field, Page, Part, Repeat, Service, Step } from "#contract";

/** Pages among steps, those inside repeats too, in order. */
export function pagesIn(steps: readonly Step[]): Page[] {
  return steps.flatMap((step) => {
    if (step.kind === "page") return [step];
    return step.kind === "repeat" || step.kind === "for-each" ? pagesIn(step.steps) : [];
  });
}

/** Repeats among steps. */
export function repeatsIn(steps: readonly Step[]): Repeat[] {
  return steps.filter((step) => step.kind === "repeat");
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
