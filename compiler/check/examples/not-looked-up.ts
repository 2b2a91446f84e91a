// Why a question that a register fills in has no answer in an example: the register is asked with something that is not given.
import type { Fetch, Field, Part, Service, Step } from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import { sayExpression } from "#support/explain-words.ts";

/** `filled in from dog's breed, and chip-register is not asked: chip has no answer`; "" where that is not the reason. */
export function whyNotLookedUp(service: Service, rulebook: Rulebook, path: string, facts: Facts): string {
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  const from = steps.flatMap(fieldsOf).find((field) => field.path.join(".") === path)?.prefill?.from;
  const fetch = from && steps.find((step): step is Fetch => step.kind === "fetch" && step.key === from[0]);
  if (!fetch) return "";
  const missing = fetch.using.filter(({ rule }) => rulebook.evaluate(rule, facts) === undefined);
  const names = missing.flatMap(({ rule }) => {
    const read = service.rules[rule];
    return read ? [read.name ?? sayExpression(read.expression, service)] : [];
  });
  if (names.length === 0) return "";
  const source = service.names[from.join(".")]?.name ?? fetch.name;
  return `filled in from ${source}, and ${fetch.source} is not asked: ${names.join(" and ")} ${names.length === 1 ? "has" : "have"} no answer`;
}

function fieldsOf(step: Step): Field[] {
  return step.kind === "page" ? inParts(step.parts) : [];
}

function inParts(parts: readonly Part[]): Field[] {
  return parts.flatMap((part) => (part.kind === "group" ? inParts(part.parts) : part.kind === "field" ? [part] : []));
}
