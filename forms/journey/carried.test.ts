// What is read of what an applicant has from before: the parts that questions are filled in from, of the right kind, and no more. And
// how an answer that is filled in from there stands in the form.
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers, Carried, Draft } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { compile } from "../../compiler/compile.ts";
import { carriedSources, partsRead } from "./carried.ts";
import { applyCarried } from "./prefill.ts";
import { readPosted } from "./read-posted.ts";
import { buildSetting } from "./setting.ts";
import type { JourneyField } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

const text = `service stall "Rent a market stall"
  agency town "Town of Ashby"
applicant is a person
  signs in at level low
  may present trader-card issued by town
list sizes
  - small "Small"
  - large "Large"
section stall "Your stall"
  page size "Your stall"
    ask metres "How many metres?" as whole number
      prefill from previous-application's metres, correctable
    ask size "Which size?" as one of sizes
      prefill from previous-application's size, correctable
    ask goods "What do you sell?" as text
      prefill from trader-card's goods, locked
    ask note "Anything else?" as text
      optional
  repeat helpers each helper "Who helps you?"
    prefill from previous-application's helpers, correctable
    ask helper-name "Full name" as full name
    ask helper-phone "Phone" as phone number
      optional
credential trader-card "Trader card"
  holds goods
  valid for 1 year
`;

function service(): Service {
  const compiled = compile("stall.service", new Map([["stall.service", text]]));
  if (!compiled.service) throw new Error(compiled.problems.map(({ title }) => title).join("; "));
  return compiled.service;
}

const stall = service();
const setting = buildSetting(stall, "2026-06-16T08:30:00Z");
const isRight = (value: unknown, { kind }: { kind: string }): boolean =>
  kind === "whole-number" ? typeof value === "number" : typeof value === "string";

function walked(carried: Readonly<Record<string, Carried>>, draft: Draft = emptyDraft) {
  return walk(stall, createRulebook(stall), applyCarried(draft, carried), setting);
}

function fieldNamed(carried: Readonly<Record<string, Carried>>, name: string, draft?: Draft): JourneyField | undefined {
  const steps = walked(carried, draft).sections.flatMap((section) => section.steps);
  return steps.flatMap((step) => (step.kind === "page" ? step.fields : [])).find(({ field }) => field.name === name);
}

function previous(record: Carried["record"]): Record<string, Carried> {
  const at = "2025-05-03T10:00:00.000Z";
  return { previousApplication: { carries: "previous-application", at, number: "TOA-1", record } };
}

test("what a form is filled in from, each once", () => {
  expect(carriedSources(stall)).toEqual([
    { key: "previousApplication", carries: "previous-application" },
    { key: "traderCard", carries: "credential", credential: "trader-card" },
  ]);
});

test("only the parts that are read are taken, when they are of the right kind; of a list those of its items", () => {
  const said: Answers = {
    metres: 4,
    size: 7,
    note: "secret",
    helpers: [{ id: "x", helperName: "Eve Eel", helperPhone: 1, age: 3 }, { id: "y" }],
  };
  expect(partsRead(stall, "previousApplication", said, isRight)).toEqual({
    metres: 4,
    helpers: [{ helperName: "Eve Eel" }, {}],
  });
  expect(partsRead(stall, "traderCard", { goods: "Bread", metres: 4 }, isRight)).toEqual({ goods: "Bread" });
  expect(partsRead(stall, "previousApplication", said, isRight, (path) => path !== "metres")).not.toHaveProperty(
    "metres",
  );
});

test("an answer of last time is filled in with its number; a choice that is no longer there is asked", () => {
  const carried = previous({ metres: 4, size: "gone" });
  expect(fieldNamed(carried, "metres")).toMatchObject({
    value: 4,
    locked: false,
    origin: { kind: "prefilled", source: "previous-application", carries: "previous-application", number: "TOA-1" },
  });
  expect(fieldNamed(carried, "size")?.value).toBeUndefined();
  expect(fieldNamed({}, "metres")?.value).toBeUndefined();
});

test("what was typed before it was there stays", () => {
  const draft = {
    ...emptyDraft,
    answers: { metres: 9 },
    origins: { metres: { kind: "typed", at: setting.instant } },
  } as const;
  expect(fieldNamed(previous({ metres: 4 }), "metres", draft)).toMatchObject({ value: 9, origin: { kind: "typed" } });
});

test("a change is kept with what stood there; the same again is no change", () => {
  const journey = walked(previous({ metres: 4, size: "small" }));
  const changed = readPosted(journey, "stall/size", { metres: "6", size: "small", goods: "Ham", note: "" });
  expect(changed.problems).toEqual([]);
  expect(changed.draft.answers).toEqual({ metres: 6, goods: "Ham" });
  expect(changed.draft.origins["metres"]).toEqual({
    kind: "corrected",
    source: "previous-application",
    carries: "previous-application",
    number: "TOA-1",
    at: setting.instant,
    old: 4,
  });
});

test("a locked answer of a licence is nobody's to post over", () => {
  const at = "2026-01-01T00:00:00.000Z";
  const journey = walked({ traderCard: { carries: "credential", at, number: "TOA-2", record: { goods: "Bread" } } });
  expect(readPosted(journey, "stall/size", { metres: "6", size: "small", goods: "Gold" }).forged).toEqual(["goods"]);
});
