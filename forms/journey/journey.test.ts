// The laws of the journey: not asked means not there, the order of pages, what a post may change and what it may not.
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Draft, FileAnswer, Identity } from "#contract/facts.ts";
import { openingService, question, rulesOf, sectionOf, serviceWith, settingOf, whenIs } from "../tests/services.ts";
import { originsOf, toApplication } from "./application.ts";
import { checkAnswers } from "./check-answers.ts";
import { applyFetched, applyIdentity } from "./prefill.ts";
import { promiseOf } from "./promise.ts";
import { nextAfter, readPosted } from "./read-posted.ts";
import { moveItem } from "./repeat.ts";
import type { Journey, Posted, PostedFields } from "./shapes.ts";
import { emptyDraft, findStep, walk } from "./walk.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const file: FileAnswer = { id: "f1", name: "letter.pdf", size: 900, mediaType: "application/pdf", sha256: "ab" };

function begin(service: Service, draft: Draft = emptyDraft): Journey {
  return walk(service, rulesOf(service), draft, settingOf(service));
}

/** Posts pages one after another and gives what came of the last. */
function postAll(journey: Journey, ...pages: [address: string, posted: PostedFields][]): Posted {
  let posted: Posted = { draft: journey.draft, problems: [], forged: [], journey, next: "" };
  for (const [address, fields] of pages) posted = readPosted(posted.journey, address, fields, "new-item");
  return posted;
}

