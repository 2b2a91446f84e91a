// One item of a list has one name in the whole service: what is said when two lists share it, or a set with a list is included twice.
import { expect, test } from "vitest";
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

function problemsOf(...parts: readonly string[]): { text: string; problems: readonly Problem[] } {
  const text = `service permit "Permit"\n${parts.join("")}`;
  return { text, problems: compile("bad.service", new Map([["bad.service", text]])).problems };
}

const section = 'section about-you "About you"\n';

test("a set with a list, included twice, is one problem, at the second include, and says what to do", () => {
  const both = `${section}  include household as claimant\n  include household as partner\n`;
  const { text, problems } = problemsOf(set("household", "member"), both, `${letter}member's pupil is yes\n`);
  expect(problems.map(({ code }) => code)).toEqual(["FW202"]);
  expect(text.slice(problems[0]?.at.start).startsWith("household as partner")).toBe(true);
  expect(problems[0]?.explanation.join(" ")).toContain("Copy household under another name");
  expect(problems[0]?.fixes).toEqual([]);
});

test("what it says to do works", () => {
  const both = `${section}  include household as claimant\n  include household-2 as partner\n`;
  const sets = [set("household", "member"), set("household-2", "partner-member")];
  expect(problemsOf(...sets, both, `${letter}partner-member's pupil is yes\n`).problems).toEqual([]);
});

test("one item of a list in a set is said without the set, and the fix writes it so", () => {
  const one = `${section}  include household as claimant\n`;
  const { text, problems } = problemsOf(set("household", "member"), one, `${letter}claimant's member's pupil is yes\n`);
  expect(problems.map(({ code }) => code)).toEqual(["FW308"]);
  const mended = applyEdits(text, problems[0]?.fixes[0]?.edits ?? []);
  expect(mended).toContain("show when any member's pupil is yes");
  expect(compile("bad.service", new Map([["bad.service", mended]])).problems).toEqual([]);
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
