// Answers that an example gives and no form or desk takes: where they are told, and how an example shows that they are refused.
import { expect, test } from "vitest";
import { textAt } from "../check/text-edits.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const service = `service permit "Permit"
  agency council "Council"
  version 1 starts 1 May 2026
role officer "an officer"
list area
  - north "North"
  - south "South"
    show when cars is over 1
source registry "Registry"
  run by council
  permission "Act 1"
  operation look-up
    needs permit-code as text
    gives owner-name as text
    if unavailable ask applicant
section all "All"
  ask cars "How many cars?" as whole number
    must be from 1 to 4
  ask place "Where?" as one of area
    instead nowhere "Nowhere"
  ask permit-code "Code?" as text
    must match "999AA"
  ask mail "Mail?" as email
    optional
  ask letter "Letter?" as file
    can be sent later within 14 days
  ask plate "Plate?" as vehicle registration
  ask reason "Why?" as text
    must have at most 5 characters
  ask born "When were you born?" as date
    must be in the past
  fetch owner from registry's look-up using permit-code
  ask name "Name?" as text
    prefill from owner's owner-name, locked
  ask starts "From?" as date
  ask ends "To?" as date
  check ends is after starts otherwise say "Enter an end after the start"
  repeat drivers each driver "Who drives?"
    from 2 to 3 times
    ask called "Name?" as text
    ask age "Age?" as whole number
      must be at least 17
calculate fee = £50 times cars
route
  applicant can change answers until done-with
  stage look "Looks" by officer
    shows cars, letter, plate, place, mail, reason, born, starts, ends, drivers, name
    ask score "Score?" as whole number
      must be at most 100
    can grant then go to done-with
    finish within 10 days otherwise go to done-with
  stage done-with "Done" by officer
    can close then go to granted
    finish within 10 days otherwise go to granted
outcome granted "Granted"
`;

function told(example: string): string[] {
  const text = `${service}example "It"\n${example}\n`;
  const { problems, model } = compile("permit.service", new Map([["permit.service", text]]), { play });
  return problems
    .filter(({ code }) => ["FW705", "FW701", "FW103", "FW201"].includes(code))
    .map(({ code, at, beside }) => `${code} ${model ? textAt(model.trees, at) : ""}: ${beside}`);
}

test.each([
  ["beyond a bound", "given cars is 5\nexpect fee is £250", "FW705 5: must be from 1 to 4"],
  [
    "against a pattern",
    'given permit-code is "AB123", cars is 1\nexpect fee is £50',
    'FW705 "AB123": must match "999AA"',
  ],
  ["not of its kind", 'given mail is "jo"\nexpect reason is asked', 'FW705 "jo": not of this kind'],
  [
    "a way for a file to come that is not offered",
    "given letter is sent-by-post\nexpect mail is asked",
    "FW705 sent-by-post: not offered here",
  ],
  ["too long", 'given reason is "for ever"\nexpect mail is asked', 'FW705 "for ever": must have at most 5 characters'],
  ["a date out of bounds", "given born is 2 May 2026\nexpect mail is asked", "FW705 2 May 2026: must be in the past"],
  ["a choice that is hidden", "given cars is 1, place is south\nexpect fee is £50", "FW705 south: not offered here"],
  [
    "beside the box",
    "given cars is 1, place is north, nowhere is yes\nexpect fee is £50",
    "FW705 north: not offered here",
  ],
  [
    "what a register fills in",
    'given permit-code is "123AB", owner\'s owner-name is "Ann", name is "Bob"\nexpect name is "Ann"',
    'FW705 "Bob": filled in already, and cannot be changed',
  ],
  [
    "a demand",
    "given starts is 3 May 2026, ends is 3 May 2026\nexpect mail is asked",
    "FW705 3 May 2026: ends is after starts",
  ],
  [
    "too many items",
    "given drivers are\n  | age |\n  | 20 |\n  | 20 |\n  | 20 |\n  | 20 |\nexpect mail is asked",
    "FW705 drivers: at most 3 can be added",
  ],
  ["too few items", "given drivers are\n  | age |\n  | 20 |\nexpect mail is asked", "FW705 drivers: too few"],
  [
    "in the row of a list",
    "given drivers are\n  | age |\n  | 20 |\n  | 16 |\nexpect mail is asked",
    "FW705 16: must be at least 17",
  ],
  ["sent", "given cars is 5\nthen look chooses grant", "FW705 5: must be from 1 to 4"],
  ["nothing expected", "given cars is 5", "FW705 5: must be from 1 to 4"],
  ["an officer's", "given cars is 1\ngiven score is 101\nthen look chooses grant", "FW705 101: must be at most 100"],
  [
    "changed afterwards",
    "given cars is 1\nexpect case goes to look\ngiven cars is 9\nthen applicant chooses change-answers",
    "FW705 9: must be from 1 to 4",
  ],
])("%s is told", (_, example, expected) => {
  expect(told(indented(example))).toEqual([expected]);
});

test.each([
  [
    "expected before another one is given",
    "given cars is 5\nexpect cars is refused\ngiven cars is 2\nexpect cars is not refused, fee is £100",
  ],
  [
    "an officer's",
    "given score is 101\nexpect score is refused\ngiven score is 100\nthen look chooses grant\nexpect case goes to done-with",
  ],
  ["a list", "given drivers are\n  | age |\n  | 20 |\nexpect drivers are refused"],
  ["of an item", "given drivers are\n  | age |\n  | 20 |\n  | 16 |\nexpect driver's age is refused"],
  [
    "changed afterwards",
    "given cars is 1\nexpect case goes to look\ngiven cars is 9\nexpect cars is refused\ngiven cars is 3\nthen applicant chooses change-answers\nexpect fee is £150",
  ],
  ["a file that is there", "given letter is answered\nexpect letter is answered"],
  ["a file that comes later", "given letter is sent-later\nexpect letter is not answered\nexpect case goes to look"],
  ["as the form keeps what is typed", 'given plate is "ab12cde"\nexpect plate is "AB12 CDE"'],
])("what is taken, and a refusal that is expected, is no problem: %s", (_, example) => {
  expect(told(indented(example))).toEqual([]);
});

test.each([
  ["given cars is 2\nexpect cars is refused", "FW701 refused: it is taken as it stands"],
  ["given cars is 5\nexpect cars is refused\nthen look chooses grant", "FW701 grant: the application cannot be sent"],
  [
    "given cars is 1\ngiven score is 101\nexpect score is refused\nthen look chooses grant",
    "FW701 grant: an answer before it is refused",
  ],
])("%s does not come out", (example, expected) => {
  expect(told(indented(example))).toEqual([expected]);
});

function indented(lines: string): string {
  return lines
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
