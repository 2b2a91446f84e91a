// A choice whose words hold a value is said with it everywhere: on the page where answers are checked, on the officer's, in messages. What
// somebody typed is never filled in.
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { rulesOf, settingOf } from "../tests/services.ts";
import { checkAnswers } from "./check-answers.ts";
import { withChoicesFilled } from "./fill.ts";
import { emptyDraft, walk } from "./walk.ts";

const text = `service permit "Permit"
  version 1 starts 1 April 2026

section about-you "About you"
  ask permits "How many permits does your home have?" as whole number
  ask plan "Which permit?" as one of these
    - short "One month, £{permits}"
    - long "One year"
  ask also "What else?" as any of these
    - more "As many as before: {permits}"
    - none-of-these "Nothing", on its own
  ask note "Anything else?" as text
`;

function walked() {
  const { service } = compile("permit.service", new Map([["permit.service", text]]));
  if (!service) throw new RangeError("the text does not compile");
  const answers = { permits: 3, plan: "short", also: ["more"], note: "{permits}" };
  return walk(service, rulesOf(service), { ...emptyDraft, answers }, settingOf(service, "en"));
}

test("the page where answers are checked says a choice as people saw it", () => {
  const rows = checkAnswers(walked()).groups.flatMap((group) => group.rows);
  expect(rows.map(({ lines }) => lines.map(({ text: line }) => line).join())).toEqual([
    "3",
    "One month, £3",
    "As many as before: 3",
    "{permits}",
  ]);
});

test("a service without such choices stays the same one", () => {
  const journey = walked();
  const { plan, also, ...lists } = journey.service.lists;
  const service = { ...journey.service, lists };
  expect(withChoicesFilled({ ...journey, service })).toBe(service);
  expect([plan, also].every(Boolean)).toBe(true);
});

test("a list says the choice of each item with what stands in that item", () => {
  const listed = `service pupils "Pupils"
  version 1 starts 1 April 2026

section children "Your children"
  repeat children each child "Your children"
    ask called "Name of the child" as text
      short name "Name of child {child's called}"
    ask pass "Which pass?" as one of these
      - half "Half price for {child's called}"
      - full "Full price"
`;
  const { service } = compile("pupils.service", new Map([["pupils.service", listed]]));
  if (!service) throw new RangeError("the text does not compile");
  const children = [
    { id: "a", called: "Ann", pass: "half" },
    { id: "b", called: "{Ben}", pass: "half" },
  ];
  const journey = walk(service, rulesOf(service), { ...emptyDraft, answers: { children } }, settingOf(service, "en"));
  const list = journey.steps.find((step) => step.kind === "repeat");
  const texts = list?.kind === "repeat" ? list.items.map(({ rows }) => rows.map(({ text: said }) => said)) : [];
  expect(texts).toEqual([
    ["Ann", "Half price for Ann"],
    ["{Ben}", "Half price for {Ben}"],
  ]);
  const rows = checkAnswers(journey).groups.flatMap((group) => group.rows);
  expect(rows.map(({ label, lines }) => [label, ...lines.map(({ text: line }) => line)])).toEqual([
    ["Name of child Ann", "Ann"],
    ["Which pass?", "Half price for Ann"],
    ["Name of child {Ben}", "{Ben}"],
    ["Which pass?", "Half price for {Ben}"],
  ]);
});
