// "Why this question?": the law behind the rules that read an answer, where it is looked up, who sees it, how long it is kept.
import type { Expression, Fetch, Field, Keep, Part, Service, Step, Why, Words } from "#contract";

/** Adds to every question of the form what follows from the rest of the text. */
export function emitReasons(service: Service): void {
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  const fetches = steps.filter((step) => step.kind === "fetch");
  const laws = lawsByPath(service);
  for (const field of steps.flatMap(fieldsOf)) {
    const why = reasonsFor(service, field, fetches, laws);
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

function reasonsFor(service: Service, field: Field, fetches: readonly Fetch[], lawsOf: LawsByPath): Why {
  const path = field.path.join(".");
  const looksUp = fetches.find((step) => step.using.some((use) => service.rules[use.rule]?.reads.includes(path)));
  const laws = [...(lawsOf.get(path)?.values() ?? [])];
  const seen = service.privacy?.visibility.find((one) => one.paths.some((known) => covers(known, path)));
  const kept = keepOf(service, path);
  return {
    ...(looksUp && { looksUp: looksUp.source }),
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

/** Each law once, by the path of an answer. */
type LawsByPath = ReadonlyMap<string, ReadonlyMap<string, Words>>;

/** Citations of the rules that read an answer directly, and of the exceptions whose condition does: looked for once, for all answers. */
function lawsByPath(service: Service): LawsByPath {
  const all = new Map<string, Map<string, Words>>();
  const add = (law: Words, expression: Expression): void => {
    for (const path of pathsIn(expression)) {
      const known = all.get(path) ?? new Map<string, Words>();
      all.set(path, known);
      const key = JSON.stringify(law);
      if (!known.has(key)) known.set(key, law);
    }
  };
  for (const rule of Object.values(service.rules)) {
    if (rule.because) add(rule.because, rule.expression);
    if (rule.expression.op === "exceptions")
      for (const one of rule.expression.cases) if (one.because) add(one.because, one.when);
  }
  return all;
}

/** Every path that stands in an expression, without going into the rules it names. */
function pathsIn(node: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof node !== "object" || node === null) return found;
  if ("path" in node && Array.isArray(node.path)) found.add(node.path.join("."));
  for (const value of Object.values(node)) pathsIn(value, found);
  return found;
}
