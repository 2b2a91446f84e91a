// Wordings that are refused (language.md 1.2 and 3.1): each gives its code, and its first fix gives a text without a Stop.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";
import { problemsOf, textOf } from "./wordings.ts";

type Refused = readonly [wording: string, code: string, mended?: string];

const refused: readonly Refused[] = [
  // same / different
  ["fuel = electric", "FW106", "fuel is electric"],
  ["fuel == electric", "FW106", "fuel is electric"],
  ["fuel != electric", "FW106", "fuel is not electric"],
  ["fuel equals electric", "FW103", "fuel is electric"],
  ["fuel isn't electric", "FW103", "fuel is not electric"],
  ["a is true", "FW116", "a is yes"],
  // order
  ["number >= 2", "FW106", "number is at least 2"],
  ["number <= 2", "FW106", "number is at most 2"],
  ["number > 2", "FW106", "number is over 2"],
  ["number < 2", "FW106", "number is under 2"],
  ["number is greater than 3", "FW103", "number is more than 3"],
  ["number is 18 or more", "FW308", "number is at least 18"],
  ["pay is £500 or less", "FW308", "pay is at most £500"],
  ["number is no more than 3", "FW103", "number is at most 3"],
  ["number is at least 3 and at most 5", "FW103", "number is from 3 to 5"],
  ["number is greater than or equal to 3", "FW103", "number is at least 3"],
  ["number is less than or equal to 3", "FW103", "number is at most 3"],
  ["number is equal to 3", "FW103", "number is 3"],
  // ranges
  ["number is between 18 and 65", "FW402", "number is from 18 to 65"],
  ["number between 18 and 65", "FW103", "number is from 18 to 65"],
  ["number is 0-3", "FW308", "number is from 0 to 3"],
  ["number is not 1 - 3", "FW308", "number is not from 1 to 3"],
  ["pay is £5-£10", "FW308", "pay is from £5 to £10"],
  // one of several
  ["fuel is petrol or diesel", "FW308", "fuel is one of petrol, diesel"],
  ["number is 3 or 4", "FW308", "number is one of 3, 4"],
  ["pay is £3 or £4 or £5", "FW308", "pay is one of £3, £4, £5"],
  ["fuel is petrol, diesel", "FW103", "fuel is one of petrol, diesel"],
  ["fuel is either petrol or diesel", "FW103", "fuel is one of petrol, diesel"],
  ["fuel is one of petrol or diesel", "FW308", "fuel is one of petrol, diesel"],
  ["fuel in petrol, diesel", "FW103", "fuel is one of petrol, diesel"],
  // many-choice answers
  ["uses contains electric", "FW103", "uses includes electric"],
  ["electric in uses", "FW103", "uses includes electric"],
  ["uses is electric", "FW307", "uses includes electric"],
  ["uses is not electric", "FW307", "uses does not include electric"],
  // dates, ages, gaps
  ["born is before 01/04/2026", "FW110", "born is before 1 April 2026"],
  ["born is older than 18 years", "FW103", "born is over 18 years ago"],
  ["born is at least 18 years", "FW301", "born is at least 18 years ago"],
  ["born is in past", "FW103", "born is in the past"],
  ["born is within last 3 months", "FW103", "born is within the last 3 months"],
  ["gone - born is at least 28", "FW301", "days from born to gone is at least 28"],
  ["= gone - born", "FW301", "= days from born to gone"],
  ["= years between born and gone", "FW103", "= years from born to gone"],
  ["= age of born", "FW308", "= years since born"],
  ["month-limit is at least 28 days", "FW303"],
  ["= born + 3", "FW301"],
  ["= years since pay", "FW301"],
  ["= 3 months before pay", "FW301"],
  ["pay is in the past", "FW301"],
  // answered
  ["name is empty", "FW308", "name is not answered"],
  ["name is not empty", "FW308", "name is answered"],
  ["name is null", "FW308", "name is not answered"],
  ['name is ""', "FW308", "name is not answered"],
  ['name is not ""', "FW308", "name is answered"],
  // groups
  ["every member is adult", "FW308", "every member's adult is yes"],
  ["any members's adult is yes", "FW308", "any member's adult is yes"],
  ["count members is 3", "FW103", "count of members is 3"],
  ["= sum of members", "FW308", "= sum of member's fee"],
  ["= sum(member's fee)", "FW103", "= sum of member's fee"],
  ["= total of member's fee", "FW308", "= sum of member's fee"],
  ["= maximum of member's fee", "FW308", "= highest of member's fee"],
  ["= sum of member's who", "FW301"],
  ["= average of member's adult", "FW301"],
  ["= highest of member's who", "FW301"],
  // money
  ["= pay * 0.25", "FW308", "= 25% of pay"],
  ["= 0.25 of pay", "FW308", "= 25% of pay"],
  ["= half of pay", "FW308", "= 50% of pay"],
  ["= 25 percent of pay", "FW118", "= 25% of pay"],
  ["= pay x 4", "FW103", "= pay times 4"],
  ["= pay + 5", "FW301", "= pay + £5"],
  ["= pay times rent", "FW301"],
  ["= pay + part", "FW301"],
  ["= pay + $5", "FW304"],
  ["= £80,50", "FW111", "= £80.50"],
  ["= 5 pounds", "FW118", "= £5"],
  ["= pay rounded up to £1", "FW103", "= pay\n  rounded up to £1"],
  ["= pay\n  rounded up to 1", "FW301", "= pay\n  rounded up to £1"],
  ["= pay\n  never under £0", "FW103", "= pay\n  never below £0"],
  ["= if a is yes then £1 else £2", "FW103", "= £2\n  except £1 when a is yes"],
  // missing
  ["= pay + extra", "FW403", "= pay + (extra else £0)"],
  ["= extra or £0", "FW103", "= (extra else £0)"],
  ["= extra ?? £0", "FW103", "= (extra else £0)"],
  ["= pay + extra else £0", "FW306", "= pay + (extra else £0)"],
  ["= extra else £0 + pay", "FW306", "= (extra else £0) + pay"],
  // joining, exceptions, negation
  ["a is yes && b is yes", "FW106", "a is yes and b is yes"],
  ["a is yes || b is yes", "FW106", "a is yes or b is yes"],
  ["a is yes, b is yes", "FW103", "a is yes and b is yes"],
  ["a is yes and b is yes or number is 1", "FW401"],
  ["a is yes unless b is yes unless number is 1", "FW103", "a is yes unless b is yes or number is 1"],
  ["not a is yes", "FW103", "a is not yes"],
  ["not (fuel is electric)", "FW103", "fuel is not electric"],
  ["not fuel is not electric", "FW103", "fuel is electric"],
  ["not pay", "FW301"],
  ["pay", "FW301"],
  // parts
  ["member.fee is over £3", "FW103"],
  // tables
  ["table t\n  when none match use £9\n  | number | then it |\n  | >= 2 | £1 |", "FW103"],
  ["table t\n  when none match use £9\n  | number | then it |\n  | 1-2 | £1 |", "FW103"],
  ["table t\n  when none match use £9\n  | number | then it |\n  | - | £1 |", "FW103"],
  ["table t\n  when none match use £9\n  | fuel | then it |\n  | petrol or diesel | £1 |", "FW103"],
  ["table t\n  when none match use £9\n  | fuel | then it |\n  | petrol | pay + £1 |", "FW103"],
  ["table t\n  when none match use 9\n  | fuel | then it |\n  | petrol | £1 |", "FW301"],
  ["table t\n  when several match add them up\n  | a | then it |\n  | yes | green |\n  | no | red |", "FW301"],
  ["table t\n  | a | then it |\n  | yes | £1 |\n  | no |", "FW418"],
];

test.each(refused.map((one) => [one[0], one[1], one] as const))(
  "%s is refused with %s",
  (_, __, [wording, code, mended]) => {
    const [problem, ...others] = problemsOf(wording).filter(({ severity }) => severity === "stop");
    expect([problem?.code, ...others.map((other) => other.code)]).toEqual([code]);
    const [fix] = problem?.fixes ?? [];
    if (mended !== undefined) expect(fix && applyEdits(textOf(wording), fix.edits)).toBe(textOf(mended));
    if (!fix || (mended === undefined && code === "FW103" && wording.includes("member."))) return;
    const text = applyEdits(textOf(wording), fix.edits);
    const left = compile("a.service", new Map([["a.service", text]])).problems;
    expect(left.filter(({ severity }) => severity === "stop").map(({ title }) => title)).toEqual([]);
  },
);
