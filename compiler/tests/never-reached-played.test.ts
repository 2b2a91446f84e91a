// What is called never reached (FW405) or always yes (FW414) is played: random people fill in the form, and of those who get
// through it with every limit and demand kept none reaches the one, or finds the other not so.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook, evaluateExpression } from "#support/evaluate.ts";
import { nothingKnown } from "../check/examples/play-example.ts";
import { checkProofs } from "../check/logic/proofs.ts";
import { type FormPlaces, findFormPlaces } from "../check/proof/form-places.ts";
import { findGuards, type Guard } from "../check/proof/guards.ts";
import { play } from "../command-line/play.ts";
import { emitContract } from "../emit/contract/emit-contract.ts";
import { buildModel } from "../model/build-model.ts";
import type { Datum, Model } from "../model/model.ts";
import { dottedOf } from "../model/readings.ts";
import { familyOf } from "../model/types/families.ts";
import { parseTree } from "../syntax/parse.ts";

const samples = "compiler/tests/samples/logic";
const texts = readdirSync(samples).map(
  (slug) => [slug, readFileSync(path.join(samples, slug, "bad.service"), "utf8")] as const,
);

interface Claim {
  readonly code: string;
  readonly guard: Guard;
}

interface Form {
  readonly model: Model;
  readonly places: FormPlaces;
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly claims: readonly Claim[];
}

function formOf(text: string): Form {
  const { tree } = parseTree("a.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  const places = findFormPlaces(model);
  const problems = checkProofs(model);
  const claims = findGuards(model, places).flatMap((guard) =>
    problems
      .filter(({ code, at }) => (code === "FW405" || code === "FW414") && at.start === guard.at.start)
      .map(({ code }) => ({ code, guard })),
  );
  const service = emitContract(model);
  return { model, places, service, rulebook: createRulebook(service), claims };
}

/** Values that the text speaks of, and some beside them. */
function valuesFor(text: string, { model }: Form, { type }: Datum): fc.Arbitrary<Value> | undefined {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((one) => one < 2000);
  const near = [...new Set([0, 1, ...numbers.flatMap((one) => [one - 1, one, one + 1])])].filter((one) => one >= 0);
  const options = type?.list === undefined ? [] : (model.lists[type.list]?.options ?? []).map(({ value }) => value);
  switch (type && familyOf(type)) {
    case "yes-or-no":
      return fc.boolean();
    case "choice":
      return options.length > 0 ? fc.constantFrom(...options) : undefined;
    case "choices":
      return options.length > 0 ? fc.subarray(options, { minLength: 1 }) : undefined;
    case "number":
      return fc.constantFrom(...near);
    case "money":
      return fc.constantFrom(...near.map((one) => one * 100));
    case "text":
      return fc.constantFrom("Something else", ...[...text.matchAll(/is "([^"]*)"/g)].map(([, words = ""]) => words));
    case "date":
      return fc.constantFrom(...[1950, 1990, 2007, 2008, 2009, 2020, 2026, 2030].map((year) => `${year}-03-05`));
    default:
      return undefined;
  }
}

/** Everybody's answers, asked or not: the form takes what it asks. */
function people(text: string, form: Form): fc.Arbitrary<Answers> {
  const values: Record<string, fc.Arbitrary<Value>> = {};
  for (const datum of form.model.data) {
    const key = dottedOf(datum);
    const value = form.places.fields.has(key) && !datum.item ? valuesFor(text, form, datum) : undefined;
    if (value && !key.includes(".")) values[key] = value;
  }
  return fc.record(values);
}

/** Every limit and every demand is kept, everything required that is asked has an answer, and one choice on its own stands alone. */
function getsThrough({ places, service, rulebook }: Form, facts: Facts): boolean {
  const isNo = (rule: string) => rulebook.evaluate(rule, facts) === false;
  for (const [key, field] of places.fields) {
    if (!facts.asked.has(key)) continue;
    if (facts.values[key] === undefined && !field.optional) return false;
    if (field.musts?.some(({ rule }) => isNo(rule))) return false;
    const options = field.type.list === undefined ? [] : (service.lists[field.type.list]?.options ?? []);
    const chosen = [facts.values[key] ?? []].flat();
    const hidden = options.filter(
      ({ value, showWhen }) =>
        chosen.includes(value) && showWhen !== undefined && rulebook.evaluate(showWhen, facts) !== true,
    );
    const alone = options.some(({ value, onItsOwn }) => onItsOwn === true && chosen.includes(value));
    if (hidden.length > 0 || (alone && chosen.length > 1)) return false;
  }
  return places.gates.every(({ demand, stopWhen }) =>
    demand ? !isNo(demand.rule) : stopWhen === undefined || rulebook.evaluate(stopWhen, facts) !== true,
  );
}

const forms = texts.map(([slug, text]) => [slug, text, formOf(text)] as const);

test.each(forms.filter(([, , { claims }]) => claims.length > 0))("%s", (_, text, form) => {
  const { service, rulebook, claims } = form;
  let through = 0;
  fc.assert(
    fc.property(people(text, form), (answers) => {
      const { facts } = play.fillIn(service, rulebook, { ...nothingKnown, answers }, "2026-04-01");
      if (!getsThrough(form, facts)) return;
      through += 1;
      const yes = (when: Guard["condition"]) => evaluateExpression(when, service, rulebook, facts) === true;
      for (const { code, guard } of claims) {
        const comesHere = guard.around.every(yes) && !guard.before.some(({ condition }) => yes(condition));
        if (!comesHere) continue;
        expect([guard.thing, yes(guard.condition)]).toEqual([guard.thing, code === "FW414"]);
      }
    }),
    { numRuns: 400 },
  );
  expect(through).toBeGreaterThan(0);
});

test("there are claims of both kinds", () => {
  const codes = forms.flatMap(([, , { claims }]) => claims.map(({ code }) => code));
  expect(codes.filter((code) => code === "FW405").length).toBeGreaterThan(25);
  expect(codes.filter((code) => code === "FW414").length).toBeGreaterThan(3);
});
