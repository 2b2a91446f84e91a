// Signatures are asked for like declarations, kept with their instant and who signed, and are no answers. The browser is
// handed the checks of a section that show on its page.
import { expect, test } from "vitest";
import type { Identity } from "#contract/facts.ts";
import { formData } from "../render/form-data.ts";
import type { FormPlace } from "../render/page-view.ts";
import { barePlace, rulesOf, settingOf, signedService } from "../tests/services.ts";
import { originsOf, toApplication } from "./application.ts";
import { applyIdentity } from "./prefill.ts";
import { readPosted } from "./read-posted.ts";
import type { Journey } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

const service = signedService();
const identity: Identity = {
  subject: "s",
  level: "high",
  kind: "person",
  at: "2026-06-16T07:36:00Z",
  parts: { fullName: "Rhian Tanner" },
};
const place: FormPlace = { ...barePlace, base: "/apply" };

function begin(answers = {}): Journey {
  const draft = applyIdentity(service, { ...emptyDraft, answers }, identity);
  return walk(service, rulesOf(service), draft, settingOf(service));
}

test("a signature is required, names who signs, and is kept as the instant it was given", () => {
  const journey = begin();
  expect(journey.closing[0]?.parts).toMatchObject([{ kind: "signature", given: false, signer: "Rhian Tanner" }]);
  const unsigned = readPosted(journey, "check", {});
  expect(unsigned.problems).toMatchObject([{ control: "signature:national-id", message: "Tick the box to sign" }]);
  expect(unsigned.journey.closing[0]?.complete).toBe(false);
  const signed = readPosted(journey, "check", { "signature:national-id": "yes" });
  expect(signed.problems).toEqual([]);
  expect(signed.journey.closing[0]).toMatchObject({ complete: true, parts: [{ at: "2026-06-16T07:41:00Z" }] });
  expect(originsOf(signed.journey)["signature:national-id"]).toEqual({ kind: "typed", at: "2026-06-16T07:41:00Z" });
  expect(toApplication(signed.journey)).toEqual({});
  expect(readPosted(signed.journey, "check", {}).journey.closing[0]?.complete).toBe(false);
});

test("a signature of another kind than the text asks for is forged", () => {
  expect(readPosted(begin(), "check", { "signature:other": "yes" }).forged).toEqual(["signature:other"]);
});

test("the last page that a section's check names is handed the check, with the values it reads; others are not", () => {
  const journey = begin({ low: 5 });
  const high = formData({ kind: "question", address: "about/high", journey, place });
  expect(high?.page.checks?.map((check) => check.rule)).toEqual(["in order"]);
  expect(high?.values).toEqual({ low: 5 });
  const low = formData({ kind: "question", address: "about/low", journey, place });
  expect(low?.page.checks ?? []).toEqual([]);
});
