// Two ways out of a stage that read a list: where both can be yes it is told, with the count as the case where that decides; what proofs do
// not look into is told as not decided, and nothing is claimed of it.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";

function toldOf(first: string, second: string): string[] {
  return toldInFull(first, second).map(({ code, explanation }) => `${code} ${explanation[0]}`);
}

function toldInFull(first: string, second: string): Problem[] {
  const text = `service grant "Grant"
  agency town "Ashby"
applicant is a person
  signs in at level low
section you "You"
  ask income "What do you earn?" as money
  repeat children each child "Your children"
    ask age "How old?" as whole number
route
  stage sort "We look at it"
    when ${first} go to large
    when ${second} go to small
    otherwise go to none-left
outcome large "Large"
outcome small "Small"
outcome none-left "None"
privacy
  purpose "Grant"
  lawful basis public-task "Act"
  keep answers for 1 year after decision
`;
  const { problems } = compile("grant.service", new Map([["grant.service", text]]));
  return problems.filter(({ code, severity }) => code === "FW510" || code === "FW415" || severity === "stop");
}

test("a count that decides is named", () => {
  expect(toldOf("count of children is over 2", "count of children is over 1")).toEqual([
    "FW510 When count of children is 3, both are yes: the case goes to large, not to small.",
  ]);
  expect(toldOf("count of children is over 2", "count of children is under 2")).toEqual([]);
});

const old = "any children where child's age is over 3";

test("no example is offered that lacks the items", () => {
  const all = toldInFull("count of children is over 2", "count of children is over 1").flatMap(
    ({ explanation }) => explanation,
  );
  expect(all).toEqual(["When count of children is 3, both are yes: the case goes to large, not to small."]);
  const [, example] = toldInFull("income is over £200", "income is over £100").flatMap(
    ({ explanation }) => explanation,
  );
  expect(example).toBe("As an example:  given income is £200.01");
});

test("what hangs on items is told without a case", () => {
  for (const other of ["any children where child's age is over 2", "income is over £100"])
    expect(toldOf(old, other)).toEqual([
      expect.stringContaining("FW510 A case of which both are so goes to large, not to small."),
    ]);
  expect(toldOf(old, "count of children is 0")).toEqual([]);
});

test("where the same items are read in ways that proofs do not look into, nothing is claimed", () => {
  for (const other of [
    "count of children where child's age is over 3 is 0",
    "highest of child's age is under 2",
    "every children where child's age is at most 3",
  ])
    expect(toldOf(old, other)).toEqual([expect.stringMatching(/^FW415 They speak of the same thing/)]);
});
