// What can be reached, against walking through every way of answering on the compiled rules.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { emitContract } from "../../emit/contract/emit-contract.ts";
import { buildModel } from "../../model/build-model.ts";
import type { Model } from "../../model/model.ts";
import { applyEdits } from "../../source/edits.ts";
import { parseTree } from "../../syntax/parse.ts";
import { checkProofs } from "./proofs.ts";

const questions = [
  { name: "a", type: "yes or no", values: [true, false], tests: ["a is yes", "a is no", "a is not yes"] },
  {
    name: "b",
    type: "one of fuels",
    values: ["petrol", "electric"],
    tests: ["b is petrol", "b is not petrol", "b is answered"],
  },
  {
    name: "c",
    type: "whole number",
    values: [0, 1, 2],
    tests: ["c is over 1", "c is at most 0", "c is 1", "c is not answered"],
  },
  { name: "d", type: "whole number", values: [0, 1, 2], tests: ["d is over c", "d plus is 3", "d is under 1"] },
  { name: "e", type: "yes or no", values: [true, false], tests: [] },
] as const;

/** A condition over the questions before the n-th. */
function conditionFor(index: number): fc.Arbitrary<string | undefined> {
  const known = questions.slice(0, index).flatMap(({ tests }) => tests.map((one) => one.replace("d plus", "c + d")));
  if (known.length === 0) return fc.constant(undefined);
  const some = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 3 });
  const joined = fc.tuple(some, fc.constantFrom(" and ", " or ")).map(([parts, joiner]) => parts.join(joiner));
  return fc.option(joined, { nil: undefined, freq: 4 });
}

const shown = fc.tuple(...questions.map((_, index) => conditionFor(index)));

function textOf(conditions: readonly (string | undefined)[]): string {
  const lines = questions.flatMap(({ name, type }, index) => [
    `  ask ${name} "What about ${name}?" as ${type}`,
    ...(type === "whole number" ? ["    must be from 0 to 2"] : []),
    ...(conditions[index] === undefined ? [] : [`    show when ${conditions[index]}`]),
  ]);
  return `service permit "Permit"\nlist fuels\n  - petrol "Petrol"\n  - electric "Electric"\n\nsection one "One"\n${lines.join("\n")}\n`;
}

function modelOf(text: string): Model {
  const { tree } = parseTree("form.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  return model;
}

/** How often each question is asked and not asked, over every way of answering. */
function walk(rules: Rulebook, conditions: readonly (string | undefined)[]): Map<string, Set<boolean>> {
  const seen = new Map<string, Set<boolean>>(questions.map(({ name }) => [name, new Set()]));
  const step = (index: number, values: Record<string, Value>): void => {
    const question = questions[index];
    if (!question) return;
    const facts: Facts = {
      values,
      asked: new Set(Object.keys(values)),
      corrected: new Set(),
      dateApplied: "2026-01-01",
      today: "2026-01-01",
    };
    const isAsked = conditions[index] === undefined || rules.evaluate(`ask ${question.name}/show when`, facts) === true;
    seen.get(question.name)?.add(isAsked);
    if (!isAsked) step(index + 1, values);
    else for (const value of question.values) step(index + 1, { ...values, [question.name]: value });
  };
  step(0, {});
  return seen;
}

test("reports exactly the questions that no way of answering reaches, and conditions that always hold", () => {
  fc.assert(
    fc.property(shown, (conditions) => {
      const text = textOf(conditions);
      const model = modelOf(text);
      const seen = walk(createRulebook(emitContract(model)), conditions);
      const found = checkProofs(model);
      const told = found.flatMap((problem) =>
        problem.code === "FW405"
          ? [`${problem.args["thing"]}`, ...problem.explanation.join(" ").matchAll(/The question \w/g)]
          : [],
      );
      const reached = new Set(told.map(String));
      for (const [name, states] of seen) {
        expect([name, reached.has(`The question ${name}`)]).toEqual([name, !states.has(true)]);
        const index = questions.findIndex((one) => one.name === name);
        const span = model.rules.get(`ask ${name}/show when`)?.at;
        const isAlways = found.some(({ code, at }) => code === "FW414" && at.start === span?.start);
        expect([name, isAlways]).toEqual([name, conditions[index] !== undefined && !states.has(false)]);
      }
      expect(found.map(({ code }) => code)).not.toContain("FW415");
    }),
    { numRuns: 300 },
  );
});

test("a chain longer than proofs look is told, once", () => {
  const ask = (number: number) => `  ask q${number} "Question ${number}?" as yes or no\n`;
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => ask(at + 1) + (at > 0 ? `    show when q${at} is yes\n` : "")).join("");
  const codes = (length: number) =>
    checkProofs(modelOf(`service permit "Permit"\n\nsection one "One"\n${chain(length)}`)).map(({ code }) => code);
  expect(codes(5)).toEqual([]);
  expect(codes(30)).toEqual(["FW415"]);
});

