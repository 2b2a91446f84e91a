// FW701: an example that does not come out as expected, with the working shown. Plays values and decisions on the compiled rules.
import type { Expression, Field, Part, Service, Step } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { showValue } from "#support/show-value.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Example, Expectation, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import { change } from "../text-edits.ts";

/** One problem for each expectation that is not met. */
export function checkExamples(model: Model, service: Service): Problem[] {
  return model.examples.flatMap((example) => {
    const played = withExpectations(service, example);
    const rules = createRulebook(played);
    const facts = factsOf(model, service, rules, example);
    return example.expect.flatMap((expected, index) => {
      const came = isMet(service, rules, facts, expected, index);
      return came ? [] : [problemOf(model, service, rules, facts, example, expected)];
    });
  });
}

/** The service with each expectation as one more rule, so that they are worked out by the very same means. */
function withExpectations(service: Service, example: Example): Service {
  const rules = { ...service.rules };
  example.expect.forEach(({ condition }, index) => {
    if (condition !== "eligible")
      rules[expectedId(index)] = { gives: { kind: "yes-or-no" }, expression: condition, reads: [] };
  });
  return { ...service, rules };
}

function expectedId(index: number): string {
  return `example/expect ${index + 1}`;
}

function isMet(service: Service, rules: Rulebook, facts: Facts, expected: Expectation, index: number): boolean {
  if (expected.condition === "eligible") {
    const failed = (service.eligibility?.requirements ?? []).some((one) => rules.evaluate(one.rule, facts) === false);
    return failed === expected.negated;
  }
  return rules.evaluate(expectedId(index), facts) === !expected.negated;
}

/** The answers given, those filled in from registers, and which questions are asked then. */
function factsOf(model: Model, service: Service, rules: Rulebook, example: Example): Facts {
  const values: Record<string, Value> = {};
  for (const { datum, value } of example.given) put(values, [...(datum.item?.list ?? []), ...datum.path], value);
  for (const { path, prefill } of fieldsOf(service)) {
    const known = prefill && at(values, prefill.from);
    if (known !== undefined && at(values, path) === undefined) put(values, path, known);
  }
  const day = example.on ?? model.version.starts;
  const asked = new Set(Object.keys(service.names));
  const facts: Facts = { values, asked, corrected: new Set(), dateApplied: day, today: day };
  for (const [path, named] of Object.entries(service.names))
    if (named.askedWhen !== undefined && rules.evaluate(named.askedWhen, facts) !== true) asked.delete(path);
  return facts;
}

function fieldsOf(service: Service): Field[] {
  const ofPart = (part: Part): Field[] =>
    part.kind === "field" ? [part] : part.kind === "group" ? part.parts.flatMap(ofPart) : [];
  const ofStep = (step: Step): Field[] => (step.kind === "page" ? step.parts.flatMap(ofPart) : []);
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  return steps.flatMap(ofStep);
}

function put(values: Record<string, Value>, path: readonly string[], value: Value): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    values[key] = value;
    return;
  }
  const inside: Record<string, Value> = {};
  const before = values[key];
  if (typeof before === "object" && !Array.isArray(before)) Object.assign(inside, before);
  put(inside, rest, value);
  values[key] = inside;
}

function at(values: unknown, path: readonly string[]): Value | undefined {
  let found: unknown = values;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  return typeof found === "string" || typeof found === "number" || typeof found === "boolean" ? found : undefined;
}

function problemOf(
  model: Model,
  service: Service,
  rules: Rulebook,
  facts: Facts,
  example: Example,
  { span, datum, valueAt }: Expectation,
): Problem {
  const came = datum && said(service, rules, facts, datum);
  const working = datum?.rule === undefined ? [] : workingOf(model, service, rules, facts, datum);
  const fixes =
    came !== undefined && valueAt && datum?.type ? [change(model.trees, valueAt, written(came, datum))] : [];
  return problems.exampleFails(
    valueAt ?? span,
    { title: example.title },
    {
      beside: came === undefined ? "the service has no answer here" : `the service gives ${came}`,
      explanation: working.length > 0 ? [`How ${came ?? "it"} was worked out:`, ...working] : [],
      fixes,
    },
  );
}

/** As the author writes it: the name of a choice, not its label. */
function written(came: string, datum: Datum): string {
  const kind = datum.type?.kind;
  return kind === "yes-or-no" ? came.toLowerCase() : came.replace(/\.00$/, "");
}

function said(service: Service, rules: Rulebook, facts: Facts, datum: Datum): string | undefined {
  const value = datum.rule === undefined ? at(facts.values, datum.path) : rules.evaluate(datum.rule, facts);
  if (value === undefined || !datum.type) return undefined;
  if (datum.type.kind === "one-of") return String(value);
  return showValue(value, datum.type, service.languages[0]?.tag ?? "en", service);
}

/** Every named value that the result rests on, with what it was. */
function workingOf(model: Model, service: Service, rules: Rulebook, facts: Facts, datum: Datum): string[] {
  const rule = datum.rule === undefined ? undefined : service.rules[datum.rule];
  const names = new Set<string>();
  if (rule) collect(rule.expression, service, names);
  return [...names].flatMap((dotted) => {
    const read = model.data.find((one) => dottedOf(one) === dotted || one.rule === dotted);
    if (!read || read === datum) return [];
    return [`  ${read.said.padEnd(20)} ${said(service, rules, facts, read) ?? "no answer"}`];
  });
}

function collect(expression: Expression, service: Service, names: Set<string>): void {
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("op" in node && node.op === "rule" && "id" in node && typeof node.id === "string" && !names.has(node.id)) {
      names.add(node.id);
      visit(service.rules[node.id]?.expression);
    }
    if ("op" in node && node.op === "fact" && "path" in node && Array.isArray(node.path))
      names.add(node.path.join("."));
    for (const value of Object.values(node)) visit(value);
  };
  visit(expression);
}
