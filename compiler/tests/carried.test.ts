// What an applicant has from before fills questions in: what the contract says of it, what cannot be filled in and why, and examples.
import { expect, test } from "vitest";
import type { Field, Step } from "#contract";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const head = `service stall "Rent a market stall"
  agency town "Town of Ashby"
applicant is a person
  signs in at level low
  must present trader-card issued by town
  may present food-card issued by food-agency
section stall "Your stall"
  ask metres "How many metres do you need?" as whole number
    prefill from previous-application's metres, correctable
  ask goods "What do you sell?" as text
    prefill from trader-card's goods, locked
`;

const foot = `
  repeat helpers each helper "Who helps you?"
    prefill from previous-application's helpers, correctable
    ask helper-name "Full name" as full name
credential trader-card "Trader card"
  holds goods, rent
  valid for 1 year
calculate rent = £10 times metres
`;

function compiled(lines: string) {
  return compile("stall.service", new Map([["stall.service", head + lines + foot]]), { play });
}

function said(lines: string): string[] {
  return compiled(lines)
    .problems.filter(({ severity }) => severity === "stop")
    .map(({ code, title, explanation }) => [code, title, ...explanation].join(" | "));
}

function fieldsIn(steps: readonly Step[]): Field[] {
  return steps.flatMap((step) => {
    if (step.kind === "repeat") return fieldsIn(step.steps);
    return step.kind === "page" ? step.parts.filter((part) => part.kind === "field") : [];
  });
}

test("the contract says from what, and names only what fills a question in", () => {
  const { service } = compiled("");
  const prefills = fieldsIn(service?.sections.flatMap(({ steps }) => steps) ?? []).map(({ prefill }) => prefill);
  expect(prefills).toEqual([
    { from: ["previousApplication", "metres"], mode: "correctable", carries: "previous-application" },
    {
      from: ["traderCard", "goods"],
      mode: "locked",
      carries: "credential",
      credential: "trader-card",
      issuedBy: "town",
    },
    { from: ["previousApplication", "helpers", "helperName"], mode: "correctable", carries: "previous-application" },
  ]);
  const carried = Object.entries(service?.names ?? {}).filter(([, { from }]) =>
    ["previous-application", "credential"].includes(from),
  );
  expect(carried.map(([path, { name, type }]) => [path, name, type.kind])).toEqual([
    ["previousApplication.metres", "previous-application's metres", "whole-number"],
    ["previousApplication.helpers", "previous-application's helpers", "list"],
    ["previousApplication.helpers.helperName", "previous-application's helper's helper-name", "full-name"],
    ["traderCard.goods", "trader-card's goods", "text"],
  ]);
});

test("the last day of a presented credential, and what was worked out for it, can fill in too", () => {
  expect(said('  ask until "Until when?" as date\n    prefill from trader-card\'s end-date, locked')).toEqual([]);
  expect(said('  ask last "Last rent" as money\n    prefill from trader-card\'s rent, locked')).toEqual([]);
});

test.each([
  [
    "what a credential from elsewhere holds is not known here",
    '  ask rating "Rating" as text\n    prefill from food-card\'s rating, locked',
    'FW201 | There is no part called "rating" in this service | food-card is issued by food-agency, and this text does not say what it holds. Ask for it, or fill it in from a source.',
  ],
  [
    "a file is uploaded anew",
    '  ask plan "Upload a plan" as file\n    accept pdf up to 10 MB\n    prefill from previous-application\'s plan',
    'FW201 | There is no part called "plan" in this service | Files are uploaded, and declarations made, anew with each application.',
  ],
  [
    "a slip is told with the question that was meant",
    '  ask size "Size" as whole number\n    prefill from previous-application\'s meters',
    'FW201 | There is no part called "meters" in this service | Did you mean  metres  (answer of last time)?',
  ],
  [
    "another kind of answer does not fit",
    '  ask size "Size" as text\n    prefill from previous-application\'s metres',
    "FW301 | size is words, and previous-application's metres is a plain number | What fills an answer in is of its kind. Where no line fills it in, people answer it themselves.",
  ],
  [
    "the whole application is no answer",
    '  ask size "Size" as text\n    prefill from previous-application',
    "FW301 | size is words, and previous-application is several answers in one | What fills an answer in is of its kind. Where no line fills it in, people answer it themselves.",
  ],
  [
    "what is said of each item fills its own list in, and nothing else",
    "  ask best \"Who helps most?\" as full name\n    prefill from previous-application's helper's helper-name",
    "FW209 | previous-application's helper's helper-name can only fill in its own list | It is said of each of previous-application's helpers. Put  prefill from previous-application's helpers  below that list: then its questions are filled in by their names.",
  ],
  [
    "a condition reads the question, not what fills it in",
    '  ask roof "Roof?" as yes or no\n    show when previous-application\'s roof is yes',
    "FW209 | previous-application's roof can only fill in a question | Ask a question with  prefill from previous-application's roof  below it, and read that.",
  ],
])("%s", (_, lines, problem) => {
  expect(said(lines)).toEqual([problem]);
});

test("an answer that is not kept cannot fill anything in next time", () => {
  const kept = compiled("").problems.map(({ code }) => code);
  expect(kept).not.toContain("FW615");
  const text = `${head}${foot}
privacy
  purpose "To let stalls"
  lawful basis public-task "Markets Act 1990"
  do not keep metres
`;
  const { problems } = compile("stall.service", new Map([["stall.service", text]]));
  expect(problems.filter(({ code }) => code === "FW615").map(({ title }) => title)).toHaveLength(1);
});

test("examples say what the applicant has from before, and it is filled in", () => {
  const example = (metres: string) => `
example "Last year"
  on 1 March 2027
  given previous-application's metres is 4
  given trader-card's goods is "Bread"
  given previous-application's helpers are
    | helper-name |
    | "Ann Ash"   |
  expect metres is ${metres}
  expect goods is "Bread"
  expect rent is £40
`;
  const failing = (text: string) =>
    compile("stall.service", new Map([["stall.service", head + foot + text]]), { play }).problems.filter(
      ({ code }) => code === "FW701",
    );
  expect(failing(example("4"))).toEqual([]);
  expect(failing(example("5"))).toHaveLength(1);
});
