// The files for engines: the same steps, ways and picture as process.bpmn, and nothing in them that the engine's own linter refuses.
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { parking } from "../tests/parking.ts";
import { emitProcesses } from "./emit-bpmn.ts";
import { camundaRules, lint } from "./tests/lint.ts";
import { randomService } from "./tests/random-route.ts";
import { type Read, readDiagram } from "./tests/read.ts";

const require = createRequire(import.meta.url);
const zeebe: unknown = require("zeebe-bpmn-moddle/resources/zeebe.json");

async function emitted(service: Service): Promise<{ plain: string; camunda: string; flowable: string }> {
  const [plain = "", camunda = "", flowable = ""] = (await emitProcesses(service)).map(([, text]) => text);
  return { plain, camunda, flowable };
}

/** What is drawn where; a send task and a service task look alike but for their sign. */
function pictureOf({ shapes, edges }: Read): unknown {
  return [shapes.map(({ type, ...shape }) => ({ ...shape, type: type.replace("SendTask", "ServiceTask") })), edges];
}

async function expectRunnable(service: Service): Promise<void> {
  const { plain, camunda, flowable } = await emitted(service);
  const picture = pictureOf(await readDiagram(plain));
  const count = Object.keys((await readDiagram(plain)).byId).length;
  for (const xml of [camunda, flowable]) {
    const read = await readDiagram(xml);
    expect(read.warnings).toEqual([]);
    expect(Object.keys(read.byId).length).toBe(count);
    expect(pictureOf(read)).toEqual(picture);
    expect(await lint(xml)).toEqual([]);
  }
  expect((await new BpmnModdle({ zeebe }).fromXML(camunda)).warnings).toEqual([]);
  for (const rules of camundaRules) expect(await lint(camunda, rules)).toEqual([]);
  for (const [task = ""] of flowable.matchAll(/<bpmn:(?:serviceTask|userTask) [^>]*>/g)) {
    expect(task).toMatch(/flowable:(topic="formwork\.|formKey=")/);
  }
  expect(flowable).not.toContain("<bpmn:sendTask");
}

test("parking: the same picture in each file, and Camunda's linter from 8.8 on is content", async () => {
  await expectRunnable(parking);
});

test("so is any route", async () => {
  await fc.assert(fc.asyncProperty(randomService, expectRunnable), { numRuns: 6, endOnFailure: true });
}, 120_000);

test("the linter finds what Camunda would refuse: the tests would see it", async () => {
  const { plain, camunda } = await emitted(parking);
  expect((await lint(plain, camundaRules[0])).length).toBeGreaterThan(10);
  const [found] = await lint(camunda.replace(' type="formwork.issue"', ""), camundaRules[0]);
  expect(found).toContain("implementation: outcome_granted_line_1");
});

test("a person's task says who may take it, in which form and by when; a machine's which job it is", async () => {
  const { camunda, flowable } = await emitted(parking);
  expect(camunda).toContain('<zeebe:assignmentDefinition candidateGroups="parking-officer" />');
  expect(camunda).toContain('<zeebe:formDefinition externalReference="resident-parking-permit/review" />');
  expect(camunda).toContain('dueDate="=get value(deadlines, &#34;review finish&#34;)"');
  expect(camunda).toContain('<zeebe:taskDefinition type="formwork.issue" />');
  expect(camunda).toContain('<zeebe:header key="what" value="parking-permit" />');
  expect(flowable).toContain(
    'flowable:candidateGroups="parking-officer" flowable:formKey="resident-parking-permit/review"',
  );
  expect(flowable).toContain('flowable:type="external-worker" flowable:topic="formwork.issue"');
});
