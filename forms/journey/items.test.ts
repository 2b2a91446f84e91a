// Items of lists: those of a register, more questions about each, the same for each choice, and rules of one item.
import { expect, test } from "vitest";
import type { Answers, Draft, Identity } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { rarerLines } from "../tests/rarer-lines.ts";
import { settingOf } from "../tests/services.ts";
import { originsOf, toApplication } from "./application.ts";
import { checkAnswers } from "./check-answers.ts";
import { applyFetched, applyIdentity } from "./prefill.ts";
import { readPosted } from "./read-posted.ts";
import type { Journey, PostedFields } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

const service = await rarerLines();
const rulebook = createRulebook(service);
const identity: Identity = {
  subject: "s",
  level: "substantial",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { nationalId: "AB123456C" },
};
const at = (draft: Draft) => walk(service, rulebook, draft, settingOf(service));

/** A journey whose register answered with these children; none: it did not answer. */
function began(kids?: readonly Answers[], mode?: "locked"): Journey {
  const made = mode
    ? JSON.parse(JSON.stringify(service).replaceAll('"mode":"correctable"', '"mode":"locked"'))
    : service;
  const draft = applyIdentity(service, emptyDraft, identity);
  const first = walk(made, rulebook, draft, settingOf(service));
  const [wanted] = first.wanted;
  if (!wanted) throw new Error("nothing is looked up");
  const { source, operation, using } = wanted;
  const call = { source, operation, using, at: "2026-06-16T07:40:00Z" };
  const answered = kids
    ? { ...call, state: "present" as const, record: { kids } }
    : { ...call, state: "unavailable" as const };
  return walk(made, rulebook, applyFetched(service, draft, wanted, answered), settingOf(service));
}

function post(journey: Journey, address: string, posted: PostedFields, newId = ""): Journey {
  const read = readPosted(journey, address, posted, newId);
  expect(read.forged).toEqual([]);
  expect(read.problems).toEqual([]);
  return read.journey;
}

const kids = [
  { firstName: "Ann", born: "2015-05-01" },
  { firstName: "Ben", born: "2018-02-03" },
];
const dated = (path: string) => ({
  [`${path}.born:day`]: "1",
  [`${path}.born:month`]: "5",
  [`${path}.born:year`]: "2015",
});

test("a register's list fills the items, each part by its name; what is not there is asked", () => {
  const journey = began(kids);
  const list = journey.steps.find((step) => step.kind === "repeat");
  expect(list?.items.map((item) => [item.id, item.title, item.origin?.kind])).toEqual([
    ["family-1", "Ann", "prefilled"],
    ["family-2", "Ben", "prefilled"],
  ]);
  const page = journey.steps.find((step) => step.address === "family/children/family-1/child-money");
  expect(page).toMatchObject({ title: "Money for Ann", complete: false, fields: [{ value: "2015-05-01" }, {}, {}] });
  const after = post(journey, "family/children/family-1/child-money", {
    ...dated("children.family-1"),
    "children.family-1.monthly": "100",
    "children.family-1.spent": "50",
  });
  expect(toApplication(after)["children"]).toEqual([
    { id: "family-1", firstName: "Ann", born: "2015-05-01", monthly: 10000, spent: 5000 },
    { id: "family-2", firstName: "Ben", born: "2018-02-03" },
  ]);
  expect(rulebook.evaluate("total", after.facts)).toBe(120000);
});

test("an item of the register that is taken away stays known as a correction; another can be added", () => {
  const removed = post(began(kids), "family/children", { _do: "remove:family-1" });
  expect(removed.lists[0]).toEqual({ path: "children", ids: ["family-2"] });
  expect(originsOf(removed)["children.family-1"]).toMatchObject({ kind: "corrected", old: kids[0] });
  const added = post(removed, "family/children", { _do: "add" }, "x");
  expect(added.lists[0]?.ids).toEqual(["family-2", "x"]);
});

