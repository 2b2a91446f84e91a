// Journey, schema and validators agree on forms with the rarer lines too: a draft is complete exactly when what would leave
// it is accepted. The text stands with the forms' tests.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Draft, Value } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { toApplication } from "../../../forms/journey/application.ts";
import { buildSetting } from "../../../forms/journey/setting.ts";
import { emptyDraft, walk } from "../../../forms/journey/walk.ts";
import { compile } from "../../compile.ts";
import { emitConditions } from "../conditions/conditions.ts";
import { emitTypes } from "../types/types.ts";
import { emitValidators } from "../validators/validators.ts";
import { loadModule } from "./parking.ts";

const file = "rarer-lines.service";
const texts = [file, "survey-kit.shared"].map(
  (name) => [name, readFileSync(new URL(`../../../forms/tests/${name}`, import.meta.url), "utf8")] as const,
);
const { service, problems } = compile(file, new Map(texts));
if (!service) throw new Error(JSON.stringify(problems, null, 2));
const rulebook = createRulebook(service);
const validate = (await loadModule(emitValidators(service)))["validateApplication"] as ((data: unknown) => boolean) & {
  errors?: unknown;
};
const setting = buildSetting(service, "2026-06-16T08:00:00Z");

/** Whether `explain` is asked follows from two answers compared with each other, which a schema cannot say: it is always given. */
const coins = fc.integer({ min: -100, max: 600_000 });
const child = fc.record(
  {
    firstName: fc.constantFrom("Ann", "Ben"),
    born: fc.constant("2015-05-01"),
    monthly: coins,
    spent: coins.map((amount) => Math.min(amount, 400_000)),
    purpose: fc.constantFrom("set", "change"),
    whyChange: fc.constant("Because"),
    explain: fc.constant("It is dear"),
  },
  { requiredKeys: ["firstName", "born", "monthly", "spent", "purpose", "whyChange", "explain"] },
);
const methods = ["net", "trap", "torch"] as const;
const caught = fc.record(
  { numberCaught: fc.integer({ min: -1, max: 101 }), hour: fc.integer({ min: 0, max: 23 }) },
  { requiredKeys: ["numberCaught"] },
);

const upload = { id: "f", name: "a.pdf", size: 9, mediaType: "application/pdf", sha256: "a".repeat(64) };
const photo = { ...upload, name: "a.jpg", mediaType: "image/jpeg" };
const polygon = {
  type: "Polygon",
  coordinates: [
    [
      [-1, 52],
      [0, 52],
      [0, 53],
      [-1, 52],
    ],
  ],
};

/** Answers of every rarer kind; what may be left out is, at times, and something else may stand in its place. */
const papers = fc.record(
  {
    town: fc.constant("Ashby"),
    slot: fc.constant("Tuesday"),
    visit: fc.constantFrom(
      { start: "2026-07-01", startTime: "10:00" },
      { start: "2026-07-01", startTime: "10:00", end: "2026-07-01", endTime: "11:00", place: "Mill" },
    ),
    orgNumber: fc.constant("SC123456"),
    noOrgNumber: fc.constant(true),
    orgName: fc.constant("Newts Ltd"),
    ownNumber: fc.constant("QQ 12 34 56 C"),
    noOwnNumber: fc.constant(true),
    permit: fc.constant(upload),
    permitHow: fc.constantFrom("sent-later", "sent-by-post", "already-with-us"),
    maps: fc.constant([upload]),
    mapsHow: fc.constantFrom("already-with-us", "sent-by-someone-else"),
    letter: fc.constantFrom({ ...upload, datedOn: "2026-06-01" }),
    plans: fc.array(fc.constant(upload), { minLength: 1, maxLength: 3 }),
    walked: fc.constant("2026-06-01"),
    portrait: fc.constant(photo),
    pond: fc.constantFrom({ latitude: 52.4, longitude: -1.8 }, { latitude: 52.4, longitude: -1.8, address: "Mill" }),
    fieldArea: fc.constant(polygon),
    square: fc.constant("SU 387 148"),
    plot: fc.constantFrom("B07", "C12"),
    weight: fc.constantFrom(2.5, 12),
    nights: fc.integer({ min: 0, max: 91 }),
    paid: fc.constant({ amount: 1250, currency: "EUR" }),
    earlier: fc.constant("NL-2026-0042"),
    found: fc.constantFrom(["toad"], ["toad", "frog"], ["nothing"]),
    sure: fc.constantFrom(true, "partly"),
    doubt: fc.constant("All of it"),
    code: fc.constantFrom("AB12", "A1"),
    allTrue: fc.constant(true),
  },
  {
    requiredKeys: [
      "town",
      "slot",
      "visit",
      "orgName",
      "letter",
      "plans",
      "walked",
      "pond",
      "square",
      "plot",
      "weight",
      "nights",
      "found",
      "sure",
      "doubt",
      "allTrue",
    ],
  },
);

