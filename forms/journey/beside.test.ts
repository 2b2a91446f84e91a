// What may stand instead of an answer, choices of one case, and the lines under questions that few services need.
import { expect, test } from "vitest";
import type { Answers, Draft, Identity } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { rarerLines } from "../tests/rarer-lines.ts";
import { settingOf } from "../tests/services.ts";
import { originsOf, toApplication } from "./application.ts";
import { checkAnswers } from "./check-answers.ts";
import { applyFetched, applyIdentity } from "./prefill.ts";
import { readPosted } from "./read-posted.ts";
import type { Journey, JourneyPage, PostedFields } from "./shapes.ts";
import { emptyDraft, findStep, walk } from "./walk.ts";

const service = await rarerLines();
const rulebook = createRulebook(service);
const identity: Identity = {
  subject: "s",
  level: "substantial",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { nationalId: "AB123456C" },
};
const file = { id: "f", name: "a.pdf", size: 9, mediaType: "application/pdf", sha256: "a".repeat(64) };

/** The journey with these answers; registers do not answer unless their slots are given. */
function journeyOf(answers: Answers, slots?: readonly Answers[]): Journey {
  let draft: Draft = { ...applyIdentity(service, emptyDraft, identity), answers };
  for (let journey = walk(service, rulebook, draft, settingOf(service)); ; ) {
    const [wanted] = journey.wanted;
    if (!wanted) return journey;
    const { source, operation, using } = wanted;
    const call = { source, operation, using, at: "2026-06-16T07:40:00Z" };
    const present = wanted.key === "clinic" && slots;
    const record = { slots: slots ?? [] };
    draft = applyFetched(
      service,
      draft,
      wanted,
      present ? { ...call, state: "present", record } : { ...call, state: "unavailable" },
    );
    journey = walk(service, rulebook, draft, settingOf(service));
  }
}

function pageAt(journey: Journey, address: string): JourneyPage {
  const step = findStep(journey, address);
  if (step?.kind !== "page") throw new Error(`${address} is not asked`);
  return step;
}

const post = (journey: Journey, address: string, posted: PostedFields) => readPosted(journey, address, posted);

test("a ticked box stands instead of the answer: one of the two leaves, and rules know which", () => {
  const address = "papers/number-page";
  const both = post(journeyOf({}), address, { orgNumber: "SC123456", "orgNumber:instead": "yes", ownNumber: "" });
  expect(both.problems).toMatchObject([
    {
      control: "orgNumber:instead",
      message: "Give an answer or tick “I do not know it”, not both: What is the number of your organisation?",
    },
  ]);
  const ticked = post(journeyOf({ orgNumber: "OLD 1234" }), address, {
    orgNumber: "",
    "orgNumber:instead": "yes",
    ownNumber: "",
  });
  expect(ticked.problems).toEqual([]);
  expect(toApplication(ticked.journey)).toEqual({ noOrgNumber: true });
  expect(originsOf(ticked.journey)["noOrgNumber"]).toMatchObject({ kind: "typed" });
  const [first, name] = pageAt(ticked.journey, address).fields;
  expect(first).toMatchObject({ complete: true, instead: { chosen: true } });
  expect(name).toMatchObject({ asked: true });
  const rows = checkAnswers(ticked.journey).groups.flatMap((group) => group.rows);
  expect(rows.find((row) => row.label === "Organisation")?.lines).toEqual([{ text: "I do not know it", code: false }]);
  const answered = post(ticked.journey, address, { orgNumber: "SC123456", ownNumber: "", orgName: "" });
  expect(toApplication(answered.journey)).toEqual({ orgNumber: "SC123456" });
  expect(rulebook.evaluate("no-org-number", answered.journey.facts)).toBe(false);
  expect(rulebook.evaluate("no-org-number", journeyOf({}).facts)).toBeUndefined();
  const forged = post(journeyOf({}), address, { orgNumber: "", "orgNumber:instead": "maybe", ownNumber: "" });
  expect(forged.forged).toEqual(["orgNumber"]);
});

test("a file may come another way: what is chosen counts, a file that comes along counts more", () => {
  const address = "papers/permit";
  const labels = pageAt(journeyOf({}), address).fields[0]?.ways?.options.map((option) => option.label);
  expect(labels).toEqual(["I will send it later, within 14 days", "I will send it by post"]);
  expect(post(journeyOf({}), address, { permit: "", "permit:how": "now" }).problems).toMatchObject([
    { message: "Upload a file: Upload your permit" },
  ]);
  const later = post(journeyOf({ permit: file }), address, { permit: "", "permit:how": "sent-later" });
  expect(toApplication(later.journey)).toEqual({ permitHow: "sent-later" });
  expect(pageAt(later.journey, address).complete).toBe(true);
  const here = post(later.journey, address, { permit: file, "permit:how": "sent-by-post" });
  expect(toApplication(here.journey)).toEqual({ permit: file });
  expect(post(journeyOf({}), address, { permit: "", "permit:how": "already-with-us" }).forged).toEqual(["permit"]);
});

