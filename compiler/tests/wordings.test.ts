// One row for every wording of the language's conditions and values (language.md 3.1) and every rule of its kinds (3.2, 3.4, 3.6):
// the text, answers, what must come out. Held to the tree walker, to the emitted rules, and to being sayable.
import { expect, test } from "vitest";
import type { Answers, Value } from "#contract/facts.ts";
import { play } from "./wordings.ts";

type Row = readonly [wording: string, answers: Answers, expected: Value | undefined];

const two = {
  members: [
    { id: "1", who: "Ann", fee: 600, adult: true, joined: "2020-05-01" },
    { id: "2", who: "Bob", fee: 300, adult: false, joined: "2024-02-29" },
  ],
};
const open: Answers = { members: [{ id: "1", adult: true }, { id: "2" }] };
const none = { members: [] };

function holds([wording, answers, expected]: Row): void {
  test(`${wording} with ${JSON.stringify(answers)} is ${JSON.stringify(expected)}`, async () => {
    const { walked, emitted, said } = await play(wording, answers);
    expect({ walked, emitted }).toEqual({ walked: expected, emitted: expected });
    expect(said).not.toMatch(/^$|undefined|\[object/);
  });
}

const conditions: readonly Row[] = [
  // same / different
  ["a is no", { a: false }, true],
  ["a is not yes", { a: false }, true],
  ["fuel is not electric", { fuel: "petrol" }, true],
  ["fuel is not electric", {}, undefined],
  ['name is "Bob"', { name: "Bob" }, true],
  // order
  ["number is at least 2", { number: 2 }, true],
  ["number is at most 2", { number: 3 }, false],
  ["number is over 2", { number: 2 }, false],
  ["number is under 2", { number: 1 }, true],
  ["number is more than 2", { number: 3 }, true],
  ["number is less than 2", { number: 2 }, false],
  ["number is not over 2", { number: 2 }, true],
  ["number is over 2", {}, undefined],
  ["pay is over rent", { pay: 2, rent: 1 }, true],
  ["pay is over 25% of rent", { pay: 26, rent: 100 }, true],
  ["part is over 25%", { part: 26 }, true],
  ["opens is after 17:00", { opens: "17:01" }, true],
  ["built is at least 1990", { built: 1990 }, true],
  ["opens is before 17:00", { opens: "09:00" }, true],
  // ranges
  ["number is from 18 to 65", { number: 18 }, true],
  ["number is from 18 to 65", { number: 65 }, true],
  ["number is from 18 to 65", { number: 66 }, false],
  ["number is not from 18 to 65", { number: 66 }, true],
  // one of several
  ["fuel is one of petrol, diesel", { fuel: "diesel" }, true],
  ["fuel is not one of petrol, diesel", { fuel: "electric" }, true],
  ["fuel is one of petrol, diesel", {}, undefined],
  // many-choice answers
  ["uses includes electric", { uses: ["petrol"] }, false],
  ["uses does not include electric", { uses: ["petrol"] }, true],
  ["uses includes electric", {}, undefined],
  // dates
  ["born is before 1 January 2026", { born: "2025-12-31" }, true],
  ["born is after 2026-01-01", { born: "2026-01-01" }, false],
  ["born is on or before 1 January 2026", { born: "2026-01-01" }, true],
  ["born is on or after 1 January 2026", { born: "2025-12-31" }, false],
  ["born is at least 18 years ago", { born: "2008-06-15" }, true],
  ["born is at least 18 years ago", { born: "2008-06-16" }, false],
  ["born is under 18 years ago", { born: "2008-06-16" }, true],
  ["born is at least day-limit ago", { born: "2026-05-18" }, true],
  ["born is within the last 3 months", { born: "2026-04-01" }, true],
  ["born is within the last 3 months", { born: "2026-03-31" }, false],
  ["born is within the last month-limit", { born: "2026-04-01" }, true],
  ["born is within the next 28 days", { born: "2026-07-29" }, true],
  ["born is in the past", { born: "2026-07-01" }, false],
  ["born is in the future", { born: "2026-07-02" }, true],
  // ages and gaps
  ["years since born is at least 18", { born: "2008-06-15" }, true],
  ["days from born to gone is 28", { born: "2026-01-01", gone: "2026-01-29" }, true],
  ["working days since born is 5", { born: "2026-06-08" }, true],
  ["working days from born to gone is 2", { born: "2026-12-23", gone: "2026-12-28" }, true],
  ["gone is after 3 months before date-applied", { gone: "2026-03-16" }, true],
  ["gone is 28 days after born", { born: "2026-01-01", gone: "2026-01-29" }, true],
  ["gone is before day-limit after born", { born: "2026-01-01", gone: "2026-01-28" }, true],
  // answered
  ["name is answered", {}, false],
  ["name is not answered", {}, true],
  ["name is asked", { name: "x" }, true],
  ["name is not asked", {}, true],
  ["rent is corrected", { rent: 1 }, true],
  ["pay is not corrected", {}, true],
  // groups
  ["count of members is at least 2", two, true],
  ["(count of members where member's adult is yes) is 1", two, true],
  ["any member's adult is yes", two, true],
  ["every member's adult is yes", two, false],
  ["no member's adult is yes", two, false],
  ["no member's adult is yes", none, true],
  ["every member's adult is yes", none, false],
  ["any member's adult is yes", none, false],
  ["every member's adult is yes", open, undefined],
  ["any member's fee is over £5", two, true],
  ["any member where member's adult is yes and member's fee is under £5", two, false],
  ["every member where member's adult is yes or member's fee is under £5", two, true],
  ["no member where member's adult is yes and member's fee is under £5", two, true],
  ["a is yes and (any member where member's adult is yes and member's fee is over £5)", { a: true, ...two }, true],
  ["any member's joined is at least 3 years ago", two, true],
  // joining, exceptions, negation
  ["a is yes and b is yes", { a: false }, false],
  ["a is yes and b is yes", { a: true }, undefined],
  ["a is yes or b is yes", { a: true }, true],
  ["all of\n  - a is yes\n  - any of\n    - b is yes\n    - number is 3", { a: true, b: false, number: 3 }, true],
  ["none of\n  - a is yes\n  - b is yes", { a: false, b: false }, true],
  ["none of\n  - a is yes\n  - b is yes", { a: false }, undefined],
  ["a is yes unless b is yes", { a: true }, true],
  ["a is yes unless b is yes", { a: true, b: true }, false],
  ["entitled", { a: true }, true],
  ["not entitled", { a: true }, false],
  ["not entitled", {}, undefined],
  ["a", { a: true }, true],
  ["month-limit is at least 3 months", {}, true],
  ["day-limit is over 4 weeks", {}, false],
  ["day-limit is 4 weeks", {}, true],
  ["month-limit is not 1 year", {}, true],
];
for (const row of conditions) holds(row);

const values: readonly Row[] = [
  // money
  ["= 25% of pay", { pay: 1002 }, 251],
  ["= rate of pay", { pay: 1000 }, 400],
  ["= pay times part", { pay: 1000, part: 12.5 }, 125],
  ["= pay times 4", { pay: 150 }, 600],
  ["= 4 * pay", { pay: 150 }, 600],
  ["= pay divided by 3", { pay: 1000 }, 333],
  ["= pay / 8", { pay: 1000 }, 125],
  ["= pay divided by rent", { pay: 1000, rent: 400 }, 2.5],
  ["= pay divided by rent", { pay: 1000, rent: 0 }, undefined],
  ["= pay plus rent minus £4", { pay: 1000, rent: 400 }, 1000],
  ["= pay + rent", { pay: 1000 }, undefined],
  ["= base", {}, 1000],
  ["= pay - rent - base", { pay: 1000, rent: 400 }, -400],
  ["= part + 5%", { part: 20 }, 25],
  ["= part times 2", { part: 20 }, 40],
  ["= number times part", { number: 40, part: 20 }, 8],
  ["= number divided by 4", { number: 10 }, 2.5],
  ["= weight + 0.2", { weight: 0.1 }, 0.3],
  // missing
  ["= pay + (extra else £0)", { pay: 1000 }, 1000],
  ["= extra else £3", {}, 300],
  // rounding and limits
  ["= pay\n  rounded up to £1", { pay: 101 }, 200],
  ["= pay\n  rounded down to £1", { pay: 199 }, 100],
  ["= pay\n  rounded to nearest £5", { pay: 250 }, 500],
  ["= pay - rent\n  never below £0", { pay: 100, rent: 500 }, 0],
  ["= pay\n  never above £5", { pay: 600 }, 500],
  ["= pay\n  never below £1\n  never above £5", { pay: 20 }, 100],
  // exceptions
  ["= pay\n  except £0 when a is yes", { pay: 100, a: true }, 0],
  ["= pay\n  except £0 when a is yes", { pay: 100 }, 100],
  ["= pay\n  except £0 when a is yes\n  except £1 when b is yes unless a is yes", { pay: 500, a: false, b: true }, 100],
  // lists
  ["= count of members", two, 2],
  ["= count of members", none, 0],
  ["= sum of member's fee", two, 900],
  ["= sum of member's fee", open, 0],
  ["= sum of member's fee where member's adult is yes", two, 600],
  ["= highest of member's fee", two, 600],
  ["= lowest of member's fee", two, 300],
  ["= average of member's fee", two, 450],
  ["= average of member's fee", none, undefined],
  ["= highest of member's joined", two, "2024-02-29"],
  ["= (sum of member's fee) + £4", two, 1300],
  // dates and lengths (3.6.17)
  ["= born + 3 months", { born: "2026-01-31" }, "2026-04-30"],
  ["= born + 1 year", { born: "2024-02-29" }, "2025-03-01"],
  ["= born - 28 days", { born: "2026-01-29" }, "2026-01-01"],
  ["= 1 month before born", { born: "2026-03-31" }, "2026-02-28"],
  ["= month-limit after born", { born: "2026-01-31" }, "2026-04-30"],
  ["= 2 working days after born", { born: "2026-12-24" }, "2026-12-29"],
  ["= years since born", { born: "2008-02-29" }, 18],
  ["= years from born to gone", { born: "2008-02-29", gone: "2026-02-28" }, 17],
  ["= years from born to gone", { born: "2008-02-29", gone: "2026-03-01" }, 18],
  ["= months from born to gone", { born: "2026-01-31", gone: "2026-02-28" }, 1],
  ["= weeks from born to gone", { born: "2026-01-01", gone: "2026-01-14" }, 1],
  ["= 28 days after date-applied", {}, "2026-07-13"],
];
for (const row of values) holds(row);

const price = (cells: string, lines = "") => `table price\n${lines}  ${cells.replaceAll("\n", "\n  ")}`;

const tables: readonly Row[] = [
  [price("| fuel | then it |\n| electric | £1 |\n| not electric | £2 |"), { fuel: "diesel" }, 200],
  [price("| fuel | then it |\n| electric | £1 |\n| not electric | £2 |"), {}, undefined],
  [price("| extra | then it |\n| not asked | £1 |\n| any | £2 |", "  when several match use the first\n"), {}, 100],
  [price("| number | then it |\n| under 1 | £1 |\n| 1 to under 3 | £2 |\n| 3 or more | £3 |"), { number: 3 }, 300],
  [price("| number | then it |\n| at most 1 | £1 |\n| over 1 | £2 |"), { number: 1 }, 100],
  [price("| number | then it |\n| 1 or less | £1 |\n| at least 2 | £2 |"), { number: 2 }, 200],
  [price("| number | then it |\n| 0 to 3 | £1 |\n| over 3 | £2 |\n| under 0 | £3 |"), { number: 3 }, 100],
  [price("| born | then it |\n| before 1 May 2026 | £1 |\n| at least 1 May 2026 | £2 |"), { born: "2026-05-01" }, 200],
  [price("| a | then it |\n| yes | pay |\n| no | rent |"), { a: true, pay: 70, rent: 80 }, 70],
  [price("| pay | then it |\n| over rent | £1 |\n| at most rent | £2 |"), { pay: 70, rent: 80 }, 200],
  [price("| entitled | then it |\n| yes | £1 |\n| no | £2 |"), { a: false }, 200],
  [
    price(
      "| a | b | then it |\n| yes | any | £1 |\n| any | yes | £2 |",
      "  when none match use £9\n  when several match use the first\n",
    ),
    { a: true, b: true },
    100,
  ],
  ...(["highest", "lowest"] as const).map(
    (word): Row => [
      price(
        "| a | b | then it |\n| yes | any | £1 |\n| any | yes | £2 |",
        `  when none match use £9\n  when several match use the ${word}\n`,
      ),
      { a: true, b: true },
      word === "highest" ? 200 : 100,
    ],
  ),
  [
    price(
      "| a | b | then it |\n| yes | any | £1 |\n| any | yes | £2 |",
      "  when none match use £9\n  when several match add them up\n",
    ),
    { a: true, b: true },
    300,
  ],
  [
    price(
      "| a | b | then it |\n| yes | any | £1 |\n| any | yes | £2 |",
      "  when none match use £9\n  when several match list them all\n",
    ),
    { a: true, b: true },
    [100, 200],
  ],
  [price("| a | then it |\n| yes | £1 |", "  when none match use £9\n"), { a: false }, 900],
  [price("| a | then it |\n| yes | green |\n| no | deep-red |"), { a: false }, "deep-red"],
];
for (const row of tables) holds(row);
