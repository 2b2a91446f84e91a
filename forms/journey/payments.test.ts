// What is paid is explained by the way that was taken, and is not there while an answer it rests on is open.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { rulesOf, settingOf } from "../tests/services.ts";
import { paymentsOf } from "./payments.ts";
import type { Payment } from "./shapes.ts";
import { emptyDraft, walk } from "./walk.ts";

const parking: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const fetched = {
  vehicle: {
    state: "unavailable",
    source: "vehicle-register",
    operation: "find-vehicle",
    at: "2026-06-16T07:36:00Z",
    using: { registration: "AB12 CDE" },
  },
} as const;

function paid(answers: Answers): Payment | undefined {
  const draft = { ...emptyDraft, answers: { registration: "AB12 CDE", ...answers }, fetched };
  return paymentsOf(walk(parking, rulesOf(parking), draft, settingOf(parking)))[0];
}

test("the table's law where the table gave the amount, with the answers it was read by", () => {
  const payment = paid({ blueBadge: false, fuel: "petrol", permitsHeld: 0 });
  expect(payment).toMatchObject({ text: "£120", laws: ["Parking Places Order 2019, schedule 2"] });
  expect(payment?.reasons.map((one) => one.text)).toEqual(["Petrol", "0"]);
});

test("only the exception's law where it applied, and only the answer that made it apply", () => {
  const payment = paid({ blueBadge: true, fuel: "petrol", permitsHeld: 0 });
  expect(payment).toMatchObject({ text: "£0", laws: ["Parking Places Order 2019, article 12"] });
  expect(payment?.reasons.map((one) => one.text)).toEqual(["Yes"]);
});

test("nothing is worked out while an answer is open that could change the amount", () => {
  const open: Answers[] = [{ fuel: "petrol", permitsHeld: 0 }, { blueBadge: false, permitsHeld: 0 }, {}];
  for (const answers of open) expect(paid(answers)).toMatchObject({ laws: [], reasons: [] });
  expect(paid({ fuel: "petrol", permitsHeld: 0 })).not.toHaveProperty("text");
});
