// What is known in one wording is known in another: ages and days, ticked choices and how many they are, the two days of a range. Each
// text stands beside the one that is fine.
import { expect, test } from "vitest";
import { addDays, addMonths, addYears, type LengthEnds, monthsBetween, yearsBetween } from "#support/dates.ts";
import { compile } from "../../compile.ts";

const told = (lines: string) => {
  const text = `service permit "Permit"\n  version 1 starts 1 April 2026\n${lines}`;
  const { problems } = compile("permit.service", new Map([["permit.service", text]]));
  return problems.filter(({ code }) => /^FW(1|2|3|4)/.test(code)).map(({ code }) => code);
};

const grownUp = `eligibility "Can you apply?"
  ask born "When were you born?" as date of birth
  require born is at least 18 years ago otherwise say "You have to be 18."
`;

test("who was old enough some years ago has had as many years since", () => {
  const guardian = (years: number) => `${grownUp}section you "You"
  ask guardian "Who looks after you?" as text
    show when years since born is under ${years}
`;
  expect(told(guardian(18))).toEqual(["FW405"]);
  expect(told(guardian(19))).toEqual([]);
});

test("what the form demanded holds on the day of sending, by which rules count", () => {
  const table = (first: number) => `${grownUp}section you "You"
  ask pay "What do you earn?" as money
calculate age = years since born
table help
  | age          | then help |
  | ${first} to 64     | £1        |
  | 65 or more   | £2        |
`;
  expect(told(table(18))).toEqual([]);
  expect(told(table(19))).toEqual(["FW411"]);
  const signed = `${table(18)}role clerk "a clerk"
route
  stage look "A clerk looks" by clerk
    can approve then go to granted
    finish within 5 days
outcome granted "Granted"
`;
  expect(told(signed)).toEqual([]);
});

test("months since, and months ago", () => {
  const later = (months: string) => `section device "Device"
  ask fitted "When was it fitted?" as date
    must be in the past
  page old "An old one"
    show when fitted is over 3 months ago
    ask make "What make?" as text
    ask receipt "Upload the receipt" as file
      show when months since fitted is ${months}
`;
  expect(told(later("under 3"))).toEqual(["FW405"]);
  expect(told(later("at most 3"))).toEqual([]);
  const within = (months: number) => `section device "Device"
  ask fitted "When was it fitted?" as date
    must be at least 3 months ago
  ask receipt "Upload the receipt" as file
    show when fitted is within the last ${months} months
`;
  expect(told(within(2))).toEqual(["FW405"]);
  expect(told(within(4))).toEqual([]);
});

const uses = `list uses
  - shop "Shop"
  - home "Home"
  - farm "Farm"
  - none "None", on its own
section use "Use"
  ask used "What do you use it for?" as any of uses
`;

test("how many choices are ticked, and which", () => {
  const three = (most: number) => `${uses}    must have at most ${most} choices
  ask why "Why all of them?" as text
    show when all of
      - used includes shop
      - used includes home
      - used includes farm
`;
  expect(told(three(2))).toEqual(["FW405"]);
  expect(told(three(3))).toEqual([]);
  const least = (count: number) => `${uses}    must have at least ${count} choices\n`;
  expect(told(least(4))).toEqual(["FW416"]);
  expect(told(least(3))).toEqual([]);
  const none = (count: number) => `${uses}    must have at least ${count} choices
  ask why "Why none?" as text
    show when used includes none
`;
  expect(told(none(2))).toContain("FW405");
  expect(told(none(1))).toEqual([]);
});

test("a range of days does not end before it starts", () => {
  const range = (condition: string) => `section stay "Stay"
  ask stay "When do you stay?" as date range
  ask why "Why?" as text
    show when ${condition}
`;
  expect(told(range("stay's end is before stay's start"))).toEqual(["FW405"]);
  expect(told(range("stay's end is stay's start"))).toEqual([]);
});

test("a set may not bring a list into what is asked of each item", () => {
  const sets = (repeat: string) => `question-set household "A household"
  repeat members each member "Members"
    ask age "How old are they?" as whole number
section homes "Homes"
${repeat}    include household as people
`;
  const list = '  repeat homes each home "Homes"\n    ask street "Which street?" as text\n';
  expect(told(sets(list))).toEqual(["FW113"]);
  expect(told(sets('  page home "Home"\n    ask street "Which street?" as text\n'))).not.toContain("FW113");
});

// From 31 December to 28 February two months pass (the month ends on its last day), and two months before 28 February is 28 December.
test("months counted back from a day are not always the months since; years are, and both are when counted from the answer on", () => {
  const both = (counted: string) => `section stay "Stay"
  ask arrived "When did you arrive?" as date
  ask why "Why did you stay?" as text
    show when ${counted}
`;
  expect(monthsBetween("2026-12-31", "2027-02-28")).toBe(2);
  expect(addMonths("2027-02-28", -2)).toBe("2026-12-28");
  const back = (unit: string) => `${unit} since arrived is at least 2 and arrived is after 2 ${unit} before today`;
  expect(told(both(back("months")))).toEqual([]);
  expect(told(both(back("months").replace("at least 2", "at least 3")))).toEqual(["FW405"]);
  expect(told(both(back("years")))).toEqual(["FW405"]);
  const ago = (unit: string) => `${unit} since arrived is at least 2 and arrived is less than 2 ${unit} ago`;
  expect([told(both(ago("months"))), told(both(ago("years")))]).toEqual([["FW405"], ["FW405"]]);
  expect(told(both("arrived is over 18 years ago and arrived is at most 18 years ago"))).toEqual(["FW405"]);
});

test("so much time is over on the very day on which it is counted from the answer on, and of years counted back, by every calendar", () => {
  const calendars: readonly LengthEnds[] = [
    {},
    { yearsFrom29FebruaryEndOn: "--02-28" },
    { monthsEndOn: "first-day-after" },
  ];
  for (const ends of calendars)
    for (let day = 0; day < 500; day++)
      for (let after = 0; after < 4; after++) {
        const born = addDays("2007-11-01", day) ?? "";
        const [inYears, inMonths] = [addYears(born, 18, ends) ?? "", addMonths(born, 2, ends) ?? ""];
        const [years, months] = [addDays(inYears, after - 2) ?? "", addDays(inMonths, after - 2) ?? ""];
        expect((yearsBetween(born, years, ends) ?? 0) >= 18).toBe(inYears <= years);
        expect((monthsBetween(born, months, ends) ?? 0) >= 2).toBe(inMonths <= months);
        expect(born <= (addYears(years, -18, ends) ?? "")).toBe(inYears <= years);
      }
});
