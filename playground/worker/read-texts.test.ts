// What is handed on from one reading to the next, as the command line keeps it beside the texts.
import { expect, test } from "vitest";
import { readTexts } from "./read-texts.ts";

const service = `service permit "Permit"
  version 1 starts 1 January 2026
  status draft
  languages English, Welsh
use road from roads version 1
section about "About"
  include road as home
  ask doors "How many doors?" as whole number
calculate fee = doors times £10
example "Two doors"
  given doors is 2, home's street is "Elm"
  expect fee is £20
`;
const library = `shared roads "Roads"
  version 1 starts 1 January 2026
question-set road "Road"
  ask street "Street" as text
`;
const words = `words Welsh for permit version 1
  ask doors "Sawl drws?"
`;
const texts = { "permit.service": service, "permit.cy.words": words, "roads.shared": library };
const read = (request: Partial<Parameters<typeof readTexts>[0]>) =>
  readTexts({ turn: 1, entry: "permit.service", texts, ...request }, () => 0);

test("lock files are noted, and what they note is told when it changes", () => {
  const { locks = {} } = read({});
  expect(Object.keys(locks).sort()).toEqual(["formwork.lock", "permit.cy.words.lock"]);
  expect(read({ texts: { ...texts, ...locks } }).locks).toEqual({});
  const changed = {
    ...texts,
    ...locks,
    "permit.service": service.replace("How many doors?", "How many doors has it?"),
    "roads.shared": library.replace('"Street"', '"Name of the street"'),
  };
  const codes = read({ texts: changed }).problems.map(({ code }) => code);
  expect(codes).toContain("FW805");
  expect(
    read({ texts: changed })
      .problems.map(({ args }) => JSON.stringify(args))
      .join(),
  ).toContain("The words for ask doors were changed");
});

test("a failing example says what has changed since it last passed", () => {
  const { lastPassed } = read({});
  expect(Object.keys(lastPassed ?? {})).toEqual(["Two doors"]);
  const changed = { ...texts, "permit.service": service.replace("£10", "£15") };
  const said = (handed: Partial<Parameters<typeof readTexts>[0]>) =>
    read({ texts: changed, ...handed })
      .problems.flatMap(({ explanation }) => explanation)
      .filter((line) => line.startsWith("Changed since"));
  expect(said({})).toEqual([]);
  expect(said(lastPassed ? { lastPassed } : {})).toEqual(["Changed since the last time it passed: line 9, fee."]);
});
