// What one item of a list is called: its name once in the whole service, and of a list in a question set behind what the set is included as.
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { buildSetting } from "../../forms/journey/setting.ts";
import { emptyDraft, walk } from "../../forms/journey/walk.ts";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { applyEdits } from "../source/edits.ts";

const set = (name: string, item: string): string => `question-set ${name} "Household"
  repeat members each ${item} "Who lives with you?"
    ask born "When were they born?" as date
    ask pupil "Do they go to school?" as yes or no
      show when ${item}'s born is after 1 January 2008
`;

const letter = `  ask letter "Upload a letter" as file
    show when any `;

interface Compiled {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly service: Service | undefined;
}

function problemsOf(...parts: readonly string[]): Compiled {
  const text = `service permit "Permit"\n${parts.join("")}`;
  const { problems, service } = compile("bad.service", new Map([["bad.service", text]]));
  return { text, problems, service };
}

const section = 'section about-you "About you"\n';

test("a set with a list can be included twice: outside its items are said with the name of the include", () => {
  const both = `${section}  include household as claimant\n  include household as partner\n`;
  const rules = `calculate people = count of claimant's members + count of partner's member where partner's member's pupil is yes
decide young when every claimant's member's pupil is yes or any partner's member where partner's member's pupil is yes and partner's member's born is after 1 May 2010
`;
  const { problems, service } = problemsOf(
    set("household", "member"),
    both,
    `${letter}partner's member's pupil is yes\n`,
    rules,
  );
  expect(problems).toEqual([]);
  const repeats = service?.sections.flatMap(({ steps }) => steps.filter((step) => step.kind === "repeat")) ?? [];
  expect(repeats.map(({ within, itemKey, itemName }) => [within, itemKey, itemName])).toEqual([
    [["claimant"], "member", "member"],
    [["partner"], "partnerMember", "member"],
  ]);
});

test("each include's items are worked out for themselves", () => {
  const both = `${section}  include household as claimant\n  include household as partner\n`;
  const rules = `calculate claimants = count of claimant's member where claimant's member's pupil is yes
calculate partners = count of partner's member where partner's member's pupil is yes
`;
  const { service } = problemsOf(set("household", "member"), both, rules);
  if (!service) throw new Error("it does not compile");
  const claimants: Answers[] = [{ id: "1", pupil: true }, { id: "2" }];
  const partners: Answers[] = [
    { id: "1", pupil: true },
    { id: "2", pupil: true },
    { id: "3", born: "2011-01-01" },
  ];
  const values: Answers = { claimant: { members: claimants }, partner: { members: partners } };
  const facts = {
    values,
    asked: new Set<string>(),
    corrected: new Set<string>(),
    dateApplied: "2026-04-01",
    today: "2026-04-01",
  };
  const rulebook = createRulebook(service);
  expect(["claimants", "partners"].map((id) => rulebook.evaluate(id, facts))).toEqual([1, 2]);
  const shown = Object.keys(service.rules).filter((id) => id.endsWith("pupil/show when"));
  const third = { partnerMember: partners[2] ?? {} };
  expect(shown.map((id) => rulebook.evaluate(id, facts, third))).toEqual([undefined, true]);
});

test("one item of a list in a set is said with the set, and the fix writes it so", () => {
  const one = `${section}  include household as claimant\n`;
  const { text, problems } = problemsOf(set("household", "member"), one, `${letter}member's pupil is yes\n`);
  expect(problems.map(({ code }) => code)).toEqual(["FW308"]);
  const mended = applyEdits(text, problems[0]?.fixes[0]?.edits ?? []);
  expect(mended).toContain("show when any claimant's member's pupil is yes");
  expect(compile("bad.service", new Map([["bad.service", mended]])).problems).toEqual([]);
});

test("where the set is included twice, only the author knows whose item is meant: both are named, no fix", () => {
  const both = `${section}  include household as claimant\n  include household as partner\n`;
  const { problems } = problemsOf(set("household", "member"), both, `${letter}member's pupil is yes\n`);
  expect(problems.map(({ code, fixes }) => [code, fixes.length])).toEqual([["FW308", 0]]);
  expect(problems[0]?.explanation).toEqual(["It is written  claimant's member's pupil  or  partner's member's pupil."]);
});

