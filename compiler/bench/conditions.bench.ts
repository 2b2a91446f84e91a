// How fast rules are: the emitted conditions.js and the tree walker, against the same rule written by hand.
// Prints numbers; asserts nothing about time.
import { readFileSync } from "node:fs";
import type { Service } from "#contract";
import type { Facts, Rulebook, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";

const file = new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const service: Service = JSON.parse(readFileSync(file, "utf8"));
const text = emitConditions(service);
const module: { rulebook: Rulebook; permitFee: (facts: Facts) => Value | undefined } = await import(
  `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`
);

/** What a programmer would write for "permit-fee" and its table. */
function byHand({ fuel, permitsHeld, blueBadge }: Facts["values"]): Value | undefined {
  if (blueBadge === true) return 0;
  if (fuel === undefined || typeof permitsHeld !== "number") return undefined;
  if (fuel === "electric") return permitsHeld === 0 ? 6000 : 9000;
  return permitsHeld === 0 ? 12_000 : 18_000;
}

const fuels = ["petrol", "diesel", "electric"];
const drivers: Facts["values"][] = Array.from({ length: 1000 }, (_, at) => ({
  fuel: fuels[at % 3] ?? "petrol",
  permitsHeld: at % 4,
  blueBadge: at % 7 === 0,
}));

/** Every run has fresh facts, as a form has after each keystroke: nothing that was kept helps. */
function factsOf(values: Facts["values"]): Facts {
  return { values, asked: new Set(), corrected: new Set(), dateApplied: "2026-04-01", today: "2026-04-01" };
}

function nanosecondsPer(work: (facts: Facts) => Value | undefined): number {
  const rounds = 200;
  let answers = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const facts = drivers.map(factsOf);
    const start = performance.now();
    for (const one of facts) if (typeof work(one) === "number") answers += 1;
    best = Math.min(best, performance.now() - start);
  }
  if (answers !== rounds * drivers.length) throw new Error("Not every fee was worked out.");
  return (best * 1e6) / drivers.length;
}

const floor = nanosecondsPer((facts) => byHand(facts.values));
const walker = createRulebook(service);
const rows: [string, number][] = [
  ["conditions.js", nanosecondsPer((facts) => module.rulebook.evaluate("permit-fee", facts))],
  ["conditions.js by its own name", nanosecondsPer((facts) => module.permitFee(facts))],
  ["evaluate", nanosecondsPer((facts) => walker.evaluate("permit-fee", facts))],
];
for (const [name, measured] of rows) {
  const ratio = (measured / floor).toFixed(1);
  console.log(
    `permit-fee ${name}: ${measured.toFixed(0)} ns, floor (written by hand) ${floor.toFixed(0)} ns, ratio ${ratio}`,
  );
}

const start = performance.now();
for (let at = 0; at < 50; at += 1) emitConditions(service);
const emitted = (performance.now() - start) / 50;
const copyStart = performance.now();
for (let at = 0; at < 50; at += 1) JSON.parse(JSON.stringify(service));
const copied = (performance.now() - copyStart) / 50;
console.log(
  `emit conditions.js: ${emitted.toFixed(2)} ms, floor (copying service.json) ${copied.toFixed(2)} ms, ratio ${(emitted / copied).toFixed(1)}`,
);
