// How fast rules are: the emitted conditions.js and the tree walker, against the same rule written by hand as a programmer would, on the
// same answers. Every contender has a loop of its own, loaded by itself, so that none slows the next. Prints numbers; asserts nothing
// about time, but that all give the same.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Service } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";
import { byHand, someFacts } from "./rules-by-hand.ts";

type Rule = (facts: Facts) => Value | undefined;
type Loop = (rule: Rule, facts: readonly Facts[]) => number;

function serviceOf(example: string): Service {
  const file = new URL(`../../examples/${example}/expected/service.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

let loads = 0;
/** A module of its own each time it is asked for, so that what one run taught the engine helps and hinders no other. */
async function load<Module>(text: string): Promise<Module> {
  const own = `${text}\n// ${loads++}`;
  return import(`data:text/javascript;base64,${Buffer.from(own).toString("base64")}`);
}

async function newLoop(): Promise<Loop> {
  const text =
    "export function loop(rule, facts) { let known = 0; for (const one of facts) if (rule(one) !== undefined) known += 1; return known; }";
  return (await load<{ loop: Loop }>(text)).loop;
}

/** Nanoseconds of one asking, for each contender: the middle of many rounds, which take turns so that all see the same machine. */
async function race(contenders: readonly Rule[], facts: () => Facts[]): Promise<number[]> {
  const entries = await Promise.all(contenders.map(async (rule) => ({ rule, loop: await newLoop(), took: [0] })));
  for (let round = 0; round < 1500; round += 1) {
    for (const { rule, loop, took } of entries) {
      const fresh = facts();
      const start = performance.now();
      loop(rule, fresh);
      const time = performance.now() - start;
      if (round >= 500) took.push((time * 1e6) / fresh.length);
    }
  }
  return entries.map(({ took }) => took.sort((one, other) => one - other)[took.length >> 1] ?? 0);
}

for (const [example, rules] of Object.entries(byHand)) {
  const service = serviceOf(example);
  const text = emitConditions(service);
  const walker = createRulebook(service);
  for (const [id, { name, written }] of Object.entries(rules)) {
    const { rulebook, ...named } = await load<{ rulebook: Rulebook } & Record<string, Rule>>(text);
    const own = named[name];
    if (!own) throw new Error(`conditions.js has no function "${name}".`);
    const all = someFacts(example);
    for (const facts of all) {
      const wanted = written(facts);
      if (!isDeepStrictEqual([own(facts), rulebook.evaluate(id, { ...facts })], [wanted, wanted]))
        throw new Error(
          `"${id}" written by hand means something else: ${JSON.stringify([facts.values, wanted, own(facts)])}`,
        );
    }
    // Every round has fresh facts, as a form has after each keystroke: nothing that was kept helps.
    const fresh = (): Facts[] => all.map((facts) => ({ ...facts }));
    const [floor = 0, byName = 0, byId = 0, walked = 0] = await race(
      [written, own, (facts) => rulebook.evaluate(id, facts), (facts) => walker.evaluate(id, facts)],
      fresh,
    );
    const show = (what: string, time: number): void =>
      console.log(
        `${id} ${what}: ${time.toFixed(1)} ns, floor (written by hand) ${floor.toFixed(1)} ns, speed ${(floor / time).toFixed(2)} of it${what === "evaluate" ? "" : " (aim 0.5)"}`,
      );
    show("conditions.js by its own name", byName);
    show("conditions.js by id", byId);
    show("evaluate", walked);
  }
}

const parking = serviceOf("resident-parking-permit");
const start = performance.now();
for (let at = 0; at < 50; at += 1) emitConditions(parking);
const emitted = (performance.now() - start) / 50;
const copyStart = performance.now();
for (let at = 0; at < 50; at += 1) JSON.parse(JSON.stringify(parking));
const copied = (performance.now() - copyStart) / 50;
console.log(
  `emit conditions.js: ${emitted.toFixed(2)} ms, floor (copying service.json) ${copied.toFixed(2)} ms, ratio ${(emitted / copied).toFixed(1)}`,
);
