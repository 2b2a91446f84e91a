// Lines that changed places, and lines whose own line was left out: told once, where it happened, and what follows from it is held back.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const sound = `service permit "Permit"
  version 1 starts 1 January 2026

role officer "an officer"
role appeals-officer "another officer"

list fuels
  - petrol "Petrol"
  - electric "Electric"

section car "Your car"
  ask fuel "What does it run on?" as one of fuels
    hint "It is in the registration document."
    short name "Fuel"
  ask letter "Upload a letter" as file
    show when any of
      - fuel is petrol
      - fuel is not electric
    accept pdf up to 10 MB

table price
  | fuel     | then fee |
  | petrol   | £120     |
  | electric | £60      |

route
  stage review "An officer looks at it" by officer
    shows fuel, letter, fee
    can approve then go to granted
    can refuse with reason then go to refused
    finish within 14 days otherwise tell appeals-officer

  stage appeal "Another officer looks again" by appeals-officer
    not the same person as review
    shows fuel, letter
    can uphold then go to granted
    can dismiss with reason then go to refused
    finish within 28 days otherwise tell officer

outcome granted "Permit granted"
  send welcome

outcome refused "Permit refused"
  send sorry
  applicant can appeal within 28 days then go to appeal

message welcome by email
  subject "Your permit"
  > You have paid {fee}.

message sorry by email
  subject "No permit"
  > {refusal-reason}
`;

const lines = sound.split("\n");

function problemsOf(text: string) {
  return compile("permit.service", new Map([["permit.service", text]]), { play }).problems.filter(
    ({ severity }) => severity !== "tip",
  );
}

function lineOf(text: string, start: number): number {
  return text.slice(0, start).split("\n").length;
}

function numberOf(beginning: string): number {
  const at = lines.findIndex((line) => line.trim().startsWith(beginning));
  expect(at).toBeGreaterThanOrEqual(0);
  return at + 1;
}

test("the text they are taken from has no problem", () => {
  expect(problemsOf(sound)).toEqual([]);
});

/** The line that changes places with the next, and how far below it the problem is told. */
const swapped: readonly (readonly [string, number])[] = [
  ["section car", 0],
  ["ask fuel", 0],
  ["ask letter", 0],
  ["route", 0],
  ["stage review", 0],
  ["message welcome", 0],
];

test.each(swapped)("%s and the line below it", (beginning, further) => {
  const at = numberOf(beginning);
  const text = lines.toSpliced(at - 1, 2, lines[at] ?? "", lines[at - 1] ?? "").join("\n");
  const [problem, ...others] = problemsOf(text);
  expect(others).toEqual([]);
  expect(lineOf(text, problem?.at.start ?? 0)).toBe(at + further);
});

test.each(["section car", "ask fuel", "route", "stage review"])(
  "%s and the line below it are put right",
  (beginning) => {
    const at = numberOf(beginning);
    const text = lines.toSpliced(at - 1, 2, lines[at] ?? "", lines[at - 1] ?? "").join("\n");
    const [problem] = problemsOf(text);
    expect(problem?.code).toBe("FW119");
    expect(applyEdits(text, problem?.fixes[0]?.edits ?? [])).toBe(sound);
  },
);

/** The line that is left out, and the one line at which that is told once. */
const dropped: readonly (readonly [string, string, string])[] = [
  ["ask fuel", "FW120", "hint "],
  ["show when any of", "FW120", "- fuel is petrol"],
  ["stage review", "FW120", "shows fuel, letter, fee"],
  ["stage appeal", "FW201", "applicant can appeal"],
  ["outcome refused", "FW201", "can refuse"],
  ["message sorry", "FW201", "send sorry"],
  ["| fuel     | then fee |", "FW419", "table price"],
  ["role appeals-officer", "FW201", "finish within 14 days"],
];

test.each(dropped)("%s left out is told once", (beginning, code, place) => {
  const text = lines.toSpliced(numberOf(beginning) - 1, 1).join("\n");
  const problems = problemsOf(text);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const told = text.split("\n")[lineOf(text, problems[0]?.at.start ?? 0) - 1];
  expect(told?.trim().startsWith(place)).toBe(true);
});

test("where a stage is not there, and the one above has lines for two, both are said in one message", () => {
  const text = lines.toSpliced(numberOf("stage appeal") - 1, 1).join("\n");
  const [problem] = problemsOf(text);
  expect(problem?.explanation).toContain(
    "Perhaps its line is missing between lines 31 and 37:  finish  stands twice below stage review.",
  );
});

test("a text that steps by four columns has no line missing", () => {
  const wide = sound.replace(/^( +)/gm, (blank) => blank + blank);
  expect(problemsOf(wide)).toEqual([]);
  const broken = wide.replace("version 1 starts", "version one starts");
  expect(problemsOf(broken).map(({ code }) => code)).toEqual(["FW103"]);
});

test("a question that stands a step too far to the right has not changed places with the next", () => {
  const text = sound.replace("  ask fuel", "    ask fuel").replace('    short name "Fuel"\n', "");
  expect(problemsOf(text).map(({ code }) => code)).not.toContain("FW119");
});

test("a slip of its own below a line that changed places is told with it", () => {
  const at = numberOf("stage review");
  const text = lines
    .toSpliced(at - 1, 2, lines[at] ?? "", lines[at - 1] ?? "")
    .join("\n")
    .replace("finish within 14 days", "finish within 14 dasy");
  expect(problemsOf(text).map(({ code }) => code)).toEqual(["FW119", "FW103"]);
});
