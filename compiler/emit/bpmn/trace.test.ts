// The same cases walked by Formwork's own routing and by a foreign BPMN engine come to the same stages in the same order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../tests/parking.ts";
import { emitBpmn } from "./emit-bpmn.ts";
import { type RandomCase, randomWalk, walkBoth } from "./tests/walk-both.ts";

/** By hand: so that every place is reached whatever chance does. */
const everyWay: readonly RandomCase[] = [
  { keeper: true, taxed: true, steps: ["pay"] },
  { keeper: true, taxed: true, steps: ["time"] },
  { keeper: false, taxed: true, steps: ["ask", "answer", "approve", "pay"] },
  { keeper: false, taxed: true, steps: ["ask", "time", "ask", "withdraw"] },
  { keeper: false, taxed: false, steps: ["refuse", "appeal", "uphold", "pay"] },
  { keeper: false, taxed: true, steps: ["refuse", "appeal", "dismiss"] },
];

const files = ["process.bpmn", "process.camunda.bpmn", "process.flowable.bpmn"] as const;

test.each(files)(
  "parking in %s: random cases come to the same stages and outcomes in the same order",
  async (file) => {
    const xml = await emitBpmn(parking, file);
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomWalk, async (walk) => {
        const { routed, foreign } = await walkBoth(parking, xml, walk);
        for (const place of routed) reached.add(place);
        expect(foreign).toEqual(routed);
      }),
      { numRuns: 40, endOnFailure: true, examples: everyWay.map((steps) => [steps]) },
    );
    expect([...reached].sort()).toEqual(
      [
        "appeal",
        "appeal-dismissed",
        "granted",
        "lapsed",
        "pay",
        "refused",
        "register-check",
        "review",
        "withdrawn",
      ].sort(),
    );
  },
  120_000,
);
