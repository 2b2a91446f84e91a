// Waits, signatures and what roles do after an outcome: the foreign engine comes to the same stages as routing does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { emitBpmn } from "./emit-bpmn.ts";
import { type RandomCase, randomWalk, walkBoth } from "./tests/walk-both.ts";

const text = `service permit "Permit"
  agency city "City"

role officer "an officer"
partner court-service "Courts"

source court "The court"
  run by court-service
  because "Courts Act"
  announces judgment
    gives upheld as yes or no

section you "About you"
  ask plate "Registration" as text
  co-sign by another director within 10 days otherwise go to lapsed

route
  applicant can withdraw until hearing then go to lapsed
  stage review "We look at it" by officer
    can approve then go to still
    can refuse with reason then go to hearing
    can put on hold for up to 30 days with reason
    finish within 100 days
  stage still "We wait"
    wait 3 days
    go to visit
  stage visit "We come and see" by officer
    wait 2 days
    can refuse with reason then go to hearing
    go to granted
    finish within 100 days
  stage hearing "The court decides"
    wait 2 days
    wait for judgment within 15 days otherwise go to lapsed
    when judgment's upheld is yes go to closed
    otherwise go to granted

outcome granted "Granted"
outcome closed "Closed"
  can correct by officer with reason within 90 days then go to review
outcome lapsed "Lapsed"
`;

const { service } = compile("a.service", new Map([["a.service", text]]));

const steps = (...all: RandomCase["steps"]): RandomCase => ({ keeper: true, taxed: true, steps: all });
const everyWay: readonly RandomCase[] = [
  steps("sign", "approve", "wait", "wait"),
  steps("sign", "approve", "wait", "refuse", "wait", "come"),
  steps("sign", "refuse", "wait", "come", "correct", "refuse", "wait", "come"),
  steps("sign", "refuse", "wait", "time"),
  steps("time"),
  steps("sign", "withdraw"),
];

test("random cases come to the same stages and outcomes in the same order", async () => {
  if (!service) throw new Error("The text does not compile.");
  const xml = await emitBpmn(service);
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomWalk, async (walk) => {
      const { routed, foreign } = await walkBoth(service, xml, walk);
      for (const place of routed) reached.add(place);
      expect(foreign).toEqual(routed);
    }),
    { numRuns: 30, endOnFailure: true, examples: everyWay.map((one) => [one]) },
  );
  expect([...reached].sort()).toEqual([
    "closed",
    "granted",
    "hearing",
    "lapsed",
    "review",
    "signing",
    "still",
    "visit",
  ]);
}, 120_000);