const identity: Identity = {
  subject: "s",
  level: "substantial",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { address: { line1: "14 Row", town: "Ashby", postcode: "AS1 4QT" } },
};
const vehicle = { make: "Corvane", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" };

/** Parking up to the vehicle's details, with a register that answers with the record or not at all. */
function atDetails(state: "present" | "unavailable" | "absent"): Journey {
  const first = postAll(
    begin(parking),
    ["eligibility/zone", { zone: "zone-b" }],
    ["eligibility/main-home", { mainHome: "yes" }],
  );
  const signedIn = begin(parking, applyIdentity(parking, first.draft, identity));
  const asked = postAll(
    signedIn,
    [
      "about-you/home-address",
      { "home.line1": "14 Row", "home.line2": "", "home.town": "Ashby", "home.postcode": "as14qt" },
    ],
    ["about-you/phone", { phone: "" }],
    ["about-you/blue-badge", { blueBadge: "no" }],
    ["your-vehicle/registration", { registration: "ab12 cde" }],
  ).journey;
  const wanted = asked.wanted[0];
  if (!wanted) throw new Error("the register is not asked");
  const fetched = {
    state,
    source: wanted.source,
    operation: wanted.operation,
    using: wanted.using,
    at: "2026-06-16T07:41:00Z",
    ...(state === "present" ? { record: vehicle } : {}),
  };
  return begin(parking, applyFetched(parking, asked.draft, wanted, fetched));
}

test("an answer to a question no longer asked stays in the draft and never counts or leaves", () => {
  const service = openingService();
  const withLetter = postAll(begin(service), ["first/page-1", { owner: "no", letter: file, story: "" }]);
  expect(toApplication(withLetter.journey)).toMatchObject({ owner: false, letter: { id: "f1" } });
  const without = postAll(withLetter.journey, ["first/page-1", { owner: "yes", story: "" }]);
  expect(toApplication(without.journey)).toEqual({ owner: true });
  expect(without.journey.facts.values["letter"]).toBeUndefined();
  expect(checkAnswers(without.journey).notSent).toEqual([{ label: "What about letter?", text: "letter.pdf" }]);
  const back = postAll(without.journey, ["first/page-1", { owner: "no", story: "" }]);
  expect(toApplication(back.journey)).toMatchObject({ letter: { id: "f1" } });
});

test("a question that the post itself opens is shown next, without a problem; then it is missed", () => {
  const first = postAll(begin(openingService()), ["first/page-1", { owner: "no", story: "" }]);
  expect(first).toMatchObject({ next: "first/page-1", problems: [] });
  const second = postAll(first.journey, ["first/page-1", { owner: "no", letter: "", story: "" }]);
  expect(second.problems.map((problem) => problem.message)).toEqual(["Upload a file: What about letter?"]);
});

test("good answers of a page are kept when another one is wrong", () => {
  const posted = postAll(begin(openingService()), [
    "first/page-1",
    { owner: "yes", story: "far too long for this little limit" },
  ]);
  expect(posted.draft.answers["owner"]).toBe(true);
  expect(posted.problems).toHaveLength(1);
  expect(posted.next).toBe("first/page-1");
});

test.each([
  ["a control the page does not have", "first/count", { count: "1", isAdmin: "yes" }],
  ["more text than any form of ours sends", "first/count", { count: "1".repeat(200_000) }],
  ["a page that is not on the path", "first/nowhere", { count: "1" }],
  ["a choice that is not in the list", "first/page-1", { owner: "maybe" }],
])("%s is forged and changes nothing", (_, address, posted) => {
  const journey = begin(openingService());
  const read = readPosted(journey, address, posted);
  expect(read.forged).not.toEqual([]);
  expect(read.draft).toBe(journey.draft);
});

test("a locked value cannot be posted over; the same value in other writing is harmless", () => {
  const journey = atDetails("present");
  expect(readPosted(journey, "your-vehicle/vehicle-details", { make: "Other", fuel: "petrol" }).forged).toEqual([
    "make",
  ]);
  const same = readPosted(journey, "your-vehicle/vehicle-details", { make: " corvane ", fuel: "petrol" });
  expect(same.forged).toEqual([]);
  expect(toApplication(same.journey)["make"]).toBe("Corvane");
});

test("a correction keeps the register's value, asks for proof and can be taken back", () => {
  const corrected = postAll(atDetails("present"), ["your-vehicle/vehicle-details", { fuel: "electric" }]);
  expect(corrected).toMatchObject({ next: "your-vehicle/vehicle-details", problems: [] });
  expect(corrected.journey.facts.corrected).toContain("fuel");
  const again = postAll(corrected.journey, ["your-vehicle/vehicle-details", { fuel: "electric" }]);
  expect(again.problems.map((problem) => problem.control)).toEqual(["proof"]);
  const proved = postAll(again.journey, ["your-vehicle/vehicle-details", { fuel: "electric", proof: file }]);
  expect(originsOf(proved.journey)["fuel"]).toMatchObject({ kind: "corrected", old: "petrol", evidence: { id: "f1" } });
  const restored = postAll(proved.journey, ["your-vehicle/vehicle-details", { _do: "restore:fuel" }]);
  expect(originsOf(restored.journey)["fuel"]).toMatchObject({ kind: "prefilled", source: "vehicle-register" });
});

test("the register is down: the person is asked instead, and a late answer never overwrites what was typed", () => {
  const journey = atDetails("unavailable");
  const page = findStep(journey, "your-vehicle/vehicle-details");
  expect(page?.kind === "page" && page.fields.map((field) => [field.locked, field.notFilled])).toEqual([
    [false, "unavailable"],
    [false, "unavailable"],
  ]);
  const typed = postAll(journey, ["your-vehicle/vehicle-details", { make: "Own words", fuel: "diesel" }]);
  expect(originsOf(typed.journey)["make"]).toMatchObject({ kind: "asked-instead", source: "vehicle-register" });
  const using = { registration: "AB12 CDE" };
  const late = {
    state: "present" as const,
    source: "vehicle-register",
    operation: "find-vehicle",
    using,
    at: "2026-06-16T09:00:00Z",
    record: vehicle,
  };
  const after = begin(
    parking,
    applyFetched(
      parking,
      typed.draft,
      { key: "vehicle", source: "vehicle-register", operation: "find-vehicle", using },
      late,
    ),
  );
  expect(toApplication(after)).toMatchObject({ make: "Own words", fuel: "diesel" });
});

test("another registration is looked up again, and the page it fills in is looked at again", () => {
  const done = postAll(atDetails("present"), ["your-vehicle/vehicle-details", { fuel: "petrol" }]);
  const changed = postAll(done.journey, ["your-vehicle/registration", { registration: "XY99 ZZZ" }]);
  expect(changed.journey.wanted).toMatchObject([{ key: "vehicle", using: { registration: "XY99 ZZZ" } }]);
  expect(toApplication(changed.journey)["make"]).toBeUndefined();
  expect(changed.journey.complete).toBe(false);
});

test("the way leads through every page, and a change on the check page leads back there", () => {
  const done = postAll(
    atDetails("present"),
    ["your-vehicle/vehicle-details", { fuel: "petrol" }],
    ["your-vehicle/keeper", { keeper: "yes" }],
    ["your-vehicle/permits-held", { permitsHeld: "0" }],
  );
  expect(done.next).toBe("check");
  expect(postAll(done.journey, ["about-you/phone", { phone: "01632 960 001" }]).next).toBe("check");
  expect(postAll(done.journey, ["eligibility/zone", { zone: "zone-a" }]).next).toBe("check");
  expect(postAll(done.journey, ["your-vehicle/keeper", { keeper: "no" }]).next).toBe("your-vehicle/keeper-letter");
  expect(done.journey.complete).toBe(false);
  expect(postAll(done.journey, ["check", {}]).problems).toHaveLength(1);
  expect(postAll(done.journey, ["check", { answersTrue: "yes" }]).journey.complete).toBe(true);
});

test("nobody who may not apply comes further than the reason", () => {
  const refused = postAll(
    begin(parking),
    ["eligibility/zone", { zone: "zone-a" }],
    ["eligibility/main-home", { mainHome: "no" }],
  );
  expect(refused.journey.eligibility).toMatchObject({
    eligible: false,
    reasons: ["You can only get a permit for your main home."],
  });
  expect(refused.journey.complete).toBe(false);
  expect(nextAfter(refused.journey, "eligibility/main-home")).toBe("eligibility/result");
});

test("items keep their answers when they are moved and when others go", () => {
  let posted = postAll(begin(openingService()));
  for (const [id, name] of [
    ["a", "Ann"],
    ["b", "Ben"],
    ["c", "Cas"],
  ] as const) {
    posted = readPosted(posted.journey, "household/members", { _do: "add" }, id);
    posted = postAll(posted.journey, [`household/members/${id}/member-name`, { [`members.${id}.name`]: name }]);
  }
  expect(readPosted(posted.journey, "household/members", { _do: "add" }, "d").draft).toEqual({
    ...posted.draft,
    passed: [...posted.draft.passed, "household/members"],
  });
  const moved = begin(openingService(), moveItem(posted.draft, "members", "c", 0));
  const removed = postAll(moved, ["household/members", { _do: "remove:a" }]);
  expect(toApplication(removed.journey)["members"]).toEqual([
    { id: "c", name: "Cas" },
    { id: "b", name: "Ben" },
  ]);
});

test("an option that is hidden stops counting and the question is open again", () => {
  const options = [
    { value: "red", label: { en: "Red" } },
    { value: "blue", label: { en: "Blue" }, showWhen: "blue" },
  ];
  const service = serviceWith(
    [
      sectionOf(
        "one",
        [question("grown", { kind: "yes-or-no" })],
        [question("colour", { kind: "one-of", list: "few" })],
      ),
    ],
    {
      lists: { few: { options } },
      rules: { blue: whenIs(["grown"], true) },
    },
  );
  const blue = postAll(begin(service), ["one/grown", { grown: "yes" }], ["one/colour", { colour: "blue" }]);
  expect(blue.journey.complete).toBe(true);
  const hidden = postAll(blue.journey, ["one/grown", { grown: "no" }]);
  expect(hidden).toMatchObject({ next: "one/colour", journey: { complete: false } });
  expect(toApplication(hidden.journey)).toEqual({ grown: false });
});

test("the promise is the longest way to an answer, in working days", () => {
  expect(promiseOf(parking, "2026-06-16")).toMatchObject({ date: "2026-06-24", workingDays: 6 });
});

test("whatever is posted, nothing breaks, and what is not asked never leaves", () => {
  const service = openingService();
  const addresses = ["first/page-1", "first/count", "household/members", "check", "nonsense"];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("yes", "no", "3", "restore:owner", "add", "remove:new-item"),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const post = fc.tuple(
    fc.constantFrom(...addresses),
    fc.dictionary(fc.constantFrom("owner", "letter", "story", "count", "_do", "__proto__", "constructor"), value),
  );
  fc.assert(
    fc.property(fc.array(post, { maxLength: 8 }), (posts) => {
      const { journey } = postAll(begin(service), ...posts);
      const sent = toApplication(journey);
      if (journey.facts.values["owner"] !== false) expect(sent["letter"]).toBeUndefined();
      for (const key of Object.keys(sent)) expect(journey.facts.asked.has(key)).toBe(true);
      expect(walk(service, journey.rulebook, journey.draft, journey.setting).nextPage).toBe(journey.nextPage);
    }),
    { numRuns: 300 },
  );
});
