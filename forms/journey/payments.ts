// What is paid on the way, as far as it is worked out: the amount, the answers it was worked out from, and the laws of the
// way that was taken. An exception that did not apply has no say here.
import type { Service } from "#contract";
import { type ExplainStep, explain } from "#support/explain.ts";
import { showValue } from "./fill.ts";
import { questionsOf } from "./parts-of.ts";
import type { Journey, Payment } from "./shapes.ts";
import { spoken } from "./walk-page.ts";
import { wordsIn } from "./words-in.ts";

/** The payments of the route's stages, in order. */
export function paymentsOf(journey: Journey): Payment[] {
  const { service, setting } = journey;
  return (service.route?.stages ?? []).flatMap(({ payment }) => {
    if (!payment) return [];
    const named = Object.values(service.names).find((one) => one.rule === payment.of);
    const label = named?.label ? wordsIn(named.label, setting.language) : spoken(payment.name);
    return [{ label, ...workedOut(journey, payment.of) }];
  });
}

function workedOut(journey: Journey, rule: string): Omit<Payment, "label"> {
  const { service, rulebook, facts, setting } = journey;
  const steps = explain(service, rulebook, rule, facts);
  const value = steps[0]?.value;
  if (value === undefined || steps.some((step) => isOpen(journey, step))) return { laws: [], reasons: [] };
  const type = service.rules[rule]?.gives ?? { kind: "text" };
  const laws = steps.flatMap((step) => step.because.map((law) => wordsIn(law, setting.language)));
  return {
    text: showValue(value, type, service, setting),
    laws: [...new Set(laws)],
    reasons: reasonsOf(journey, steps),
  };
}

/**
 * True while a question that could still change the amount is unanswered. Where an exception or a row applied, everything
 * it rests on is known; where nothing did, it may be that an answer is missing that would have made one apply.
 */
function isOpen({ service, steps }: Journey, step: ExplainStep): boolean {
  if (step.way === "exception" || step.way === "row") return false;
  const reads = new Set(service.rules[step.rule]?.reads ?? []);
  return steps
    .flatMap((one) => (one.kind === "page" ? one.fields : []))
    .some(
      (field) => field.asked && field.required && field.value === undefined && reads.has(field.field.path.join(".")),
    );
}

/** The answers read on the way, each once: those a person gave, and those filled in for them. */
function reasonsOf({ service, setting }: Journey, steps: readonly ExplainStep[]): Payment["reasons"] {
  const questions = new Map(questionsOf(service).map((field) => [field.path.join("."), field]));
  const read = new Map(steps.flatMap((step) => step.reads.map((fact) => [fact.path, fact])));
  return [...read.values()].flatMap(({ path, type, value }) => {
    if (value === undefined) return [];
    const label = labelOf(service, path, questions.get(path)?.shortName);
    return label ? [{ label: wordsIn(label, setting.language), text: showValue(value, type, service, setting) }] : [];
  });
}

/** A fact without words of its own is no reason that a person could read. */
function labelOf(service: Service, path: string, short: Service["title"] | undefined): Service["title"] | undefined {
  return short ?? (Object.hasOwn(service.names, path) ? service.names[path]?.label : undefined);
}