test("a locked list has the register's items and no others, unless the register did not answer", () => {
  const locked = began(kids, "locked");
  expect(readPosted(locked, "family/children", { _do: "add" }, "x").journey.lists[0]?.ids).toEqual([
    "family-1",
    "family-2",
  ]);
  expect(readPosted(locked, "family/children", { _do: "remove:family-1" }).journey.lists[0]?.ids).toHaveLength(2);
  const forged = readPosted(locked, "family/children/family-1/child-first-name", {
    "children.family-1.firstName": "Eve",
  });
  expect(forged.forged).toEqual(["children.family-1.firstName"]);
  const alone = post(began(undefined, "locked"), "family/children", { _do: "add" }, "x");
  expect(alone.lists[0]?.ids).toEqual(["x"]);
});

test("another call of the register takes its items along with what was answered about them", () => {
  const answered = post(began(kids), "family/each-child/family-1/child-purpose", {
    "children.family-1.purpose": "set",
  });
  expect(toApplication(answered)["children"]).toMatchObject([{ purpose: "set" }, {}]);
  const other = { ...answered.draft, identity: { ...identity, parts: { nationalId: "QQ000000A" } } };
  const journey = at(other);
  const [wanted] = journey.wanted;
  if (!wanted) throw new Error("not looked up again");
  const { source, operation, using } = wanted;
  const record = { kids: [{ firstName: "Cat", born: "2020-01-01" }] };
  const after = at(
    applyFetched(service, other, wanted, {
      source,
      operation,
      using,
      at: "2026-06-16T08:00:00Z",
      state: "present",
      record,
    }),
  );
  expect(toApplication(after)["children"]).toEqual([{ id: "family-1", firstName: "Cat", born: "2020-01-01" }]);
});

test("an item's own check shows on the page of the last answer it names", () => {
  const read = readPosted(began(kids), "family/children/family-1/child-money", {
    ...dated("children.family-1"),
    "children.family-1.monthly": "100",
    "children.family-1.spent": "4,500",
  });
  expect(read.problems).toMatchObject([
    { path: "children.family-1.spent", message: "You cannot spend more than £4,000." },
  ]);
});

test("for each item: its questions follow the item's own decisions and say which item they are about", () => {
  const first = post(began(kids), "family/children/family-2/child-money", {
    ...dated("children.family-2"),
    "children.family-2.monthly": "10",
    "children.family-2.spent": "20",
  });
  const pages = first.steps.filter((step) => step.kind === "page" && step.address.includes("each-child"));
  expect(pages.map((page) => [page.address, page.kind === "page" ? page.caption : ""])).toEqual([
    ["family/each-child/family-1/child-purpose", "What you apply for: Ann"],
    ["family/each-child/family-2/child-purpose", "What you apply for: Ben"],
    ["family/each-child/family-2/child-explain", "What you apply for: Ben"],
  ]);
});

test("for each choice: one item for each that is ticked, named by the choice; unticked ones do not count", () => {
  let journey = post(began(kids), "newts/surveyed", { surveyed: "yes" });
  journey = post(journey, "newts/methods-used", { methodsUsed: ["net", "torch"] });
  journey = post(journey, "newts/each-method/net/method-number-caught", { "eachMethod.net.numberCaught": "3" });
  journey = post(journey, "newts/each-method/torch/method-number-caught", { "eachMethod.torch.numberCaught": "4" });
  expect(journey.steps.map((step) => step.address)).toContain("newts/each-method/torch/method-hour");
  expect(journey.steps.map((step) => step.address)).not.toContain("newts/each-method/net/method-hour");
  expect(toApplication(journey)["eachMethod"]).toEqual([
    { id: "net", numberCaught: 3 },
    { id: "torch", numberCaught: 4 },
  ]);
  expect(rulebook.evaluate("caught", journey.facts)).toBe(7);
  const groups = checkAnswers(journey).groups.map((group) => group.title);
  expect(groups).toContain("Newts caught by Torch");
  journey = post(journey, "newts/methods-used", { methodsUsed: ["net"] });
  expect(toApplication(journey)["eachMethod"]).toEqual([{ id: "net", numberCaught: 3 }]);
  expect(rulebook.evaluate("caught", journey.facts)).toBe(3);
  journey = post(journey, "newts/surveyed", { surveyed: "no" });
  expect(toApplication(journey)["eachMethod"]).toBeUndefined();
});
