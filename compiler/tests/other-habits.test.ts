// Lines as somebody writes them who knows other tools, or forgets a name: told with the word that is said here, mended with one key.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const service = `service permit "Permit"\n  version 1 starts 1 January 2026\n`;
const form = `${service}section you "You"\n  ask pay "Pay?" as money\n`;
const route = `${form}role officer "Officer"\nroute\n  stage look "Look" by officer\n    finish within 3 days otherwise go to done\n`;
const list = `${form}  repeat children each child "Children"\n    ask called "Called?" as text\n`;
const end = `outcome done "Done"\n`;

function stops(text: string) {
  return compile("a.service", new Map([["a.service", text]])).problems.filter(({ code }) => code < "FW4");
}

test.each([
  [`${form}  question age "Age?" as number`, `${form}  ask age "Age?" as number`],
  [`${form}    tooltip "Each month"`, `${form}    help "Each month"`],
  [
    `${form}  ask why "Why?" as text\n    if pay is over £3`,
    `${form}  ask why "Why?" as text\n    show when pay is over £3`,
  ],
  [`${form}fee = pay times 2`, `${form}calculate fee = pay times 2`],
  [`${form}fee is pay times 2`, `${form}calculate fee = pay times 2`],
  [`${form}calculate fee = £2 if pay is over £3 else £4`, `${form}calculate fee = £4\n  except £2 when pay is over £3`],
  [`${form}  ask "What is your dog's name?" as text`, `${form}  ask dog-name "What is your dog's name?" as text`],
  [`${form}  ask pays "Paid?" as yes/no`, `${form}  ask pays "Paid?" as yes or no`],
  [
    `${form}  ask size "Size?"\n    - small "Small"\n    - large "Large"`,
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - large "Large"`,
  ],
  [`${service}section "You"\n  ask pay "Pay?" as money`, `${service}section you "You"\n  ask pay "Pay?" as money`],
  [`${form}role officer`, `${form}role officer "Officer"`],
  [`${route}    approve go to done\n${end}`, `${route}    can approve then go to done\n${end}`],
  [`${route.replace(' "Look"', "")}${end}`, `${route}${end}`],
  [`${route}    can approve go to done\n${end}`, `${route}    can approve then go to done\n${end}`],
  [
    `${route}outcome done "Done"\n  send email letter\nmessage letter by email\n  subject "S"\n  > Hello`,
    `${route}outcome done "Done"\n  send letter\nmessage letter by email\n  subject "S"\n  > Hello`,
  ],
  [
    `${route}${end}example "It"\n  given pay is £1\n  expect outcome done`,
    `${route}${end}example "It"\n  given pay is £1\n  expect outcome is done`,
  ],
  [
    `${route.replace("finish within", "show pay\n    finish within")}${end}`,
    `${route.replace("finish within", "shows pay\n    finish within")}${end}`,
  ],
  [`${route}${end}example "It"\n  then look approves`, `${route}${end}example "It"\n  then look chooses approve`],
  [
    `${list}example "It"\n  given children are\n    | called    |\n    | Ben Brown |`,
    `${list}example "It"\n  given children are\n    | called    |\n    | "Ben Brown" |`,
  ],
  [`${form}    max £3`, `${form}    must be at most £3`],
  [
    `${form}  ask why "Why?" as text\n    max 50 characters`,
    `${form}  ask why "Why?" as text\n    must have at most 50 characters`,
  ],
  [
    `${form}  repeat children "Children"\n    ask age "Age?" as number`,
    `${form}  repeat children each one-of-children "Children"\n    ask age "Age?" as number`,
  ],
  [
    `${form}  ask why "Why?" as text\n    show if pay is over £3`,
    `${form}  ask why "Why?" as text\n    show when pay is over £3`,
  ],
  [
    `${route.replace("finish within 3 days", "finish within two weeks")}${end}`,
    `${route.replace("finish within 3 days", "finish within 2 weeks")}${end}`,
  ],
  [
    `${route}    can approve then go to done when pay is over £3\n${end}`,
    `${route}    can approve when pay is over £3 then go to done\n${end}`,
  ],
  [
    `${form}table t\n  | pay | then fee |\n  | under £9 | £1 |\n  | £9+ | £2 |`,
    `${form}table t\n  | pay | then fee |\n  | under £9 | £1 |\n  | £9 or more | £2 |`,
  ],
  [`${form}example "It"\n  given pay £3`, `${form}example "It"\n  given pay is £3`],
  [
    `${route}${end}measures\n  time from sent to decided target 10 days`,
    `${route}${end}measures\n  time from sent to decided, target 10 days`,
  ],
  [
    `${route}outcome done "Done"\n  send letter\nmessage letter by post\n  subject "S"\n  > Hello`,
    `${route}outcome done "Done"\n  send letter\nmessage letter by letter\n  subject "S"\n  > Hello`,
  ],
  [`${form}  stop when pay is over £3`, `${form}  stop cannot-apply "You cannot apply"\n    show when pay is over £3`],
  [`${form}  stop if pay = £3 say "Too much pay"`, `${form}  stop too-pay "Too much pay"\n    show when pay is £3`],
  [
    `${form}  stop "Too much pay" when pay is over £3`,
    `${form}  stop too-pay "Too much pay"\n    show when pay is over £3`,
  ],
  [
    `${form}  stop rich "Too much pay" when pay is over £3`,
    `${form}  stop rich "Too much pay"\n    show when pay is over £3`,
  ],
  [
    `${service}eligibility "Can you apply?"\n  ask here "Do you live here?" as yes or no\n  stop unless here is yes`,
    `${service}eligibility "Can you apply?"\n  ask here "Do you live here?" as yes or no\n  stop cannot-apply "You cannot apply"\n    show when here is no`,
  ],
  [`${form}calculate fee\n  pay times 2`, `${form}calculate fee = pay times 2`],
  [`${form}calculate fee:\n  = pay\n  rounded up to £1`, `${form}calculate fee = pay\n  rounded up to £1`],
  [`${form}decide rich\n  pay is over £3`, `${form}decide rich when pay is over £3`],
  [`${form}amount price\n  £30`, `${form}amount price\n  £30 from 1 January 2026`],
  [`${service}list places\n  - hill, Hill school`, `${service}list places\n  - hill "Hill school"`],
])("%s", (text, mended) => {
  const told = stops(text);
  expect(told).toHaveLength(1);
  expect(applyEdits(text, told[0]?.fixes[0]?.edits ?? [])).toBe(mended);
  expect(stops(mended)).toEqual([]);
});

test("a word that begins no type is not called one", () => {
  expect(stops(`${form}  ask age "Age?" in years`)).toMatchObject([{ code: "FW103", fixes: [] }]);
});

test.each([
  ["calculate fee = max(pay, £3)", "The larger of two values is a line below:  never below £10."],
  ["calculate fee = round(pay)", "Rounding is a line below:  rounded to nearest £1."],
  [
    "table t\n  | pay | then fee |\n  | under £9 | £1 |\n  | else | £2 |",
    "What holds when no row fits is a line above the rows:  when none match use £3.",
  ],
])("%s", (line, explanation) => {
  expect(stops(`${form}${line}`)).toMatchObject([{ code: "FW103", explanation: [explanation] }]);
});

test("a calculation whose lines below are all exceptions is told where its general value stands", () => {
  const [problem, ...others] = stops(`${form}calculate fee\n  £2 when pay is over £3\n  otherwise £4`);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "FW109", fixes: [] });
  expect(problem?.explanation.at(-1)).toContain("each exception below it");
});

test("a share in decimals becomes the percentage that it is", () => {
  const table = (rate: string) =>
    `${form}table t\n  | pay | then rate |\n  | under £9 | 5% |\n  | £9 or more | ${rate} |`;
  const titles = ["0.125", "0.5", "0.03", "20"].map((rate) => stops(table(rate))[0]?.fixes.at(-1)?.title);
  expect(titles.map((title) => title?.split("  ").at(-1))).toEqual(["12.5%", "50%", "3%", "20%"]);
});
