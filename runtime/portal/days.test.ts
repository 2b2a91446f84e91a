import { expect, test } from "vitest";
import { dayAndTime, lastDay, longDay, plainDay, shortDay } from "./days.ts";

test("dates are said as people say them, in English and Welsh", () => {
  expect(longDay("2026-06-24", "en", "2026-06-16")).toBe("Wednesday 24 June");
  expect(longDay("2027-01-04", "en", "2026-06-16")).toBe("Monday 4 January 2027");
  expect(plainDay("2026-06-24", "cy", "2026-06-16")).toBe("24 Mehefin");
  expect(plainDay("2027-06-24", "cy", "2026-06-16")).toBe("24 Mehefin 2027");
  expect(shortDay("2026-06-24", "en")).toBe("Wed 24 June");
});

test("an instant is said in the service's time zone, and a limit at midnight ends the day before", () => {
  expect(dayAndTime("2026-06-16T07:58:00Z", "en", "Europe/London")).toBe("16 June, 8:58");
  expect(dayAndTime("2026-06-15T23:04:00Z", "en", "Europe/London")).toBe("16 June, 0:04");
  expect(dayAndTime("2026-06-16T23:30:00Z", "cy", "Europe/London")).toMatch(/^17 Mehefin, /);
  expect(lastDay("2026-06-30T23:00:00.000Z", "Europe/London")).toBe("2026-06-30");
  expect(lastDay("2026-06-30T22:59:59.999Z", "Europe/London")).toBe("2026-06-30");
});
