// A line one level to the right of where it belongs is told where it stands, once, and its fix puts it back: whether its own lines moved with it or
// not, and whether the line above may have lines below it or not.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const sound = `service permit "Permit"
  version 1 starts 1 April 2026

list fuels
  - petrol "Petrol"
  - electric "Electric"

section car "Your car"
  ask fuel "Fuel" as one of fuels
    short name "Fuel"
  ask keeper "Are you the keeper?" as yes or no
    show when fuel is petrol
    hint "As in your papers"
  ask reason "Why do you need it?" as text
    show when keeper is no

route
  stage review "An officer looks at it" by officer
    shows fuel
    can approve then go to granted
    can refuse with reason then go to refused
    finish within 14 days
  stage another-look "Another look" by officer
    not the same person as review
    can allow then go to granted
    can dismiss with reason then go to refused
    finish within 20 days

outcome granted "Granted"
  send welcome
outcome refused "Refused"
  applicant can appeal within 28 days then go to another-look

message welcome by email
  subject "Welcome"
  > You may park.

role officer "Officer"
`;

function stops(text: string) {
  const { problems, trees } = compile("permit.service", new Map([["permit.service", text]]));
  return problems
    .filter(({ severity }) => severity === "stop")
    .map(({ at, fixes }) => ({
      line: trees[0]?.index.positionAt(at.start).line,
      mended: fixes[0] && applyEdits(text, fixes[0].edits),
    }));
}

test.each([
  "- petrol",
  "ask fuel",
  "ask keeper",
  "ask reason",
  "show when fuel",
  "hint",
  "stage review",
  "stage another-look",
  "not the same",
  "can approve",
  "outcome refused",
  'subject "Welcome"',
])("%s", (start) => {
  const line = sound.split("\n").find((one) => one.trim().startsWith(start)) ?? "";
  const text = sound.replace(`\n${line}\n`, `\n  ${line}\n`);
  expect(text).not.toBe(sound);
  expect(stops(text)).toEqual([{ line: sound.split("\n").indexOf(line) + 1, mended: sound }]);
});

test("the only stage, whose lines could be lines of the route", () => {
  const [before = "", rest = ""] = sound.split("  stage another-look");
  const after = rest.slice(rest.indexOf("\noutcome granted"));
  const one = `${before}${after}`.replace(/ {2}applicant can appeal.*\n/, "").replace("    shows fuel\n", "");
  const text = one.replace("\n  stage review", "\n    stage review");
  expect(stops(one)).toEqual([]);
  expect(stops(text).map(({ mended }) => mended)).toEqual([one]);
});

test("a text that steps by four columns is left as it is", () => {
  expect(stops(sound.replace(/^( +)/gm, (blank) => blank + blank))).toEqual([]);
});

test("lines that lost the line they belong to have not been moved", () => {
  const { problems } = compile(
    "permit.service",
    new Map([["permit.service", sound.replace(/ {2}stage review.*\n/, "")]]),
  );
  expect(problems[0]?.code).toBe("FW120");
});
