// Demands of a section: where they stop people, and what they say together with others.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";

const codesOf = (lines: string) => {
  const text = `service permit "Permit"\n${lines}`;
  return compile("permit.service", new Map([["permit.service", text]])).problems.map(({ code }) => code);
};

const dogs = `section dogs "Your dogs"
  ask owned "How many dogs do you have?" as whole number
    must be from 0 to 6
  ask working "How many of them are working dogs?" as whole number
    must be from 0 to 6
  check working is at most owned
    otherwise say "Enter no more working dogs than dogs."
  ask extra "Which are the others?" as text
`;

test("a section's check is known from the page of the last answer that it names", () => {
  expect(codesOf(`${dogs}    show when working is over owned\n`)).toContain("FW405");
  expect(codesOf(`${dogs}    show when working is under owned\n`)).not.toContain("FW405");
});

const angler = (most: number) => `eligibility "Can you fish?"
  ask age "How old are you?" as whole number
  require age is at least 18
    otherwise say "You can only apply if you are 18."
section more "Your licence"
  ask years "For how many years have you fished?" as whole number
  check years is over age
    otherwise say "Enter more years than your age."
  check years is at most ${most}
    otherwise say "Enter fewer years."
`;

test("three demands that contradict each other only together are told", () => {
  expect(codesOf(angler(18))).toContain("FW416");
  expect(codesOf(angler(19))).not.toContain("FW416");
});
