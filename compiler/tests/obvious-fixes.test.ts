// Problems for which one way to mend them is plain from the text: that way is offered, it mends the problem, and nothing else is told afterwards.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const decided = `service permit "Permit"
  version 1 starts 1 April 2026
section car "Your car"
  ask keeper "Are you the keeper?" as yes or no
calculate fee = £10
role officer "Officer"
route
  stage review "An officer looks at it" by officer
    shows keeper, fee
    can approve then go to granted
    can refuse with reason then go to refused
    finish within 14 days
outcome granted "Granted"
outcome refused "Refused"
`;
const questions = (lines: string) =>
  `service permit "Permit"\nsection you "You"\n  ask adults "Adults?" as whole number\n${lines}`;

function compiled(files: ReadonlyMap<string, string>) {
  return compile("permit.service", files, { play }).problems;
}

/** Every fix of the one problem, by its title, once it mended all there is. */
function fixesOf(text: string, code: string, beside: ReadonlyMap<string, string> = new Map()): string[] {
  const files = new Map([["permit.service", text], ...beside]);
  const [problem, ...others] = compiled(files);
  expect([problem?.code, others]).toEqual([code, []]);
  for (const { edits } of problem?.fixes ?? []) {
    const mended = new Map(
      [...files].map(([file, whole]) => [
        file,
        applyEdits(
          whole,
          edits.filter(({ span }) => span.file === file),
        ),
      ]),
    );
    expect(compiled(mended)).toEqual([]);
  }
  return (problem?.fixes ?? []).map(({ title }) => title);
}

const look = "with what stands below it";

test.each([
  [
    "FW109",
    `${decided}  applicant can appeal within 28 days\n`,
    [`add  then go to appeal-review  and  stage appeal-review "Somebody else looks at it again" by officer  ${look}`],
  ],
  [
    "FW109",
    decided
      .replace('outcome refused "Refused"', 'outcome refused "Refused"\n  no appeal because "A court can."')
      .replace("approve then go to granted", "approve then go to paying")
      .replace(
        "\noutcome granted",
        '\n  stage paying "You pay"\n    take payment of fee within 14 days\n    go to granted\noutcome granted',
      ),
    ['add  otherwise go to lapsed  and  outcome lapsed "Closed, because the time is over"'],
  ],
  [
    "FW506",
    decided,
    [`add  applicant can appeal within 28 days then go to appeal,  and  stage appeal "Appeal" by officer  ${look}`],
  ],
  [
    "FW517",
    `${decided}  applicant can appeal within 28 days then go to granted\n`,
    [`change  granted  to  appeal,  and add  stage appeal "Appeal" by officer  ${look}`],
  ],
  ["FW416", questions("    must be at least 5\n    must be at most 3\n"), ["swap them:  at least 3,  at most 5"]],
  ["FW416", questions("    must be from 5 to 3\n"), ["change it to  from 3 to 5"]],
  ["FW416", questions("    must be over 3\n    must be under 3\n"), []],
])("%s", (code, text, titles) => {
  expect(fixesOf(text, code)).toEqual(titles);
});

test("a stage whose people are not said is given the only role that there is", () => {
  const stage = '  stage hurry "We look"\n    shows keeper\n    can pass then go to granted\n';
  const text = decided
    .replace("can refuse with reason then go to refused", "can send-on then go to hurry")
    .replace('outcome refused "Refused"\n', "")
    .replace("\noutcome granted", `\n${stage}outcome granted`);
  const { fixes = [] } = compiled(new Map([["permit.service", text]])).find(({ code }) => code === "FW515") ?? {};
  expect(fixes.map(({ title }) => title)).toEqual(["add  by officer  and  finish within 14 days  to the stage"]);
  expect(compiled(new Map([["permit.service", applyEdits(text, fixes[0]?.edits ?? [])]]))).toEqual([]);
});

test("a name in braces that a translation says otherwise is changed", () => {
  const text = `service permit "Permit"
  version 1 starts 1 April 2026
  languages English, Welsh
section you "You"
  ask first "Your first name" as text
  ask last "Your last name" as text
  ask right "Is {last} right?" as yes or no
`;
  const words = `words Welsh for permit version 1
  service permit "Trwydded"
  section you "Chi"
  ask first "Enw cyntaf"
  ask last "Enw olaf"
  ask right "Ydy {first} yn iawn?"
`;
  expect(fixesOf(text, "FW810", new Map([["permit.cy.words", words]]))).toEqual(["change  {first}  to  {last}"]);
});
