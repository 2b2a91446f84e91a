// "Why this question?": the law behind the rules that read an answer, where it is looked up, who sees it, how long it is kept.
import type { Field, Keep, Part, Service, Step, Why, Words } from "#contract";

/** Adds to every question of the form what follows from the rest of the text. */
export function emitReasons(service: Service): void {
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  for (const field of steps.flatMap(fieldsOf)) {
    const why = reasonsFor(service, field, steps);
    if (Object.keys(why).length > 0) field.why = why;
  }
}

function fieldsOf(step: Step): Field[] {
  if (step.kind === "repeat" || step.kind === "for-each") return step.steps.flatMap(fieldsOf);
  return step.kind === "page" ? step.parts.flatMap(fieldsOfPart) : [];
}

function fieldsOfPart(part: Part): Field[] {
  if (part.kind === "group") return part.parts.flatMap(fieldsOfPart);
  return part.kind === "field" ? [part] : [];
}

function reasonsFor(service: Service, field: Field, steps: readonly Step[]): Why {
  const path = field.path.join(".");
  const looksUp = steps.find(
    (step) => step.kind === "fetch" && step.using.some((use) => service.rules[use.rule]?.reads.includes(path)),
  );
  const laws = lawsReading(service, path);
  const seen = service.privacy?.visibility.find((one) => one.paths.some((known) => covers(known, path)));
  const kept = keepOf(service, path);
  return {
    ...(looksUp?.kind === "fetch" && { looksUp: looksUp.source }),
    ...(laws.length > 0 && { laws }),
    ...(seen && { onlySeenBy: seen.roles }),
    ...(kept && { kept }),
  };
}

function covers(known: string, path: string): boolean {
  return path === known || path.startsWith(`${known}.`);
}

/** The narrowest retention that names the answer; that of all answers is not repeated at each one. */
function keepOf(service: Service, path: string): Keep | undefined {
  return service.privacy?.keep.find((keep) => keep.paths.some((known) => covers(known, path)));
}

/** Citations of the rules that read the answer directly, and of the exceptions whose condition does. */
function lawsReading(service: Service, path: string): Words[] {
  const laws: Words[] = [];
  const add = (law: Words | undefined) => {
    if (law && !laws.some((known) => JSON.stringify(known) === JSON.stringify(law))) laws.push(law);
  };
  for (const rule of Object.values(service.rules)) {
    if (rule.because && readsDirectly(rule.expression, path)) add(rule.because);
    if (rule.expression.op === "exceptions")
      for (const one of rule.expression.cases) if (one.because && readsDirectly(one.when, path)) add(one.because);
  }
  return laws;
}

function readsDirectly(node: unknown, path: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("path" in node && Array.isArray(node.path) && node.path.join(".") === path) return true;
  return Object.values(node).some((value) => readsDirectly(value, path));
}
