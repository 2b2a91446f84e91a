// Says how a value was worked out, and which way a case went, line by line in the author's words. For the explanation of a failing example.
import type { Expression, Service } from "#contract";
import type { Answers, Facts, Rulebook } from "#contract/facts.ts";
import type { Standing } from "#contract/play.ts";
import { type ExplainStep, explain, type ReadFact } from "#support/explain.ts";
import { sayExpression } from "#support/explain-words.ts";
import { showDate } from "#support/show-parts.ts";
import { showValue } from "#support/show-value.ts";
import { wordsIn } from "#support/words.ts";
import { whyNotLookedUp } from "./not-looked-up.ts";

type Row = readonly [name: string, value: string, how: string];

/** Each rule that the value rests on, how it came to be, and the answers it read. */
export function workingOf(
  service: Service,
  rulebook: Rulebook,
  id: string,
  facts: Facts,
  items: Readonly<Record<string, Answers>> = {},
): string[] {
  const steps = explain(service, rulebook, id, facts, items);
  const rules = steps.filter((step) => step.value !== undefined || step.rule === id);
  const read = new Map(steps.flatMap((step) => step.reads.map((fact) => [fact.path, fact] as const)));
  return inColumns([
    ...rules.map((step) => rowOf(step, service)),
    ...[...read.values()].map((fact): Row => {
      const [name, value] = factRow(fact, service);
      return [name, value, fact.value === undefined ? whyNotLookedUp(service, rulebook, fact.path, facts) : ""];
    }),
  ]);
}

function rowOf(step: ExplainStep, service: Service): Row {
  const value = step.value === undefined ? "not known" : said(step, service);
  return [step.name, value, howOf(step, service)];
}

function howOf(step: ExplainStep, service: Service): string {
  const laws = step.because.map((words) => wordsIn(words, languageOf(service), languageOf(service)));
  const law = laws.length > 0 ? ` (${laws.join("; ")})` : "";
  if (step.when) return `because ${oneLine(step.when, service)}${law}`;
  if (step.since) return `as it is from ${showDate(step.since, "en-GB")}${law}`;
  if (step.from.op === "literal" || step.from.op === "table" || step.value === undefined) return law.trim();
  return `= ${oneLine(step.from, service)}${law}`;
}

function factRow(fact: ReadFact, service: Service): Row {
  return [fact.name, fact.value === undefined ? "no answer" : said(fact, service), ""];
}

function said({ value, type }: Pick<ReadFact, "value" | "type">, service: Service): string {
  if (value === undefined) return "no answer";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type.kind === "one-of") return String(value);
  return showValue(value, type, languageOf(service), service);
}

function oneLine(expression: Expression, service: Service): string {
  return sayExpression(expression, service).replace(/\s+/g, " ");
}

function languageOf(service: Service): string {
  return service.languages[0]?.tag ?? "en";
}

/** Names, values and reasons under each other, however wide they are. */
function inColumns(rows: readonly Row[]): string[] {
  const widest = (column: 0 | 1): number => Math.max(0, ...rows.map((row) => Math.min(row[column].length, 40)));
  const [names, values] = [widest(0), widest(1)];
  return rows.map(([name, value, how]) => `  ${name.padEnd(names)}  ${value.padEnd(values)}  ${how}`.trimEnd());
}

/** The way of a case: each place, and why it went on from there or what it waits for. */
export function wayOf(service: Service, rulebook: Rulebook, standings: readonly Standing[]): string[] {
  const last = standings.findLastIndex((standing) => standing.entered.length > 0);
  const now = standings.at(-1);
  const rows = standings.flatMap((standing, index) =>
    standing.entered.map((name, at): Row => {
      const left = standing.entered[at + 1];
      const isLast = index === last && at === standing.entered.length - 1;
      const how =
        left === undefined
          ? isLast && now
            ? waitOf(service, now)
            : ""
          : guardsOf(service, rulebook, name, standing.facts);
      return [name, "", how];
    }),
  );
  const names = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, , how]) => `  ${name.padEnd(names)}  ${how}`.trimEnd());
}

function waitOf(service: Service, { place, until, open }: Standing): string {
  if (place.kind === "outcome") return "outcome";
  const stage = service.route?.stages.find((one) => one.name === place.name);
  const day = until === undefined ? "" : `, time runs out at the end of ${showDate(until, "en-GB")}`;
  if (stage?.payment) return `waits for the payment of ${stage.payment.name}${day}`;
  if (stage?.checks) return `waits for ${open.join(", ") || "nobody"}${day}`;
  return stage && stage.by.length > 0 ? `waits for ${stage.by.join(" or ")}${day}` : `stays there${day}`;
}

/** The conditions that a stage tried, each with what it came to. */
function guardsOf(service: Service, rulebook: Rulebook, name: string, facts: Facts): string {
  const stage = service.route?.stages.find((one) => one.name === name);
  const tried: string[] = [];
  for (const exit of stage?.exits ?? []) {
    if (exit.when === undefined) continue;
    const rule = service.rules[exit.when];
    const answer = rulebook.evaluate(exit.when, facts);
    if (rule) tried.push(`${oneLine(rule.expression, service)}: ${yesNo(answer)}`);
    if (answer === true) return tried.join("; ");
  }
  return tried.join("; ");
}

/** What the conditions of the automatic stages on the way rest on. */
export function guardWorking(service: Service, rulebook: Rulebook, standing: Standing): string[] {
  const passed = standing.entered.slice(0, -1);
  const rules = passed.flatMap((name) => {
    const stage = service.route?.stages.find((one) => one.name === name);
    return (stage?.exits ?? []).flatMap(({ when }) => (when === undefined ? [] : [when]));
  });
  const lines = rules.flatMap((rule) =>
    explain(service, rulebook, rule, standing.facts).flatMap((step, index): Row[] => [
      ...(index > 0 ? [[step.name, yesNo(step.value), howOf(step, service)] as const] : []),
      ...step.reads.map((fact) => factRow(fact, service)),
    ]),
  );
  return inColumns(lines.filter((row, index) => lines.findIndex((one) => one[0] === row[0]) === index));
}

function yesNo(value: unknown): string {
  return value === true ? "yes" : value === false ? "no" : "not known";
}
