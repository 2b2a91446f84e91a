// Calculations whose results were worked out by hand (samples/worked): every example comes out, and the tree walker, conditions.js and
// JSONata give the same for every rule of every one.
import { readdirSync, readFileSync } from "node:fs";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import type { Facts, Rulebook } from "#contract/facts.ts";
import type { Play } from "#contract/play.ts";
import { createRulebook } from "#support/evaluate.ts";
import { itemsAt } from "#support/facts.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";
import { emitJsonata, ruleText } from "../emit/jsonata/jsonata.ts";
import { loadModule } from "../emit/tests/parking.ts";

const folder = new URL("samples/worked/", import.meta.url);
const texts = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), "utf8")] as const);

/** What was filled in while the examples were played. */
function played(file: string, text: string) {
  const seen: Facts[] = [];
  const listening: Play = {
    ...play,
    fillIn(...args) {
      const filled = play.fillIn(...args);
      seen.push(filled.facts);
      return filled;
    },
  };
  return { ...compile(file, new Map([[file, text]]), { play: listening }), seen };
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

test.each(texts)("%s comes out as worked out by hand", (file, text) => {
  const { problems, seen } = played(file, text);
  const wrong = problems.filter(({ code, severity }) => severity === "stop" || code === "FW701");
  expect(wrong.map(({ title, explanation }) => [title, ...explanation])).toEqual([]);
  expect(seen.length).toBeGreaterThan(2);
});

test.each(texts)("%s gives the same in all three targets", async (file, text) => {
  const { service, seen } = played(file, text);
  if (!service) throw new Error("a text that is right");
  const emitted = (await loadModule(emitConditions(service)))["rulebook"] as Rulebook;
  const [document, rulebook] = [emitJsonata(service), createRulebook(service)];
  let compared = 0;
  for (const [id, rule] of Object.entries(service.rules)) {
    const run = jsonata(ruleText(document, id));
    for (const facts of seen) {
      const lists =
        rule.item === undefined ? [{}] : itemsAt(facts.values, ["people"]).map((item) => ({ [rule.item ?? ""]: item }));
      for (const items of lists) {
        const { values, asked, corrected, today, dateApplied } = facts;
        const input = { answers: values, asked: [...asked], corrected: [...corrected], today, dateApplied, items };
        const walked = plain(rulebook.evaluate(id, facts, items));
        expect(plain(await run.evaluate(input)), `${id} of ${JSON.stringify(values)}`).toEqual(walked);
        expect(plain(emitted.evaluate(id, facts, items)), id).toEqual(walked);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(10);
});
