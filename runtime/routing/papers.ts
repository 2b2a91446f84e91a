// Papers that the applicant said come another way than with the application: which are still to come, and by when. Pure; a
// paper is to come no longer once its answer is there.
import type { Field, Part, Service, Step } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import { valueAtDotted } from "#support/facts.ts";
import { asLength } from "#support/lengths.ts";
import type { Case } from "./case.ts";
import { buildDays, type Days } from "./days.ts";
import { factsOf } from "./facts.ts";

/** A paper that is still to come. Those in items of a list are not among them. */
export interface OwedPaper {
  /** Dotted path of its answer. */
  readonly path: string;
  /** Where the application says how it comes. */
  readonly howPath: string;
  readonly how: string;
  readonly field: Field;
  /** The instant by which it was promised. */
  readonly dueAt?: string;
  /** That instant has passed. */
  readonly late: boolean;
}

/** The papers of a case that are still to come, in the order of the form. */
export function owedPapers(
  service: Service,
  rulebook: Rulebook,
  present: Case,
  now: string,
  days: Days = buildDays(service),
): OwedPaper[] {
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  return steps.flatMap(fieldsOf).flatMap((field): OwedPaper[] => {
    const path = field.path.join(".");
    const howPath = `${path}How`;
    const how = valueAtDotted(present.answers, howPath);
    const way = field.canBe?.find((one) => one.how === how);
    if (!way || how === "already-with-us" || valueAtDotted(present.answers, path) !== undefined) return [];
    const length =
      way.within ??
      (way.withinRule === undefined
        ? undefined
        : asLength(rulebook.evaluate(way.withinRule, factsOf(service, present, now, days))));
    const dueAt = length && days.after(present.sentAt, length);
    return [{ path, howPath, how: way.how, field, ...(dueAt && { dueAt }), late: dueAt !== undefined && dueAt < now }];
  });
}

function fieldsOf(step: Step): Field[] {
  return step.kind === "page" ? step.parts.flatMap(fieldsIn) : [];
}

function fieldsIn(part: Part): Field[] {
  if (part.kind === "group") return part.parts.flatMap(fieldsIn);
  return part.kind === "field" && part.canBe ? [part] : [];
}
