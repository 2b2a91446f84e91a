// What belongs below a line and is written in it: told at the word where it begins, and moved below by the fix.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const start = `service permit "Permit"
  version 1 starts 1 January 2026
`;

function check(text: string) {
  const { problems } = compile("a.service", new Map([["a.service", text]]));
  return problems.filter(({ code }) => code < "FW4");
}

const question = `${start}section you "You"\n  ask pay "Pay?" as `;
const list = `${start}section you "You"\n`;

test.each([
  [`${question}money optional`, `${question}money\n    optional`],
  [`${question}money, optional`, `${question}money\n    optional`],
  [`${question}money # each month\n      hint "H"`, undefined],
  [`${question}money optional\n      hint "H"`, `${question}money\n      optional\n      hint "H"`],
  [`${question}long text hint "In your own words"`, `${question}long text\n    hint "In your own words"`],
  [`${question}whole number from 1 to 20`, `${question}whole number\n    must be from 1 to 20`],
  [`${question}date in the past`, `${question}date\n    must be in the past`],
  [`${question}money required`, `${question}money`],
  [`${question}one of these small, large`, `${question}one of these\n    - small "Small"\n    - large "Large"`],
  [
    `${question}any of petrol, diesel or gas`,
    `${question}any of these\n    - petrol "Petrol"\n    - diesel "Diesel"\n    - gas "Gas"`,
  ],
  [
    `${question}one of "Small dog", "Large dog"`,
    `${question}one of these\n    - small-dog "Small dog"\n    - large-dog "Large dog"`,
  ],
  [`${question}yes or no or maybe`, `${question}yes or no\n    - maybe "Maybe"`],
  [
    `list sizes\n  - big "Big"\n${question}one of sizes, optional`,
    `list sizes\n  - big "Big"\n${question}one of sizes\n    optional`,
  ],
  [`${question}whole number between 1 and 20`, `${question}whole number\n    must be from 1 to 20`],
  [`${question}whole number (1-20)`, `${question}whole number\n    must be from 1 to 20`],
  [`${question}money up to £20`, `${question}money\n    must be at most £20`],
  [`${question}text (max 200)`, `${question}text\n    must have at most 200 characters`],
  [`${question}files, up to 3`, `${question}files\n    must have at most 3 files`],
  [
    `${question}any of these: hall, living room or attic`,
    `${question}any of these\n    - hall "Hall"\n    - living-room "Living room"\n    - attic "Attic"`,
  ],
  [`${start}amount fee = £40`, `${start}amount fee\n  £40 from 1 January 2026`],
  [
    `${list}  repeat children each child "Child" up to 4 times\n    ask age "Age?" as whole number`,
    `${list}  repeat children each child "Child"\n    at most 4 times\n    ask age "Age?" as whole number`,
  ],
  [`${question}£`, `${question}money`],
  [`${question}money in euros`, `${question}money`],
  [
    `${list}  repeat children each child "Child" at most 4 times\n    ask age "Age?" as whole number`,
    `${list}  repeat children each child "Child"\n    at most 4 times\n    ask age "Age?" as whole number`,
  ],
  [`${start}amount fee £40 from 1 January 2026`, `${start}amount fee\n  £40 from 1 January 2026`],
  [
    `${question}text\nrole officer "Officer"\nroute\n  stage look "We look" by officer finish within 3 days otherwise go to done\noutcome done "Done"`,
    `${question}text\nrole officer "Officer"\nroute\n  stage look "We look" by officer\n    finish within 3 days otherwise go to done\noutcome done "Done"`,
  ],
])("%s", (text, mended) => {
  const problems = check(text);
  if (mended === undefined) return expect(problems).toEqual([]);
  expect(problems).toMatchObject([{ code: "FW103", fixes: [expect.anything()] }]);
  expect(applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])).toBe(mended);
  expect(check(mended)).toEqual([]);
});

test("a name where the kind of answer is said is told where it belongs", () => {
  expect(check(`${question}keeper's answer`)).toMatchObject([
    {
      code: "FW103",
      title: '"keeper\'s answer" does not fit here',
      explanation: [
        "After  as  comes what kind of answer it is, for example  text  or  yes or no.",
        "An answer that is known already is filled in by a line below the question:  prefill from keeper's answer.",
      ],
      fixes: [],
    },
  ]);
});

test("several in one line are each told, and what is not finished says how it goes on", () => {
  expect(check(`${question}text optional hint "H"`).map(({ title }) => title)).toEqual([
    '"optional" does not fit here',
    '"hint" does not fit here',
  ]);
  expect(check('service permit "Permit" version 2')[0]?.explanation).toEqual([
    "It stands below, on a line of its own:  version 2 starts …",
  ]);
  expect(check(`${start}amount fee is £40`)[0]?.explanation).toEqual([
    "It stands below, on a line of its own:  £40 from 1 January 2026.",
  ]);
});
