import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Facts } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { reasonsOf, ruleText, workingOf } from "./rule-text.ts";

const fixture = new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const service: Service = JSON.parse(readFileSync(fixture, "utf8"));
const rulebook = createRulebook(service);
const factsWith = (values: Answers): Facts => ({
  values,
  asked: new Set(),
  corrected: new Set(),
  dateApplied: "2026-06-16",
  today: "2026-06-16",
});
/** The condition of the automatic stage, whatever it is called. */
const condition = service.route?.stages.flatMap(({ exits }) => exits.map(({ when }) => when))[0] ?? "";
const values = { keeper: false, vehicle: { taxed: true, keeperPostcode: "AS1 4QT" }, home: { postcode: "AS1 4QT" } };

test("each part of the rule that led here is told with what was found", () => {
  const reading = { service, rulebook, facts: factsWith(values), isOpen: () => true };
  const reasons = reasonsOf(reading, condition);
  expect(reasons).toHaveLength(2);
  expect(reasons.map(({ met }) => met)).toEqual([false, true]);
  expect(reasons[1]?.value).toBe(true);
  expect(ruleText(service, condition)).toContain(" and ");
});

test("a part that rests on what privacy keeps to others is left out, and so is a working that does", () => {
  const reading = { service, rulebook, facts: factsWith({ ...values, blueBadge: true }), isOpen: () => true };
  const closed = { ...reading, isOpen: (path: string) => !path.startsWith("keeper") && path !== "blueBadge" };
  expect(reasonsOf(closed, condition)).toHaveLength(1);
  const fee =
    Object.entries(service.rules).find(([, rule]) => rule.reads.includes("blueBadge") && rule.name)?.[0] ?? "";
  expect(workingOf(reading, fee)[0]).toMatch(/because .*blue-badge/);
  expect(workingOf(closed, fee)).toEqual([]);
});

test("ids that are not there give nothing", () => {
  const reading = { service, rulebook, facts: factsWith({}), isOpen: () => true };
  expect([ruleText(service, "no-such"), reasonsOf(reading, "constructor"), workingOf(reading, "toString")]).toEqual([
    undefined,
    [],
    [],
  ]);
});
