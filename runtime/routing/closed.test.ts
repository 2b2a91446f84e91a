import { expect, test } from "vitest";
import { createZone } from "#support/zoned.ts";
import { nextOpening, type Opened, whyClosed } from "./closed.ts";

const zone = createZone("Europe/London");
const asked = (service: Opened, now: string, cases = 0, by = ["applicant"]) =>
  whyClosed(service, { now, zone, cases, by });

test("a trial takes cases through its last day and up to its number, then says which of both is over", () => {
  const status = { stage: "pilot", until: "2026-09-30", atMostCases: 2 } as const;
  expect(asked({ status }, "2026-09-30T12:00:00.000Z", 1)).toBeUndefined();
  expect(asked({ status }, "2026-09-30T12:00:00.000Z", 2)).toBe("trial-full");
  expect(asked({ status }, "2026-10-01T12:00:00.000Z")).toBe("trial-over");
});

test("a service that closes takes nothing; a live one takes everything", () => {
  expect(asked({ status: { stage: "closing" } }, "2026-01-01T12:00:00.000Z")).toBe("ended");
  expect(asked({ status: { stage: "live" } }, "2046-01-01T12:00:00.000Z", 1_000_000)).toBeUndefined();
});

test("rounds: open from the first instant of the first day to the time on the last one", () => {
  const status = { stage: "live" } as const;
  const openings = [
    { from: "2027-03-01", to: "2027-04-30", at: "12:00" },
    { from: "2028-03-01", to: "2028-04-30" },
  ];
  const service = { status, openings };
  expect(asked(service, "2027-02-28T23:59:59.999Z")).toBe("not-open-yet");
  expect(asked(service, "2027-03-01T00:00:00.000Z")).toBeUndefined();
  expect(asked(service, "2027-04-30T10:59:59.999Z")).toBeUndefined();
  expect(asked(service, "2027-04-30T11:00:00.000Z")).toBe("not-open-yet");
  expect(nextOpening(service, "2027-04-30T11:00:00.000Z", zone)?.from).toBe("2028-03-01");
  expect(asked(service, "2028-04-30T22:59:59.999Z")).toBeUndefined();
  expect(asked(service, "2028-04-30T23:00:00.000Z")).toBe("not-open-now");
});

test("the time of a last day on which clocks change is the local one", () => {
  const service = {
    status: { stage: "live" },
    openings: [{ from: "2027-03-01", to: "2027-03-28", at: "12:00" }],
  } as const;
  const { status } = service;
  expect(asked({ status, openings: [...service.openings] }, "2027-03-28T10:59:59.999Z")).toBeUndefined();
  expect(asked({ status, openings: [...service.openings] }, "2027-03-28T11:00:00.000Z")).toBe("not-open-now");
});

test("started by others: only they start it", () => {
  const service = { status: { stage: "live" as const }, startedBy: ["inspector", "food-licence"] };
  expect(asked(service, "2026-01-01T12:00:00.000Z")).toBe("not-by-you");
  expect(asked(service, "2026-01-01T12:00:00.000Z", 0, ["inspector"])).toBeUndefined();
  expect(asked(service, "2026-01-01T12:00:00.000Z", 0, ["food-licence"])).toBeUndefined();
});
