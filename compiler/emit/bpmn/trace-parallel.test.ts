// Checks at the same time, several people and a second approval: the foreign engine comes to the same stages as routing does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { emitBpmn } from "./emit-bpmn.ts";
import { type RandomCase, randomWalk, walkBoth } from "./tests/walk-both.ts";

const text = `service permit "Permit"
  agency city "City"

role officer "an officer"
partner land-registry "Land Registry"

source land-register "The land register"
  run by land-registry
  because "Land Act"
  operation standing
    needs plate as text
    gives owner as text
    if unavailable stop

section you "About you"
  ask plate "Registration" as text
  ask keeper "Are you the keeper?" as yes or no

route
  applicant can withdraw until decision then go to withdrawn
  stage checks "We check it"
    at the same time
      check home at land-registry by officer
        fetch land from land-register's standing using plate
        can confirm
        can query with reason
        finish within 5 days otherwise go on without it
      check site by officer
        can confirm
        can query with reason
        finish within 9 days otherwise go to decision
    when home is query go to refused
    when all are done and site is query go to decision
    when all are done go to scoring
  stage scoring "Two people look at it" by officer
    done by 2 different people
    can approve then go to decision
    can refuse with reason then go to refused
    otherwise go to checks
    finish within 100 days
  stage decision "We decide" by officer
    needs second approval by officer when keeper is yes
    can approve then go to granted
    can refuse with reason then go to refused
    finish within 100 days

outcome granted "Granted"
outcome refused "Refused"
outcome withdrawn "Withdrawn"
`;

const { service } = compile("a.service", new Map([["a.service", text]]));

const steps = (keeper: boolean, ...all: RandomCase["steps"]): RandomCase => ({ keeper, taxed: true, steps: all });
const everyWay: readonly RandomCase[] = [
  steps(true, "home confirm", "site confirm", "approve", "approve", "approve", "confirm"),
  steps(true, "site confirm", "home late", "approve", "approve", "refuse", "send-back", "approve", "confirm"),
  steps(false, "site query", "home confirm", "refuse"),
  steps(false, "home confirm", "site confirm", "refuse", "refuse"),
  steps(false, "home confirm", "site confirm", "approve", "refuse", "home query"),
  steps(false, "site late", "approve"),
  steps(false, "site confirm", "withdraw"),
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
  expect([...reached].sort()).toEqual(["checks", "decision", "granted", "refused", "scoring", "withdrawn"]);
}, 120_000);