test("for each names the list of a set, and the fix writes it so; below it the item is said bare", () => {
  const one = `${section}  include household as claimant\n`;
  const each = `  for each member "About each"
    ask hobby "What is their hobby?" as text
      show when member's pupil is yes
`;
  const { text, problems } = problemsOf(set("household", "member"), one, each);
  expect(problems.map(({ code }) => code)).toEqual(["FW308"]);
  const mended = applyEdits(text, problems[0]?.fixes[0]?.edits ?? []);
  expect(mended).toContain("for each member of claimant's members ");
  expect(compile("bad.service", new Map([["bad.service", mended]])).problems).toEqual([]);
});

test("a part that is not there is looked for in the item of the set", () => {
  const one = `${section}  include household as claimant\n`;
  const { text, problems } = problemsOf(set("household", "member"), one, `${letter}claimant's member's pupl is yes\n`);
  expect(problems.map(({ code }) => code)).toEqual(["FW201"]);
  expect(text.slice(problems[0]?.at.start, problems[0]?.at.end)).toBe("pupl");
  expect(problems[0]?.fixes[0]?.edits[0]?.text).toBe("pupil");
});

test("words in a set speak of its own answers, of each include apart", () => {
  const asked = `question-set household "Household"
  ask first-name "What is your name?" as text
  repeat members each member "Who lives with {first-name}?"
    ask born "When were they born?" as date
    ask pupil "Born on {member's born}: at school?" as yes or no
`;
  const both = `${section}  include household as claimant\n  include household as partner\n`;
  const { problems, service } = problemsOf(asked, both);
  expect(problems).toEqual([]);
  const said = JSON.stringify(service?.sections).match(/\{[a-z][^{}"]*\}/g);
  expect(new Set(said)).toEqual(
    new Set(["claimant", "partner"].flatMap((as) => [`{${as}'s first-name}`, `{${as}'s member's born}`])),
  );
  expect(service?.fills["partner's member's born"]?.path).toEqual(["partnerMember", "born"]);
  expect(service?.fills["claimant's first-name"]?.path).toEqual(["claimant", "firstName"]);
});

const lists = `${section}  repeat owners each person "Who owns it?"
    ask name "What is their name?" as text
  repeat members each person "Who lives with you?"
    ask age "How old are they?" as whole number
`;

test("two lists whose items have one name are told, and the fix that gives another name adds nothing", () => {
  const { text, problems } = problemsOf(lists);
  expect(problems.map(({ code }) => code)).toEqual(["FW202"]);
  const mended = applyEdits(text, problems[0]?.fixes[0]?.edits ?? []);
  expect(mended).toContain("repeat members each person-2 ");
  expect(compile("bad.service", new Map([["bad.service", mended]])).problems).toEqual([]);
});

test("where a line speaks of the item, only the author knows which is meant: no fix", () => {
  const { problems } = problemsOf(lists, `${letter}person's name is answered\n`);
  expect(problems.map(({ code, fixes }) => [code, fixes.length])).toEqual([["FW202", 0]]);
});

test("in the form each include has its own list, at an address of its own", () => {
  const { service } = problemsOf(
    set("household", "member"),
    `${section}  include household as claimant\n  include household as partner-of\n`,
  );
  if (!service) throw new Error("it does not compile");
  const member = { born: "2010-01-01", pupil: true };
  const answers: Answers = {
    claimant: { members: [{ id: "a", ...member }] },
    partnerOf: { members: [{ id: "b", ...member }] },
  };
  const walked = walk(
    service,
    createRulebook(service),
    { ...emptyDraft, answers },
    buildSetting(service, "2026-06-16T08:00:00Z"),
  );
  expect(walked.steps.flatMap((step) => ("address" in step ? [step.address] : []))).toEqual([
    "about-you/claimant-members",
    "about-you/claimant-members/a/claimant-member-born",
    "about-you/claimant-members/a/claimant-member-pupil",
    "about-you/partner-of-members",
    "about-you/partner-of-members/b/partner-of-member-born",
    "about-you/partner-of-members/b/partner-of-member-pupil",
  ]);
});
