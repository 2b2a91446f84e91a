// Journey, validators and schema agree on what may be sent: a draft is complete exactly when the application that would
// leave it is accepted. Stands on the forms' own journey, as the server runs it.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers, Draft } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { toApplication } from "../../../forms/journey/application.ts";
import { buildSetting } from "../../../forms/journey/setting.ts";
import { walk } from "../../../forms/journey/walk.ts";
import { emitValidators } from "../validators/validators.ts";
import { complete, letter, loadModule, parking } from "./parking.ts";

const module = await loadModule(emitValidators(parking));
const validate = module["validateApplication"] as ((data: unknown) => boolean) & { errors?: unknown };
const setting = buildSetting(parking, "2026-06-16T08:00:00Z");
const rulebook = createRulebook(parking);

/** The register did not answer, so the applicant is asked; every answer is one that its own page would keep. */
const drafts = fc
  .record(
    {
      zone: fc.constantFrom("zone-a", "zone-b"),
      home: fc.record(
        { line1: fc.constant("1 Row"), town: fc.constant("Ashby"), postcode: fc.constant("AS1 4QT") },
        { requiredKeys: ["line1"] },
      ),
      phone: fc.constant("01632 960 001"),
      blueBadge: fc.boolean(),
      make: fc.constant("Volt"),
      fuel: fc.constantFrom("petrol", "electric"),
      keeper: fc.boolean(),
      keeperLetter: fc.constant(letter),
      permitsHeld: fc.integer({ min: -1, max: 5 }),
      answersTrue: fc.constant(true),
    },
    { requiredKeys: ["zone", "home", "blueBadge", "make", "fuel", "answersTrue"] },
  )
  .map((given): Draft => {
    const answers: Answers = {
      ...JSON.parse(JSON.stringify(given)),
      mainHome: true,
      registration: complete["registration"] ?? "",
    };
    const at = "2026-06-16T08:00:00Z";
    const using = { registration: complete["registration"] ?? "" };
    const vehicle = { state: "unavailable", source: "vehicle-register", operation: "find-vehicle", at, using } as const;
    return { answers, origins: {}, fetched: { vehicle }, passed: [] };
  });

test("a draft is complete exactly when its application is accepted", () => {
  const seen = { complete: 0, open: 0 };
  fc.assert(
    fc.property(drafts, (draft) => {
      const journey = walk(parking, rulebook, draft, setting);
      const application = toApplication(journey);
      seen[journey.complete ? "complete" : "open"] += 1;
      const accepted = validate(application);
      expect(accepted, JSON.stringify({ application, errors: validate.errors, next: journey.nextPage })).toBe(
        journey.complete,
      );
    }),
    { numRuns: 500 },
  );
  expect(Math.min(seen.complete, seen.open)).toBeGreaterThan(20);
});
