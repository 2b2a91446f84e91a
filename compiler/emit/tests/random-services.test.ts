// What the journey lets a person send, the schema accepts: over random services with conditions, groups, limits and values that are
// filled in. Where they differ somebody would stand before a button that does not work.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toApplication } from "../../../forms/journey/application.ts";
import { pages, walked } from "../../../forms/tests/random-pages.ts";
import { emitValidators } from "../validators/validators.ts";
import { loadModule } from "./parking.ts";

test("what may be sent is accepted, and what lacks an answer is not", async () => {
  const seen = { complete: 0, open: 0 };
  await fc.assert(
    fc.asyncProperty(pages, async (made) => {
      const { journey, page } = walked(made);
      const module = await loadModule(emitValidators(journey.service));
      const validate = module["validateApplication"] as ((data: unknown) => boolean) & { errors?: unknown };
      const application = toApplication(journey);
      const lacks = (page?.fields ?? []).some((field) => field.asked && field.required && field.value === undefined);
      seen[journey.complete ? "complete" : "open"] += 1;
      if (!journey.complete && !lacks) return;
      const accepted = validate(application);
      expect(accepted, JSON.stringify({ application, errors: validate.errors })).toBe(journey.complete);
    }),
    { numRuns: 200 },
  );
  expect(Math.min(seen.complete, seen.open)).toBeGreaterThan(10);
});