const slots = [
  { code: "A1", start: "2026-07-01", room: "Blue room" },
  { code: "B2", start: "2026-07-02", room: "Red room" },
];

test("choices of a register: the first part is kept, the others are read; a choice that is gone is asked again", () => {
  const journey = journeyOf({ town: "Ashby" }, slots);
  const field = pageAt(journey, "papers/slot").fields[0];
  expect(field?.options.map(({ value, label }) => [value, label])).toEqual([
    ["A1", "1 July 2026, Blue room"],
    ["B2", "2 July 2026, Red room"],
  ]);
  const chosen = post(journey, "papers/slot", { slot: "B2" });
  expect(toApplication(chosen.journey)["slot"]).toBe("B2");
  const rows = checkAnswers(chosen.journey).groups.flatMap((group) => group.rows);
  expect(rows.find((row) => row.path === "slot")?.lines).toEqual([{ text: "2 July 2026, Red room", code: false }]);
  expect(post(journey, "papers/slot", { slot: "C3" }).forged).toEqual(["slot"]);
  const fewer = journeyOf({ town: "Ashby", slot: "B2" }, slots.slice(0, 1));
  expect(toApplication(fewer)["slot"]).toBeUndefined();
  expect(pageAt(fewer, "papers/slot").complete).toBe(false);
});

test("an appointment is chosen whole; where the register does not answer, both are typed", () => {
  const chosen = post(journeyOf({ town: "Ashby" }, slots), "papers/visit", { visit: "A1" });
  expect(toApplication(chosen.journey)["visit"]).toEqual({ start: "2026-07-01" });
  const alone = journeyOf({ town: "Ashby" });
  expect(pageAt(alone, "papers/slot").fields[0]).toMatchObject({
    notFilled: "unavailable",
    field: { type: { kind: "text" } },
  });
  expect(toApplication(post(alone, "papers/slot", { slot: "Tuesday" }).journey)["slot"]).toBe("Tuesday");
  const typed = {
    "visit:start:day": "1",
    "visit:start:month": "7",
    "visit:start:year": "2026",
    "visit:startTime": "10",
  };
  const visit = post(alone, "papers/visit", { ...typed, "visit:endTime": "", "visit:place": "" });
  expect(toApplication(visit.journey)["visit"]).toEqual({ start: "2026-07-01", startTime: "10:00" });
});

test("a type of the author's own from a library: its pattern, its words", () => {
  expect(post(journeyOf({}), "papers/plot", { plot: "7" }).problems).toMatchObject([
    { message: "Enter a letter and two digits, like B07" },
  ]);
  expect(pageAt(journeyOf({}), "papers/plot").fields[0]?.hint).toBe("It stands on the sign, like B07");
});

test("further choices after Yes and No, other words, a group, limits of words and patterns", () => {
  const journey = journeyOf({ found: ["toad"] });
  expect(pageAt(journey, "papers/sure-page").fields[0]).toMatchObject({
    label: "Are you and your helpers sure?",
    options: [{ value: "partly", label: "Only partly" }],
  });
  const long = Array.from({ length: 21 }, () => "word").join(" ");
  const partly = post(journey, "papers/sure-page", { sure: "partly" }).journey;
  const read = post(partly, "papers/sure-page", { sure: "partly", doubt: long, code: "A1" });
  expect(read.problems.map((problem) => problem.message)).toEqual([
    "Use 20 words or fewer: What is in doubt?",
    "Use two letters and two digits.",
  ]);
  const open = post(partly, "papers/sure-page", { sure: "partly", doubt: "All of it", code: "" });
  expect(open.problems).toMatchObject([{ path: "code" }]);
  expect(post(journey, "papers/sure-page", { sure: "no" }).journey.stopped).toMatchObject({
    title: "You cannot send this now",
  });
});

test("a choice that is hidden now stops counting, one on its own stands alone, and a number says its unit", () => {
  expect(toApplication(journeyOf({ surveyed: true, found: ["frog"] }))["found"]).toEqual(["frog"]);
  expect(toApplication(journeyOf({ surveyed: false, found: ["frog"] }))["found"]).toBeUndefined();
  expect(post(journeyOf({}), "papers/found", { found: ["toad", "nothing"] }).problems).toHaveLength(1);
  const journey = journeyOf({ nights: 40 });
  const rows = checkAnswers(journey).groups.flatMap((group) => group.rows);
  expect(rows.find((row) => row.path === "nights")?.lines).toEqual([{ text: "40 nights", code: false }]);
  expect(pageAt(journey, "papers/nights").fields[0]?.warning).toBe("This is a long time. Check the number.");
});
