// Work that several people do at the same time, from the text on: what the lines become, and what is told of wrong ones.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = readFileSync("compiler/tests/samples/parallel/street-cafe.service", "utf8");
const compiled = (changed = text) =>
  compile("street-cafe.service", new Map([["street-cafe.service", changed]]), { play });
const told = (changed: string): string[] =>
  compiled(changed).problems.map((one) => `${one.code} ${one.explanation[0] ?? one.title}`);
const instead = (old: string, other: string): string => {
  expect(text).toContain(old);
  return text.replace(old, other);
};

test("checks, several people and a second approval compile without a word, and their examples are played", () => {
  expect(compiled().problems).toEqual([]);
});

test("every line stands in the contract", () => {
  const stages = compiled().service?.route?.stages ?? [];
  const [checks, scoring, decision] = stages;
  expect(checks?.checks).toMatchObject([
    {
      name: "tax-check",
      title: { en: "Tax check" },
      at: { partner: "tax-agency" },
      by: [],
      finish: { goOnWithout: true },
    },
    {
      name: "property-check",
      at: { partner: "property-registry" },
      by: ["registrar"],
      questions: [{ path: ["planNumber"] }],
    },
    {
      name: "person-check",
      forEach: { item: "partner", name: "partner", list: ["partners"] },
      shows: ["partners.partnerName"],
      questions: [{ path: ["partners", "risk"] }],
      finish: { goTo: "scoring" },
    },
  ]);
  expect(checks?.exits.map(({ done, and, goTo }) => [done, and !== undefined, goTo])).toEqual([
    [undefined, false, "refused"],
    ["all", true, "decision"],
    ["all", false, "scoring"],
  ]);
  expect(scoring).toMatchObject({ doneBy: 2, questions: [{ path: ["scoring", "points"] }] });
  expect(decision?.secondApproval?.by).toBe("licence-manager");
  expect(decision?.notTheSamePersonAs).toEqual(["property-check", "scoring"]);
});

test("a line that only counts the checks stands behind those that ask more", () => {
  const turned = instead(
    `    when all are done and property-check is query go to decision
    when all are done go to scoring`,
    `    when all are done go to scoring
    when all are done and property-check is query go to decision`,
  );
  expect(compiled(turned).service?.route?.stages[0]?.exits.map(({ goTo }) => goTo)).toEqual([
    "refused",
    "decision",
    "scoring",
  ]);
  expect(told(turned)).toEqual([]);
});

test("the agency may come from an answer, and somebody may be invited", () => {
  const asked = instead(
    "check property-check at property-registry by registrar",
    "check property-check at business-name by registrar",
  );
  expect(compiled(asked).service?.route?.stages[0]?.checks?.[1]?.at).toEqual({ rule: "check property-check/at" });
  const invited = instead(
    "        can clear\n",
    "        invite landlord using landlord-email at level low\n        can clear\n",
  );
  expect(compiled(invited).service?.route?.stages[0]?.checks?.[2]?.invite).toMatchObject({
    name: "landlord",
    level: "low",
  });
});

test.each([
  ["at property-registry", "at property-registri", "FW201 Did you mean  property-registry  (partner on line 12)?"],
  ["for each partner by", "for each partners by", "FW201 Did you mean  partner  (one item of a repeat)?"],
  [
    "then property-check chooses confirm\n  expect case goes to scoring",
    "then proprety-check chooses confirm\n  expect case goes to scoring",
    "FW201 Did you mean  property-check  (check on line 47)?",
  ],
  [
    "    otherwise go to decision\n    finish within 10 working days otherwise go to decision\n",
    "",
    "FW503 When the people who look at it do not agree, no line says where the case goes.",
  ],
  [
    "        can object with reason\n",
    "        can reject\n        can object with reason\n",
    'FW505 "reject" goes against the applicant, so it needs a reason',
  ],
  ["go on without it", "tell licence-manager", "FW701 How the case went:"],
])("%s turned into %s is told", (old, other, expected) => {
  expect(told(instead(old, other))).toContain(expected);
});

test.each([
  [
    "expect case goes to decision\n  then decision chooses grant\n  expect outcome is granted",
    "then scoring chooses recommend\n  expect outcome is granted",
    "The case is in decision, not in scoring.",
  ],
  [
    "then licence-manager chooses confirm\n",
    "then licence-manager chooses sign\n",
    "licence-manager does not offer sign here. It offers confirm, send-back.",
  ],
  [
    '  then person-check chooses object because "Known to us"',
    "  then tax-check answers\n  then tax-check answers",
    "tax-check has asked nobody: the case is in checks.",
  ],
])("%s turned into %s does not come out", (old, other, expected) => {
  expect(told(instead(old, other))).toContain(`FW701 ${expected}`);
});

test("an outcome behind checks that no example reaches gets a ready example that goes through them", () => {
  const start = text.indexOf('example "A partner whom');
  const without = text.slice(0, start);
  const found = compiled(without).problems.find(({ code, fixes }) => code === "FW702" && fixes.length > 0);
  expect(found?.fixes[0]?.edits[0]?.text).toContain("then property-check chooses query");
});

test("who is invited is played by the name of the stage", () => {
  const service = `service sublet "Permission to sublet"
  agency ashby-council "Ashby City Council"
  version 1 starts 1 January 2026

section home "Your home"
  ask landlord-email "What is your landlord's e-mail address?" as email

route
  stage consent "Your landlord agrees"
    invite landlord using landlord-email at level low
    can agree then go to granted
    can refuse with reason then go to refused
    finish within 14 days otherwise go to refused

outcome granted "Permission given"
outcome refused "Permission not given"

example "Agreed"
  given landlord-email is "lea@example.com"
  then consent chooses agree
  expect outcome is granted

example "Not agreed"
  given landlord-email is "lea@example.com"
  then consent chooses refuse because "Sold"
  expect outcome is refused
`;
  const { problems, service: made } = compile("a.service", new Map([["a.service", service]]), { play });
  expect(problems).toEqual([]);
  expect(made?.route?.stages[0]).toMatchObject({ by: ["landlord"], invite: { name: "landlord", level: "low" } });
});
