// Local days of a time zone, over changes of the clock and in far zones.
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainWeek } from "./calendars.ts";
import { addDays, dateOfNumber } from "./dates.ts";
import { createZone, deadlineAfter } from "./zoned.ts";

const london = createZone("Europe/London");

test("an instant falls on the local day", () => {
  expect(london.dayOf("2026-03-31T23:30:00Z")).toBe("2026-04-01");
  expect(london.dayOf("2026-12-31T23:59:59Z")).toBe("2026-12-31");
  expect(createZone("Pacific/Kiritimati").dayOf("2026-12-31T10:00:00Z")).toBe("2027-01-01");
});

test("days begin and end with the local clock, also where it changes", () => {
  expect(london.startOf("2026-07-01")).toBe("2026-06-30T23:00:00.000Z");
  expect(london.endOf("2026-10-25")).toBe("2026-10-25T23:59:59.999Z");
  // Clocks in Cairo go from midnight to one: the day begins at one.
  expect(createZone("Africa/Cairo").startOf("2026-04-24")).toBe("2026-04-23T22:00:00.000Z");
});

test("the end of a day still bears its date, and a millisecond later is the next day", () => {
  const zones = ["Europe/London", "America/St_Johns", "Pacific/Kiritimati", "Africa/Cairo", "Asia/Kathmandu"].map(
    createZone,
  );
  const days = fc.integer({ min: 18_000, max: 25_000 }).map((number) => dateOfNumber(number) ?? "");
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, (zone, day) => {
      const end = zone.endOf(day);
      expect(zone.dayOf(end)).toBe(day);
      const next = new Date(Date.parse(end) + 1).toISOString();
      expect(zone.dayOf(next)).toBe(addDays(day, 1));
      expect(zone.startOf(addDays(day, 1) ?? "")).toBe(next);
    }),
    { numRuns: 200 },
  );
});

test("a length in days ends with its last local day; hours are exact", () => {
  const after = (amount: number, unit: "hours" | "days" | "working-days" | "months"): string | undefined =>
    deadlineAfter("2026-04-02T22:30:00Z", { amount, unit }, london, plainWeek);
  expect(after(3, "hours")).toBe("2026-04-03T01:30:00.000Z");
  expect(after(14, "days")).toBe("2026-04-16T22:59:59.999Z");
  expect(after(1, "working-days")).toBe("2026-04-03T22:59:59.999Z");
  expect(after(6, "months")).toBe("2026-10-02T22:59:59.999Z");
});

test("a calendar that moves deadlines moves them to the next working day", () => {
  const moving = { ...plainWeek, closed: [{ on: "2026-04-06", title: {} }], moveDeadlines: true };
  expect(deadlineAfter("2026-04-01T10:00:00Z", { amount: 3, unit: "days" }, london, moving)).toBe(
    "2026-04-07T22:59:59.999Z",
  );
  expect(deadlineAfter("2026-04-01T10:00:00Z", { amount: 3, unit: "days" }, london, plainWeek)).toBe(
    "2026-04-04T22:59:59.999Z",
  );
});

test("what is no instant, no day, no zone is said plainly", () => {
  expect(() => london.dayOf("yesterday")).toThrow("is not an instant");
  expect(() => london.startOf("2026-02-31")).toThrow("is not a day");
  expect(() => createZone("Europe/Ashby")).toThrow(RangeError);
});
