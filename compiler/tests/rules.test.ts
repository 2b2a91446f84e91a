// What conditions and values of the text come to, played on the rules the compiler makes of them.
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { compile } from "../compile.ts";

const questions = `service permit "Permit"
list fuels
  - petrol "Petrol"
  - electric "Electric"

section all "All"
  ask a "A?" as yes or no
  ask b "B?" as yes or no
  ask number "How many?" as whole number
  ask pay "How much?" as money
  ask born "When?" as date
  ask fuel "Which?" as one of fuels
  ask uses "Which ones?" as any of fuels
  repeat members each member "Who?"
    ask name "Name" as full name
    ask share "Share" as money

`;

function serviceOf(rules: string): Service {
  const { service, problems } = compile("a.service", new Map([["a.service", questions + rules]]));
  if (!service) throw new Error(problems.map((problem) => problem.title).join("; "));
  return service;
}

function evaluate(rule: string, values: Answers): Value | undefined {
  const form = rule.startsWith("calculate") ? rule : `decide it when ${rule}`;
  const service = serviceOf(form);
  const facts = { values, asked: new Set(Object.keys(service.names)), corrected: new Set<string>() };
  return createRulebook(service).evaluate("it", { ...facts, dateApplied: "2026-06-15", today: "2026-07-01" });
}

test.each<[string, Answers, Value | undefined]>([
  ["a is yes", { a: true }, true],
  ["a is yes", {}, undefined],
  ["a is not yes", { a: false }, true],
  ["a is yes and b is yes", { a: false }, false],
  ["a is yes or b is yes", { a: true }, true],
  ["a is yes unless b is yes", { a: true }, true],
  ["a is yes unless b is yes", { a: true, b: true }, false],
  ["number is from 1 to 3", { number: 3 }, true],
  ["number is from 1 to 3", { number: 4 }, false],
  ["number is more than 2", { number: 2 }, false],
  ["pay is at least £12.50", { pay: 1250 }, true],
  ["born is at least 18 years ago", { born: "2008-06-15" }, true],
  ["born is at least 18 years ago", { born: "2008-06-16" }, false],
  ["years since born is at least 18", { born: "2008-06-15" }, true],
  ["born is in the past", { born: "2026-07-01" }, false],
  ["born is within the last 3 months", { born: "2026-04-01" }, true],
  ["fuel is one of petrol, electric", { fuel: "electric" }, true],
  ["fuel is not electric", {}, undefined],
  ["uses includes electric", { uses: ["petrol"] }, false],
  ["uses does not include electric", { uses: ["petrol"] }, true],
  ["fuel is answered", {}, false],
  ["fuel is not answered", {}, true],
  ["any member's share is over £5", { members: [{ id: "1", share: 600 }] }, true],
  ["every member's share is over £5", { members: [] }, false],
  ["none of\n  - a is yes\n  - b is yes", { a: false, b: false }, true],
  ["any of\n  - all of\n    - a is yes\n    - b is yes\n  - number is 1", { a: true, b: false, number: 1 }, true],
])("%s with %j is %j", (rule, values, expected) => {
  expect(evaluate(rule, values)).toBe(expected);
});

test.each<[string, Answers, Value | undefined]>([
  ["calculate it = pay times 2", { pay: 150 }, 300],
  ["calculate it = 25% of pay", { pay: 1000 }, 250],
  ["calculate it = count of members", { members: [{ id: "1" }, { id: "2" }] }, 2],
  ["calculate it = sum of member's share + £1", { members: [{ id: "1", share: 250 }] }, 350],
  ["calculate it = pay\n  except £0 when a is yes", { pay: 100, a: true }, 0],
  ["calculate it = pay - £5\n  never below £0", { pay: 100 }, 0],
  ["calculate it = pay\n  rounded up to £1", { pay: 101 }, 200],
])("%s with %j is %j", (rule, values, expected) => {
  expect(evaluate(rule, values)).toBe(expected);
});

test("a table takes the row that fits, and any fits everything", () => {
  const service = serviceOf(`table prices
  when none match use £9
  | fuel     | number       | then it |
  | electric | any          | £1      |
  | petrol   | 1 to under 3 | £2      |
`);
  const facts = {
    asked: new Set<string>(),
    corrected: new Set<string>(),
    dateApplied: "2026-06-15",
    today: "2026-06-15",
  };
  const price = (values: Answers) => createRulebook(service).evaluate("it", { ...facts, values });
  expect([
    price({ fuel: "electric" }),
    price({ fuel: "petrol", number: 2 }),
    price({ fuel: "petrol", number: 3 }),
  ]).toEqual([100, 200, 900]);
});

test("an amount follows the day of sending", () => {
  const service = serviceOf("amount it\n  £10 from 1 January 2026\n  £12 from 1 July 2026\n");
  const facts = { values: {}, asked: new Set<string>(), corrected: new Set<string>(), today: "2026-09-01" };
  const on = (dateApplied: string) => createRulebook(service).evaluate("it", { ...facts, dateApplied });
  expect([on("2026-06-30"), on("2026-07-01")]).toEqual([1000, 1200]);
});
