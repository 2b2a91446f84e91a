// Waits, starts, holds, corrections and signatures as they are written, and as examples in the text play them.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = `service permit "Permit"
  agency city "City"

calendar work "Work"
  working days are monday, tuesday, wednesday, thursday, friday

role officer "an officer"
role lawyer "a lawyer"
role registrar "the registrar"
partner court-service "Courts"

applicant is a business
  signs in at level low
  acting as director

source court "The court"
  run by court-service
  because "Courts Act"
  announces judgment
    gives upheld as yes or no

section you "About you"
  ask plate "Registration" as text
  ask start-day "When do you start?" as date
  co-sign by another director within 10 working days otherwise go to lapsed

route
  calendar work
  applicant can change answers until hearing
  applicant can comment
    ask comment "What do you want to tell us?" as long text
  stage review "We look at it" by officer
    shows plate
    can approve then go to waiting
    can contest then go to hearing
    can take 2 weeks longer with reason
    can consult lawyer within 5 working days
    can put on hold for up to 30 days with reason
    can correct plate with reason
    finish within 10 working days
  stage waiting "We wait until you start"
    wait until start-day
    wait 3 days
    go to granted
  stage hearing "The court decides"
    wait for judgment within 1 year otherwise go to lapsed
    when judgment's upheld is yes go to closed
    otherwise go to board
  stage board "Another body looks at it"
    start board-review with plate and keep the date
    wait for board-review within 60 days otherwise go to lapsed
    when board-review is won go to granted
    otherwise go to closed

outcome granted "Granted"
  can withdraw-it by registrar with reason within 7 days then go to review
outcome closed "Closed"
outcome lapsed "Lapsed"

example "Signed, looked at, and granted when it starts"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  then applicant signs
  expect case goes to review
  then review chooses put-on-hold because "The lawyer is ill."
  then review chooses end-hold
  then review chooses consult-lawyer because "Is it right?"
  then lawyer answers
  then review chooses take-longer because "It is hard."
  given plate is "AB34"
  then review chooses correct-answers because "A slip."
  expect plate is "AB34"
  then review chooses approve
  then 3 days pass
  expect case goes to waiting
  then 40 days pass
  expect outcome is granted
  then granted chooses withdraw-it because "A mistake."
  expect case goes to review

example "The applicant changes an answer; once somebody else has signed, no more"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  then 1 day passes
  given plate is "AB99"
  then applicant chooses change-answers
  expect plate is "AB99"
  then applicant signs
  given comment is "I am in a hurry."
  then applicant chooses comment
  expect comment is "I am in a hurry."

example "The court upholds it"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  given judgment's upheld is yes
  then applicant signs
  then review chooses contest
  then judgment arrives
  expect outcome is closed

example "The board lets it win"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  given judgment's upheld is no, board-review is won
  then applicant signs
  then review chooses contest
  then judgment arrives
  then board-review arrives
  expect outcome is granted

example "The board lets it lose"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  given judgment's upheld is no, board-review is lost
  then applicant signs
  then review chooses contest
  then judgment arrives
  then board-review arrives
  expect outcome is closed

example "Nobody signs"
  on 1 June 2026
  given plate is "AB12", start-day is 10 July 2026
  then 10 working days pass
  expect outcome is lapsed
`;

const told = (changed: string): string[] =>
  compile("a.service", new Map([["a.service", changed]]), { play }).problems.map(
    ({ code, title, explanation }) => `${code} ${title} ${explanation.join("; ")}`,
  );

test("every line has its reader and its effect, and examples play them", () => {
  expect(told(text)).toEqual([]);
});

test("what may be waited for is what is announced or started; anything else is not known", () => {
  const [first] = told(text.replace("wait for judgment within", "wait for judgement within"));
  expect(first).toContain("FW201");
  expect(first).toContain("judgement");
});

test("another person's role is one that the text knows", () => {
  expect(told(text.replace("another director", "another directer"))[0]).toContain("FW201");
});

test("an example that signs where nobody must says so", () => {
  const without = text.replace(/ {2}co-sign.*\n/, "");
  expect(told(without).some((one) => one.startsWith("FW701"))).toBe(true);
});
