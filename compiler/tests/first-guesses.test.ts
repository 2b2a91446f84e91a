// Lines as policy officers guessed them who had read the ten-minute page only: told once, with what is written here, and mended with one key.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const service = `service permit "Permit"\n  version 1 starts 1 January 2027\n`;
const form = `${service}section you "You"\n  ask pay "Pay?" as money\n  ask born "Born?" as date\n  ask partner "Partner?" as yes or no\n`;
const role = `${form}role officer "Officer"\n`;
const route = `${role}route\n  stage look "Look" by officer\n    finish within 3 days otherwise go to done\n`;
const end = `outcome done "Done"\n`;
const refused = `${end}outcome refused "Refused"\n  no appeal because "Only a court can."\n`;
const privacy = `${form}privacy\n  purpose "To decide"\n`;

function stops(text: string) {
  return compile("a.service", new Map([["a.service", text]])).problems.filter(({ code }) => code < "FW4");
}

test.each([
  [
    `${form}calculate poor = pay is under £3 or partner is yes`,
    `${form}decide poor when pay is under £3 or partner is yes`,
  ],
  [`${form}calculate alone = yes when partner is no`, `${form}decide alone when partner is no`],
  [`${form}calculate poor = pay = £3`, `${form}decide poor when pay is £3`],
  [
    `${form}calculate most = £40\ncalculate fee = lowest of pay and most`,
    `${form}calculate most = £40\ncalculate fee = pay\n  never above most`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must be later than born`,
    `${form}  ask day "Day?" as date\n    must be after born`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must not be older than 3 months`,
    `${form}  ask day "Day?" as date\n    must be within the last 3 months`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must be at least 10 days from today\n      otherwise say "Later."`,
    `${form}  ask day "Day?" as date\n    must be at least 10 days after today otherwise say "Later."`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must differ from born`,
    `${form}  ask day "Day?" as date\n    must not be born`,
  ],
  [
    `${form}  ask why "Why?" as text\n    only when partner is yes`,
    `${form}  ask why "Why?" as text\n    show when partner is yes`,
  ],
  [`${form}  ask chip "Chip?" as text\n    matches "99"`, `${form}  ask chip "Chip?" as text\n    must match "99"`],
  [
    `${form}  ask papers "Papers?" as up to 5 files`,
    `${form}  ask papers "Papers?" as files\n    must have at most 5 files`,
  ],
  [
    `${form}  ask sites "Sites?" as up to 2 of these\n    - hill "Hill"\n    - lake "Lake"\n    - sea "Sea"`,
    `${form}  ask sites "Sites?" as any of these\n    must have at most 2 choices\n    - hill "Hill"\n    - lake "Lake"\n    - sea "Sea"`,
  ],
  [
    `${form}  ask paper "Paper?" as file\n    accept pdf, jpg`,
    `${form}  ask paper "Paper?" as file\n    accept pdf, jpg up to 10 MB`,
  ],
  [
    `${route}    can refuse with reason go to refused\n${refused}`,
    `${route}    can refuse with reason then go to refused\n${refused}`,
  ],
  [
    `${route}    can ask applicant for more information within 14 days\n${end}`,
    `${route}    can ask for more information within 14 days then go to look\n${end}`,
  ],
  [
    `${route.replace("otherwise go to done", "otherwise remind officer")}    can grant then go to done\n${end}`,
    `${route.replace("otherwise go to done", "otherwise tell officer")}    can grant then go to done\n${end}`,
  ],
  [`${route}    shows all answers\n${end}`, `${route}    shows pay, born, partner\n${end}`],
  [`${route}    shows everything except partner\n${end}`, `${route}    shows pay, born\n${end}`],
  [
    `${role}route\n  when pay is under £3 go to done\n  otherwise go to look\n  stage look "Look" by officer\n    finish within 3 days otherwise go to done\n${end}`,
    `${role}route\n  stage sorting "We sort applications"\n    when pay is under £3 go to done\n    otherwise go to look\n  stage look "Look" by officer\n    finish within 3 days otherwise go to done\n${end}`,
  ],
  [
    `${route}${end}  give credential card\ncredential card "Card"\n  holds pay`,
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay`,
  ],
  [
    `${route}${end}  issue card\ncredential card "Card"\n  contains pay\n  valid for 1 year`,
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year`,
  ],
  [
    `${route}${end}  send note\nmessage note by email and letter\n  subject "S"\n  > Hello.`,
    `${route}${end}  send note\nmessage note by email, letter\n  subject "S"\n  > Hello.`,
  ],
  [
    `${route}${end}  send note\nmessage note by email\n  "S"\n  > Hello.`,
    `${route}${end}  send note\nmessage note by email\n  subject "S"\n  > Hello.`,
  ],
  [`${privacy}  delete born 6 months after decision`, `${privacy}  keep born for 6 months after decision`],
  [`${privacy}  delete born after decision`, `${privacy}  do not keep born`],
  [`${privacy}  legal basis "Dogs Act"`, `${privacy}  lawful basis public-task "Dogs Act"`],
  [
    `${form}table fee\n  | pay | then sum |\n  | any | £2 |`,
    `${form}table fee\n  | pay | then the-sum |\n  | any | £2 |`,
  ],
  [
    `${form}table fee\n  | pay | born | then due |\n  | >= £3 | <= 1 May 2020 | £1 |\n  | any | any | £2 |`,
    `${form}table fee\n  | pay | born | then due |\n  | at least £3 | at most 1 May 2020 | £1 |\n  | any | any | £2 |`,
  ],
  [
    `${route}${end}example "One"\n  today is 1 June 2027\n  given pay is £3`,
    `${route}${end}example "One"\n  on 1 June 2027\n  given pay is £3`,
  ],
  [
    `${route}${end}example "One"\n  given pay is £3\n  and partner is yes`,
    `${route}${end}example "One"\n  given pay is £3, partner is yes`,
  ],
  [
    `${route}${end}example "One"\n  given pay is £3\n  expect the case goes to look`,
    `${route}${end}example "One"\n  given pay is £3\n  expect case goes to look`,
  ],
  [
    `${route}${end}example "One"\n  given pay is £3\n  expect question born is asked`,
    `${route}${end}example "One"\n  given pay is £3\n  expect born is asked`,
  ],
  [
    `${form}  repeat jobs each job "Jobs"\n    ask hours "Hours?" as number\ncalculate all = sum of jobs' hours`,
    `${form}  repeat jobs each job "Jobs"\n    ask hours "Hours?" as number\ncalculate all = sum of job's hours`,
  ],
  [
    `${service}list breeds\n  poodle "Poodle"\n  husky "Husky"\nsection you "You"\n  ask breed "Breed?" as one of breeds`,
    `${service}list breeds\n  - poodle "Poodle"\n  - husky "Husky"\nsection you "You"\n  ask breed "Breed?" as one of breeds`,
  ],
  [
    `${form}  ask sure "Sure?" as yes, no or don't know`,
    `${form}  ask sure "Sure?" as yes or no\n    - unsure "I do not know"`,
  ],
  [
    `${form}  ask name "Name?" as full name\n    prefill from identity's full-name\n    locked`,
    `${form}  ask name "Name?" as full name\n    prefill from identity's full-name, locked`,
  ],
  [`${form}amount limit\n  from 1 May 2027: £3`, `${form}amount limit\n  £3 from 1 May 2027`],
  [
    `${form}calculate weeks = (days from born to today) / 7 days`,
    `${form}calculate weeks = (days from born to today) / 7`,
  ],
  [
    `${form}  ask members "Members?" as whole number\n  ask young "Young?" as whole number\ndecide youth when young / members is over 50%`,
    `${form}  ask members "Members?" as whole number\n  ask young "Young?" as whole number\ndecide youth when young is over 50% of members`,
  ],
  [
    `${form}  ask helps "Helps?" as any of these\n    - one "One"\n    - two "Two"\n${end}example "One"\n  given helps is one`,
    `${form}  ask helps "Helps?" as any of these\n    - one "One"\n    - two "Two"\n${end}example "One"\n  given helps are one`,
  ],
  [
    `${form}  repeat jobs each job "Jobs"\n    ask called "Called?" as text\n${end}example "One"\n  given jobs are\n    | called |\n    | Ann |`,
    `${form}  repeat jobs each job "Jobs"\n    ask called "Called?" as text\n${end}example "One"\n  given jobs are\n    | called |\n    | "Ann" |`,
  ],
  [
    `${form}  ask dogs "Dogs?" as whole number\n    must not be negative`,
    `${form}  ask dogs "Dogs?" as whole number\n    must be at least 0`,
  ],
  [
    `${form}  ask name "Name?" as text\n      hint "Yours"\n        ask age "Age?" as whole number`,
    `${form}  ask name "Name?" as text\n      hint "Yours"\n  ask age "Age?" as whole number`,
  ],
  [
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year\n${privacy.slice(form.length)}  keep answers for 1 year after licence ends`,
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year\n${privacy.slice(form.length)}  keep answers for 1 year after card ends`,
  ],
  [
    `${route}${end}stage more "More" by officer\n  finish within 3 days otherwise go to done\nrole other "Other"`,
    `${route}  stage more "More" by officer\n    finish within 3 days otherwise go to done\n${end}role other "Other"`,
  ],
  [
    `${form}role officer "Officer"\ndeclare true "It is true"\n${end}`,
    `${form}  declare true "It is true"\nrole officer "Officer"\n${end}`,
  ],
  [
    `${privacy}partner police "Police"`
      .replace("privacy", '\npartner police "Police"\nprivacy')
      .replace(/partner police "Police"$/, '  police may see born because "Police Act"'),
    `${form}\npartner police "Police"\nprivacy\n  purpose "To decide"\n  share born with police under "Police Act"`,
  ],
  [
    `${service}  languages en, nl\nsection you "You"\n  ask pay "Pay?" as money`.replace(", nl", ""),
    `${service}  languages English\nsection you "You"\n  ask pay "Pay?" as money`,
  ],
  [`${form}calculate half = pay - 50%`, `${form}calculate half = pay - 50% of pay`],
  [`${route}    when partner is no then skip\n${end}`, `${route}    skip when partner is no\n${end}`],
  [
    `${form}  ask part "Part?" as choice of morning, afternoon`,
    `${form}  ask part "Part?" as one of these\n    - morning "Morning"\n    - afternoon "Afternoon"`,
  ],
  [
    `${form}  ask plan "Plan?" as upload (pdf, max 5 MB)`,
    `${form}  ask plan "Plan?" as file\n    accept pdf up to 5 MB`,
  ],
  [
    `${form}  repeat pupil "Pupils"\n    ask called "Called?" as text`,
    `${form}  repeat pupils each pupil "Pupils"\n    ask called "Called?" as text`,
  ],
  [`${form}  ask why "Why?" as text\n    not required`, `${form}  ask why "Why?" as text\n    optional`],
  [
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    deadline 5 days, then remind officer\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    finish within 5 days otherwise tell officer\n${end}`,
  ],
  [
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    within 10 days\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    finish within 10 days\n${end}`,
  ],
  [`${form}privacy\n  we need this to "decide"`, `${form}privacy\n  purpose "decide"`],
  [`${privacy}  keep born 5 years`, `${privacy}  keep born for 5 years after decision`],
  [
    `${route}${end}example "One"\n  given pay is £3\n  expect stage look`,
    `${route}${end}example "One"\n  given pay is £3\n  expect case goes to look`,
  ],
  [
    `${route}    can grant then go to done\n${end}example "One"\n  given pay is £3\n  look grants`,
    `${route}    can grant then go to done\n${end}example "One"\n  given pay is £3\n  then look chooses grant`,
  ],
  [
    `${form}calculate fee = £3\nexample "One"\n  given pay is £3\n  then fee should be £3`,
    `${form}calculate fee = £3\nexample "One"\n  given pay is £3\n  expect fee is £3`,
  ],
  [
    `${service}  agency one "One"\n  agency two "Two"\n\nsection you "You"\n  ask pay "Pay?" as money`,
    `${service}  agency one "One"\n\npartner two "Two"\n\nsection you "You"\n  ask pay "Pay?" as money`,
  ],
  [
    `${form}  ask uses "Uses?" as any of these\n    - cook "Cooking"\n    - heat "Heating"\nexample "One"\n  given uses includes cook, heat`,
    `${form}  ask uses "Uses?" as any of these\n    - cook "Cooking"\n    - heat "Heating"\nexample "One"\n  given uses are cook, heat`,
  ],
])("%s", (text, mended) => {
  const told = stops(text);
  expect(told).toHaveLength(1);
  expect(applyEdits(text, told[0]?.fixes[0]?.edits ?? [])).toBe(mended);
  expect(stops(mended)).toEqual([]);
});