/** The register did not answer, so children are typed; answers to what is not asked are often there too. */
const drafts = fc
  .record(
    {
      children: fc.array(child, { minLength: 0, maxLength: 3 }),
      surveyed: fc.boolean(),
      methodsUsed: fc.subarray([...methods], { minLength: 1 }),
      eachMethod: fc.tuple(caught, caught, caught),
      papers,
    },
    { requiredKeys: ["children", "surveyed", "methodsUsed", "eachMethod", "papers"] },
  )
  .map(({ children, eachMethod, papers: further, ...others }): Draft => {
    const withIds = (items: readonly object[], ids: readonly string[]): Value =>
      items.map((item, index): Value => ({ id: ids[index] ?? "", ...item }));
    const answers: Readonly<Record<string, unknown>> = {
      ...others,
      ...further,
      ...(children.length > 0 && { children: withIds(children, ["a", "b", "c"]) }),
      eachMethod: withIds(eachMethod, methods),
    };
    const call = { source: "family-register", operation: "find-family", at: "2026-06-16T08:00:00Z" };
    const id = { nationalId: "QQ123456C" };
    return {
      ...emptyDraft,
      answers: JSON.parse(JSON.stringify(answers)),
      fetched: {
        family: { ...call, state: "unavailable", using: { id: "QQ123456C" } },
        clinic: {
          ...call,
          source: "clinic-register",
          operation: "find-slots",
          state: "unavailable",
          using: { place: "Ashby" },
        },
      },
      identity: { subject: "s", level: "substantial", kind: "person", at: call.at, parts: id },
    };
  });

test("a draft is complete exactly when its application is accepted", () => {
  const seen = { complete: 0, open: 0 };
  fc.assert(
    fc.property(drafts, (draft) => {
      const journey = walk(service, rulebook, draft, setting);
      const application = toApplication(journey);
      seen[journey.complete ? "complete" : "open"] += 1;
      const accepted = validate(application);
      expect(accepted, JSON.stringify({ application, errors: validate.errors, next: journey.nextPage })).toBe(
        journey.complete,
      );
    }),
    { numRuns: 700 },
  );
  expect(Math.min(seen.complete, seen.open)).toBeGreaterThan(30);
});

test("the emitted rules say the same as the walked ones, of one item and of all", async () => {
  const module = await loadModule(emitConditions(service));
  const emitted = module["rulebook"] as typeof rulebook;
  fc.assert(
    fc.property(drafts, (draft) => {
      const { facts } = walk(service, rulebook, draft, setting);
      for (const [id, rule] of Object.entries(service.rules)) {
        const places: Readonly<Record<string, string>> = { child: "children", method: "eachMethod" };
        const list = facts.values[places[rule.item ?? ""] ?? ""];
        const items =
          rule.item === undefined ? [{}] : (Array.isArray(list) ? list : []).map((one) => ({ [rule.item ?? ""]: one }));
        for (const item of items)
          expect(emitted.evaluate(id, facts, item), id).toEqual(rulebook.evaluate(id, facts, item));
      }
    }),
    { numRuns: 100 },
  );
});

test("the types say what each item holds", async () => {
  const types = await emitTypes(service);
  expect(types).toMatch(/eachMethod\?: \(\{\n(?:\s+\/\*\*[\s\S]*?\*\/\n)?\s+id: "net" \| "trap" \| "torch";/);
  expect(types).toMatch(/purpose: "set" \| "change";/);
});
