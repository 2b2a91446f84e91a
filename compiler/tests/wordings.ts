// One service with a question of every kind, for the tests of wordings: a rule is put below it and played. Used by tests only.
import type { Service } from "#contract";
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { sayExpression } from "#support/explain-words.ts";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";
import { loadModule } from "../emit/tests/parking.ts";

/** Everything that can be asked; the rule of a test stands below it. */
export const questions = `service permit "Permit"
list fuels
  - petrol "Petrol"
  - diesel "Diesel"
  - electric "Electric"

calendar town "Town"
  working days are Monday, Tuesday, Wednesday, Thursday, Friday
  closed on 25 December 2026 "Christmas Day"

section all "All"
  ask a "A?" as yes or no
  ask b "B?" as yes or no
  ask number "How many?" as whole number
  ask weight "How heavy?" as number
  ask part "What part?" as percentage
  ask pay "How much?" as money
  ask rent "How much rent?" as money
  ask born "When?" as date
  ask gone "When gone?" as date
  ask opens "At what time?" as time
  ask built "In which year?" as year
  ask name "Name?" as text
    optional
  ask fuel "Which?" as one of fuels
  ask uses "Which ones?" as any of fuels
  ask extra "How much more?" as money
    show when a is yes
  repeat members each member "Who?"
    ask who "Name" as full name
    ask fee "Share" as money
    ask adult "Adult?" as yes or no
    ask joined "When?" as date

amount day-limit
  28 days from 1 January 2026
amount month-limit
  3 months from 1 January 2026
amount base
  £10 from 1 January 2026
  £12 from 1 July 2026
amount rate
  40% from 1 January 2026

decide entitled when a is yes

route
  calendar town
  stage review "Review"
    go to done
outcome done "Done"

`;

/** The problems of a rule, as put below the questions, without those about the small route. */
export function problemsOf(rule: string): readonly Problem[] {
  const { problems } = compile("a.service", new Map([["a.service", textOf(rule)]]));
  return problems.filter(({ code }) => code < "FW5");
}

/** The whole text with a rule; a condition alone becomes a decision. */
export function textOf(rule: string): string {
  const isLine = /^(calculate|decide|table|amount) /.test(rule);
  return `${questions}${isLine ? rule : rule.startsWith("=") ? `calculate it ${rule}` : `decide it when ${rule}`}\n`;
}

/** What a rule comes to by each embodiment, and how it is said. */
export interface Outcome {
  readonly walked: Value | undefined;
  readonly emitted: Value | undefined;
  readonly said: string;
}

/** Plays a rule with answers, sent on 15 June 2026 and looked at on 1 July. Throws with what is said about the text. */
export async function play(rule: string, values: Answers): Promise<Outcome> {
  const { service, problems } = compile("a.service", new Map([["a.service", textOf(rule)]]));
  if (!service) throw new Error(problems.map(({ code, title }) => `${code} ${title}`).join("; "));
  const facts: Facts = {
    values,
    asked: new Set(Object.keys(values)),
    corrected: new Set(["rent"]),
    dateApplied: "2026-06-15",
    today: "2026-07-01",
  };
  const [walked, emitted] = [createRulebook(service), await load(service)];
  const expression = service.rules["it"]?.expression;
  return {
    walked: walked.evaluate("it", facts),
    emitted: emitted.evaluate("it", { ...facts }),
    said: expression ? sayExpression(expression, service) : "",
  };
}

async function load(service: Service): Promise<Rulebook> {
  const { rulebook } = await loadModule(emitConditions(service));
  return rulebook as Rulebook;
}
