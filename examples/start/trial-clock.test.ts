import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findDistance, readDistance } from "./trial-clock.ts";

const service = (starts: string, until?: string) => ({
  version: { number: 1, starts },
  status: { stage: "pilot" as const, ...(until ? { until } : {}) },
});
const at = (text: string) => Date.parse(text);

test("while every service takes applications, the real clock is right", () => {
  expect(findDistance([service("2026-04-01", "2026-09-30"), service("2020-01-01")], at("2026-09-30T23:59:00Z"))).toBe(
    0,
  );
  expect(findDistance([], at("2026-11-23T12:00:00Z"))).toBe(0);
});

test("after a pilot, or before a first day, the clock stands inside it, on the same weekday at the same time", () => {
  const after = at("2026-11-23T20:15:00Z");
  const distance = findDistance([service("2026-04-01", "2026-09-30")], after);
  expect(new Date(after + distance).toISOString()).toMatch(/^2026-0[56]-\d\dT20:15:00/);
  expect(new Date(after + distance).getUTCDay()).toBe(new Date(after).getUTCDay());
  const before = at("2026-01-05T08:00:00Z");
  expect(new Date(before + findDistance([service("2026-04-01")], before)).toISOString()).toMatch(
    /^2026-0[56]-\d\dT08:00:00/,
  );
});

test("a kept distance stays while it is of use; services that are never open together are tried by the real clock", () => {
  const services = [service("2026-04-01", "2026-09-30")];
  const now = at("2026-11-23T12:00:00Z");
  const kept = findDistance(services, now);
  const aWeekOn = now + 7 * 24 * 3_600_000;
  expect(findDistance(services, aWeekOn, kept)).toBe(kept);
  const aYearOn = now + 365 * 24 * 3_600_000;
  expect(findDistance(services, aYearOn, kept)).not.toBe(kept);
  expect(findDistance([service("2026-04-01", "2026-04-30"), service("2026-06-01")], now)).toBe(0);
});

test("whenever there is a day on which all are open, the clock stands on one", () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((number) => new Date(at("2020-01-01") + number * 86_400_000));
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 400 }),
      days,
      fc.integer({ min: 0, max: 86_399_999 }),
      (starts, length, today, time) => {
        const until = new Date(starts.getTime() + length * 86_400_000);
        const now = today.getTime() + time;
        const tried =
          now + findDistance([service(starts.toISOString().slice(0, 10), until.toISOString().slice(0, 10))], now);
        expect(tried).toBeGreaterThanOrEqual(starts.getTime());
        expect(tried).toBeLessThan(until.getTime() + 86_400_000);
      },
    ),
    { numRuns: 500 },
  );
});

test("the distance is kept in the data folder", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "clock-"));
  mkdirSync(path.join(folder, "b"));
  writeFileSync(path.join(folder, "b", "service.json"), JSON.stringify(service("2026-04-01", "2026-09-30")));
  const first = readDistance(folder, [path.join(folder, "b")], at("2026-11-23T12:00:00Z"));
  expect(readDistance(folder, [path.join(folder, "b")], at("2026-11-24T07:00:00Z"))).toBe(first);
  rmSync(folder, { recursive: true });
});
