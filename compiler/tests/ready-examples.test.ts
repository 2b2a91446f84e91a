// The examples that are offered for what no example reaches: put into the text they come out as they say, and nothing more is told
// of what they reach.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { applyEdits } from "../source/edits.ts";

const permit = `service permit "Permit"
  version 1 starts 1 April 2026
  agency a "A"
role clerk "a clerk"
list fuels
  - petrol "Petrol"
  - diesel "Diesel"
  - electric "Electric"
section you "You"
  ask badge "Do you hold a blue badge?" as yes or no
  ask fuel "Fuel?" as one of fuels
  ask uses "Uses?" as any of fuels
  ask pay "Pay?" as money
    show when badge is no
  ask born "Born?" as date of birth
  ask name "Name?" as text
table price
  | fuel     | pay           | born              | then price |
  | electric | any           | any               | £60        |
  | petrol   | under £500    | any               | £90        |
  | petrol   | £500 or more  | any               | £95        |
  | petrol   | not asked     | any               | £96        |
  | diesel   | any           | before 1 May 1980 | £97        |
  | diesel   | any           | at least 1 May 1980 | £98      |
calculate fee = price
  except £0 when uses includes electric
  except £1 when name is "Ann"
  rounded up to £1
route
  stage register "R"
    when fee is over £96 go to review
    when fee is £0 go to granted
    otherwise go to done
  stage review "A clerk looks" by clerk
    can approve then go to granted
    can refuse with reason then go to done
    finish within 10 days otherwise go to done
outcome granted "G"
outcome done "D"
example "One"
  given badge is no, fuel is electric, uses are petrol, pay is £5, born is 1 May 1980, name is "Bob"
  expect fee is £60
  expect case goes to done
example "Two"
  given badge is no, fuel is diesel, uses are petrol, pay is £5, born is 1 May 1980, name is "Bob"
  expect case goes to review
  then review chooses approve
  expect outcome is granted
`;

function toldOf(entry: string, files: ReadonlyMap<string, string>): readonly Problem[] {
  return compile(entry, files, { play }).problems.filter(({ code }) => code.startsWith("FW7"));
}

/** Takes over one offer after the other until none is left; gives the codes that were told on the way. */
function takeOver(entry: string, files: ReadonlyMap<string, string>): string[] {
  const codes: string[] = [];
  const texts = new Map(files);
  for (let round = 0; round < 40; round++) {
    const found = toldOf(entry, texts);
    expect(found.map(({ code, title }) => `${code} ${title}`).filter((one) => one.startsWith("FW701"))).toEqual([]);
    const [problem] = found.filter(({ fixes }) => fixes.length > 0);
    const [fix] = problem?.fixes ?? [];
    if (!problem || !fix) {
      expect(found.filter(({ code }) => code === "FW702").map(({ title }) => title)).toEqual([]);
      return codes;
    }
    codes.push(problem.code);
    const text = applyEdits(texts.get(entry) ?? "", fix.edits);
    texts.set(entry, text);
    const stops = compile(entry, texts, { play }).problems.filter(({ severity }) => severity === "stop");
    expect(stops.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
    const left = toldOf(entry, texts);
    expect(left.filter((one) => one.code === problem.code && one.title === problem.title)).toEqual([]);
  }
  return codes;
}

test("rows, exceptions, conditions and actions that no example takes", () => {
  const codes = takeOver("permit.service", new Map([["permit.service", permit]]));
  expect(codes).toEqual(["FW703", "FW703", "FW703", "FW703"]);
});

test("the parking permit with its first example alone", () => {
  const text = parking.files.get(parking.entry) ?? "";
  const second = text.indexOf("\nexample ", text.indexOf("\nexample ") + 1);
  const codes = takeOver(parking.entry, new Map([...parking.files, [parking.entry, text.slice(0, second + 1)]]));
  expect(codes).toContain("FW702");
  expect(codes).toContain("FW703");
});

test("a table of a readable size costs one look", () => {
  const sample = readFileSync("compiler/tests/samples/check/part-without-example/bad.service", "utf8");
  expect(takeOver("bad.service", new Map([["bad.service", sample]]))).toEqual(["FW703", "FW703"]);
});

const awkward = `service permit "Permit"
  version 1 starts 1 April 2026
  agency a "A"
role clerk "a clerk"
section you "You"
  ask born "When were you born?" as date of birth
  ask far "How far is it?" as number
    unit "km"
  ask opens "When do you open?" as time
  repeat children each child "Children"
    at least 1 time
    ask called "What is the child called?" as text
    ask at-home "Does the child live with you?" as yes or no
calculate age = years since born
calculate help = $100
  except $300 when count of children is at least 3
  except $200 when any child's at-home is no
  except $90 when age is at least 65
  except $80 when far is over 1,500
  except $70 when opens is before 9:00
route
  stage look "A clerk looks" by clerk
    shows help, children
    when any child's at-home is no go to visit
    can approve then go to granted
    finish within 10 days
  stage visit "A clerk visits" by clerk
    shows children
    can approve then go to granted
    finish within 10 days
outcome granted "Granted"
example "One"
  given children are
    | called | at-home |
    | "Ann"  | yes     |
  then look chooses approve
  expect help is $100
  expect outcome is granted
`;

test("items of a list, ages, times, units and another currency", () => {
  const codes = takeOver("permit.service", new Map([["permit.service", awkward]]));
  // Every exception with one offer; a stage that none reached, and then the way out of it.
  expect(codes).toEqual(["FW703", "FW703", "FW703"]);
});

test("an outcome that only silence leads to, when more was asked for", () => {
  const codes = takeOver("permit.service", new Map([["permit.service", permitAsking]]));
  expect(codes).toContain("FW702");
});

const permitAsking = `service permit "Permit"
  version 1 starts 1 April 2026
  agency a "A"
role clerk "a clerk"
section you "You"
  ask pay "Pay?" as money
route
  stage look "A clerk looks" by clerk
    shows pay
    can ask for more information within 14 days then go to look otherwise go to lapsed
    can approve then go to granted
    finish within 10 days
outcome granted "Granted"
outcome lapsed "Lapsed"
example "One"
  given pay is £1
  then look chooses approve
  expect outcome is granted
`;
