// Lines as policy officers write them in the words of law and administration, before they have looked anything up: mended with one key, or told
// with the line to write, and never led away from what was meant.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";

const service = `service permit "Permit"\n  version 1 starts 1 January 2027\n`;
const form = `${service}section you "You"\n  ask pay "Pay?" as money\n  ask born "Born?" as date\n  ask partner "Partner?" as yes or no\n`;
const role = `${form}role officer "Officer"\n`;
const route = `${role}route\n  stage look "Look" by officer\n    finish within 3 days otherwise go to done\n`;
const end = `outcome done "Done"\n`;
const privacy = `${form}privacy\n  purpose "To decide"\n`;

function stops(text: string) {
  return compile("a.service", new Map([["a.service", text]])).problems.filter(({ code }) => code < "FW4");
}

test.each([
  [
    `${form}  ask day "Day?" as date\n    must be today or later`,
    `${form}  ask day "Day?" as date\n    must be on or after today`,
  ],
  [
    `${form}  ask day "Day?" as date\n    must not be later than born`,
    `${form}  ask day "Day?" as date\n    must be on or before born`,
  ],
  [
    `${form}  ask dogs "Dogs?" as whole number\n    must not exceed 3`,
    `${form}  ask dogs "Dogs?" as whole number\n    must be at most 3`,
  ],
  [
    `${form}  ask dogs "Dogs?" as whole number\n    must be 1, 2 or 3`,
    `${form}  ask dogs "Dogs?" as whole number\n    must be one of 1, 2, 3`,
  ],
  [
    `${form}  ask day "Day?" as date\n    at least 6 weeks in the future`,
    `${form}  ask day "Day?" as date\n    must be at least 6 weeks after today`,
  ],
  [
    `${form}  ask day "Day?" as date\n    between 30 days ago and 60 days from now`,
    `${form}  ask day "Day?" as date\n    must be from 30 days ago to 60 days after today`,
  ],
  [
    `${form}  ask mail "Mail?" as email\n  ask phone "Phone?" as phone number\n    optional if mail is given`,
    `${form}  ask mail "Mail?" as email\n  ask phone "Phone?" as phone number\n    required when mail is not answered`,
  ],
  [
    `${form}  ask plan "Plan?" as file\n    allowed types pdf, jpg`,
    `${form}  ask plan "Plan?" as file\n    accept pdf, jpg up to 10 MB`,
  ],
  [
    `${form}  ask home "Owner?" as owner or tenant`,
    `${form}  ask home "Owner?" as one of these\n    - owner "Owner"\n    - tenant "Tenant"`,
  ],
  [
    `${form}  ask days "Days?" as any of these\n    - monday "Monday"\n    - none of these`,
    `${form}  ask days "Days?" as any of these\n    - monday "Monday"\n    - none-of-these "None of these"`,
  ],
  [
    `${form}  if partner is yes\n    ask name "Name?" as full name\n    ask mail "Mail?" as email\n      hint "Home"`,
    `${form}  ask name "Name?" as full name\n    show when partner is yes\n  ask mail "Mail?" as email\n    show when partner is yes\n    hint "Home"`,
  ],
  [
    `${form}calculate rank =\n  2 when pay is over £3\n  otherwise 1`,
    `${form}calculate rank = 1\n  except 2 when pay is over £3`,
  ],
  [
    `${role}route\n  stage look "Look" by officer\n    finish within 2 days otherwise escalate to officer\n    can grant then go to done\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    finish within 2 days otherwise give to officer\n    can grant then go to done\n${end}`,
  ],
  [`${route}    only when partner is yes\n${end}`, `${route}    skip when partner is not yes\n${end}`],
  [`${route}    can correct pay, born\n${end}`, `${route}    can correct pay, born with reason\n${end}`],
  [
    `${role}route\n  stage look "Look" by officer\n    must decide within 6 weeks of application\n    can grant then go to done\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    finish within 6 weeks\n    can grant then go to done\n${end}`,
  ],
  [
    `${route}${end}  appeal to court within 6 weeks`,
    `${route}${end}  no appeal because "You can appeal to the court within 6 weeks."`,
  ],
  [
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year\n  renew 30 days before expiry`,
    `${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year\n  renew from 30 days before end`,
  ],
  [
    `${route}${end}  send note\nmessage note "Your case" by email\n  > Hello.`,
    `${route}${end}  send note\nmessage note by email\n  subject "Your case"\n  > Hello.`,
  ],
  [
    `${route}${end}  send note\nmessage note by email\n  subject "S"\n  "Hello."`,
    `${route}${end}  send note\nmessage note by email\n  subject "S"\n  > Hello.`,
  ],
  [`${privacy}  store answers for 7 years`, `${privacy}  keep answers for 7 years after decision`],
  [`${privacy}  keep for 3 years after closing`, `${privacy}  keep answers for 3 years after decision`],
  [
    `${form}\npartner police "Police"\nprivacy\n  purpose "To decide"\n  police may receive born under "Police Act"`,
    `${form}\npartner police "Police"\nprivacy\n  purpose "To decide"\n  share born with police under "Police Act"`,
  ],
  [
    `${route}${end}example "One"\n  given pay is £3\n  expect stage look is visited`,
    `${route}${end}example "One"\n  given pay is £3\n  expect case goes to look`,
  ],
  [
    `${route}${end}example "One"\n  given pay is £3\n  expect case is sent to look`,
    `${route}${end}example "One"\n  given pay is £3\n  expect case goes to look`,
  ],
  [
    `${form}  ask uses "Uses?" as any of these\n    - cook "Cook"\n    - heat "Heat"\nexample "One"\n  given partner is no, uses is [cook, heat]`,
    `${form}  ask uses "Uses?" as any of these\n    - cook "Cook"\n    - heat "Heat"\nexample "One"\n  given partner is no, uses are cook, heat`,
  ],
  [
    `${form}  ask dogs "Dogs?" as whole number\n    greater than 0`,
    `${form}  ask dogs "Dogs?" as whole number\n    must be over 0`,
  ],
  [
    `${form}  ask dogs "Dogs?" as whole number\n    at most 50`,
    `${form}  ask dogs "Dogs?" as whole number\n    must be at most 50`,
  ],
  [
    `${form}  ask day "Day?" as date\n    no more than 6 months ago`,
    `${form}  ask day "Day?" as date\n    must be within the last 6 months`,
  ],
  [
    `${form}  ask plan "Plan?" as file\n    required unless partner is yes`,
    `${form}  ask plan "Plan?" as file\n    required when partner is not yes`,
  ],
  [
    `${form}  ask why "Why?" as text of at most 3000 characters`,
    `${form}  ask why "Why?" as text\n    must have at most 3000 characters`,
  ],
  [
    `${form}  ask code "Code?" as text with pattern "RF-9999"`,
    `${form}  ask code "Code?" as text\n    must match "RF-9999"`,
  ],
  [`${form}  ask deed "Deed?" as file (pdf only)`, `${form}  ask deed "Deed?" as file\n    accept pdf up to 10 MB`],
  [
    `${form}  ask code "Code?" as text\n    example "2027/01"`,
    `${form}  ask code "Code?" as text\n    hint "For example, 2027/01"`,
  ],
  [
    `${form}  ask called "Called?" as text\n    you do not have to give your real name`,
    `${form}  ask called "Called?" as text\n    hint "you do not have to give your real name"`,
  ],
  [`${form}  ask home "Home?" as UK address`, `${form}  ask home "Home?" as postal address`],
  [
    `${form}  ask part "Part?" as radio buttons\n    - am "Morning"\n    - pm "Afternoon"`,
    `${form}  ask part "Part?" as one of these\n    - am "Morning"\n    - pm "Afternoon"`,
  ],
  [`${form}  confirm true "It is true"`, `${form}  declare true "It is true"`],
  [
    `${form}  repeat jobs each job "Jobs"\n    ask hours "Hours?" as number\ncalculate all = sum of hours of all jobs`,
    `${form}  repeat jobs each job "Jobs"\n    ask hours "Hours?" as number\ncalculate all = sum of job's hours`,
  ],
  [`${form}decide rich = pay > £3`, `${form}decide rich when pay is over £3`],
  [
    `${role}route\n  stage look by officer "Look"\n    can grant then go to done\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n${end}`,
  ],
  [`${route}    can change pay with reason\n${end}`, `${route}    can correct pay with reason\n${end}`],
  [
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    before 31 May 2027\n${end}`,
    `${role}route\n  stage look "Look" by officer\n    can grant then go to done\n    finish by 31 May 2027\n${end}`,
  ],
  [`${form}privacy\n  purpose: to decide on grants`, `${form}privacy\n  purpose "to decide on grants"`],
  [`${privacy}  lawful basis: public task, "Grants Act"`, `${privacy}  lawful basis public-task "Grants Act"`],
  [`${privacy}  keep born for 6 years from decision`, `${privacy}  keep born for 6 years after decision`],
  [`${privacy}  keep answers for 6 months, then delete`, `${privacy}  keep answers for 6 months after decision`],
  [
    `${role}privacy\n  purpose "To decide"\n  pay is visible to officer only`,
    `${role}privacy\n  purpose "To decide"\n  only officer can see pay`,
  ],
  [
    `${route}${end}example "One"\n  with pay = £3, partner = yes`,
    `${route}${end}example "One"\n  given pay is £3, partner is yes`,
  ],
  [
    `${route}    can grant then go to done\n${end}example "One"\n  given pay is £3\n  when look grants`,
    `${route}    can grant then go to done\n${end}example "One"\n  given pay is £3\n  then look chooses grant`,
  ],
])("%s", (text, mended) => {
  const told = stops(text);
  expect(told).toHaveLength(1);
  expect(applyEdits(text, told[0]?.fixes[0]?.edits ?? [])).toBe(mended);
  expect(stops(mended)).toEqual([]);
});

test.each([
  [
    "several possibilities",
    `${form}  ask name "Name?" as text\n    must be pay of born or partner of born`,
    "check first is",
  ],
  ["a whole number", `${form}  ask dogs "Dogs?" as number\n    must be a whole number`, "as whole number"],
  ["a day and a time", `${form}  ask began "Began?" as date and time`, "two questions"],
  ["one of two types", `${form}  ask place "Where?" as postcode or place on a map`, "ask first which"],
  [
    "a choice for some",
    `${form}  ask who "Who?" as any of these\n    - one "One" (only if rich)\n    - two "Two"`,
    "show when",
  ],
  ["an appointment", `${form}appointments\n  at 9`, "as appointment"],
  ["an account", `${service}  identity required\n`, "signs in at level"],
  ["other agencies", `${service}  participating agencies tax "Tax"\n`, "partner police"],
  ["a payment at the margin", `${form}payment fee by card`, "take payment of fee"],
  ["amounts together", `${form}amounts\n  fee = £3`, "amount yearly-fee"],
  ["what comes of an action", `${route}    can grant then issue card\n${end}`, "stands where the case goes"],
  [
    "a question to the applicant",
    `${route}    can ask applicant a question\n${end}`,
    "can ask for more information within",
  ],
  ["an action of several words", `${route}    can write to neighbour then wait\n${end}`, "a name of one word"],
  ["a comparison with a register", `${route}    compares with hospital\n${end}`, "fetch birth from"],
  ["so much for each", `${form}calculate fee = £50 + £1 for each guest`, "£10 times permits-held"],
  ["a paper", `${route}${end}  produce certificate`, "attach certificate"],
  ["what a partner gets", `${form}partner tax "Tax"\n  receives born`, "privacy block"],
  ["a share without its law", `${privacy}  share born with police`, "Say which law"],
  ["points", `${form}score points\n  10 if pay is over £3`, "several rows may match"],
  ["a refusal at the margin", `${form}refuse when partner is yes`, "require enough"],
  ["a budget", `${service}  budget £20\n`, "at most 500 cases"],
  ["no account", `${service}  no login needed\n`, "nobody has to sign in"],
  ["who sees an answer", `${form}  ask why "Why?" as text\n    not shown to officer`, "only counsellor can see"],
  [
    "a choice that excludes",
    `${form}  ask who "Who?" as any of these\n    - one "One"\n      excludes the others`,
    "on its own",
  ],
  [
    "two lengths in one stage",
    `${role}route\n  stage look "Look" by officer\n    finish within 1 hour if late otherwise 2 days\n${end}`,
    "a stage of their own",
  ],
  ["what is paid each month", `${route}${end}  pay pay every month for 12 months`, "each month while"],
  ["one of several", `${form}decide some when at least one child is yes`, "any member's adult"],
  ["a message for some", `${route}${end}  send note when partner is yes`, "A message is sent when"],
  ["keeping forever", `${privacy}  keep forever`, "as long as the law asks"],
  ["two lengths of time", `${privacy}  keep born 10 years, everything else 1 year`, "on a line of its own"],
])("%s: the message says what to write, and takes nothing away", (_, text, said) => {
  const told = stops(text).filter(({ slug }) => slug !== "name-not-found");
  expect(told[0]?.explanation.join(" ")).toContain(said);
  expect(told[0]?.fixes.filter(({ title }) => title.startsWith("remove"))).toEqual([]);
});

test.each([
  [`${privacy}  store answers safely`, "share"],
  [`${form}rules\n`, "role"],
  [`${route}${end}  issue card\ncredential card "Card"\n  holds pay\n  valid for 1 year\n  starts on born`, "start"],
])("a word that is no slip is not changed into one that only looks alike: %s", (text, lookalike) => {
  const titles = stops(text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(titles.filter((title) => title.endsWith(`to  ${lookalike}`))).toEqual([]);
});
