import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "#compiler";
import type { Service } from "#contract";
import { answerOf, buildMadeUp, carriedOf, identityOf, readValue } from "./made-up.ts";

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
  expect(readValue("  ", { kind: "text" }, "GBP")).toBeUndefined();
  expect(readValue("lots", { kind: "whole-number" }, "GBP")).toBeUndefined();
  expect(readValue("£1,200.50", { kind: "money" }, "GBP")).toBe(120050);
  expect(readValue("no", { kind: "yes-or-no" }, "GBP")).toBe(false);
});

test("nobody is known who did not sign in", () => {
  const madeUp = buildMadeUp(service);
  expect(identityOf(madeUp, service, at)?.parts["address"]).toMatchObject({ postcode: "AS1 4QT" });
  expect(identityOf({ ...madeUp, signedIn: false }, service, at)).toBeUndefined();
});

const stall = `service stall "Rent a market stall"
  agency town "Town"
applicant is a person
  signs in at level low
  must present trader-card issued by town
list goods
  - bread "Bread"
  - cheese "Cheese"
section stall "Your stall"
  ask metres "How many metres?" as whole number
    prefill from previous-application's metres, correctable
  ask sold "What do you sell?" as any of goods
    prefill from previous-application's sold, correctable
  ask trader "Your name as a trader" as text
    prefill from trader-card's trader, locked
  repeat helpers each helper "Who helps you?"
    prefill from previous-application's helpers, correctable
    ask helper-name "Full name" as full name
credential trader-card "Trader card"
  holds trader
`;

test("what the person said last time, and what their licence holds, is made up; unless they have nothing from before", () => {
  const { service: compiled } = compile("stall.service", new Map([["stall.service", stall]]));
  if (!compiled) throw new Error("the text does not compile");
  const madeUp = buildMadeUp(compiled);
  expect(carriedOf(madeUp, compiled, at)).toMatchObject({
    previousApplication: { at: "2025-04-01T08:41:00Z", record: { metres: 1, sold: ["bread"] } },
    traderCard: { carries: "credential", record: { trader: "A trader card's trader" } },
  });
  const typed = { ...madeUp, before: { isThere: true, said: { "previousApplication.metres": "7" } } };
  const kept = buildMadeUp(compiled, typed);
  expect(carriedOf(kept, compiled, at)["previousApplication"]?.record["metres"]).toBe(7);
  expect(carriedOf({ ...kept, before: { ...kept.before, isThere: false } }, compiled, at)).toEqual({});
  expect(carriedOf({ ...kept, signedIn: false }, compiled, at)).toEqual({});
});