test("choices that the limits of their question never accept are told", () => {
  const form = (limits: string) => `service permit "Permit"
list fuels
  - petrol "Petrol"
  - electric "Electric"
  - diesel "Diesel"

section one "One"
  ask badge "Badge?" as yes or no
  ask fuel "Fuel?" as one of fuels
${limits}`;
  const told = (limits: string) => checkProofs(modelOf(form(limits))).map(({ title }) => title);
  expect(told("    must not be electric\n")).toEqual(["The choice electric can never be the answer to fuel"]);
  expect(told("    must be one of petrol, diesel\n    show when badge is yes\n")).toHaveLength(1);
  expect(told("    must not be electric\n    must not be diesel\n    must not be petrol\n")).not.toContain("choice");
  expect(told("")).toEqual([]);
});

test("a choice of a list that several questions offer is reached when one of them shows it", () => {
  const form = (more: string) => `service market "Market stall"
list kinds
  - table "A table"
  - trailer "A trailer"
    show when outdoors is yes${more}

section one "One"
  ask outdoors "Outdoors?" as yes or no
  ask inside-kind "Which indoors?" as one of kinds
    show when outdoors is no
  ask outside-kind "Which outdoors?" as one of kinds
    show when outdoors is yes`;
  const told = (more: string) => checkProofs(modelOf(form(more))).map(({ title }) => title);
  expect(told("")).toEqual([]);
  expect(told(" and outdoors is no")).toEqual(["The choice trailer can never be shown"]);
});

const ofASet = (first: string, second: string) => `service permit "Permit"
question-set person "A person"
  ask age "How old?" as whole number
${first}
  ask job "What work?" as text
    show when age is under 18
section us "You and your partner"
  include person as claimant
  include person as partner
${second}
`;

test("a line of a question set that is included twice is told once", () => {
  const [only, ...others] = checkProofs(modelOf(ofASet("    must be from 18 to 99", "")));
  expect(only?.title).toBe("The question job can never be shown");
  expect(only?.explanation).toContain("Its question set is included 2 times, and it is so each time.");
  expect(others).toEqual([]);
  const always = checkProofs(modelOf(ofASet("    must be from 0 to 17", "")));
  expect(always.map(({ code, explanation }) => [code, explanation.at(-1)])).toEqual([
    ["FW414", "Its question set is included 2 times, and it is so each time."],
  ]);
});

test("what is so in one include only names it, and the line stays for the others", () => {
  const adult = '  check partner\'s age is at least 18 otherwise say "Your partner must be 18."';
  const told = checkProofs(modelOf(ofASet("    must be from 0 to 99", adult)));
  expect(told.map(({ title, fixes }) => [title, fixes])).toEqual([
    ["The question partner's job can never be shown", []],
  ]);
  const child = '  check partner\'s age is under 18 otherwise say "Your partner must be a child."';
  expect(checkProofs(modelOf(ofASet("    must be from 0 to 99", child)))).toEqual([]);
});

test("a decision whose conditions exclude each other is offered with any of them", () => {
  const text = `service permit "Permit"
section one "One"
  ask size "Size?" as one of these
    - small "Small"
    - large "Large"
decide fits when all of
  - size is small
  - size is large
`;
  const [told] = checkProofs(modelOf(text));
  expect(told?.code).toBe("FW405");
  expect(told?.fixes.map(({ title }) => title)).toEqual(["one of them is enough: change  all of  to  any of"]);
  const mended = applyEdits(text, told?.fixes[0]?.edits ?? []);
  expect(mended).toBe(text.replace("all of", "any of"));
  expect(checkProofs(modelOf(mended)).filter(({ code }) => code === "FW405")).toEqual([]);
});
