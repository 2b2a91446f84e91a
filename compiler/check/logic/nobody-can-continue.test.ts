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

const told = (lines: string) => {
  const text = `service mooring "Mooring"\n${lines}`;
  const { problems } = compile("mooring.service", new Map([["mooring.service", text]]));
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return problems.map(({ code, title, at, related }) => ({
    code,
    title,
    places: [at, ...related.map(({ span }) => span)].map(words),
  }));
};

const berth = (most: number) => `section boat "Your boat"
  page size "Size"
    ask length "How long is the boat in metres?" as whole number
      must be from 5 to 9 otherwise say "Enter 5 to 9."
    ask berth "How long is the berth in metres?" as whole number
      must be from 1 to ${most} otherwise say "Enter fewer metres."
    check berth is at least length otherwise say "Enter a longer berth."
  ask name "What is the boat called?" as text
`;

test("a demand that the limits of answers contradict is told where it stands, with the limits", () => {
  expect(told(berth(4)).filter(({ code }) => code === "FW416")).toEqual([
    {
      code: "FW416",
      title: "Nobody can meet this demand",
      places: [
        "berth is at least length",
        'must be from 5 to 9 otherwise say "Enter 5 to 9."',
        'must be from 1 to 4 otherwise say "Enter fewer metres."',
      ],
    },
  ]);
  expect(told(berth(5)).map(({ code }) => code)).not.toContain("FW416");
});

const draught = (least: number) => `section boat "Your boat"
  ask length "How long is the boat in metres?" as whole number
    must be from 1 to 9 otherwise say "Enter 1 to 9."
  check length is at least ${least} otherwise say "Enter a longer boat."
  ask keel "How long is the keel in metres?" as whole number
    must be at most 5 otherwise say "Enter at most 5."
    must be at least length otherwise say "Enter at least the length."
  ask name "What is the boat called?" as text
`;

test("a question that a demand before it leaves no answer is told with that demand", () => {
  const [problem, ...others] = told(draught(6)).filter(({ code }) => code === "FW416");
  expect(others).toEqual([]);
  expect(problem?.title).toBe("No answer to keel is allowed");
  expect(problem?.places).toContain("length is at least 6");
  expect(told(draught(5)).map(({ code }) => code)).not.toContain("FW416");
});

const motor = (when: string, kind: string) => `section boat "Your boat"
  ask inland "Do you moor inland?" as yes or no
    must be yes otherwise say "Choose yes, or go to the harbour."
  ask motor "Which motors do you have?" as ${kind} of these
    - diesel "Diesel"
      show when inland is no
    - petrol "Petrol"
      show when ${when}
  ask name "What is the boat called?" as text
`;

test("a question of which every choice is ruled out is told once, not each of its choices", () => {
  for (const kind of ["one", "any"]) {
    expect(told(motor("inland is no", kind)).map(({ code }) => code)).toEqual(["FW416"]);
    expect(told(motor("inland is yes", kind)).map(({ title }) => title)).toContain(
      "The choice diesel can never be shown",
    );
  }
});
