// Lines that hang on a licence and go on by themselves: what would never end, and what stands one line too early, is told.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const text = `service care "Care allowance"
  agency town "Ashby"
applicant is a person
  signs in at level low
section you "You"
  ask amount "How much?" as money
role clerk "the clerk"
route
  stage look "We look at it" by clerk
    shows amount
    can approve then go to granted
    finish within 5 days otherwise go to granted
outcome granted "Granted"
  issue award
  pay amount to amount each month while award lasts
credential award "Award"
  valid for 1 year
  start care-review every 6 months
privacy
  purpose "Care"
  lawful basis public-task "Care Act"
  keep answers for 1 year after decision
`;

function stopsOf(changed: string): { code: string; explanation: readonly string[] }[] {
  const { problems } = compile("care.service", new Map([["care.service", changed]]));
  return problems.filter(({ severity }) => severity === "stop").map(({ code, explanation }) => ({ code, explanation }));
}

test("as they should be, nothing stops", () => {
  expect(stopsOf(text)).toEqual([]);
});

test("a case that would begin every 0 days is stopped", () => {
  expect(stopsOf(text.replace("every 6 months", "every 0 days"))).toEqual([
    { code: "FW308", explanation: ["It is written  every 6 months, or any other length from 1 minute up."] },
  ]);
});

test("a licence that is issued one line too late: what to move is said", () => {
  const late = text.replace(/( {2}issue award\n)( {2}pay .*\n)/, "$2$1");
  const told = [
    {
      code: "FW516",
      explanation: ["What stands here happens from top to bottom. Move  issue award  above this line."],
    },
  ];
  expect(stopsOf(late)).toEqual(told);
  // The case may come round again: the first time there is none all the same.
  const again = late.replace(/( {2}issue award\n)/, "$1  applicant can ask-again within 28 days then go to look\n");
  expect(again).not.toBe(late);
  expect(stopsOf(again)).toEqual(told);
});
