// Whole forms, filled in at random by their controls alone: nobody stands before a page that does not let them on, nothing that a page
// offers is refused, and what is sent is what the schema describes.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Service } from "#contract";
import { createRulebook } from "#support/evaluate.ts";
import { toApplication } from "../../../forms/journey/application.ts";
import { compile } from "../../compile.ts";
import { emitValidators } from "../validators/validators.ts";
import { loadModule } from "./parking.ts";
import { Citizen, type End, goodAnswers } from "./random-citizen.ts";

const top = new URL("../../../", import.meta.url);

function built(name: string): Service {
  return JSON.parse(readFileSync(new URL(`examples/${name}/expected/service.json`, top), "utf8"));
}

function compiled(folder: string, ...names: string[]): Service {
  const texts = new Map(names.map((name) => [name, readFileSync(new URL(folder + name, top), "utf8")]));
  const { service, problems } = compile(names[0] ?? "", texts);
  if (!service) throw new Error(JSON.stringify(problems, null, 2));
  return service;
}

const services: readonly Service[] = [
  built("resident-parking-permit"),
  built("food-business"),
  built("winter-warmth-payment"),
  compiled("forms/tests/", "rarer-lines.service", "survey-kit.shared"),
  compiled("compiler/guide/texts/", "market-stall.service"),
  compiled("compiler/guide/texts/", "care-allowance.service"),
];
const good = goodAnswers();

describe.each(services.map((service) => [service.name, service] as const))("%s", (_, service) => {
  test("whoever answers what stands on the page gets to the end, and what is sent is accepted", async () => {
    const rulebook = createRulebook(service);
    const module = await loadModule(emitValidators(service));
    const validate = module["validateApplication"] as ((data: unknown) => boolean) & { errors?: unknown };
    const ends = new Map<End["kind"], number>();
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const pick = <One>(from: readonly One[]): One | undefined =>
          from.length === 0 ? undefined : from[draw(fc.nat, { max: from.length - 1 })];
        const end = new Citizen(service, rulebook, good, pick).apply();
        ends.set(end.kind, (ends.get(end.kind) ?? 0) + 1);
        if (end.kind === "stuck" || end.kind === "broken") expect(end).toBe("an end");
        if (end.kind !== "sent") return;
        const application = toApplication(end.journey);
        expect(validate(application), JSON.stringify({ application, errors: validate.errors })).toBe(true);
      }),
      { numRuns: 25 },
    );

    expect(ends.get("sent") ?? 0).toBeGreaterThan(0);
  });
});
