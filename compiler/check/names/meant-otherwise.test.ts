// What is there and is said otherwise is told with the way it is said, and a change that leaves nothing to mend of it.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { applyEdits } from "../../source/edits.ts";

const service = `service x "X"
  version 1 starts 1 January 2026
role clerk "a clerk"
partner police "Police"
section you "You"
  ask kind "Which?" as one of these
    - a "A"
    - b "B"
  ask begun "When did you start?" as date
  ask more "Tell us more" as text
    show when begun is in the past
table prices
  | kind | then price |
  | a    | £1         |
  | b    | £2         |
calculate fee = price + £1
route
  finish within 8 weeks otherwise tell clerk
  stage look "We look" by clerk
    shows kind, fee, more, begun
    done by 2 different people
    can grant
    can deny with reason
    finish within 5 days otherwise tell clerk
    when any look's choice is deny go to refused
    when all are done then go to granted
outcome granted "Granted"
outcome refused "Refused"
`;

const stops = (text: string) =>
  compile("x.service", new Map([["x.service", text]])).problems.filter(({ severity }) => severity === "stop");

test("the text has no such problem", () => {
  expect(stops(service)).toEqual([]);
});

test.each([
  ["8 weeks otherwise", "8 weeks from sent otherwise", "FW201", "remove  from sent"],
  ["= price +", "= prices's price +", "FW201", "change  prices's price  to  price"],
  ["any look's choice is deny", "look is deny", "FW201", "change  look  to  any look's choice"],
])("%s, written as %s", (sound, written, code, title) => {
  const text = service.replace(sound, written);
  const [problem, ...others] = stops(text);
  expect(others).toEqual([]);
  expect(problem?.code).toBe(code);
  expect(problem?.fixes[0]?.title).toBe(title);
  expect(applyEdits(text, problem?.fixes[0]?.edits ?? [])).toBe(service);
});

test("a name that is a word of the language is told once, in rules too, and changed everywhere", () => {
  const text = service.replaceAll("begun", "since");
  const problems = stops(text);
  expect(problems.map(({ code }) => code)).toEqual(["FW204"]);
  expect(problems[0]?.explanation).toContain("It stands also on lines 11, 20.");
  expect(applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])).toBe(service.replaceAll("begun", "the-since"));
});

test("money goes to an account, not to a person", () => {
  const text = service
    .replace("  ask more", '  ask account "Bank account" as bank account\n  ask more')
    .replace('outcome granted "Granted"', 'outcome granted "Granted"\n  pay fee to applicant');
  const [problem] = stops(text).filter(({ code }) => code === "FW201");
  expect(problem?.fixes.map(({ title }) => title)).toEqual(["change  applicant  to  account"]);
});

test("what is worked out in braces is given a name first", () => {
  const text = service.replace('"Tell us more"', '"Tell us more about {count of prices}"');
  const [problem] = stops(text);
  expect(problem?.code).toBe("FW201");
  expect(problem?.explanation[0]).toContain("{count-of-prices}");
});

test("another agency is not offered as a role too", () => {
  const [problem] = stops(service.replace("    can grant\n", "    can consult police within 5 days\n    can grant\n"));
  expect(problem?.code).toBe("FW201");
  expect(problem?.fixes).toEqual([]);
});

test("a stretch of days is compared by its first or its last day", () => {
  const text = service.replace("  ask more", '  ask stay "When?" as date range\n    must be after today\n  ask more');
  const [problem] = stops(text);
  expect(problem?.code).toBe("FW301");
  expect(problem?.explanation[0]).toContain("stay's start");
  const mended = text.replace(
    "    must be after today\n",
    '  check stay\'s start is after today otherwise say "Later."\n',
  );
  expect(stops(mended)).toEqual([]);
});
