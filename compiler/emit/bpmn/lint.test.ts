// The file as tools that we did not write see it: bpmn-moddle reads it back whole, bpmnlint has nothing to say against it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../tests/parking.ts";
import { emitBpmn } from "./emit-bpmn.ts";
import { buildProcess } from "./process/build-process.ts";
import type { Scope } from "./process/process.ts";
import { lint } from "./tests/lint.ts";
import { randomService } from "./tests/random-route.ts";
import { readDiagram } from "./tests/read.ts";

function countOf({ steps, flows }: Scope): number {
  const inside = steps.reduce((sum, step) => sum + step.borders.length + (step.inner ? countOf(step.inner) : 0), 0);
  return steps.length + flows.length + inside;
}

test("parking is read back without a warning, every step and flow of it, and the linter is content", async () => {
  const xml = await emitBpmn(parking);
  const { warnings, byId } = await readDiagram(xml);
  expect(warnings).toEqual([]);
  const found = Object.values(byId).filter(({ $type }) =>
    /(Task|StartEvent|EndEvent|ThrowEvent|CatchEvent|BoundaryEvent|Gateway|SubProcess|SequenceFlow)$/.test($type),
  );
  expect(found.length).toBe(countOf(buildProcess(parking).scope));
  expect(await lint(xml)).toEqual([]);
  expect(await emitBpmn(parking)).toBe(xml);
});

test("the linter finds what is wrong: the test would see it", async () => {
  const xml = (await emitBpmn(parking)).replace('name="We check your vehicle"', "");
  expect(await lint(xml)).toEqual([expect.stringContaining("label-required")]);
});

test("any route is read back without a warning, and the linter is content", async () => {
  await fc.assert(
    fc.asyncProperty(randomService, async (service) => {
      const xml = await emitBpmn(service);
      expect((await readDiagram(xml)).warnings).toEqual([]);
      expect(await lint(xml)).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
