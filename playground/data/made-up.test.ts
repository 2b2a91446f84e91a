import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { answerOf, buildMadeUp, identityOf, readValue } from "./made-up.ts";

const service: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const wanted = { source: "vehicle-register", operation: "find-vehicle", using: { registration: "AB12 CDE" } };
const at = "2026-04-01T08:41:00Z";

test("made-up registers fit the service's own lists and types", () => {
  const answer = answerOf(buildMadeUp(service), service, wanted, at);
  expect(answer).toMatchObject({ state: "present", record: { fuel: "petrol", taxed: true } });
});

test("a register that finds nothing, one that does not answer, and one nobody knows", () => {
  const madeUp = buildMadeUp(service);
  const behaving = (state: "absent" | "unavailable") => ({
    ...madeUp,
    registers: { "vehicle-register/find-vehicle": { state, gives: {} } },
  });
  expect(answerOf(behaving("absent"), service, wanted, at)).toMatchObject({ state: "absent" });
  expect(answerOf(behaving("unavailable"), service, wanted, at)).toMatchObject({ state: "unavailable" });
  expect(answerOf(madeUp, service, { ...wanted, source: "nobody" }, at).state).toBe("unavailable");
});

test("what was typed is kept when the service changes, and goes only with its place", () => {
  const before = buildMadeUp(service);
  const register = before.registers["vehicle-register/find-vehicle"];
  if (!register) throw new Error("no register");
  const typed = {
    ...before,
    registers: {
      "vehicle-register/find-vehicle": { ...register, gives: { ...register.gives, make: "Rover", gone: "x" } },
    },
  };
  const after = buildMadeUp(service, typed);
  expect(after.registers["vehicle-register/find-vehicle"]?.gives["make"]).toBe("Rover");
  expect(after.registers["vehicle-register/find-vehicle"]?.gives["gone"]).toBeUndefined();
});

test("nothing typed and nothing sensible are no value; money is kept in the smallest coin", () => {
  expect(readValue("  ", { kind: "text" })).toBeUndefined();
  expect(readValue("lots", { kind: "whole-number" })).toBeUndefined();
  expect(readValue("£1,200.50", { kind: "money" })).toBe(120050);
  expect(readValue("no", { kind: "yes-or-no" })).toBe(false);
});

test("nobody is known who did not sign in", () => {
  const madeUp = buildMadeUp(service);
  expect(identityOf(madeUp, service, at)?.parts["address"]).toMatchObject({ postcode: "AS1 4QT" });
  expect(identityOf({ ...madeUp, signedIn: false }, service, at)).toBeUndefined();
});
