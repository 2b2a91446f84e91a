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
  [
    `${form}  ask age "Age?" as whole number\n    must be 18 or over`,
    `${form}  ask age "Age?" as whole number\n    must be at least 18`,
  ],
  [`${form}decide rich when pay is £30 or over`, `${form}decide rich when pay is at least £30`],
  [`${form}decide rich when pay is £30 or younger`, `${form}decide rich when pay is at most £30`],
  [
    `${form}  ask size "Size?" as one of\n    - small "Small"\n    - large "Large"`,
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - large "Large"`,
  ],
  [
    `${form}  ask size "Size?" as any of\n    - small "Small"\n    - large "Large"`,
    `${form}  ask size "Size?" as any of these\n    - small "Small"\n    - large "Large"`,
  ],
  [
    `${form}  ask size "Size?" as choice of\n    - small "Small"\n    - large "Large"`,
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - large "Large"`,
  ],
  [
    `${form}  ask chip "Chip?" as text\n    must have 3 digits`,
    `${form}  ask chip "Chip?" as text\n    must match "999"`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must be in the last 4 months`,
    `${form}  ask day "Day?" as date\n    must be within the last 4 months`,
  ],
  [
    `${form}  ask why "Why?" as long text\n      at most 500 words`,
    `${form}  ask why "Why?" as long text\n      must have at most 500 words`,
  ],
  [
    `${form}  ask why "Why?" as files\n    up to 5 files`,
    `${form}  ask why "Why?" as files\n    must have at most 5 files`,
  ],
  [
    `${form}  ask mail "Mail?" as email, prefilled from identity's email`,
    `${form}  ask mail "Mail?" as email\n    prefill from identity's email`,
  ],
  [
    `${form}decide rich\n  - pay is over £3\n  - pay is under £9`,
    `${form}decide rich when all of\n  - pay is over £3\n  - pay is under £9`,
  ],
  [`${list}    at least 1`, `${list}    at least 1 time`],
  [`${list}    at most 6`, `${list}    at most 6 times`],
  [
    `${form}route\n  stage look "Look"\n    take payment of £10 within 3 days otherwise go to done\n    go to done\n${end}`,
    `${form}calculate fee = £10\n\nroute\n  stage look "Look"\n    take payment of fee within 3 days otherwise go to done\n    go to done\n${end}`,
  ],
  [
    `${route}    can grant with conditions then go to done\n${end}`,
    `${route}    can grant-with-conditions then go to done\n${end}`,
  ],
  [
    `${route}    can ask for more information within 3 days\n    can grant then go to done\n${end}`,
    `${route}    can ask for more information within 3 days then go to look\n    can grant then go to done\n${end}`,
  ],
  [`${route}${end}privacy\n  lawful basis "Act 1908"`, `${route}${end}privacy\n  lawful basis public-task "Act 1908"`],
  [
    `${route}${end}privacy\n  keep all answers for 3 years after end`,
    `${route}${end}privacy\n  keep answers for 3 years after end`,
  ],
  [
    `${route}${end}privacy\n  keep the-answers for 3 years after end`,
    `${route}${end}privacy\n  keep answers for 3 years after end`,
  ],
  [`${route}    shows everything\n${end}`, `${route}    shows pay\n${end}`],
  [
    `${route}${end}email letter\n  subject "S"\n  > Hello`,
    `${route}${end}message letter by email\n  subject "S"\n  > Hello`,
  ],
  [
    `${form}outcome yes "Yes"\nroute\n  stage look "Look"\n    go to yes\nexample "A"\n  given pay is £3\n  expect outcome is yes`,
    `${form}outcome the-yes "Yes"\nroute\n  stage look "Look"\n    go to the-yes\nexample "A"\n  given pay is £3\n  expect outcome is the-yes`,
  ],
  [
    `${form}calculate fee = £40\n  except 20 when pay is over £3`,
    `${form}calculate fee = £40\n  except £20 when pay is over £3`,
  ],
  [
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - large "Large"\ndecide big when size includes large`,
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - large "Large"\ndecide big when size is large`,
  ],
  [
    `${service}  open from 1 January to 31 March\nsection you "You"\n  ask pay "Pay?" as money`,
    `${service}  open from 1 January 2026 to 31 March 2026\nsection you "You"\n  ask pay "Pay?" as money`,
  ],
  [
    `${form}  repeat children each child "Children"\n    ask age "Age?" as whole number\ndecide young when any child's age is 2 or less`,
    `${form}  repeat children each child "Children"\n    ask age "Age?" as whole number\ndecide young when any child's age is at most 2`,
  ],
  [
    `${route}    can grant then go to done\n    can refuse with reason then go to refused\n${end}outcome refused "Refused"\n  applicant can appeal within 9 days then go to another-look`,
    `${route}    can grant then go to done\n    can refuse with reason then go to refused\n  stage another-look "Another look" by officer\n    not the same person as look\n    can allow then go to done\n    can dismiss with reason then go to refused\n    finish within 20 days\n${end}outcome refused "Refused"\n  applicant can appeal within 9 days then go to another-look`,
  ],
  [
    `${route.replace("3 days", "3 working days")}${end}`,
    `${route
      .replace("3 days", "3 working days")
      .replace(
        "route\n",
        'calendar office-days "Working days of the office"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n\nroute\n  calendar office-days\n',
      )}${end}`,
  ],
  [
    `${route}    can grant then go to done\n${end}example "A"\n  given pay is £3\n  then officer chooses grant`,
    `${route}    can grant then go to done\n${end}example "A"\n  given pay is £3\n  then look chooses grant`,
  ],
  [
    `${service}partner office "Office"\nsource records "Records"\n  run by office\n  permission "We ask."\n  operation find\n    needs number as text\n    gives points as number\n    if unavailable ask applicant\nsection you "You"\n  ask number "Number?" as text\n  fetch driver from records' find using number`,
    `${service}partner office "Office"\nsource records "Records"\n  run by office\n  permission "We ask."\n  operation find\n    needs number as text\n    gives points as number\n    if unavailable ask applicant\nsection you "You"\n  ask number "Number?" as text\n  fetch driver from records's find using number`,
  ],
  [`${route}    refuse -> done\n${end}`, `${route}    can refuse with reason then go to done\n${end}`],
  [`${route}    reject: done\n${end}`, `${route}    can reject with reason then go to done\n${end}`],
  [`${route}    can approve goes to done\n${end}`, `${route}    can approve then go to done\n${end}`],
  [`${route}    if pay is over £3 -> done\n${end}`, `${route}    when pay is over £3 then go to done\n${end}`],
  [`${route.replace("otherwise go to done", "-> done")}${end}`, `${route}${end}`],
  [
    `${form}calculate fee = £5\n  if pay is over £3 then £2\n  if pay is over £2 then £1\n  else £9`,
    `${form}calculate fee = £9\n  except £2 when pay is over £3\n  except £1 when pay is over £2`,
  ],
  [
    `${form}calculate fee\n  if pay is over £3\n  then £2\n  else £9`,
    `${form}calculate fee = £9\n  except £2 when pay is over £3`,
  ],
  [
    `${form}calculate fee = £5\n  plus £3 when pay is over £3`,
    `${form}calculate fee = £5\n  except £5 + £3 when pay is over £3`,
  ],
  [
    `${route}${end}  send done-letter`,
    `${route}${end}  send done-letter\n\nmessage done-letter by email\n  subject "Done"\n  > Done.`,
  ],
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
    `${form}  repeat children each child "Children"\n    ask age "Age?" as number`,
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
    `${service}eligibility "Can you apply?"\n  ask here "Do you live here?" as yes or no\n  stop cannot-apply "You cannot apply"\n    show when here is not yes`,
  ],
  [
    `${form}  ask chip "Chip?" as text\n    must match 15 digits`,
    `${form}  ask chip "Chip?" as text\n    must match "999999999999999"`,
  ],
  [
    `${form}  ask born "Born?" as date\n    must be between 4 and 11 years ago`,
    `${form}  ask born "Born?" as date\n    must be from 11 years ago to 4 years ago`,
  ],
  [
    `${form}  ask on "When?" as date\n    must be at least 6 weeks from today`,
    `${form}  ask on "When?" as date\n    must be at least 6 weeks after today`,
  ],
  [`${form}applicant is a person\n  signs in with high`, `${form}applicant is a person\n  signs in at level high`],
  [`${form}privacy\n  keep answers for 3 years`, `${form}privacy\n  keep answers for 3 years after decision`],
  [
    `${form}role officer "Officer"\nprivacy\n  only officer sees pay`,
    `${form}role officer "Officer"\nprivacy\n  only officer can see pay`,
  ],
  [`${route.replace("finish within", "finish in")}${end}`, `${route}${end}`],
  [`${route.replace('" by officer', '" at officer')}${end}`, `${route}${end}`],
  [
    `${route}    can put on waiting list go to done\n${end}`,
    `${route}    can put-on-waiting-list then go to done\n${end}`,
  ],
  [
    `${route}    when pay is over £3 go to done\n    else go to done\n${end}`,
    `${route}    when pay is over £3 go to done\n    otherwise go to done\n${end}`,
  ],
  [`${form}calculate fee = pay\n  maximum £50`, `${form}calculate fee = pay\n  never above £50`],
  [`${form}calculate fee = pay\n  at least £5`, `${form}calculate fee = pay\n  never below £5`],
  [
    `${form}calculate fee = pay\n  unless pay is over £30, £5`,
    `${form}calculate fee = pay\n  except £5 when pay is over £30`,
  ],
  [
    `${form}calculate fee = pay\n  £5 if pay is over £30`,
    `${form}calculate fee = pay\n  except £5 when pay is over £30`,
  ],
  [
    `${form}calculate fee = £2 if pay is over £3 otherwise £4`,
    `${form}calculate fee = £4\n  except £2 when pay is over £3`,
  ],
  [`${service}  languages English and Welsh\n`, `${service}  languages English, Welsh\n`],
  [
    `${form}  ask age "Age?" as number\n    must be 18 or more`,
    `${form}  ask age "Age?" as number\n    must be at least 18`,
  ],
  [
    `${form}  ask born "Born?" as date of birth\n    must be over 18`,
    `${form}  ask born "Born?" as date of birth\n    must be over 18 years ago`,
  ],
  [
    `${form}  ask on "When?" as date\n    not in the past`,
    `${form}  ask on "When?" as date\n    must not be in the past`,
  ],
  [`${form}  ask on "When?" as date\n    hint: A day`, `${form}  ask on "When?" as date\n    hint "A day"`],
  [`${form}decide rich when\n  - pay is over £3`, `${form}decide rich when all of\n  - pay is over £3`],
  [`${route}    can approve then done\n${end}`, `${route}    can approve then go to done\n${end}`],
  [
    `${route}    can refuse because then go to done\n${end}`,
    `${route}    can refuse with reason then go to done\n${end}`,
  ],
  [`${route}    approve -> done\n${end}`, `${route}    can approve then go to done\n${end}`],
  [
    `${route}    after 3 weeks go to done\n${end}`.replace("    finish within 3 days otherwise go to done\n", ""),
    `${route}${end}`.replace("3 days", "3 weeks"),
  ],
  [
    `${route}${end}calendar days "Days"`.replace("route\n", "route\n  uses calendar days\n"),
    `${route}${end}calendar days "Days"`.replace("route\n", "route\n  calendar days\n"),
  ],
  [
    `${route}${end}  appeal within 21 days -> look`,
    `${route}${end}  applicant can appeal within 21 days then go to look`,
  ],
  [`${route}${end}  issue badge`, `${route}${end}  issue badge\n\ncredential badge "Badge"`],
  [`${form}message offer\n  subject "S"\n  > Hello`, `${form}message offer by email\n  subject "S"\n  > Hello`],
  [
    `${form}  ask on "When?" as date\n    must be at least 28 days away`,
    `${form}  ask on "When?" as date\n    must be at least 28 days after today`,
  ],
  [
    `${form}question set home "Home"\n  ask town "Town?" as text`,
    `${form}question-set home "Home"\n  ask town "Town?" as text`,
  ],
  [
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    hide when why is yes`,
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    show when why is not yes`,
  ],
  [
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    hide if why is yes or pay is answered`,
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    show when why is not yes and pay is not answered`,
  ],
  [
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    show unless why is yes`,
    `${form}  ask why "Why?" as yes or no\n  ask rich "Rich?" as text\n    show when why is not yes`,
  ],
  [`${form}  ask card "Card?" as text matching "AA99"`, `${form}  ask card "Card?" as text\n    must match "AA99"`],
  [
    `${form}  ask why "Why?" as long text, 500 words max`,
    `${form}  ask why "Why?" as long text\n    must have at most 500 words`,
  ],
  [`${form}  ask more "More?" as money per year`, `${form}  ask more "More?" as money`],
  [`${route.replace("otherwise", "else")}${end}`, `${route}${end}`],
  [
    `${form}route\n  stage rest "Rest"\n    wait 28 days\n    then go to done\n${end}`,
    `${form}route\n  stage rest "Rest"\n    wait 28 days\n    go to done\n${end}`,
  ],
  [
    `${form}message offer by email\n  subject "S"\n  text "Hello there"`,
    `${form}message offer by email\n  subject "S"\n  > Hello there`,
  ],
  [`${form}  ask why "Why?" yes/no`, `${form}  ask why "Why?" as yes or no`],
  [
    `${form}  ask size "Size?" dropdown\n    - small "Small"\n    - big "Big"`,
    `${form}  ask size "Size?" as one of these\n    - small "Small"\n    - big "Big"`,
  ],
  [
    `${form}  ask letter "Letter?" as file\n    accept pdf, max 5MB`,
    `${form}  ask letter "Letter?" as file\n    accept pdf up to 5MB`,
  ],
  [
    `${form}calendar c "C"\n  working days monday to friday`,
    `${form}calendar c "C"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday`,
  ],
  [`${list}    minimum 3`, `${list}    at least 3 times`],
  [`${form}applicant is a person\n  sign in at level high`, `${form}applicant is a person\n  signs in at level high`],
  [
    `${service}eligibility "Can you?"\n  ask points "Points?" as number\n  points must be less than 12`,
    `${service}eligibility "Can you?"\n  ask points "Points?" as number\n  require points is under 12 otherwise say "You cannot apply."`,
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
  const [problem, ...others] = stops(`${form}calculate fee\n  £2 when pay is over £3\n  £4 when pay is under £1`);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "FW109", fixes: [] });
  expect(problem?.explanation.at(-1)).toContain("each exception below it");
});

test.each([
  [`${route}${end}  can appeal within 28 days`, "FW103", "What the applicant can do begins with  applicant:"],
  [`${route}${end}  issue badge for 3 years`, "FW103", "How long it lasts stands below its own block:"],
  [
    `${route}${end}  send email "It is ready"`,
    "FW103",
    "A message has a name, and its words stand in a block of its own:",
  ],
  [`${form}    default £0`, "FW104", "An answer has no value before it is given."],
  [`${route}    when pay is over £3\n${end}`, "FW109", "After  £3  comes then or go."],
])("%s says where its idea stands", (text, code, words) => {
  expect(stops(text)).toMatchObject([{ code, explanation: expect.arrayContaining([expect.stringContaining(words)]) }]);
});

test("a wording with which the line could not be read either is not offered", () => {
  expect(stops(`${form}calculate fee = pay\n  maximum of the two`)).toMatchObject([{ code: "FW104", fixes: [] }]);
});

test("a name of two words of which neither is a name is joined", () => {
  const [problem] = stops(
    `${route.replace("by officer", "by licensing officer").replace("role officer", "role licensing-officer")}${end}`,
  );
  expect(problem).toMatchObject({
    code: "FW107",
    fixes: [{ title: "change  licensing officer  to  licensing-officer" }],
  });
});

test("a share in decimals becomes the percentage that it is", () => {
  const table = (rate: string) =>
    `${form}table t\n  | pay | then rate |\n  | under £9 | 5% |\n  | £9 or more | ${rate} |`;
  const titles = ["0.125", "0.5", "0.03", "20"].map((rate) => stops(table(rate))[0]?.fixes.at(-1)?.title);
  expect(titles.map((title) => title?.split("  ").at(-1))).toEqual(["12.5%", "50%", "3%", "20%"]);
});

test.each([
  ["| count of children | then fee |\n  | any | £3 |", ["count of children"]],
  [
    "| pay | count of children | sum of child's age | then fee |\n  | any | any | any | £3 |",
    ["count of children", "sum of child's age"],
  ],
  ["| pay | then fee |\n  | any | sum of child's age |", ["sum of child's age"]],
])("what is worked out over a list is told in its cell, with the line that gives it a name: %s", (rows, cells) => {
  const found = stops(`${list}    ask age "Age?" as whole number\ntable costs\n  ${rows}\n`);
  expect(found.map(({ code, explanation }) => [code, ...explanation])).toEqual(
    cells.map((cell) => ["FW103", `A cell holds a value or its name. Give this a name:  calculate … = ${cell}.`]),
  );
});
