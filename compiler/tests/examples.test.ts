// Examples in a text, played over the form and the route that real applications go: what they may say, and what is told when they fail.
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = parking.files.get(parking.entry) ?? "";

/** What is told about a text with this example added, each in a few words. */
function told(example: string, changed = text): string[] {
  const files = new Map([...parking.files, [parking.entry, `${changed}\nexample "It"\n${example}\n`]]);
  const { problems } = compile(parking.entry, files, { play });
  return problems
    .filter(({ code }) => code !== "FW702")
    .map(
      (one) =>
        `${one.code} ${one.beside ?? one.title}${one.explanation[0] === undefined ? "" : `: ${one.explanation[0]}`}`,
    );
}

const petrol = `  given main-home is yes, permits-held is 1, keeper is no
  given vehicle's fuel is petrol, blue-badge is no`;
const granted = `  given main-home is yes, keeper is yes, permits-held is 0, blue-badge is no
  given vehicle's fuel is petrol, vehicle's taxed is yes
  given vehicle's keeper-postcode is "AS1 4QT", home's postcode is "AS1 4QT", registration is "AB12 CDE"`;

test.each([
  ["the automatic way", `${granted}\n  expect case goes to pay`],
  ["what is asked", `${petrol}\n  expect keeper-letter is asked`],
  ["what is not asked", `${granted}\n  expect keeper-letter is not asked`],
  ["eligibility", "  given main-home is no\n  expect not eligible"],
  ["paying", `${granted}\n  then applicant pays\n  expect outcome is granted, message permit-ready is sent`],
  [
    "a licence that a register ends",
    `${granted}\n  then applicant pays\n  expect parking-permit is valid\n  then 5 days pass\n  expect parking-permit is valid\n  given vehicle's taxed is no\n  then 1 day passes\n  expect parking-permit is revoked`,
  ],
  [
    "a licence that runs out",
    `${granted}\n  then applicant pays\n  then 13 months pass\n  expect parking-permit is expired`,
  ],
  ["not paying in time", `${granted}\n  then 14 days pass\n  expect outcome is lapsed`],
  ["still time to pay", `${granted}\n  then 13 days pass\n  then applicant pays\n  expect outcome is granted`],
  [
    "an officer",
    `${petrol}\n  then review chooses refuse because "No"\n  expect outcome is refused\n  expect review is refuse`,
  ],
  [
    "asking for more",
    `${petrol}\n  then review chooses ask-for-more-information because "A letter?"\n  then 3 working days pass
  then applicant answers\n  then review chooses approve\n  expect case goes to pay`,
  ],
  [
    "an appeal in time",
    `${petrol}\n  then review chooses refuse because "No"\n  then 28 days pass
  then applicant chooses appeal\n  then appeal chooses uphold\n  expect case goes to pay`,
  ],
  [
    "withdrawing",
    `${petrol}\n  then applicant chooses withdraw\n  expect outcome is withdrawn, outcome is not refused`,
  ],
  ["a day", `  on 1 July 2027\n${petrol}\n  expect date-applied is 1 July 2027`],
  ["an answer after a line that failed is not asked for", `${petrol}\n  expect case goes to review`],
])("%s is played", (_, example) => {
  expect(told(example)).toEqual([]);
});

test.each([
  [`${petrol}\n  expect case goes to pay`, ["FW701 the case goes to review: How the case went:"]],
  [
    `${granted}\n  then 13 days pass\n  expect outcome is lapsed`,
    ["FW701 the case is still in pay: How the case went:"],
  ],
  [
    `${petrol}\n  then review chooses refuse\n  expect outcome is refused`,
    ["FW701 this cannot be done: Give the reason in words: the applicant reads it."],
  ],
  [
    `${petrol}\n  then review chooses refuse because "No"\n  then 29 days pass\n  then applicant chooses appeal`,
    ["FW701 this cannot be done: The time ran out on 29 April 2026."],
  ],
  [`${petrol}\n  then pay chooses waive`, ["FW701 this cannot be done: The case is in review, not in pay."]],
  [
    "  given main-home is no\n  expect case goes to review",
    ["FW701 the application cannot be sent: It is told: You can only get a permit for your main home."],
  ],
  [
    `${granted}\n  then applicant pays\n  then 5 days pass\n  expect parking-permit is revoked`,
    ["FW701 parking-permit is valid: How the case went:"],
  ],
  [`${granted}\n  expect parking-permit is valid`, ["FW701 parking-permit is not issued: How the case went:"]],
  [`${granted}\n  expect message permit-ready is sent`, ["FW701 no message is sent: How the case went:"]],
  [
    `${petrol}\n  expect case goes to reveiw`,
    ['FW201 There is no stage or outcome called "reveiw" in this service: Did you mean  review  (stage on line 107)?'],
  ],
  ['  given permits-held is "two"\n  expect eligible', ['FW301 permits-held is a plain number, and "two" is words']],
])("%s fails", (example, expected) => {
  expect(told(example)).toEqual(expected);
});

test("what the compiler offers for a wrong action and a wrong place mends the example", () => {
  const files = (example: string) =>
    new Map([...parking.files, [parking.entry, `${text}\nexample "It"\n${example}\n`]]);
  const titles = (example: string) =>
    compile(parking.entry, files(example), { play })
      .problems.filter(({ code }) => code === "FW701")
      .flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(titles(`${petrol}\n  then review chooses aprove`)).toEqual(["change  aprove  to  approve"]);
  expect(titles(`${petrol}\n  expect case goes to pay`)).toEqual(["change  pay  to  review"]);
  const reason = 'because "What the applicant reads"';
  expect(titles(`${petrol}\n  then review chooses refuse`)).toEqual([`add  ${reason}`]);
  expect(titles(`${petrol}\n  then review chooses refuse ${reason}`)).toEqual([]);
});

test("people in a list are given as rows", () => {
  const service = `service benefit "Benefit"
section all "All"
  repeat members each member "Who lives with you?"
    ask name "Name" as full name
    ask born "When?" as date
    ask pay "Pay" as money

calculate pay-of-all = sum of member's pay

example "Two"
  given members are
    | name       | born       | pay |
    | "Ada Hill" | 4 May 2018 | £10 |
    | "Ben Hill" | 5 May 2019 | £20 |
  expect pay-of-all is £30
`;
  expect(compile("a.service", new Map([["a.service", service]]), { play }).problems).toEqual([]);
});

test("examples that nobody plays tell nothing", () => {
  const wrong = `${text}\nexample "It"\n${petrol}\n  expect case goes to pay\n`;
  expect(compile(parking.entry, new Map([...parking.files, [parking.entry, wrong]])).problems).toEqual([]);
});

test("what else does not come out at the same point is told in one go, and nothing of what would come later", () => {
  const example = `${granted}
  expect permit-fee is £1
  expect case goes to review, blue-badge is no
  then applicant pays
  expect outcome is lapsed`;
  const files = new Map([...parking.files, [parking.entry, `${text}\nexample "It"\n${example}\n`]]);
  const failing = compile(parking.entry, files, { play }).problems.filter(({ code }) => code === "FW701");
  const lines = failing.flatMap(({ explanation }) => explanation);
  const others = lines.slice(lines.indexOf("Not as expected either:") + 1);
  expect(failing).toHaveLength(1);
  expect(others).toEqual([expect.stringMatching(/^ {2}line \d+: case goes to review: the case goes to pay$/)]);
});
