// Money in any currency in rules: it can be kept, shown and compared with "is"; whatever would need a rate between currencies is told,
// and so is what is paid and is no amount of money.
import { expect, test } from "vitest";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const head = `service club "Club"
  version 1 starts 1 April 2026
section about-you "About you"
  ask earned "What did you earn?" as money in any currency
  ask spent "What did you spend?" as money in any currency
  ask born "When were you born?" as date
  ask account "Which account?" as bank account
  repeat jobs each job "Your jobs"
    ask pay "What does it pay?" as money in any currency
`;

function compiled(lines: string) {
  const text = `${head}${lines}\n`;
  return { text, ...compile("bad.service", new Map([["bad.service", text]])) };
}

test.each([
  ["calculate total = earned + spent", 0],
  ["calculate more = earned + £5", 1],
  ["calculate double = earned times 2", 1],
  ["calculate share = 25% of earned", 1],
  ["calculate ratio = earned divided by £3", 1],
  ["calculate all = sum of job's pay", 1],
  ["calculate most = highest of job's pay", 1],
  ["calculate some = earned\n  never above £100", 1],
  ["calculate even = earned\n  rounded up to £1", 1],
  ["decide rich when earned is over £100", 1],
  ["decide richer when earned is over spent", 0],
  ["decide poorer when earned is at most spent", 0],
  ["table rates\n  | earned | then rate |\n  | over £5 | £1 |\n  | at most £5 | £2 |", 1],
  ['outcome done "Done"\n  pay earned to account', 1],
])("%s is told once", (lines, fixes) => {
  const { text, problems } = compiled(lines);
  const stops = problems.filter(({ code }) => code === "FW301");
  expect(stops.length).toBeGreaterThan(0);
  expect(stops.map(({ explanation }) => explanation.join(" "))).toEqual(
    stops.map(() => expect.stringContaining("no rate between currencies")),
  );
  const [first] = stops[0]?.fixes ?? [];
  expect(first ? 1 : 0).toBe(fixes);
  if (!first) return;
  const mended = applyEdits(text, first.edits);
  const after = compile("bad.service", new Map([["bad.service", mended]])).problems;
  expect(after.filter(({ code }) => code === "FW301")).toEqual([]);
});

test("an amount whose currency a rule speaks of is not turned into plain money", () => {
  const { problems } = compiled('decide rich when earned is over £100\ndecide euros when earned\'s currency is "EUR"');
  expect(problems.map(({ code, fixes }) => [code, fixes.length])).toEqual([["FW301", 0]]);
});

test("two of them are the same in amount and currency", () => {
  const { service, problems } = compiled(
    'decide same when earned is spent\ndecide euros when earned\'s currency is "EUR"',
  );
  expect(problems.filter(({ severity }) => severity === "stop")).toEqual([]);
  if (!service) throw new Error("it does not compile");
  const rulebook = createRulebook(service);
  const of = (earned: Answers, spent: Answers) => {
    const values: Answers = { earned, spent };
    const facts = {
      values,
      asked: new Set<string>(),
      corrected: new Set<string>(),
      dateApplied: "2026-04-01",
      today: "2026-04-01",
    };
    return ["same", "euros"].map((id) => rulebook.evaluate(id, facts));
  };
  expect(of({ amount: 100, currency: "EUR" }, { currency: "EUR", amount: 100 })).toEqual([true, true]);
  expect(of({ amount: 100, currency: "USD" }, { amount: 100, currency: "EUR" })).toEqual([false, false]);
});

test.each(["born", "five"])("what is paid is an amount of money: %s is none", (name) => {
  const { problems } = compiled(`calculate five = 5\noutcome done "Done"\n  pay ${name} to account`);
  expect(problems.filter(({ severity }) => severity === "stop").map(({ code }) => code)).toEqual(["FW301"]);
});

test("yes and no have no order, nor have lists and addresses", () => {
  const { problems } = compiled("decide odd when account is over account");
  const [problem] = problems.filter(({ code }) => code === "FW301");
  expect(problem?.explanation).toEqual(["Only numbers, amounts, dates and times have an order."]);
});
