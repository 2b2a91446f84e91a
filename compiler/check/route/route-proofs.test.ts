// The proofs over the route against playing it: random conditions over small answers. An example that a message names is
// played and goes where the message says; what is proved never happens in any case.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { play } from "../../command-line/play.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { emitContract } from "../../emit/contract/emit-contract.ts";
import { buildModel } from "../../model/build-model.ts";
import type { Model } from "../../model/model.ts";
import { createLineIndex } from "../../source/line-index.ts";
import { parseTree } from "../../syntax/parse.ts";
import { setStage } from "../examples/examples.ts";
import { playExample } from "../examples/play-example.ts";
import { checkProofs } from "../logic/proofs.ts";

const tests = ["a is yes", "a is no", "b is electric", "b is not petrol", "c is over 1", "c is at most 0", "c is 1"];
const condition = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...tests), { minLength: 1, maxLength: 2 }), fc.constantFrom(" and ", " or "))
  .map(([parts, joiner]) => parts.join(joiner));
const exits = fc.array(fc.record({ when: condition, to: fc.constantFrom("second", "x", "y") }), {
  minLength: 1,
  maxLength: 4,
});
const routes = fc.record({ first: exits, second: exits, isCaught: fc.boolean() });

interface Drawn {
  readonly first: readonly { readonly when: string; readonly to: string }[];
  readonly second: readonly { readonly when: string; readonly to: string }[];
  readonly isCaught: boolean;
}

function textOf({ first, second, isCaught }: Drawn): string {
  const lines = (all: Drawn["first"]) => all.map(({ when, to }) => `    when ${when} go to ${to}`);
  return [
    'service s "S"',
    'section one "One"',
    '  ask a "A?" as yes or no',
    '  ask b "B?" as one of fuels',
    '  ask c "C?" as whole number',
    "    must be from 0 to 2",
    "list fuels",
    '  - petrol "Petrol"',
    '  - electric "Electric"',
    "route",
    '  stage first "First"',
    ...lines(first),
    ...(isCaught ? ["    otherwise go to second"] : []),
    '  stage second "Second"',
    ...lines(second).map((line) => line.replace("go to second", "go to first")),
    "    otherwise go to y",
    'outcome x "X"',
    'outcome y "Y"',
  ].join("\n");
}

function modelOf(text: string): Model {
  const { tree } = parseTree("s.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("No model");
  return model;
}

/** The places a case comes to by itself, as it is really played. */
function playedWay(model: Model, service: Service, given: string): string[] {
  const own = modelOf(`${model.tree.text}\nexample "E"\n  ${given}\n  expect case goes to first`);
  const [example] = own.examples;
  if (!example) throw new Error("No example");
  const stage = setStage(own, service, play);
  return playExample(stage, example).standings.flatMap(({ entered }) => [...entered]);
}

/** The same by the compiled rules alone, with the number of the `when` line each stage was left by (-1: the bare one). */
function ruledWay(service: Service, answers: Answers): { readonly places: string[]; readonly by: number[] } {
  const rulebook = createRulebook(service);
  const known = { answers, records: {}, identity: {} };
  const { facts } = play.fillIn(service, rulebook, known, "2026-04-01");
  const places = ["first"];
  const by: number[] = [];
  while (places.length < 8) {
    const stage = service.route?.stages.find(({ name }) => name === places.at(-1));
    if (!stage) break;
    const index = stage.exits.findIndex(({ when }) => rulebook.evaluate(when, facts) === true);
    const to = stage.exits[index]?.goTo ?? stage.otherwise;
    if (to === undefined) break;
    by.push(index);
    places.push(to);
  }
  return { places, by };
}

function linesOf(text: string, problem: Problem): number {
  return createLineIndex(text).positionAt(problem.at.start).line;
}

const everyCase: readonly Answers[] = [true, false].flatMap((a) =>
  ["petrol", "electric"].flatMap((b) => [0, 1, 2].map((c) => ({ a, b, c }))),
);

/** Names of places in a row: more of them than there are stages means that the case goes round. */
const isRound = (places: readonly string[]) => places.filter((name) => name === "first").length > 2;

test("an example is played and goes where the message says, and what is proved never happens", () => {
  let played = 0;
  fc.assert(
    fc.property(routes, (drawn) => {
      const text = textOf(drawn);
      const model = modelOf(text);
      const problems = checkProofs(model);
      const service = emitContract(model);
      const tells = (code: string) => problems.some((one) => one.code === code);
      const ways = everyCase.map((answers) => ruledWay(service, answers));
      const goesRound = ways.some(({ places }) => isRound(places));
      expect(tells("FW507")).toBe(goesRound);
      expect(tells("FW503")).toBe(ways.some(({ places }) => places.at(-1) === "first" && !isRound(places)));
      const dead = problems.filter(({ code }) => code === "FW509").map((one) => linesOf(text, one));
      const lines = text.split("\n");
      const taken = ways.flatMap(({ places, by }) =>
        by.flatMap((index, at) => {
          const title = places[at] === "first" ? '  stage first "First"' : '  stage second "Second"';
          return index < 0 ? [] : [lines.indexOf(title) + 2 + index];
        }),
      );
      for (const line of dead) expect(taken).not.toContain(line);
      if (goesRound) return;
      for (const { code, explanation, args } of problems) {
        if (code !== "FW503" && code !== "FW510") continue;
        const given = explanation.find((line) => line.startsWith("As an example:  "))?.slice(16) ?? "";
        const way = playedWay(model, service, given);
        expect(code === "FW503" ? way.at(-1) : way).toEqual(
          code === "FW503" ? "first" : expect.arrayContaining([args["to"]]),
        );
        played += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(played).toBeGreaterThan(20);
});