test.each([
  `${route}    shows pay and more than that\n${end}`,
  `${route}    can grant then go to done\n${end}  send note within 3 days\nmessage note by email\n  subject "S"\n  > Hello.`,
  `${form}  ask why "Why?" as text\n    show when partner is yes except when pay is over £3`,
])("what limits or joins is no word too many: %s", (text) => {
  for (const { fixes } of stops(text)) expect(fixes.filter(({ title }) => title.startsWith("remove"))).toEqual([]);
});

test.each([
  ["the year it is", `${form}decide fresh when born is this year`, "moved is on or after 1 January 2026"],
  ["the month it is", `${form}decide fresh when born is in this month`, "moved is within the last 12 months"],
  ["the current year", `${form}decide fresh when born is the current year`, "moved is on or after 1 January 2026"],
  ["a value of the year", `${form}calculate fresh = this year`, "amount fee"],
  [
    "a last day",
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid until 31 December 2027`,
    "revoke when today is after 31 December 2027",
  ],
  [
    "a day of expiry",
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  expires on 31 December 2027`,
    "revoke when",
  ],
  [
    "an amount below nothing in a cell",
    `${form}table grade\n  | pay | then band |\n  | under -£10 | low |`,
    "calculate most-owed = £0 - £10",
  ],
])("%s has no word here: the message says what to write, and takes nothing away", (_, text, said) => {
  const told = stops(text);
  expect(told.map(({ explanation }) => explanation.join(" "))).toEqual([expect.stringContaining(said)]);
  expect(told.flatMap(({ fixes }) => fixes.filter(({ title }) => title.startsWith("remove")))).toEqual([]);
});
